"""The body of a Word file: its blocks as paragraphs and tables."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from cicareg.document import Block, Heading, Item, PageBreak, Paragraph, Table, plain
from cicareg.formats.word.numbers import Numbering
from cicareg.formats.word.tables import Page, table
from cicareg.formats.word.xml import run, runs, w

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ITEM = "list paragraph"
_NOTE = "note"


class Body:
    """Makes the blocks one after the other."""

    def __init__(self, blocks: Sequence[Block], page: Page, first: int) -> None:
        """Take the blocks, the page, and the number of the first numbering that is free."""
        self._blocks = blocks
        self._page = page
        self._first = first
        self.numbering = Numbering(blocks)

    def elements(self) -> Iterator["Element"]:
        """Yield paragraphs and tables."""
        breaks = False
        for block, after in pairwise((*self._blocks, None)):
            if isinstance(block, PageBreak):
                if breaks or after is None or isinstance(after, Table):
                    yield _new_page()
                else:
                    breaks = True
                continue
            if isinstance(block, Table):
                yield from self._table(block, after)
            elif block is not None:
                yield self._paragraph(block, breaks=breaks)
            breaks = False

    def _paragraph(self, block: Heading | Paragraph | Item, *, breaks: bool) -> "Element":
        before = [w("pageBreakBefore")] if breaks else []
        if isinstance(block, Item):
            return self._item(block, before)
        if isinstance(block, Heading):
            return w("p", w("pPr", *self._style(*_heading(block.level)), *before), *runs(plain(block.text)))
        return w("p", w("pPr", *self._style(block.role), *before), *runs(block.runs))

    def _item(self, item: Item, before: list["Element"]) -> "Element":
        """Make an item; where Word cannot count its marker, that is text, and what follows hangs from it alike."""
        series = self.numbering.of(item)
        head = [*self._style(_ITEM), *before]
        if series is not None:
            level = min(item.depth, 8)
            number = w("numPr", w("ilvl", val=level), w("numId", val=self._first + series))
            return w("p", w("pPr", *head, number), *runs(item.runs))
        marked = run(item.marker)
        marked.append(w("tab"))
        return w("p", w("pPr", *head, self.numbering.indent(item.depth)), marked, *runs(item.runs))

    def _table(self, shown: Table, after: Block | None) -> Iterator["Element"]:
        """Yield a table and its note; Word would join two tables that nothing stands between, and ends with text."""
        yield table(shown, self._page)
        if shown.note:
            yield w("p", w("pPr", *self._style(_NOTE)), *runs(plain(shown.note)))
        elif after is None or isinstance(after, Table):
            yield w("p", w("pPr", w("spacing", before=0, after=0, line=240 if after else 20, lineRule="exact")))

    def _style(self, *names: str) -> list["Element"]:
        """Give the first of some styles that there is."""
        found = next(filter(None, map(self._page.style, filter(None, names))), None)
        return [w("pStyle", val=found)] if found else []


def _heading(level: int) -> list[str]:
    """Give the names of a heading's style, and of those above it."""
    return [f"heading {level}" for level in range(level, 0, -1)]


def _new_page() -> "Element":
    return w("p", w("r", w("br", type="page")))
