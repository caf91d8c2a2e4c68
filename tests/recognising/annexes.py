"""Word annexes as somebody else writes them: five heads, merged cells, several states in one line."""

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.oxml import OxmlElement

from cicareg.formats.docx import sheets
from cicareg.picture import Picture
from cicareg.recognising.lists import picture_of_sheets
from cicareg.registry import Registry
from cicareg.storage.templates import read_templates
from cicareg.words import Words, read_words

HEADS = ("No.", "Dimension", "Priority Area", "Coordinator", "Co-coordinator")
Rows = Sequence[tuple[str, str, str, str, str, str]]  # number, dimension, number of the area, area, and who holds it

ANNEX: Rows = (
    ("1", "Nature", "1", "Safety on ice", "Alderia (2024-2025)", "Borland (2024-2025)"),
    ("", "", "2", "Fisheries", "Borland", "Corvania Alderia"),
    ("2", "People", "", "", "", ""),
)


def languages(*langs: str) -> tuple[Words, ...]:
    """Give the packaged words of some languages."""
    found = (read_templates(None, lang)["words.yaml"] for lang in langs or ("en",))
    return tuple(read_words(template.origin, template.raw) for template in found)


def annex(rows: Rows, heads: Sequence[str] = HEADS) -> Any:
    """Make a Word file: the head of the area spans two columns, a dimension spans the rows of its areas."""
    word = docx.Document()
    table = word.add_table(len(rows) + 1, 6)
    for column, text in zip((0, 1, 2, 4, 5), heads, strict=True):
        table.cell(0, column).text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row):
            if text:
                table.cell(number, column).text = text
        if not row[2]:
            table.cell(number, 2).merge(table.cell(number, 3))
    starts = [number for number, row in enumerate(rows, start=1) if row[0]]
    for first, after in zip(starts, [*starts[1:], len(rows) + 1], strict=True):
        for column in (0, 1) if after - first > 1 else ():
            table.cell(first, column).merge(table.cell(after - 1, column))
    return word


def saved(word: Any) -> bytes:
    """Give the bytes of a Word file."""
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def read(registry: Registry, word: Any, *langs: str) -> Picture:
    """Read a Word file with the names of a register."""
    return picture_of_sheets(registry, "the annex", sheets(saved(word), "the annex"), languages(*langs))


def mark(name: str) -> Any:
    """Make an element of WordprocessingML."""
    return OxmlElement(f"w:{name}")
