"""States, areas, dimensions and organs are named in every language of the register."""

import pytest

from tests.support import SAMPLE, found

RULE = "translated"
TOP = (SAMPLE / "registry/registry.yaml").read_text(encoding="utf-8")
STATES = (SAMPLE / "registry/states.yaml").read_text(encoding="utf-8")


def test_sample_is_named_in_both_languages() -> None:
    assert found(RULE) == []


def test_an_area_without_a_language() -> None:
    files: dict[str, str | None] = {"areas/fish.yaml": "dimension: nature\nnumber: 2\nname: Fisheries\n"}
    assert found(RULE, files) == [
        "areas/fish.yaml:3:7 warning: no name in fr: lists and annexes in that language are refused"
    ]


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "place"),
    [
        ("states.yaml", STATES, "{en: Alderia, fr: Aldérie}", "{fr: Aldérie}", "states.yaml:2:9"),
        ("registry.yaml", TOP, "{en: People, fr: Habitants}", "{fr: Habitants}", "registry.yaml:17:35"),
        ("registry.yaml", TOP, "{en: Assembly, fr: Assemblée}", "{fr: Assemblée}", "registry.yaml:11:15"),
    ],
    ids=["state", "dimension", "organ"],
)
def test_other_names(name: str, text: str, old: str, new: str, place: str) -> None:
    assert old in text
    lines = found(RULE, {name: text.replace(old, new)})
    assert lines == [f"{place} warning: no name in en: lists and annexes in that language are refused"]


def test_all_languages_that_lack_are_named() -> None:
    files: dict[str, str | None] = {"registry.yaml": TOP.replace("languages: [en, fr]", "languages: [en, fr, de, ru]")}
    assert "areas/fish.yaml:3:7 warning: no name in de, ru: lists and annexes in that language are refused" in found(
        RULE, files
    )
