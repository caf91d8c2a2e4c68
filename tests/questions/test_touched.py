"""What may look different where some files differ: comparing only that gives what comparing all gives."""

from collections.abc import Mapping

import pytest

from cicareg.differences.finding import compared
from cicareg.questions.picturing import picture_recorded
from cicareg.questions.touched import Touched, close, further, touched
from cicareg.registry import Registry
from tests.support import SAMPLE, load, sample

Files = Mapping[str, str | None]
FISH = (SAMPLE / "registry/coordinators/fish.yaml").read_text(encoding="utf-8")
JUNE = (SAMPLE / "registry/meetings/com-2023-06-01.yaml").read_text(encoding="utf-8")
AREA = (SAMPLE / "registry/areas/ice.yaml").read_text(encoding="utf-8")
TOP = (SAMPLE / "registry/registry.yaml").read_text(encoding="utf-8")
PAPER = "kind: concept-paper\norgan: com\ntitle: {en: Ice anew, fr: La glace}\nsupersedes: ice-paper\n"
COMING = "organ: com\ndate: 2030-01-01\ndecisions:\n"
EVENT = "title: {en: Ice day, fr: Jour}\ndates: 2030-01-01\nsource: letters p. 1\n"
CHANGES: dict[str, tuple[Files, set[str] | None]] = {
    "a tenure": ({"coordinators/fish.yaml": FISH.replace("XCC", "XDD")}, {"fish"}),
    "the name of an area": ({"areas/ice.yaml": AREA.replace("en: ", "en: Clear ", 1)}, {"ice"}),
    "a post that is new": (
        {"areas/sand.yaml": "dimension: nature\nnumber: 9\nname: {en: Sand, fr: Sable}\n"},
        {"sand"},
    ),
    "a post that is gone": ({"areas/ice.yaml": None, "coordinators/ice.yaml": None}, {"ice"}),
    "a meeting that is new": (
        {"meetings/com-2030-01-01.yaml": f"{COMING}  - {{number: 1, considers: charter}}\n"},
        set(),
    ),
    "a decision more": (
        {"meetings/com-2023-06-01.yaml": JUNE + "  - {number: 9, considers: ice-paper, outcome: noted}\n"},
        set(),
    ),
    "a paper that takes a place": (
        {
            "documents/ice-paper-2.yaml": PAPER,
            "meetings/com-2030-01-01.yaml": f"{COMING}  - {{number: 1, approves: ice-paper-2}}\n",
        },
        set(),
    ),
    "an event": ({"events/2030/ice-day.yaml": EVENT}, set()),
    "a meeting that was not held": (
        {"meetings/asm-2023-07-01.yaml": "organ: asm\ndate: 2023-07-01\nheld: false\n"},
        None,
    ),
    "a meeting that is gone": ({"meetings/asm-2023-07-01.yaml": None}, None),
    "a meeting that cannot be read": ({"meetings/asm-2023-07-01.yaml": "organ: [\n"}, None),
    "the register itself": ({"registry.yaml": TOP.replace("Nature", "Wild nature")}, None),
}


def sides(files: Files) -> tuple[Registry, Registry, set[str]]:
    """Give two states of the sample register, and the files in which they differ."""
    old, new = sample(), sample(files)
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    return load(old).registry, load(new).registry, differing


@pytest.mark.parametrize("name", CHANGES)
def test_a_post_looks_different_only_where_its_files_do(name: str) -> None:
    found = touched(*sides(CHANGES[name][0]))
    assert (None if found is None else set(found.posts)) == CHANGES[name][1]


@pytest.mark.parametrize("turned", [False, True], ids=["forwards", "backwards"])
@pytest.mark.parametrize("name", CHANGES)
def test_comparing_what_is_touched_gives_what_comparing_all_gives(name: str, turned: bool) -> None:
    old, new, differing = sides(CHANGES[name][0])
    before, after = (new, old) if turned else (old, new)
    only = touched(before, after, differing)

    def difference(part: Touched | None) -> object:
        pictures = (picture_recorded(side, "", after, part) for side in (before, after))
        return compared(*pictures).difference

    assert difference(only) == difference(None)
    assert difference(None) or name == "a meeting that cannot be read"


def test_the_other_half_of_a_post_is_read_with_it() -> None:
    assert set(close(["registry/areas/ice.yaml"])) == {
        "registry/registry.yaml", "registry/states.yaml", "registry/areas/ice.yaml", "registry/coordinators/ice.yaml",
    }  # fmt: skip


def test_what_a_record_names_is_read_with_it() -> None:
    registry = load(sample()).registry
    found = set(further(registry, ["registry/coordinators/ice.yaml"]))
    assert found == {"registry/meetings/com-2023-06-01.yaml"}


def test_where_a_paper_differs_all_papers_are_read() -> None:
    registry = load(sample()).registry
    papers = {path for path in registry.paths if path.startswith(("registry/meetings/", "registry/documents/"))}
    assert papers <= set(further(registry, ["registry/documents/charter.yaml"]))
