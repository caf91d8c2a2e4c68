"""Published lists as a side of a comparison: what this program writes, it reads."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.recognising.annexes import ANNEX, annex, saved
from tests.support import chancery, sample, write

Run = Callable[..., Ran]
ACTING = {
    "coordinators/pilots.yaml": """tenures:
  - {state: XDD, role: co-coordinator, decision: board-2030-05-15/5}
  - {state: XCC, role: co-coordinator, term: 2031-03/2033-02, decision: board-2030-05-15/5}
acting:
  - {state: XDD, from: 2030-05-15, consented: [XCC]}
"""
}
RENDERED = ("markdown", "html", "docx")
LISTED = ("markdown", "html", "json", "csv")
SUFFIX = {"markdown": "md"}


def put(root: Path, tree: Mapping[str, bytes]) -> Path:
    for path, raw in tree.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    return root


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return put(tmp_path / "register", chancery(ACTING))


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize("words, form", [("render list", f) for f in RENDERED] + [("list", f) for f in LISTED])
def test_what_was_written_says_what_the_register_says(  # noqa: PLR0913, PLR0917  # three of them are fixtures
    lang: str, words: str, form: str, cicareg: Run, register: Path, tmp_path: Path
) -> None:
    path = tmp_path / f"list.{SUFFIX.get(form, form)}"
    option = "--to" if words == "render list" else "--format"
    assert cicareg("-C", register, *words.split(), "--lang", lang, option, form, "-o", path).code == 0
    data = json.loads(cicareg("-C", register, "diff", f"file:{path}", "--format", "json").out)
    assert (data["posts"], data["notes"], data["unread"]) == ([], [], [])
    said = {"basis", "dimension", "name en", "name ru", "name kk", "number"} - set(data["before"]["not-said"])
    named = {"number"} if form == "csv" else {"number", f"name {lang}"}
    assert said == (named | {"basis", "dimension"} if form in ("json", "csv") else named)


LIGHTS = """tenures:
  - {state: XAA, role: coordinator, term: 2031-2032, decision: board-2030-05-15/4}
  - {state: XDD, role: co-coordinator, decision: board-2030-05-15/4}
  - {state: XCC, role: co-coordinator, term: 2031-2032, decision: board-2030-05-15/4}
