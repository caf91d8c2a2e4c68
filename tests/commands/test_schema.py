"""The schema command: one kind to the screen or a file, all to a folder."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.schemas.schema import by_name
from tests.conftest import Ran
from tests.support import SAMPLE, write

Cicareg = Callable[..., Ran]


def enumerated(text: str, name: str) -> list[str] | None:
    found: list[str] | None = json.loads(text)["definitions"][name].get("enum")
    return found


def test_one_kind_with_the_states_of_the_register(cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, "schema", "coordinators")
    assert (ran.code, ran.err) == (0, "")
    assert enumerated(ran.out, "state") == ["XAA", "XBB", "XCC", "XDD", "XEE"]
    assert enumerated(ran.out, "meeting") is None


def test_live_enumerates_meetings_too(cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, "schema", "coordinators", "--live")
    assert enumerated(ran.out, "meeting") == ["asm-2023-07-01", "com-2023-06-01"]


def test_outside_a_register_everything_is_told_by_its_looks(
    cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cicareg("schema", "coordinators", "--live")
    assert ran.code == 0
    assert enumerated(ran.out, "state") is None
    assert cicareg("-C", tmp_path, "schema", "coordinators").code == 3


def test_all_kinds_go_to_a_folder_that_is_made(cicareg: Cicareg, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "schemas"
    for _ in range(2):
        ran = cicareg("-C", SAMPLE, "schema", "--all", "-o", folder)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert sorted(path.name for path in folder.iterdir()) == [f"{name}.json" for name in by_name()]
    for name in by_name():
        text = (folder / f"{name}.json").read_text(encoding="utf-8")
        assert text == cicareg("-C", SAMPLE, "schema", name).out


def test_pages_in_markdown(cicareg: Cicareg, tmp_path: Path) -> None:
    assert cicareg("-C", SAMPLE, "schema", "law", "--format", "markdown").out.startswith(
        "# law\n\n`registry/law/*.yaml`"
    )
    assert cicareg("-C", SAMPLE, "schema", "--all", "--format", "markdown", "-o", tmp_path).code == 0
    assert (tmp_path / "states.md").read_text(encoding="utf-8").startswith("# states\n")


def test_one_kind_to_a_file(cicareg: Cicareg, tmp_path: Path) -> None:
    assert cicareg("-C", SAMPLE, "schema", "area", "-o", tmp_path / "x.json").out == ""
    assert enumerated((tmp_path / "x.json").read_text(encoding="utf-8"), "dimension") == ["nature", "people"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            [],
            "--all of them\n  there are: area, coordinators, document, law, meeting, registry, states",
        ),
        (["area", "--all"], "name one kind, or --all of them"),
        (["--all"], "--all needs a folder\n  cicareg schema --all -o schemas"),
        (["state"], "no kind 'state'; did you mean states?"),
        (["area", "--format", "csv"], "no format 'csv'"),
    ],
)
def test_wrong_words_are_told(words: list[str], message: str, cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, "schema", *words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_folder_that_cannot_be_made_is_told(cicareg: Cicareg, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    ran = cicareg("-C", SAMPLE, "schema", "--all", "-o", tmp_path / "x" / "y")
    assert (ran.code, ran.out) == (3, "")
    assert "cannot be written" in ran.err


def test_a_register_with_errors_still_has_schemas_and_says_so(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", write(tmp_path, {"states.yaml": "- x\n"}), "schema", "coordinators")
    assert ran.code == 0
    assert enumerated(ran.out, "state") is None
    assert "what follows may lack something" in ran.err


def test_the_help_names_every_kind(cicareg: Cicareg) -> None:
    words = " ".join(cicareg("schema", "--help").out.replace(",", " ").replace(".", " ").split())
    assert [name for name in by_name() if f" {name} " not in words] == []


def test_a_page_that_enumerates_is_refused(cicareg: Callable[..., Ran]) -> None:
    ran = cicareg("-C", SAMPLE, "schema", "area", "--live", "--format", "markdown")
    assert (ran.code, ran.out) == (2, "")
    assert "--live has no use for it" in ran.err
