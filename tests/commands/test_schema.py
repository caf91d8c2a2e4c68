"""The schema command: one kind to the screen or a file, all to a folder."""

import json
import shlex
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
            "--all of them\n  there are: area, coordinators, document, event, law, meeting, registry, states",
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


# --check


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cicareg: Cicareg) -> Path:
    """Stand in a register with its schemas."""
    monkeypatch.chdir(write(tmp_path))
    assert cicareg("schema", "--all", "-o", "schemas").code == 0
    return tmp_path


CHECK = ("schema", "--all", "--check", "schemas")


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_check_says_in_a_line_that_the_schemas_are_fresh(here: Path, cicareg: Cicareg) -> None:
    assert cicareg(*CHECK) == Ran(0, "", "schemas: says what would be written now\n")


def test_check_names_each_file_with_the_command_that_mends_it_and_writes_nothing(here: Path, cicareg: Cicareg) -> None:
    (here / "schemas/law.json").unlink()
    (here / "schemas/a post.json").write_text("{}\n", encoding="utf-8")
    (here / "schemas/notes.txt").write_text("of somebody else\n", encoding="utf-8")
    states = here / "registry/states.yaml"
    states.write_text(states.read_text(encoding="utf-8") + "XFF: {name: Fennmark}\n", encoding="utf-8")
    before = held(here)
    ran = cicareg(*CHECK)
    again = "mend it: cicareg schema --all -o schemas"
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "schemas/a post.json: superfluous; mend it: rm 'schemas/a post.json'",
        f"schemas/coordinators.json: stale; {again}",
        f"schemas/document.json: stale; {again}",
        f"schemas/event.json: stale; {again}",
        f"schemas/law.json: missing; {again}",
        f"schemas/meeting.json: stale; {again}",
    ]
    assert ran.err == ""
    assert held(here) == before


@pytest.mark.parametrize("how", [(), ("--live",), ("--format", "markdown")], ids=["as they are", "live", "as pages"])
def test_the_command_that_check_names_mends(
    how: tuple[str, ...], here: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "other").mkdir()
    monkeypatch.chdir(here / "other")
    words = ("-C", here, "schema", "--all", *how)
    ran = cicareg(*words, "--check", "my schemas")
    assert ran.code == 1
    (mend,) = {line.partition("missing; mend it: cicareg ")[2] for line in ran.out.splitlines()}
    assert cicareg(*shlex.split(mend)).code == 0
    assert cicareg(*words, "--check", "my schemas") == Ran(0, "", "my schemas: says what would be written now\n")


def test_live_schemas_are_others(here: Path, cicareg: Cicareg) -> None:
    ran = cicareg(*CHECK, "--live")
    assert ran.code == 1
    assert "schemas/coordinators.json: stale; mend it: cicareg schema --all --live -o schemas\n" in ran.out


@pytest.mark.parametrize("words", [("area", "--check", "schemas"), ("--all", "-o", "x", "--check", "schemas")])
def test_check_goes_with_all_only(words: tuple[str, ...], here: Path, cicareg: Cicareg) -> None:
    ran = cicareg("schema", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "cicareg: --check goes with --all, and not with -o\n  cicareg schema --all --check schemas\n"


def test_what_is_no_folder_and_no_file_cannot_be_compared(here: Path, cicareg: Cicareg) -> None:
    ran = cicareg("schema", "--all", "--check", "registry/states.yaml")
    assert ran == Ran(3, "", "cicareg: registry/states.yaml cannot be compared: Not a directory\n")
    (here / "schemas/law.json").unlink()
    (here / "schemas/law.json").mkdir()
    assert cicareg(*CHECK).code == 3
