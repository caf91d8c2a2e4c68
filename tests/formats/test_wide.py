"""A table of many columns lays the page on its side, in each format that has pages."""

import io
from typing import Any

import docx
import pytest
from pypdf import PdfReader

from cicareg.document import Cell, Document, Heading, Table
from cicareg.formats.html import document as as_html
from cicareg.formats.pdf import file as as_pdf
from cicareg.formats.word.filling import filled
from cicareg.storage.templates import read_templates

TEMPLATES = read_templates(None, "en")


def made(columns: int, rows: int = 2) -> Document:
    head = tuple(Cell(("X",)) for _ in range(columns))
    line = tuple(Cell((f"Words of column {number}",)) for number in range(columns))
    return Document("en", (Heading(1, "Title"), Table((head,), (line,) * rows)))


@pytest.mark.parametrize(("columns", "wide"), [(2, False), (6, False), (7, True), (12, True)])
def test_seven_columns_are_wide(columns: int, wide: bool) -> None:
    assert made(columns).is_wide is wide


def sizes(document: Document) -> list[tuple[bool, bool]]:
    """Tell of each page of the PDF whether it lies on its side, and whether it has the head of the table, the X."""
    pages = PdfReader(io.BytesIO(as_pdf(document, TEMPLATES))).pages
    return [(page.mediabox.width > page.mediabox.height, "X" in page.extract_text()) for page in pages]


def test_a_wide_pdf_lies_on_its_side_and_repeats_the_head_on_each_page() -> None:
    found = sizes(made(7, 60))
    assert len(found) > 1
    assert set(found) == {(True, True)}
    assert sizes(made(6)) == [(False, True)]


def opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(filled(document, *TEMPLATES["base.docx"])))


def test_a_wide_word_file_lies_on_its_side_and_its_table_fills_the_page() -> None:
    wide, upright = opened(made(7)).sections[-1], opened(made(6)).sections[-1]
    assert (wide.page_width, wide.page_height) == (upright.page_height, upright.page_width)
    assert wide.page_width > wide.page_height
    assert wide.orientation == 1
    columns = opened(made(7)).tables[0].columns
    inside = wide.page_width - wide.left_margin - wide.right_margin
    assert abs(sum(column.width for column in columns) - inside) < 10_000


def test_a_wide_html_file_is_printed_on_its_side() -> None:
    assert "@page { size: A4 landscape; }" in as_html(made(7))
    assert "landscape" not in as_html(made(6))
