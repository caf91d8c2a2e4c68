"""Tables: header rows that repeat, rows that stay whole, cells that are truly merged."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from cicareg.document import Cell, Table, grid
from cicareg.formats.word.widths import short, widths
from cicareg.formats.word.xml import marked, run, w

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

HEAD, TEXT = "table head", "table text"
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_TOGETHER = 12  # rows under one merged cell stay on one page up to so many


class Page(NamedTuple):
    """What tables need to know of the page: the id of a style by name, the width of the text, the size of letters."""

    style: Callable[[str], str | None]
    grid: str | None
    width: int
    em: int


class _Placed(NamedTuple):
    """A cell in its place; None where a cell from above reaches."""

    column: int
    cell: Cell | None
    span: int


class _Row(NamedTuple):
    cells: list[_Placed]
    is_header: bool
    is_title: bool
    stays: bool  # with the next row on one page


def table(shown: Table, page: Page) -> "Element":
    """Make the table; ValueError where the cells of a row do not fill it."""
    grid(shown)
    rows = list(_rows(shown))
    lines = [[(at, _bold(cell, row), span) for at, cell, span in row.cells if cell] for row in rows]
    columns = widths(lines, shown.width, page.width, page.em)
    centred = {at for at in range(shown.width) if short(lines[len(shown.header) :], at)}
    made = w("tbl", _properties(page), w("tblGrid", *(w("gridCol", w=width) for width in columns)))
    made.extend(_row(row, columns, centred, page) for row in rows)
    return made


def _bold(cell: Cell, row: _Row) -> Cell:
    return cell._replace(strong=cell.strong or row.is_header)


def _properties(page: Page) -> "Element":
    looks = [w("tblStyle", val=page.grid)] if page.grid else []
    borders = [] if page.grid else [_borders()]
    size, fixed = w("tblW", w=page.width, type="dxa"), w("tblLayout", type="fixed")
    look = w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1)
    return w("tblPr", *looks, size, *borders, fixed, look)


def _borders() -> "Element":
    return w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="auto") for edge in _EDGES))


def _rows(shown: Table) -> Iterator[_Row]:
    """Give the rows with their cells in place; one under a merged cell stays with those that are under it too."""
    rows = (*shown.header, *shown.rows)
    reaching: dict[int, tuple[int, int]] = {}  # by column: how many more rows a cell reaches into, and its columns
    together = 0  # how many more rows belong with this one
    for number, row in enumerate(rows):
        placed = list(_placed(row, shown.width, reaching))
        longest = max((placed.cell.rows for placed in placed if placed.cell), default=1)
        together = max(together - 1, longest - 1 if longest <= _TOGETHER else 0)
        is_header, is_title = number < len(shown.header), shown.is_title(row)
        stays = (is_header or is_title or together > 0) and number + 1 < len(rows)
        yield _Row(placed, is_header, is_title, stays)


def _placed(row: tuple[Cell, ...], columns: int, reaching: dict[int, tuple[int, int]]) -> Iterator[_Placed]:
    cells, column = iter(row), 0
    while column < columns:
        more, span = reaching.pop(column, (0, 1))
        cell = None if more else next(cells)
        if cell:
            more, span = cell.rows, cell.columns
            for covered in range(column, column + span):
                reaching.pop(covered, None)
        if more > 1:
            reaching[column] = more - 1, span
        yield _Placed(column, cell, span)
        column += span


def _row(row: _Row, columns: list[int], centred: set[int], page: Page) -> "Element":
    made = w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if row.is_header else [])))
    for placed in row.cells:
        width = sum(columns[placed.column : placed.column + placed.span])
        centre = row.is_header or row.is_title or placed.column in centred
        made.append(_cell(placed, width, row, centre=centre, page=page))
    return made


def _cell(placed: _Placed, width: int, row: _Row, *, centre: bool, page: Page) -> "Element":
    cell = placed.cell
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if placed.span > 1:
        properties.append(w("gridSpan", val=placed.span))
    if cell is None:
        properties.append(w("vMerge"))
    elif cell.rows > 1:
        properties.append(w("vMerge", val="restart"))
    if row.is_header:
        properties.append(w("vAlign", val="center"))
    made = w("tc", properties)
    bold = row.is_header or bool(cell and cell.strong)
    for line, mark in (cell.marked if cell else ()) or (("", ""),):
        styles = [*(["b"] if bold else []), *marked(mark)]
        made.append(_line(line, row, styles, centre=centre, page=page))
    return made


def _line(line: str, row: _Row, styles: list[str], *, centre: bool, page: Page) -> "Element":
    """Make a line of a cell: a paragraph of its own, in the style of heads or of what stands below."""
    style = page.style(HEAD if row.is_header else TEXT)
    properties = w("pPr", *([w("pStyle", val=style)] if style else []))
    if row.stays:
        properties.append(w("keepNext"))
    if not style:
        properties.append(w("spacing", before=20, after=20))
    if centre or not style:
        properties.append(w("jc", val="center" if centre else "left"))
    return w("p", properties, *([run(line, styles)] if line else []))
