"""From the text that a template makes to a document: a small, strict part of HTML.

Templates are HTML so that registry text is escaped by a known method; what they may use is h1 to h6,
p (with class), table, thead, tbody, tr, th, td (with rowspan, colspan) and br.
"""

from html.parser import HTMLParser

from cicareg.document import Block, Cell, Document, Heading, Paragraph, Table, grid
from cicareg.errors import CicaregError
from cicareg.visible import UNSEEN
from cicareg.yaml_text.door import describe

_TEXTS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "th", "td"})
_ATTRIBUTES = {"p": {"class"}, "th": {"rowspan", "colspan"}, "td": {"rowspan", "colspan"}}
_PARENTS = {
    **{tag: frozenset({""}) for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "p", "table")},
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tr": frozenset({"thead", "tbody"}),
    "th": frozenset({"tr"}),
    "td": frozenset({"tr"}),
}
_LARGEST_SPAN = 1000


def parse(text: str, language: str, origin: str) -> Document:
    """Read template output into a document; CicaregError names the line of the output that is not understood."""
    reader = _Reader(origin)
    reader.seen(text)
    reader.feed(text)
    reader.close()
    return Document(language, reader.finish())


class _Reader(HTMLParser):
    """The state of one reading."""

    def __init__(self, origin: str) -> None:
        super().__init__(convert_charrefs=True)
        self._origin = origin
        self._blocks: list[Block] = []
        self._open: list[str] = []
        self._attributes: dict[str, str] = {}
        self._lines: list[str] = []
        self._header: list[tuple[Cell, ...]] = []
        self._rows: list[tuple[Cell, ...]] = []
        self._row: list[Cell] = []

    def seen(self, text: str) -> None:
        """Refuse what the eye cannot see; a character reference makes it as well as the character itself."""
        if match := UNSEEN.search(text):
            self._refuse(describe(match[0]), text.count("\n", 0, match.start()))

    def finish(self) -> tuple[Block, ...]:
        if self._open:
            self._refuse(f"<{self._open[-1]}> is not closed")
        if not self._blocks:
            self._refuse("there is nothing in it: no heading, paragraph or table")
        return tuple(self._blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self._open[-1] if self._open else ""
        if tag == "br" and parent in _TEXTS:
            self._lines.append("")
            return
        if parent not in _PARENTS.get(tag, frozenset()):
            self._refuse(f"<{tag}> cannot stand {f'in <{parent}>' if parent else 'here'}")
        unknown = {name for name, _ in attrs} - _ATTRIBUTES.get(tag, set())
        if unknown:
            self._refuse(f"<{tag}> has no attribute {min(unknown)}")
        for _, value in attrs:
            self.seen(value or "")
        self._open.append(tag)
        if tag == "tr":
            self._row = []
        elif tag == "table":
            self._header, self._rows = [], []
        elif tag in _TEXTS:
            self._lines = [""]
            self._attributes = {name: value or "" for name, value in attrs}

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self._refuse(f"</{tag}> closes nothing")
        self._open.pop()
        if tag == "tr":
            (self._header if "thead" in self._open else self._rows).append(tuple(self._row))
        elif tag == "table":
            self._table()
        elif tag in ("th", "td"):
            lines = tuple(line for line in self._texts() if line)
            self._row.append(Cell(lines, self._span("rowspan"), self._span("colspan")))
        elif tag == "p":
            self._blocks.append(Paragraph(" ".join(self._texts()), self._attributes.get("class", "")))
        elif tag in _TEXTS:
            self._blocks.append(Heading(int(tag[1]), " ".join(self._texts())))

    def handle_data(self, data: str) -> None:
        self.seen(data)
        if self._open and self._open[-1] in _TEXTS:
            self._lines[-1] += data
        elif data.strip():
            lead = data[: len(data) - len(data.lstrip())].count("\n")
            self._refuse("text stands outside a paragraph, heading or cell", lead)

    def handle_decl(self, decl: str) -> None:
        self._refuse(f"<!{decl}> is not understood")

    def handle_pi(self, data: str) -> None:
        self._refuse(f"<?{data}> is not understood")

    def unknown_decl(self, data: str) -> None:
        self._refuse(f"<![{data}]> is not understood")

    def _texts(self) -> list[str]:
        return [" ".join(line.split()) for line in self._lines]

    def _span(self, name: str) -> int:
        text = self._attributes.get(name, "1")
        if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= _LARGEST_SPAN):
            self._refuse(f"{name} is a number of cells, not {text!r}")
        return int(text)

    def _table(self) -> None:
        if not self._header:
            self._refuse("a table needs a <thead>")
        table = Table(tuple(self._header), tuple(self._rows))
        try:
            grid(table)
        except ValueError as error:
            self._refuse(str(error))
        self._blocks.append(table)

    def _refuse(self, message: str, lines_on: int = 0) -> None:
        line = self.getpos()[0] + lines_on
        raise CicaregError(f"{self._origin}: line {line} of what it makes: {message}")
