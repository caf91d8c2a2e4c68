"""A table for the terminal: boxed by rich on a screen, plain aligned columns elsewhere and when long."""

import io
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cicareg.document import Cell, Table, grid
from cicareg.formats.format import Format
from cicareg.look import Look
from cicareg.visible import visible

if TYPE_CHECKING:
    from rich.text import Text

_LONGEST_BOXED = 500  # a row of a rich table costs some 0.5 ms


def table(shown: Table, look: Look) -> str:
    """Give the table for the screen, or as plain aligned columns for a pipe or a file."""
    if look.screen and len(shown.rows) <= _LONGEST_BOXED:
        return _boxed(shown, look) + _note(shown, look)
    return _plain(shown) + _note(shown, look)


def _note(shown: Table, look: Look) -> str:
    """Give the note below the table; on a screen its lines are wrapped."""
    lines = visible(shown.note).split("\n")
    if look.screen:
        lines = [part for line in lines for part in textwrap.wrap(line, look.width, break_on_hyphens=False) or [""]]
    return "\n" + "\n".join(lines) + "\n" if shown.note else ""


def _plain(shown: Table) -> str:
    rows = [_texts(line) for line in grid(shown)]
    titles = [shown.is_title(row) for row in (*shown.header, *shown.rows)]
    widths = [
        max((len(row[i]) for row, title in zip(rows, titles, strict=True) if not title), default=0)
        for i in range(shown.width)
    ]
    lines = [
        _aligned([cell.lines[0] for cell in _split(Cell((row[0],)))], widths) if title else _aligned(row, widths)
        for row, title in zip(rows, titles, strict=True)
    ]
    return "\n".join(lines) + "\n"


def _aligned(texts: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(text.ljust(width) for text, width in zip(texts, widths, strict=False)).rstrip()


def _texts(line: tuple[Cell | None, ...]) -> list[str]:
    return [visible("; ".join(cell.lines)) if cell else "" for cell in line]


def _boxed(shown: Table, look: Look) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    boxed = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    heads = [visible(" ".join(cell.lines)) for cell in shown.header[0] for _ in range(cell.columns)]
    for index, head in enumerate(heads):
        boxed.add_column(Text(head), no_wrap=index == 0, overflow="fold")
    for index, (row, line) in enumerate(zip(shown.rows, grid(shown)[len(shown.header) :], strict=True)):
        if index in shown.groups:
            boxed.add_section()
        cells = _split(row[0]) if shown.is_title(row) else line
        boxed.add_row(*[_styled(cell, Text) for cell in cells])
    text = io.StringIO()
    console = Console(
        file=text, width=look.width, force_terminal=look.color, color_system="standard" if look.color else None,
        markup=False, emoji=False, highlight=False, legacy_windows=False,
    )  # fmt: skip
    console.print(boxed)
    return "".join(line.rstrip() + "\n" for line in text.getvalue().splitlines())


def _split(title: Cell) -> tuple[Cell, Cell]:
    """Set number and name of a group's title under the columns they belong to."""
    number, _, name = title.lines[0].partition("  ")
    return Cell((number,), strong=True), Cell((name,), strong=True)


def _styled(cell: Cell | None, text: "type[Text]") -> "Text":
    lines = "\n".join(visible(line) for line in cell.lines) if cell else ""
    return text(lines, style="bold" if cell and cell.strong else "")


FORMAT = Format("table", table=table)
