"""What is published as PDF: read back with another library; the same bytes wherever and whenever it is made."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cicareg.document import About, Block, Cell, Document, Heading, Item, PageBreak, Paragraph, Run, Table, plain
from cicareg.errors import CicaregError
from cicareg.formats import pdf, pdf_bounds
from cicareg.storage.templates import read_templates
from tests.conftest import Ran
from tests.formats.papers import ABOUT, LAKES, MARKERS, PAPER, TABLE
from tests.support import PROJECT, SAMPLE

TEMPLATES = read_templates(None, "en")


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the structure that a screen reader is told, and its attributes."""

    name: str
    parent: str
    attributes: dict[str, Any]


def made(*blocks: Block, about: About = ABOUT, language: str = "en") -> PdfReader:
    return PdfReader(io.BytesIO(pdf.file(Document(language, blocks, about), TEMPLATES)))


def root(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def text(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def squeezed(said: str) -> str:
    return "".join(said.replace("\u200b", "").split())


def nodes(reader: PdfReader) -> list[Node]:
    return list(_nodes(root(reader)["/StructTreeRoot"], ""))


def _nodes(element: Any, parent: str) -> Iterator[Node]:
    element = element.get_object()
    name = str(element.get("/S", ""))
    if name:
        stated = element.get("/A", [])
        parts = [part.get_object() for part in (stated if isinstance(stated, list) else [stated])]
        yield Node(
            name, parent, {key: value for part in parts if hasattr(part, "items") for key, value in part.items()}
        )
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if hasattr(kid.get_object(), "get"):
            yield from _nodes(kid, name)


PRINTED = made(*PAPER.blocks)


def test_the_file_says_language_title_author_number_and_date() -> None:
    found = PRINTED.metadata
    assert found is not None
    assert [found.title, found.author, found["/Keywords"]] == ["Statement on Ice", ABOUT.author, "DOC/7"]
    assert found.creation_date is not None
    assert found.creation_date.date() == ABOUT.date
    assert root(PRINTED)["/Lang"] == "en"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_language_is_that_of_the_document(language: str) -> None:
    assert root(made(Heading(1, "Ә"), language=language))["/Lang"] == language


def test_it_is_tagged_and_says_that_it_is_pdf_a_and_pdf_ua() -> None:
    catalog = root(PRINTED)
    said = catalog["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in "".join(said.split())
    assert "<pdfuaid:part>1</pdfuaid:part>" in "".join(said.split())
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]


def test_pages_are_a4_and_counted() -> None:
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in PRINTED.pages} == {(595, 842)}
    count = len(PRINTED.pages)
    assert count >= 3
    for number, page in enumerate(PRINTED.pages, start=1):
        assert f"{number}/{count}" in squeezed(page.extract_text())


@pytest.mark.parametrize("breaks", [0, 1, 4])
def test_the_count_of_pages_is_that_of_the_file(breaks: int) -> None:
    blocks = [Heading(1, "a"), *(block for number in range(breaks) for block in (PageBreak(), Heading(2, f"{number}")))]
    published = Document("en", tuple(blocks))
    assert pdf.pages(published, TEMPLATES) == breaks + 1
    assert len(PdfReader(io.BytesIO(pdf.file(published, TEMPLATES))).pages) == breaks + 1


def test_headings_are_the_bookmarks() -> None:
    def titles(outline: Any) -> list[Any]:
        return [titles(entry) if isinstance(entry, list) else entry.title for entry in outline]

    assert titles(PRINTED.outline) == ["Statement of the Assembly", ["Chapter I", "Chapter II", "Annex"]]


def test_headings_lists_and_tables_are_told_to_screen_readers() -> None:
    found = nodes(PRINTED)
    names = [node.name for node in found]
    assert [name for name in names if name.startswith("/H")] == ["/H1", "/H2", "/H2", "/H2"]
    assert names.count("/Lbl") == len(MARKERS)
    assert [node.parent for node in found if node.name == "/L"].count("/L") == 2
    spans = [node.attributes.get("/RowSpan") for node in found if node.name == "/TD"]
    assert spans.count(5) == 16
    heads = [node.attributes for node in found if node.name == "/TH"]
    assert [head.get("/ColSpan") for head in heads] == [None, None, 2, None, 5]


def test_a_merged_cell_is_read_in_its_first_row() -> None:
    rows: list[list[Any]] = []
    for node in nodes(PRINTED):
        if node.name == "/TR":
            rows.append([])
        elif node.parent == "/TR":
            rows[-1].append(node.attributes.get("/RowSpan"))
    assert rows[2] == [5, 5, None, None, None]
    assert rows[3] == [None, None, None]


def test_markers_are_as_stated_and_in_order() -> None:
    said = text(PRINTED)
    start = said.index("Chapter I")
    lines = [line.strip() for line in said[start:].splitlines()]
    found = [line.split()[0] for line in lines if line.split() and line.split()[0] in MARKERS]
    assert found[: len(MARKERS)] == MARKERS


def test_every_row_is_there_in_order_and_heads_are_repeated() -> None:
    said = squeezed(text(PRINTED))
    at = said.index(squeezed("1  The north"))
    for row in LAKES:
        at = said.index(squeezed("".join(line for cell in row[-3:] for line in cell.lines)), at)
    long = made(Table(TABLE.header, LAKES * 4))
    assert len(long.pages) > 2
    for page in long.pages:
        assert squeezed(page.extract_text()).startswith("No.CountryLakeWhocountsit")


def test_a_row_is_not_broken_and_one_longer_than_a_page_is_not_lost() -> None:
    six = Cell(tuple(f"line {number}" for number in range(6)))
    long = made(Table(((Cell(("a",)),),), ((six,),) * 40))
    for page in long.pages:
        assert page.extract_text().count("line 0") == page.extract_text().count("line 5")
    lost = made(Table(((Cell(("a",)),),), ((Cell(tuple(f"line {number};" for number in range(200))),),)))
    said = text(lost)
    assert all(f"line {number};" in said for number in range(200))


def test_what_is_typst_is_printed_as_it_is() -> None:
    said = "#read(\"/etc/hostname\") $x$ *a* _b_ `c` @d <e> \\u{41} // f /* g */ 'h' -- --- = i"
    found = made(Heading(1, said), Paragraph(plain(said)), Item(said, plain(said)))
    assert squeezed(text(found)).count(squeezed(said)) == 4


def test_all_kazakh_letters_in_each_style() -> None:
    letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё№«»"
    runs = (Run(letters), Run("\n" + letters, "emphasis"), Run("\n" + letters, "strong"))
    assert squeezed(text(made(Paragraph(runs)))).count(letters) == 3


def test_a_long_word_stays_on_the_page() -> None:
    found = made(Table(((Cell(("a",)), Cell(("b",))),), ((Cell(("x" * 200,)), Cell(("y",))),)))
    assert "x" * 200 in squeezed(text(found))
    assert max(len(line) for line in text(found).splitlines()) < 90


@pytest.mark.parametrize("letter", ["中", "😀"])
def test_a_letter_without_a_font_is_refused_by_name(letter: str) -> None:
    with pytest.raises(CicaregError, match=f"the fonts of the PDF have no letter for '{letter}'"):
        made(Paragraph(plain(f"a {letter} b")))


def test_what_typst_refuses_is_said_without_a_traceback() -> None:
    with pytest.raises(CicaregError, match=r"^typst made no PDF of this document\. It said:\n"):
        made(Heading(1, "x"), language="not a language")


@pytest.mark.parametrize(
    "block, message",
    [
        (Paragraph(plain("ab " * 7_000)), "at most 20000 letters in a paragraph; here are 21000"),
        (Table(((Cell(("ab " * 4_000,)),),), ()), "at most 10000 letters in a cell; here are 12000"),
        (Paragraph((Run(""),) * 20_000), "at most 20000 paragraphs, cells and stretches of text; here are 20001"),
    ],
)
def test_what_would_take_minutes_is_refused(block: Block, message: str) -> None:
    with pytest.raises(CicaregError, match=message):
        pdf_bounds.check(Document("en", (block,)))


def test_what_all_of_it_may_hold() -> None:
    pdf_bounds.check(Document("en", (Paragraph(plain("ab " * 6_666)),) * 50))
    with pytest.raises(CicaregError, match="at most 1000000 letters; here are 1019898"):
        pdf_bounds.check(Document("en", (Paragraph(plain("ab " * 6_666)),) * 51))
    with pytest.raises(CicaregError, match="at most 20000 letters in words of thirty and more; here are 20010"):
        pdf_bounds.check(Document("en", (Paragraph(plain("x" * 30)),) * 667))


def test_the_same_bytes_in_another_process_place_time_and_locale(tmp_path: Path) -> None:
    surroundings = (
        (tmp_path, {"SOURCE_DATE_EPOCH": "1", "TZ": "UTC", "LC_ALL": "C"}),
        (PROJECT, {"SOURCE_DATE_EPOCH": "1900000000", "TZ": "Asia/Almaty", "LC_ALL": "ru_RU.UTF-8", "HOME": "/"}),
    )
    sums = set()
    for folder, told in surroundings:
        command = [sys.executable, "-P", "-m", "cicareg", "-C", str(SAMPLE), "render", "list", "--to", "pdf"]
        environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src"), **told}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
        assert done.stdout.startswith(b"%PDF-1.7")
        sums.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(sums) == 1


def test_a_file_without_a_date_does_not_say_today() -> None:
    found = made(Heading(1, "x"), about=About()).metadata
    assert found is not None
    assert found.creation_date is not None
    assert found.creation_date.year == 2000


LETTERS = st.text(st.sampled_from("ab Ққ\n\r\t\x00#$*_`@<>[]{}()\\/\"'=-+~.:;&%1"), max_size=25)


def with_text(said: str) -> Document:
    """Put a text wherever a text can stand."""
    runs = (Run(f"x{said}"), Run(f"x{said}", "emphasis"), Run(f"x{said}", "strong"))
    cells = (Cell((f"x{said}", "x")), Cell((f"x{said}",), strong=True))
    table = Table((cells,), (cells, (Cell((f"x{said}",), columns=2),), cells), frozenset({1}), f"x{said}")
    blocks = (Heading(1, f"x{said}"), Paragraph(runs, said), Item(f"x{said}", runs), Item("", runs, 1), table)
    return Document("en", blocks, ABOUT._replace(title=f"x{said}", author=said, number=said))


def skeleton(published: Document) -> list[tuple[str, str]]:
    """Give the structure without the spans of lines."""
    found = nodes(PdfReader(io.BytesIO(pdf.file(published, TEMPLATES))))
    return [(node.name, node.parent) for node in found if node.name != "/Span"]


PLAIN = skeleton(with_text(""))


@settings(max_examples=40, deadline=None)
@given(LETTERS)
def test_no_text_changes_the_structure(said: str) -> None:
    assert skeleton(with_text(said)) == PLAIN


def test_without_typst_the_way_to_get_it_is_said(
    cicareg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setenv("CICAREG_CACHE", str(tmp_path / "nothing-remembered"))
    ran = cicareg("-C", SAMPLE, "render", "list", "--to", "pdf", "-o", tmp_path / "x.pdf")
    assert (ran.code, ran.err) == (3, 'cicareg: this needs typst; install it with: pip install "cicareg[pdf]"\n')
    assert not (tmp_path / "x.pdf").exists()


def test_a_pdf_goes_to_a_file_and_is_compared(cicareg: Callable[..., Ran], tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    words = ("-C", SAMPLE, "render", "list", "--to", "pdf")
    assert cicareg(*words, "-o", path) == Ran(0, "", "")
    assert cicareg(*words, "--check", path).code == 0
    path.write_bytes(path.read_bytes() + b"\n")
    assert cicareg(*words, "--check", path).code == 1


def test_a_pdf_is_not_shown_on_a_screen(cicareg: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cicareg.commands._deliver.is_screen", lambda: True)
    ran = cicareg("-C", SAMPLE, "render", "list", "--to", "pdf")
    assert (ran.code, ran.out) == (2, "")
    assert "add -o FILE.pdf" in ran.err
