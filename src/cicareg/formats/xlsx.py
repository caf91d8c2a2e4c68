"""The list as a spreadsheet: the rows of the CSV with the names beside the ids, to sort and to filter."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cicareg.document import UNDATED, About
from cicareg.formats.csv import lines
from cicareg.formats.extras import needed
from cicareg.formats.format import Format
from cicareg.formats.posts_csv import COLUMNS
from cicareg.formats.zipped import unzipped, zipped
from cicareg.listed import Listing
from cicareg.visible import visible_line

_SHEET = "List"
_NAMES = {"dimension": "dimension-name", "area": "area-name"}
HEAD = tuple(name for column in COLUMNS for name in (column, _NAMES.get(column)) if name)
_BUTTON, _WIDEST = 4, 60  # characters: the button of a filter; what is longer wraps
_LONGEST = 32_767  # what a cell holds
_A4 = 9
_OF_A_PROPERTY = 255


def workbook(listed: Listing, about: About) -> bytes:
    """Give the bytes of the file; the same list gives the same bytes."""
    xlsxwriter = needed("xlsxwriter", "excel")
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties(_properties(listed, about))
    sheet = book.add_worksheet(_SHEET)
    found = list(_lines(listed))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(found), len(HEAD) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    _write(
        sheet, (HEAD, *found), book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    )
    book.close()
    return zipped(unzipped(buffer.getvalue(), most=1 << 32, entries=1000))


def _write(sheet: Any, rows: Sequence[Sequence[str]], head: Any, body: Any) -> None:
    """Write all cells as text, whatever they begin with; only a position is a number."""
    for column, name in enumerate(HEAD):
        texts = [line[column] for line in rows]
        wide = max(len(name) + _BUTTON, *(len(text) + 1 for text in texts))
        sheet.set_column(column, column, min(wide, _WIDEST))
        for row, text in enumerate(texts):
            if row and text and name == "position":
                sheet.write_number(row, column, int(text), body)
            else:
                sheet.write_string(row, column, text, body if row else head)


def _lines(listed: Listing) -> Iterator[tuple[str, ...]]:
    for post, row in lines(listed):
        names = {"dimension-name": post.dimension_name, "area-name": post.name, **dict(zip(COLUMNS, row, strict=True))}
        yield tuple(visible_line(names[name])[:_LONGEST] for name in HEAD)


def _properties(listed: Listing, about: About) -> Mapping[str, Any]:
    texts = {"title": about.title, "author": about.author, "subject": about.number or listed.said}
    day = dt.datetime.combine(about.date or UNDATED, dt.time())
    return {**{key: visible_line(text)[:_OF_A_PROPERTY] for key, text in texts.items()}, "created": day}


FORMAT = Format("xlsx", workbook=workbook, suffix=".xlsx")
