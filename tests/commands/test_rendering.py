"""Decisions, documents, notes and packages at the command line: what is made, refused, left out and compared."""

import html
import io
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from docx.table import Table as WordTable
from pypdf import PdfReader

from tests.conftest import GOLDENS, Ran
from tests.support import CHANCERY, PROJECT, SAMPLE, chancery

Cicareg = Callable[..., Ran]
MEETING, NOTE = "board-2030-05-15", "note-2030-05-15"
FORMATS = "markdown,html,docx,pdf"
ENDS = ("md", "html", "docx", "pdf")
PIECES = [
    *("00-index", f"01-{NOTE}-en", f"02-{NOTE}-ru", f"03-{NOTE}-kk"),
    *("04-decisions", "05-list", "06-harbour-statement", "07-coast-rules"),
]
LEFT_OUT = "cicareg: secret-plan is restricted and was left out\n"
SECRETS = (
    "hidden rocks", "скрытых скал", "Жасырын жартастар", "Plan of the", "The rocks lie", "secret-plan",
)  # fmt: skip
KNOWN = "there are: list, decisions, document, note, plan, redline, amendments, package, documents"
SORTS = "there are: docx, html, markdown, pdf"


@pytest.fixture
def root(tmp_path: Path) -> Callable[..., Path]:
    def write(
        files: Mapping[str, str | None] | None = None, changed: Mapping[str, tuple[str, str]] | None = None
    ) -> Path:
        for path, raw in chancery(files, changed).items():
            (tmp_path / "chancery" / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "chancery" / path).write_bytes(raw)
        return tmp_path / "chancery"

    return write


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def text(name: str, raw: bytes) -> str:
    """Give all text of a file, as somebody who searches in it finds it, and what it says of itself."""
    if name.endswith(".pdf"):
        read = PdfReader(io.BytesIO(raw))
        said = [*(page.extract_text() for page in read.pages), *map(str, (read.metadata or {}).values())]
        return " ".join(" ".join(said).split())
    if name.endswith(".docx"):
        word = docx.Document(io.BytesIO(raw))
        within = [
            cell.text
            for block in word.iter_inner_content()
            for cell in (block._cells if isinstance(block, WordTable) else [block])
        ]
        about = word.core_properties
        return " ".join(" ".join([*within, about.title, about.keywords, about.comments, about.subject]).split())
    return html.unescape(raw.decode())


# one file


@pytest.mark.parametrize(
    ("words", "golden"),
    [
        (("decisions", MEETING), f"decisions-{MEETING}-en.md"),
        (("decisions", MEETING.upper()), f"decisions-{MEETING}-en.md"),
        (("decisions", MEETING, "--lang", "ru"), f"decisions-{MEETING}-ru.md"),
        (("decisions", MEETING, "--lang", "kk"), f"decisions-{MEETING}-kk.md"),
        (("decisions", "diet-2030-06-20", "--lang", "kk"), "decisions-diet-kk.md"),
        (("document", "harbour-statement"), "statement-en.md"),
        (("document", "harbour-statement", "--lang", "ru"), "statement-ru.md"),
        (("document", "coast-rules"), "coast-rules-en.md"),
        (("list", "--on", "2031-06-30"), "serving-en.md"),
        (("list", "--on", "2031-06-30", "--lang", "kk"), "serving-kk.md"),
    ],
)
def test_one_file(words: tuple[str, ...], golden: str, cicareg: Cicareg) -> None:
    ran = cicareg("-C", CHANCERY, "render", *words)
    assert ran == Ran(0, (GOLDENS / golden).read_text(encoding="utf-8"), "")


