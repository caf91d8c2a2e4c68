"""From the text that a template makes to a document: a small, strict part of HTML.

Templates are HTML so that registry text is escaped by a known method. What they may use: h1 to h6; p (with class);
ol and ul, one in the other for depth, with li (in ol with its marker as value: "1.", "1.10", "(a)"); table, thead,
tbody, tr, th (in tbody set strongly), td (with rowspan, colspan); em, strong, del and ins in p and li; del and ins
around whole lines in td; br; hr for a new page.
"""

from html.parser import HTMLParser
from typing import NoReturn

from cicareg.annexes.inline import Inline, Style
from cicareg.document import About, Block, Cell, Document, Heading, Item, Mark, PageBreak, Paragraph, Table, grid
from cicareg.errors import CicaregError
from cicareg.visible import UNSEEN
from cicareg.yaml_text.door import describe

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXTS = frozenset({*_HEADINGS, "p", "li", "th", "td"})
_EMPTY = {"br": _TEXTS | {"em", "strong", "del", "ins"}, "hr": frozenset({""})}
_STYLES: dict[str, Style] = {"em": "emphasis", "strong": "strong", "del": "gone", "ins": "new"}
_SPANS = {"rowspan", "colspan"}
_ATTRIBUTES = {"p": {"class"}, "li": {"value"}, "th": _SPANS, "td": _SPANS}
_PARENTS = {
    **{tag: frozenset({""}) for tag in (*_HEADINGS, "p", "table")},
    "ol": frozenset({"", "ol", "ul"}),
    "ul": frozenset({"", "ol", "ul"}),
    "li": frozenset({"ol", "ul"}),
    "em": frozenset({"p", "li"}),
    "strong": frozenset({"p", "li"}),
    "del": frozenset({"p", "li", "td"}),
    "ins": frozenset({"p", "li", "td"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tr": frozenset({"thead", "tbody"}),
    "th": frozenset({"tr"}),
    "td": frozenset({"tr"}),
}
_LARGEST_SPAN = 1000
_DEEPEST = 8  # lists in lists: more is no document that anybody reads


def parse(text: str, language: str, origin: str, about: About = About()) -> Document:  # noqa: B008  # immutable
    """Read template output into a document; CicaregError names the line of the output that is not understood."""
    reader = _Reader(origin)
    reader.seen(text)
    reader.feed(text)
    reader.close()
    return Document(language, reader.finish(), about)


class _Reader(HTMLParser):
    """The state of one reading."""

    def __init__(self, origin: str) -> None:
        super().__init__(convert_charrefs=True)
        self._origin = origin
        self._blocks: list[Block] = []
        self._open: list[str] = []
        self._attributes: dict[str, str] = {}
        self._text = Inline()
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
        if parent not in (_EMPTY.get(tag) or _PARENTS.get(tag, frozenset())):
            self._refuse(f"<{tag}> cannot stand {f'in <{parent}>' if parent else 'here'}")
        unknown = {name for name, _ in attrs} - _ATTRIBUTES.get(tag, set())
        if unknown:
            self._refuse(f"<{tag}> has no attribute {min(unknown)}")
        for _, value in attrs:
            self.seen(value or "")
        if tag == "br":
            self._text.new_line()
        elif tag == "hr":
            self._blocks.append(PageBreak())
        else:
            self._begin(tag, {name: value or "" for name, value in attrs})

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._open.append(tag)
        if tag == "tr":
            self._row = []
        elif tag == "table":
            self._header, self._rows = [], []
        elif tag in _TEXTS:
            self._text, self._attributes = Inline(), attributes
        elif self._depth >= _DEEPEST:
            self._refuse(f"lists stand at most {_DEEPEST} deep in each other")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self._refuse(f"</{tag}> closes nothing")
        self._open.pop()
        if tag == "tr":
            (self._header if "thead" in self._open else self._rows).append(tuple(self._row))
        elif tag == "table":
            self._table()
        elif tag in ("th", "td"):
            strong, spans = tag == "th" and "tbody" in self._open, (self._span("rowspan"), self._span("colspan"))
            self._row.append(Cell(self._text.lines(), *spans, strong, marks=self._marks()))
        elif tag == "p":
            self._blocks.append(Paragraph(self._text.runs(), self._attributes.get("class", "")))
        elif tag == "li":
            self._blocks.append(Item(self._marker(), self._text.runs(), self._depth))
        elif tag in _TEXTS:
            self._blocks.append(Heading(int(tag[1]), " ".join(self._text.lines())))

    def handle_data(self, data: str) -> None:
        self.seen(data)
        tag = self._open[-1] if self._open else ""
        if tag in _TEXTS or tag in _STYLES:
            self._text.add(data, _STYLES.get(tag, ""))
        elif data.strip():
            lead = data[: len(data) - len(data.lstrip())].count("\n")
            self._refuse("text stands outside a paragraph, heading or cell", lead)

    def handle_decl(self, decl: str) -> None:
        self._refuse(f"<!{decl}> is not understood")

    def handle_pi(self, data: str) -> None:
        self._refuse(f"<?{data}> is not understood")

    def unknown_decl(self, data: str) -> None:
        self._refuse(f"<![{data}]> is not understood")

    @property
    def _depth(self) -> int:
        """Count the lists that the innermost open one stands in."""
        return sum(tag in ("ol", "ul") for tag in self._open) - 1

    def _marker(self) -> str:
        value = " ".join(self._attributes.get("value", "").split())
        if self._open[-1] == "ul":
            return ""
        if not value:
            self._refuse('<li> in <ol> needs its marker as stated: value="1."')
        return value

    def _span(self, name: str) -> int:
        text = self._attributes.get(name, "1")
        if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= _LARGEST_SPAN):
            self._refuse(f"{name} is a number of cells, not {text!r}")
        return int(text)

    def _marks(self) -> tuple[Mark, ...]:
        try:
            return self._text.marks()
        except ValueError as error:
            self._refuse(str(error))

    def _table(self) -> None:
        if not self._header:
            self._refuse("a table needs a <thead>")
        table = Table(tuple(self._header), tuple(self._rows))
        try:
            grid(table)
        except ValueError as error:
            self._refuse(str(error))
        self._blocks.append(table)

    def _refuse(self, message: str, lines_on: int = 0) -> NoReturn:
        line = self.getpos()[0] + lines_on
        raise CicaregError(f"{self._origin}: line {line} of what it makes: {message}")
