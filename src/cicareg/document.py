"""The model of what is published: one for every format that it leaves in."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal, NamedTuple

# What a paragraph can be, besides plain text: a style of this name in the formats that have styles.
ROLES = (
    "letterhead",
    "organ",
    "number",
    "enclosure",
    "place-date",
    "chairmanship",
    "status",
    "addressee",
    "preamble",
    "note",
    "generated",
    "closing",
)


Mark = Literal["", "gone", "new"]  # of a text in a comparison: struck, or underlined
Templates = Mapping[str, tuple[str, bytes]]  # by name: where it came from, and its bytes
_UPRIGHT = 6  # columns that have room on a page that stands
UNDATED = dt.date(2000, 1, 1)  # the day of a file that bears none: it is never today


class Run(NamedTuple):
    """A stretch of text in one style. A line feed in it begins a new line within the paragraph."""

    text: str
    style: Literal["", "emphasis", "strong", "gone", "new"] = ""


class Heading(NamedTuple):
    """A heading; level 1 is the title of the document."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph; its role (organ, place-date, note …) lets a format style it."""

    runs: tuple[Run, ...]
    role: str = ""

    @property
    def text(self) -> str:
        """Give the text without its styles."""
        return "".join(run.text for run in self.runs)


class Item(NamedTuple):
    """A numbered paragraph with its marker as stated (`1.`, `1.10`, `(a)`), or with none a point of a list.

    Depth 0 is the outermost; an item of depth 1 belongs to the last of depth 0 before it.
    """

    marker: str
    runs: tuple[Run, ...]
    depth: int = 0

    @property
    def text(self) -> str:
        """Give the text without its styles and without its marker."""
        return "".join(run.text for run in self.runs)


class PageBreak(NamedTuple):
    """What follows begins on a new page."""


class Cell(NamedTuple):
    """A cell of a table: one text a line, spanning rows and columns to the bottom and right.

    `marks` say of each line whether it is gone or new; without any, none is.
    """

    lines: tuple[str, ...] = ()
    rows: int = 1
    columns: int = 1
    strong: bool = False
    marks: tuple[Mark, ...] = ()

    @property
    def marked(self) -> tuple[tuple[str, Mark], ...]:
        """Give each line with its mark."""
        unmarked: tuple[Mark, ...] = tuple("" for _ in self.lines)
        return tuple(zip(self.lines, self.marks or unmarked, strict=True))


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


Block = Heading | Paragraph | Item | Table | PageBreak


class About(NamedTuple):
    """What a file says of itself: title, who issues it, its number, and the day that it bears (never today)."""

    title: str = ""
    author: str = ""
    number: str = ""
    date: dt.date | None = None


class Document(NamedTuple):
    """What is published: its language, its blocks in order, and what the file says of itself."""

    language: str
    blocks: tuple[Block, ...]
    about: About = About()

    @property
    def is_wide(self) -> bool:
        """Tell whether a table in it has so many columns that the page lies on its side."""
        return any(isinstance(block, Table) and block.width > _UPRIGHT for block in self.blocks)


def plain(text: str) -> tuple[Run, ...]:
    """Give a text without styles as runs."""
    return (Run(text),) if text else ()


def grid(table: Table) -> tuple[tuple[Cell | None, ...], ...]:
    """Lay out all rows of a table on its columns: None where a cell from above or the left reaches.

    Raises ValueError where the cells of a row do not fill it exactly, and where a cell reaches into one that is there
    already, from the header into the rows, or past the last row.
    """
    header = _laid(table.header, table.width, 1, "below the header")
    return (*header, *_laid(table.rows, table.width, len(header) + 1, "below the last row"))


def _laid(
    rows: tuple[tuple[Cell, ...], ...], width: int, first: int, below: str
) -> tuple[tuple[Cell | None, ...], ...]:
    """Lay out rows that no cell leaves; the first of them has this number."""
    reaching = [0] * width  # how many more rows the cell above reaches into, by column
    laid: list[tuple[Cell | None, ...]] = []
    for number, row in enumerate(rows, start=first):
        line: list[Cell | None] = []
        cells = iter(row)
        while len(line) < width:
            if reaching[len(line)]:
                reaching[len(line)] -= 1
                line.append(None)
                continue
            cell = next(cells, None)
            free = [] if cell is None else reaching[len(line) : len(line) + cell.columns]
            if cell is None or len(free) < cell.columns or any(free):
                raise ValueError(f"the cells of row {number} do not fill the {width} columns of the table")
            if cell.rows > len(rows) - len(laid):
                raise ValueError(f"a cell of row {number} reaches {below}")
            reaching[len(line) : len(line) + cell.columns] = [cell.rows - 1] * cell.columns
            line += [cell, *([None] * (cell.columns - 1))]
        if next(cells, None) is not None:
            raise ValueError(f"row {number} has more cells than the {width} columns of the table hold")
        laid.append(tuple(line))
    return tuple(laid)
