"""Read the tables of an HTML file: text only, with what is merged in its columns."""

from html.parser import HTMLParser

from cicareg.errors import CicaregError
from cicareg.sheet import Box, Row, Sheet, lined

_LARGEST_SPAN = 1000
_MARKED = frozenset({"del", "ins", "s", "strike"})
_LINES = frozenset({"br", "p", "div", "li"})


def sheets(raw: bytes, origin: str) -> tuple[Sheet, ...]:
    """Give each table of the file."""
    reader = _Reader(origin)
    reader.feed(raw.decode("utf-8-sig", "replace"))
    reader.close()
    return tuple(reader.found)


class _Reader(HTMLParser):
    """The state of one reading."""

    def __init__(self, origin: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Sheet] = []
        self._origin = origin
        self._rows: list[Row] | None = None
        self._row: list[Box] = []
        self._text: list[str] | None = None
        self._spans = (1, 1)
        self._reaching: dict[int, int] = {}  # how many more rows the cell above reaches into, by column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell or a line."""
        if tag in _MARKED:
            raise CicaregError(f"{self._origin} marks changes (<{tag}>): take the list itself")
        if tag == "table":
            if self._rows is not None:
                raise CicaregError(f"{self._origin} has a table in a table: it cannot be read")
            self._rows, self._reaching = [], {}
        elif tag == "tr" and self._rows is not None:
            self._end_row()
        elif tag in ("td", "th") and self._rows is not None:
            self._end_cell()
            told = dict(attrs)
            self._spans = _span(told.get("rowspan")), _span(told.get("colspan"))
            self._text = []
        elif tag in _LINES and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a cell, a row or a table."""
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "thead", "tbody"):
            self._end_row()
        elif tag == "table" and self._rows is not None:
            self._end_row()
            self.found.append(Sheet(f"table {len(self.found) + 1}", tuple(self._rows)))
            self._rows = None

    def handle_data(self, data: str) -> None:
        """Take the text of a cell; a line feed in it is white space."""
        if self._text is not None:
            self._text.append(data.replace("\n", " "))

    def _end_cell(self) -> None:
        if self._text is None:
            return
        rows, columns = self._spans
        at = self._free()
        self._row.append(Box(lined("".join(self._text)), at, columns))
        for column in range(at, at + columns):
            self._reaching[column] = max(self._reaching.get(column, 0), rows)
        self._text = None

    def _free(self) -> int:
        """Give the next column that is free, after a cell for each that reaches here from above."""
        at = self._row[-1].column + self._row[-1].columns if self._row else 0
        while self._reaching.get(at, 0):
            self._row.append(Box((), at, merged=True))
            at += 1
        return at

    def _end_row(self) -> None:
        self._end_cell()
        if self._row and self._rows is not None:
            self._free()
            self._rows.append(tuple(self._row))
            self._reaching = {column: left - 1 for column, left in self._reaching.items() if left > 1}
        self._row = []


def _span(told: str | None) -> int:
    return min(int(told), _LARGEST_SPAN) or 1 if told and told.isascii() and told.isdecimal() else 1