def test_a_note_whose_pages_nobody_counted_says_none(cicareg: Cicareg) -> None:
    ran = cicareg("-C", CHANCERY, "render", "note", NOTE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (GOLDENS / "note-en.md").read_text(encoding="utf-8").replace("as stated, 21 pages", "as stated")


@pytest.mark.parametrize("end", ENDS[1:])
@pytest.mark.parametrize("words", [("decisions", MEETING), ("document", "coast-rules"), ("note", NOTE)], ids=" ".join)
def test_in_every_format(words: tuple[str, ...], end: str, cicareg: Cicareg, tmp_path: Path) -> None:
    path = tmp_path / f"made.{end}"
    assert cicareg("-C", CHANCERY, "render", *words, "--to", end, "-o", path) == Ran(0, "", "")
    said = {"decisions": "The Board thanks the keepers", "document": "painted each spring", "note": "renew to the"}
    assert said[words[0]] in text(path.name, path.read_bytes())
    assert cicareg("-C", CHANCERY, "render", *words, "--to", end, "--check", path).code == 0


USAGE: dict[str, tuple[tuple[str, ...], str, str]] = {
    "what": (("foo",), "no document 'foo'", KNOWN),
    "nearly": (("decision",), "no document 'decision'; did you mean decisions?", KNOWN),
    **{
        f"no id of {what}": ((what,), f"{what} needs the id", f"cicareg render {what} ID")
        for what in ("decisions", "document", "note", "package")
    },
    **{
        f"an id of {what}": ((what, MEETING), f"{what} takes no id", f"cicareg render {what}")
        for what in ("list", "documents")
    },
    **{
        f"{option} of decisions": (
            ("decisions", MEETING, option, value),
            "--decided and --on belong to the list",
            "cicareg render list --decided MEETING",
        )
        for option, value in (("--decided", MEETING), ("--on", "2031-01-01"))
    },
    "both": (
        ("list", "--decided", MEETING, "--on", "2031-01-01"),
        "--decided and --on exclude each other",
        "take one of them",
    ),
    "write and compare": (
        ("package", MEETING, "-o", "a", "--check", "b"),
        "-o and --check exclude each other",
        "write the file, or compare it: take one",
    ),
    **{
        f"restricted {what[0]}": (
            (*what, "--restricted"),
            "--restricted belongs to one document, note or plan",
            "what is restricted enters no folder",
        )
        for what in (("list",), ("decisions", MEETING), ("package", MEETING, "-o", "a"), ("documents", "-o", "a"))
    },
    "day": (("list", "--on", "yesterday"), "a day is written like 2024-03-15, not 'yesterday'", ""),
    "no folder": (
        ("package", MEETING),
        "package needs -o DIR: it is more than one file",
        "-o names the folder",
    ),
    "no folder of documents": (
        ("documents",),
        "documents needs -o DIR: it is more than one file",
        "-o names the folder",
    ),
    "format": (("list", "--to", "csv"), "no format 'csv'", SORTS),
    "no format": (("package", MEETING, "--to", "", "-o", "a"), "no format ''", SORTS),
    "one of the formats": (("documents", "--to", "html,odt", "-o", "a"), "no format 'odt'", SORTS),
    "several formats of one file": (
        ("decisions", MEETING, "--to", "markdown,html"),
        "no format 'markdown,html'; did you mean markdown?",
        SORTS,
    ),
    "language": (("decisions", MEETING, "--lang", "xx"), "the register has no language 'xx'", "there are: en, ru, kk"),
    "meeting": (
        ("package", "bord-2030-05-15", "-o", "a"),
        f"no meeting bord-2030-05-15 on record; did you mean {MEETING}?",
        f"on record: {MEETING}, diet-2030-06-20",
    ),
    "sort of note": (
        ("note", "yearbook"),
        "yearbook is no note verbale but of the kind annual-plan",
        "cicareg render document yearbook",
    ),
}


@pytest.mark.parametrize("case", USAGE)
def test_wrong_usage(case: str, cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words, message, hint = USAGE[case]
    monkeypatch.chdir(tmp_path)
    ran = cicareg("-C", CHANCERY, "render", *words)
    assert ran == Ran(2, "", f"cicareg: {message}\n" + (f"  {hint}\n" if hint else ""))
    assert list(tmp_path.iterdir()) == []


LACKING: dict[str, tuple[tuple[str, ...], str, str]] = {
    "body": (
        ("document", "yearbook"),
        "yearbook has no body on record",
        "write its text under body: in registry/documents/yearbook.yaml",
    ),
    "note as a document": (("document", NOTE), f"{NOTE} has no body on record", f"cicareg render note {NOTE}"),
    "body in the language": (
        ("document", "coast-rules", "--lang", "ru"),
        "the body of coast-rules has no text in 'ru'",
        "add it to the record, or take another --lang",
    ),
    "restricted": (
        ("document", "secret-plan"),
        "secret-plan is restricted and is not published",
        "--restricted renders it all the same",
    ),
}


@pytest.mark.parametrize("case", LACKING)
def test_what_cannot_be_made(case: str, cicareg: Cicareg) -> None:
    words, message, hint = LACKING[case]
    assert cicareg("-C", CHANCERY, "render", *words) == Ran(3, "", f"cicareg: {message}\n  {hint}\n")


def test_a_restricted_document_is_rendered_where_that_is_wanted(cicareg: Cicareg) -> None:
    ran = cicareg("-C", CHANCERY, "render", "document", "secret-plan", "--restricted")
    assert ran == Ran(
        0,
        "Draft\n\n\\[restricted\\]\n\n# Plan of the hidden rocks\n\nPeriod of applicability: 2031-2032\n\n"
        "1. The rocks lie where they lie.\n",
        "",
    )


def test_a_restricted_note_is_rendered_where_that_is_wanted(cicareg: Cicareg, root: Callable[..., Path]) -> None:
    place = root(changed={f"documents/{NOTE}.yaml": ("number: ACC/7", "number: ACC/7\nrestricted: true")})
    refused = cicareg("-C", place, "render", "note", NOTE)
    assert (refused.code, refused.err) == (
        3,
        f"cicareg: {NOTE} is restricted and is not published\n  --restricted renders it all the same\n",
    )
    assert "№ ACC/7" in cicareg("-C", place, "render", "note", NOTE, "--restricted").out
    assert cicareg("-C", place, "render", "package", MEETING, "-o", place / "out").code == 0
    assert sorted(files(place / "out")) == ["00-index.md", "01-decisions.md", "02-list.md", "03-lights-paper.md"]


def test_gaps_are_marked_where_they_are_allowed(cicareg: Cicareg, root: Callable[..., Path]) -> None:
    rules = ("render", "document", "coast-rules", "--lang", "ru", "--allow-missing")
    assert r"\[??? the body of coast-rules (ru)\]" in cicareg("-C", CHANCERY, *rules).out
    place = root(changed={"states.yaml": ("instrumental: Корванией", "dative: Корвании")})
    again = ("render", "decisions", MEETING, "--lang", "ru")
    assert cicareg("-C", place, *again).err == (
        "cicareg: cicareg/templates/ru/decisions.html:38: the state XCC has no instrumental: add it\n"
    )
    ran = cicareg("-C", place, *again, "--allow-missing")
    assert (ran.code, ran.err) == (0, "")
    assert r"\[??? the state XCC: instrumental\]" in ran.out


@pytest.mark.parametrize("end", ["pdf", "docx"])
@pytest.mark.parametrize("told", [(), ("-o", "-")], ids=["no file", "hyphen"])
def test_what_is_no_text_goes_to_no_screen(
    end: str, told: tuple[str, ...], cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cicareg.commands._deliver.is_screen", lambda: True)
    ran = cicareg("-C", CHANCERY, "render", "note", NOTE, "--to", end, *told)
    assert ran == Ran(2, "", f"cicareg: a .{end} file is no text for a screen\n  add -o FILE.{end}\n")


@pytest.mark.parametrize("words", [("decisions", MEETING), ("package", MEETING), ("documents",)], ids=" ".join)
@pytest.mark.parametrize("where", ["registry", "registry/meetings/out"])
def test_nothing_is_written_among_the_records(
    words: tuple[str, ...], where: str, cicareg: Cicareg, root: Callable[..., Path]
) -> None:
    place = root()
    before = sorted(place.rglob("*"))
    ran = cicareg("-C", place, "render", *words, "-o", place / where)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(
        f"cicareg: {place / where} lies among the records of a register\n  name a place outside it\n"
    )
    assert sorted(place.rglob("*")) == before


def test_a_register_that_cannot_be_read_whole_is_not_published(cicareg: Cicareg, root: Callable[..., Path]) -> None:
    place = root({"areas/pilots.yaml": "dimension: [\n"})
    ran = cicareg("-C", place, "render", "package", MEETING, "-o", place / "out")
    assert (ran.code, ran.out) == (3, "")
    assert "what is published now might lack something\n  cicareg validate shows them\n" in ran.err
    assert not (place / "out").exists()


# a package


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the package of a meeting in all formats, made once."""
    folder = tmp_path_factory.mktemp("made") / "package"
    words = ("render", "package", MEETING, "--to", FORMATS, "-o", str(folder))
    done = process(*words, folder=folder.parent)
    assert (done.stdout, done.stderr) == (b"", LEFT_OUT.encode())
    return folder


def process(*words: str, folder: Path, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src"), **surroundings}
    command = [sys.executable, "-P", "-m", "cicareg", "-C", str(CHANCERY), *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)


def test_the_files_of_a_package(package: Path) -> None:
    assert sorted(files(package)) == sorted(f"{piece}.{end}" for piece in PIECES for end in ENDS)


def test_the_index_of_a_package(package: Path) -> None:
    def row(number: int, title: str, pages: str) -> str:
        return f"| {number} | {title} | {'<br>'.join(f'{PIECES[number]}.{end}' for end in ENDS)} | {pages} |\n"

    assert (package / "00-index.md").read_text(encoding="utf-8") == (
        "Harbour Board\n\nPort Amber, 15 May 2030\n\n# Papers of the meeting\n\n"
        "| No. | Paper | File | Pages |\n| --- | --- | --- | --- |\n"
        + row(1, "Note on the decisions of 15 May 2030", "")
        + row(2, "Нота о решениях от 15 мая 2030 года", "")
        + row(3, "2030 жылғы 15 мамырдағы шешімдер туралы нота", "")
        + row(4, "Decisions of the Harbour Board", "1")
        + row(5, "Decision of the Harbour Board. List of coordinators and co-coordinators", "1")
        + row(6, "Statement of the Diet on Safe Harbours", "1")
        + row(7, "Rules of the Coast", "1")
        + "| 8 | Yearbook for 2031 | enclosed separately |  |\n\n"
        "The enclosure has 4 pages, without what is enclosed separately.\n"
    )


def counted(folder: Path) -> dict[str, int]:
    """Count the pages of what is enclosed: all but the index and the notes."""
    found = {path.stem: len(PdfReader(path).pages) for path in folder.glob("*.pdf")}
    return {name: pages for name, pages in sorted(found.items()) if "index" not in name and NOTE not in name}


def test_the_pages_of_the_index_are_those_of_the_files(package: Path) -> None:
    rows = re.findall(
        r"\| (?:<br>)?(\d\d-[\w-]+)\.md.*\| (\d*) \|$", (package / "00-index.md").read_text(), re.MULTILINE
    )
    assert {name: int(pages) for name, pages in rows if pages} == counted(package)


def test_where_something_goes_separately_the_note_does_not_say_how_many_pages(package: Path) -> None:
    for number, lang in enumerate(("en", "ru", "kk"), start=1):
        said = (package / f"0{number}-{NOTE}-{lang}.md").read_text(encoding="utf-8")
        assert not re.search(r"\d+ (page|парақ)|на \d+ лист", said)


LONG = "body:\n  en: |\n" + "".join(f"    {number}. The light number {number} burns.\n\n" for number in range(1, 121))
YEARBOOK = f"kind: annual-plan\ntitle: {{en: Yearbook for 2031, ru: Ежегодник, kk: Жылнама}}\n{LONG}"


def test_where_all_is_there_the_note_says_the_sum_of_the_pages(
    cicareg: Cicareg, root: Callable[..., Path], tmp_path: Path
) -> None:
    forwarded = {f"documents/{NOTE}.yaml": ("coast-rules, secret-plan", "coast-rules")}
    place, out = root({"documents/yearbook.yaml": YEARBOOK}, forwarded), tmp_path / "out"
    assert cicareg("-C", place, "render", "package", MEETING, "--to", "markdown,pdf", "-o", out) == Ran(0, "", "")
    pages = counted(out)
    assert pages["08-yearbook"] > 2
    total = sum(pages.values())
    assert f"The enclosure has {total} pages.\n" in (out / "00-index.md").read_text(encoding="utf-8")
    said = [
        (out / f"0{number}-{NOTE}-{lang}.md").read_text("utf-8") for number, lang in enumerate(("en", "ru", "kk"), 1)
    ]
    assert f"Enclosure: as stated, {total} pages\n" in said[0]
    assert re.search(rf"на {total} лист(е|ах)\n", said[1])
    assert f"{total} парақ\n" in said[2]


def test_where_something_is_left_out_its_pages_are_not_said_to_be_there(
    cicareg: Cicareg, root: Callable[..., Path], tmp_path: Path
) -> None:
    place, out = root({"documents/yearbook.yaml": YEARBOOK}), tmp_path / "out"
    assert cicareg("-C", place, "render", "package", MEETING, "-o", out) == Ran(0, "", LEFT_OUT)
    assert "Enclosure: as stated\n" in (out / f"01-{NOTE}-en.md").read_text(encoding="utf-8")
    assert "pages, without what is enclosed separately." in (out / "00-index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_package_in_another_language(lang: str, cicareg: Cicareg, tmp_path: Path) -> None:
    words = ("package", MEETING, "--lang", lang, "--to", "markdown", "-o", tmp_path / "out")
    assert cicareg("-C", CHANCERY, "render", *words) == Ran(0, "", LEFT_OUT)
    found = files(tmp_path / "out")
    assert list(found) == [f"{piece}.md" for piece in PIECES[:-1]]  # the rules are on record in English only
    assert found["04-decisions.md"].decode() == (GOLDENS / f"decisions-{MEETING}-{lang}.md").read_text("utf-8")
    separately = {"ru": "Правила побережья", "kk": "Жағалау қағидалары"}[lang]
    assert re.search(rf"\| 7 \| {separately} \| [^|.]+ \|  \|", found["00-index.md"].decode())


def test_nothing_of_a_meeting_is_said(cicareg: Cicareg, root: Callable[..., Path]) -> None:
    place = root({"meetings/board-2031-01-01.yaml": "organ: board\ndate: 2031-01-01\n"})
    ran = cicareg("-C", place, "render", "package", "board-2031-01-01", "-o", place / "out")
    message = "cicareg: nothing of board-2031-01-01 is on record: no decision, no list, no document\n"
    assert (ran.code, ran.err) == (3, message)


# all documents


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give all documents in all formats, made once."""
    folder = tmp_path_factory.mktemp("made") / "documents"
    done = process("render", "documents", "--to", FORMATS, "-o", str(folder), folder=folder.parent)
    assert (done.stdout, done.stderr) == (b"", b"")
    return folder


def test_every_document_is_a_file_and_an_index_leads_to_them(documents: Path, cicareg: Cicareg) -> None:
    ids = ("coast-rules", "harbour-statement", "lights-paper")
    assert sorted(files(documents)) == sorted(["README.md", *(f"{id_}.{end}" for id_ in ids for end in ENDS)])
    assert (documents / "README.md").read_text(encoding="utf-8") == (
        "# ACC\n\n"
        "- [coast-rules](coast-rules.md): Rules of the Coast\n"
        "- [harbour-statement](harbour-statement.md): Statement of the Diet on Safe Harbours\n"
        "- [lights-paper](lights-paper.md): Concept paper on lighthouses\n"
    )
    alone = cicareg("-C", CHANCERY, "render", "document", "coast-rules").out
    assert (documents / "coast-rules.md").read_text(encoding="utf-8") == alone


def test_only_documents_with_a_body_in_the_language(cicareg: Cicareg, root: Callable[..., Path]) -> None:
    place = root()
    assert cicareg("-C", place, "render", "documents", "--lang", "kk", "-o", place / "out") == Ran(0, "", "")
    assert list(files(place / "out")) == ["README.md", "harbour-statement.md"]


def test_where_no_document_has_a_body_it_is_said(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", SAMPLE, "render", "documents", "-o", tmp_path / "out")
    said = "cicareg: no document has a body in 'en' on record\n  there is nothing to render\n"
    assert ran == Ran(3, "", said)
    assert not (tmp_path / "out").exists()


def test_many_documents_are_counted_where_somebody_looks(
    cicareg: Cicareg, root: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = "kind: report\ntitle: {en: Report}\nbody: {en: It is well.}\n"
    place = root({f"documents/report-{number:03}.yaml": paper for number in range(97)})
    screen = io.StringIO()
    screen.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("cicareg.commands._progress.sys", SimpleNamespace(stderr=screen))
    monkeypatch.setenv("TERM", "xterm")
    assert cicareg("-C", place, "render", "documents", "-o", place / "out").code == 0
    said = "".join(f"\r\x1b[Krendering {number} of 100 files" for number in (0, 25, 50, 75))
    assert screen.getvalue() == said + "\r\x1b[K"
    assert len(files(place / "out")) == 101


# what is restricted


def test_what_is_restricted_is_in_no_file(package: Path, documents: Path) -> None:
    made = {**files(package), **files(documents)}
    assert "rocks" not in "".join(made)
    for name, raw in made.items():
        said = unicodedata.normalize("NFC", text(name, raw))
        assert [secret for secret in SECRETS if secret in said or secret.encode() in raw] == [], name
        assert len(said) > 20, name


# compared with what is published


def test_one_published_file_is_compared(cicareg: Cicareg, tmp_path: Path) -> None:
    path, words = tmp_path / "note.md", ("-C", CHANCERY, "render", "note", NOTE)
    assert cicareg(*words, "-o", path).code == 0
    assert cicareg(*words, "--check", path) == Ran(0, "", f"{path}: says what the register says\n")
    path.write_text(path.read_text(encoding="utf-8").replace("ACC/7", "ACC/8"), encoding="utf-8")
    ran = cicareg(*words, "--check", path)
    assert (ran.code, ran.err) == (1, f"{path}: no longer says what the register says\n")
    assert "-№ ACC/8\n+№ ACC/7\n" in ran.out


def test_a_published_file_that_is_not_there(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", CHANCERY, "render", "note", NOTE, "--check", tmp_path / "note.md")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"cicareg: {tmp_path / 'note.md'} cannot be read: No such file or directory\n"


def test_a_published_folder_is_compared(cicareg: Cicareg, tmp_path: Path) -> None:
    folder = tmp_path / "published"
    words = ("-C", CHANCERY, "render", "package", MEETING, "--to", "markdown, docx")
    assert cicareg(*words, "-o", folder) == Ran(0, "", LEFT_OUT)
    assert cicareg(*words, "--check", folder) == Ran(0, "", f"{LEFT_OUT}{folder}: says what the register says\n")
    (folder / "ours.txt").write_text("somebody else's", encoding="utf-8")
    (folder / "04-decisions.pdf").write_text("of a format that is not asked for", encoding="utf-8")
    assert cicareg(*words, "--check", folder).code == 0
    (folder / "04-decisions.md").write_text("Nothing was decided.\n", encoding="utf-8")
    (folder / "05-list.docx").unlink()
    (folder / "09-secret-plan.md").write_text("The rocks.\n", encoding="utf-8")
    before = files(folder)
    assert cicareg(*words, "--check", folder) == Ran(
        1,
        f"{folder}/04-decisions.md: differs from what the register says\n"
        f"{folder}/05-list.docx: is missing\n"
        f"{folder}/09-secret-plan.md: is not what the register makes\n",
        f"{LEFT_OUT}{folder}: no longer says what the register says\n",
    )
    assert files(folder) == before


def test_a_published_folder_that_is_not_there_lacks_everything(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", CHANCERY, "render", "package", MEETING, "--check", tmp_path / "none")
    assert ran.code == 1
    assert ran.out.splitlines() == [f"{tmp_path}/none/{piece}.md: is missing" for piece in PIECES]
    assert not (tmp_path / "none").exists()


def test_a_folder_made_before_is_written_anew(cicareg: Cicareg, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    words = ("-C", CHANCERY, "render", "documents", "-o", folder)
    assert cicareg(*words).code == 0
    before = files(folder)
    (folder / "coast-rules.md").write_text("old\n", encoding="utf-8")
    assert cicareg(*words).code == 0
    assert files(folder) == before


# the same bytes

LATER = """
import datetime, sys, time

real, now = datetime.datetime, time.time
time.time = lambda: now() + 1e9
local, utc = time.localtime, time.gmtime
time.localtime = lambda at=None: local(time.time() if at is None else at)
time.gmtime = lambda at=None: utc(time.time() if at is None else at)

class Later(real):
    @classmethod
    def now(cls, tz=None):
        return real.now(tz) + datetime.timedelta(seconds=1e9)
    @classmethod
    def utcnow(cls):
        return real.utcnow() + datetime.timedelta(seconds=1e9)
    today = now

datetime.datetime = Later
assert datetime.datetime.now().year > 2050
from cicareg.cli import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("surroundings", "later"),
    [
        ({"TZ": "Pacific/Kiritimati", "LC_ALL": "ru_RU.UTF-8", "PYTHONHASHSEED": "7"}, False),
        ({"TZ": "America/Lima", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "86400", "HOME": "/"}, True),
    ],
    ids=["elsewhere", "later"],
)
def test_the_same_bytes_elsewhere_and_at_another_time(
    surroundings: Mapping[str, str], later: bool, package: Path, documents: Path, tmp_path: Path
) -> None:
    told = {**os.environ, "PYTHONPATH": str(PROJECT / "src"), **surroundings, "CICAREG_CACHE": str(tmp_path / "cache")}
    program = ["-c", LATER] if later else ["-P", "-m", "cicareg"]
    for name, words, before in (("a", ("package", MEETING), package), ("b", ("documents",), documents)):
        command = [sys.executable, *program, "-C", str(CHANCERY), "render", *words, "--to", FORMATS, "-o", name]
        subprocess.run(command, cwd=tmp_path, env=told, capture_output=True, check=True)
        assert files(tmp_path / name) == files(before)