"""


@pytest.mark.parametrize("form", RENDERED)
def test_what_changed_since_is_found_and_nothing_else(form: str, cicareg: Run, register: Path, tmp_path: Path) -> None:
    path = tmp_path / f"list.{SUFFIX.get(form, form)}"
    assert cicareg("-C", register, "render", "list", "--to", form, "-o", path).code == 0
    (register / "registry/coordinators/lights.yaml").write_text(LIGHTS, encoding="utf-8")
    ran = cicareg("-C", register, "diff", f"file:{path}")
    assert ran.code == 0
    assert ran.out.partition("\n\n")[2].partition("\n\n")[0] == (
        "1.1  Lighthouses and buoys\n"
        "  - co-coordinator: Free Isles (2031-2032)\n"
        "  ~ co-coordinator: Dunmere: no term stated, was 2031-2032"
    )


def test_those_who_serve_on_a_day_as_they_were_published(cicareg: Run, register: Path, tmp_path: Path) -> None:
    path = tmp_path / "serving.md"
    assert cicareg("-C", register, "list", "--on", "2031-02-01", "--format", "markdown", "-o", path).code == 0
    ran = cicareg("-C", register, "diff", f"file:{path}", "on:2031-02-01")
    assert "Nothing differs." in ran.out


def test_two_files_in_two_languages_are_compared_by_what_both_say(cicareg: Run, register: Path, tmp_path: Path) -> None:
    for lang in ("ru", "kk"):
        cicareg("-C", register, "render", "list", "--lang", lang, "--to", "html", "-o", tmp_path / f"{lang}.html")
    data = json.loads(
        cicareg("-C", register, "diff", f"file:{tmp_path}/ru.html", f"file:{tmp_path}/kk.html", "--format", "json").out
    )
    assert (data["before"]["not-said"], data["after"]["not-said"]) == (["name kk"], ["name ru"])
    assert data["posts"] == []


def test_what_cannot_be_read_is_said_with_its_place_and_the_exit_code(cicareg: Run, tmp_path: Path) -> None:
    root = write(tmp_path / "register")
    rows = [(*ANNEX[0][:4], "Atlantis", ""), (*ANNEX[1][:4], "Borland", "Alderia"), ANNEX[2]]
    path = tmp_path / "annex.docx"
    path.write_bytes(saved(annex([(a, b, c, d, e, f) for a, b, c, d, e, f in rows])))
    ran = cicareg("-C", root, "diff", f"file:{path}")
    assert ran.code == 3
    assert "\n1.2  Fisheries\n  + co-coordinator: Corvania [" not in ran.out  # a file has no basis
    assert "\n1.2  Fisheries\n  + co-coordinator: Corvania\n" in ran.out
    said = " ".join(ran.out.split())
    assert "Not compared, as it could not be read: 1.1 Safety on ice." in said
    assert "table 1, row 2, Coordinator: no state on record is called 'atlantis'." in said


REFUSED = {
    "a PDF": ("list.pdf", b"%PDF", 2, "take the Word, HTML or Markdown file beside it"),
    "an old Word file": ("list.doc", b"", 2, "save it as .docx"),
    "another file": ("list.txt", b"", 2, "a list is read from .md, .markdown, .htm, .html, .docx, .json, .csv"),
    "no list in Markdown": ("list.md", b"# x\n\n| a | b |\n| --- | --- |\n", 3, "a list by state cannot be compared"),
    "no list in HTML": ("list.html", b"<p>x", 3, "a list by state cannot be compared"),
    "no JSON": ("list.json", b"{", 3, "cicareg list --format json"),
    "another JSON": ("list.json", b'{"posts": [{"number": 1}]}', 3, "cicareg list --format json"),
    "JSON that is too deep": ("list.json", b"[" * 100000, 3, "cicareg list --format json"),
    "another CSV": ("list.csv", b"a,b\n1,2\n", 3, "cicareg list --format csv"),
    "no text": ("list.csv", b"\xff\xfe\x00", 3, "cicareg list --format csv"),
    "no Word file": ("list.docx", b"PK", 3, "save it in Word as .docx"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_is(case: str, cicareg: Run, tmp_path: Path) -> None:
    name, raw, code, hint = REFUSED[case]
    (tmp_path / name).write_bytes(raw)
    ran = cicareg("-C", write(tmp_path / "register"), "diff", f"file:{tmp_path / name}")
    assert (ran.code, ran.out) == (code, "")
    assert hint in ran.err


def test_lists_of_something_else_are_refused(cicareg: Run, tmp_path: Path) -> None:
    root = put(
        tmp_path,
        sample({"coordinators/people.yaml": "proposals: [{state: XAA, role: coordinator, notified: 2024-01-01}]\n"}),
    )
    for words, name in (
        ("--pending", "p.json"),
        ("--by state", "s.json"),
        ("--by state", "s.csv"),
        ("--by state", "s.md"),
    ):
        form = {"md": "markdown"}.get(name[-2:], name.partition(".")[2])
        assert cicareg("-C", root, "list", *words.split(), "--format", form, "-o", tmp_path / name).code == 0
        ran = cicareg("-C", root, "diff", f"file:{tmp_path / name}")
        assert (ran.code, ran.out) == (3, "")


def test_a_file_that_is_not_there_is_said(cicareg: Run, tmp_path: Path) -> None:
    ran = cicareg("-C", write(tmp_path), "diff", f"file:{tmp_path}/none.md")
    assert ran.code == 3
    assert "none.md cannot be read" in ran.err
