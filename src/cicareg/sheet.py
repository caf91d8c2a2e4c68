"""A table of a file that somebody published, as it stands there: rows of cells in their columns."""

from typing import NamedTuple


class Box(NamedTuple):
    """A cell: its lines, the column it begins in, how many it spans, and whether it goes on from the row above."""

    lines: tuple[str, ...]
    column: int
    columns: int = 1
    merged: bool = False

    @property
    def text(self) -> str:
        """Give its lines as one."""
        return " ".join(self.lines)


Row = tuple[Box, ...]


class Sheet(NamedTuple):
    """A table: what its file calls it, and its rows, the heads among them."""

    name: str
    rows: tuple[Row, ...]


def box_at(row: Row, column: int) -> Box | None:
    """Give the cell that a row has in a column, or None."""
    return next((box for box in row if box.column <= column < box.column + box.columns), None)


def lined(text: str) -> tuple[str, ...]:
    """Give the lines of a cell's text that have any, white space as one space."""
    return tuple(line for part in text.split("\n") if (line := " ".join(part.split())))
