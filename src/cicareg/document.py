"""The model of what is published: one for every format that it leaves in."""

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading; level 1 is the title of the document."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph; its role (organ, place-date, note …) lets a format style it."""

    text: str
    role: str = ""


class Cell(NamedTuple):
    """A cell of a table: one text a line, spanning rows and columns to the bottom and right."""

    lines: tuple[str, ...] = ()
    rows: int = 1
    columns: int = 1
    strong: bool = False


class Table(NamedTuple):
    """A table: header rows, then rows. A cell that spans stands in its first row only.

    `groups` are the indexes of the rows that begin a group. A row of one cell that spans all columns
    is a title. `note` stands below the table.
    """

    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    groups: frozenset[int] = frozenset()
    note: str = ""

    @property
    def width(self) -> int:
        """Count the columns."""
        return sum(cell.columns for cell in self.header[0])

    def is_title(self, row: tuple[Cell, ...]) -> bool:
        """Tell whether a row is one cell that spans all columns."""
        return len(row) == 1 and row[0].columns == self.width > 1


Block = Heading | Paragraph | Table


class Document(NamedTuple):
    """What is published: its language and its blocks in order."""

    language: str
    blocks: tuple[Block, ...]


def grid(table: Table) -> tuple[tuple[Cell | None, ...], ...]:
    """Lay out all rows of a table on its columns: None where a cell from above or the left reaches.

    Raises ValueError where the cells of a row do not fill it exactly.
    """
    width, laid = table.width, []
    reaching: dict[int, int] = {}  # how many more rows the cell above reaches into, by column
    for number, row in enumerate((*table.header, *table.rows), start=1):
        line: list[Cell | None] = []
        cells, column = iter(row), 0
        while column < width:
            if reaching.get(column, 0) > 0:
                reaching[column] -= 1
                line.append(None)
                column += 1
                continue
            cell = next(cells, None)
            if cell is None or column + cell.columns > width:
                raise ValueError(f"the cells of row {number} do not fill the {width} columns of the table")
            line += [cell, *([None] * (cell.columns - 1))]
            for covered in range(column, column + cell.columns):
                reaching[covered] = cell.rows - 1
            column += cell.columns
        if next(cells, None) is not None:
            raise ValueError(f"row {number} has more cells than the {width} columns of the table hold")
        laid.append(tuple(line))
    return tuple(laid)
