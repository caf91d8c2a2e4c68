"""A document as the plain data that the PDF's template prints."""

from collections.abc import Mapping, Sequence
from typing import Any

from cicareg.document import UNDATED, Cell, Document, PageBreak, Paragraph, Run, Table
from cicareg.formats.columns import columns
from cicareg.formats.structure import Headed, Items, Listed, Part, parts, title
from cicareg.visible import visible

_POINT = "\N{EN DASH}"
# What is longer than a page is cut in two rather than lost below its edge; else a row stays whole.
_MOST_LINES = 25
_MOST_LETTERS = 400


def data(published: Document) -> Mapping[str, Any]:
    """Give the whole document."""
    about = published.about
    day = about.date or UNDATED
    return {
        "language": published.language,
        "title": visible(title(published)),
        "author": visible(about.author),
        "keywords": [visible(about.number)] if about.number else [],
        "wide": published.is_wide,
        "date": [day.year, day.month, day.day],
        "parts": [_part(part) for part in parts(published)],
    }


def _part(part: Part) -> Mapping[str, Any]:
    match part:
        case Headed():
            words = visible(" ".join(part.heading.text.split()))
            return {"kind": "heading", "level": part.heading.level, "depth": part.depth, "text": words}
        case Paragraph():
            return {"kind": "paragraph", "role": part.role, "runs": _runs(part.runs)}
        case Items():
            return {"kind": "items", "items": [_item(listed) for listed in part.items]}
        case PageBreak():
            return {"kind": "page"}
        case Table():
            return _table(part)


def _item(listed: Listed) -> Mapping[str, Any]:
    marker = visible(listed.item.marker) or _POINT
    return {"marker": marker, "runs": _runs(listed.item.runs), "below": [_item(below) for below in listed.below]}


def _runs(runs: Sequence[Run]) -> list[Mapping[str, str]]:
    return [{"style": run.style, "text": visible(run.text)} for run in runs]


def _table(table: Table) -> Mapping[str, Any]:
    return {
        "kind": "table",
        "columns": columns(table),
        "header": [_row(row) for row in table.header],
        "rows": [_row(row, title=table.is_title(row)) for row in table.rows],
        "note": visible(table.note),
    }


def _row(row: tuple[Cell, ...], *, title: bool = False) -> list[Mapping[str, Any]]:
    long = any(cell.rows == 1 and _is_long(cell) for cell in row)
    return [
        {
            "lines": [visible(line) for line in cell.lines],
            "marks": list(cell.marks),
            "rows": cell.rows,
            "columns": cell.columns,
            "strong": cell.strong,
            "title": title,
            "breakable": long or cell.rows > 1,
        }
        for cell in row
    ]


def _is_long(cell: Cell) -> bool:
    return len(cell.lines) > _MOST_LINES or sum(map(len, cell.lines)) > _MOST_LETTERS
