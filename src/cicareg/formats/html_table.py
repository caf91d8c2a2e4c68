"""A table as HTML: every cell knows its heads, and what is merged in the model is merged here."""

from collections.abc import Iterator
from html import escape

from cicareg.document import Cell, Mark, Table, grid
from cicareg.formats.structure import body_heads
from cicareg.visible import visible

_MARKS = {"gone": "del", "new": "ins"}


def text(shown: str) -> str:
    """Give a text as data of HTML content; a line feed is a new line."""
    return line(shown).replace("\n", "<br>")


def line(shown: str) -> str:
    """Give a text as data of HTML, also of an attribute between quotes."""
    return escape(visible(shown))


def rows(table: Table, about: str = "") -> str:
    """Give a table; `about` is what else its tag says."""
    head = "\n".join(_row([_cell(cell, "col") for cell in row]) for row in table.header)
    body = "\n".join(f"<tbody>\n{group}\n</tbody>" for group in _groups(table))
    return f"<table{about}>\n<thead>\n{head}\n</thead>\n{body or '<tbody></tbody>'}\n</table>"


def _groups(table: Table) -> Iterator[str]:
    """Yield the rows, group by group; no group ends where a cell reaches into the next row."""
    laid = grid(table)
    heads = body_heads(table, laid)
    waiting: list[str] = []
    reaching = 0  # how many more rows a cell reaches into
    for index, (row, cells) in enumerate(zip(table.rows, laid[len(table.header) :], strict=True)):
        titled = table.is_title(row)
        if waiting and reaching <= 0 and (titled or index in table.groups):
            yield "\n".join(waiting)
            waiting = []
        reaching = max([reaching, *(cell.rows for cell in row)]) - 1
        if titled:
            waiting.append(_row([_cell(row[0], "rowgroup")], ' class="title"'))
            continue
        scopes = ("row" if column in heads else "" for column in range(table.width))
        waiting.append(_row([_cell(cell, scope) for cell, scope in zip(cells, scopes, strict=True) if cell]))
    if waiting:
        yield "\n".join(waiting)


def _row(cells: list[str], about: str = "") -> str:
    return f"<tr{about}>{''.join(cells)}</tr>"


def _line(shown: str, mark: Mark) -> str:
    tag = _MARKS.get(mark)
    return f"<{tag}>{text(shown)}</{tag}>" if tag else text(shown)


def _cell(cell: Cell, scope: str) -> str:
    """Give a cell; one without text is no head of anything."""
    lines = "<br>".join(_line(shown, mark) for shown, mark in cell.marked)
    shown = f"<strong>{lines}</strong>" if cell.strong and scope != "rowgroup" and lines else lines
    spans = "".join(
        f' {name}="{number}"' for name, number in (("rowspan", cell.rows), ("colspan", cell.columns)) if number > 1
    )
    if not scope or not lines:
        return f"<td{spans}>{shown}</td>"
    return f'<th scope="{scope}"{spans}>{shown}</th>'
