"""How the blocks of a document belong together, for formats that nest: the outline, the lists, the title."""

from collections.abc import Iterator
from typing import NamedTuple

from cicareg.document import Block, Document, Heading, Item, PageBreak, Paragraph, Table

_LONGEST_TITLE = 250


class Headed(NamedTuple):
    """A heading, and how deep it lies in the outline: 1 is outermost, and no depth is left out."""

    heading: Heading
    depth: int


class Listed(NamedTuple):
    """An item of a list, and the items that belong to it."""

    item: Item
    below: tuple["Listed", ...] = ()


class Items(NamedTuple):
    """Items that follow each other: one list."""

    items: tuple[Listed, ...]


Part = Headed | Paragraph | Items | Table | PageBreak


def parts(document: Document) -> Iterator[Part]:
    """Yield the parts of a document in order."""
    outline: list[int] = []
    waiting: list[Item] = []
    for block in document.blocks:
        if isinstance(block, Item):
            waiting.append(block)
            continue
        if waiting:
            yield Items(nested(waiting))
            waiting = []
        yield _headed(block, outline) if isinstance(block, Heading) else block
    if waiting:
        yield Items(nested(waiting))


def _headed(heading: Heading, outline: list[int]) -> Headed:
    while outline and outline[-1] >= heading.level:
        outline.pop()
    outline.append(heading.level)
    return Headed(heading, len(outline))


def nested(items: list[Item]) -> tuple[Listed, ...]:
    """Lay items into those that they belong to: the last before them that is less deep."""
    listed: list[Listed] = []
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].depth > items[at].depth:
            end += 1
        listed.append(Listed(items[at], nested(items[at + 1 : end])))
        at = end
    return tuple(listed)


def title(document: Document) -> str:
    """Give the title that a file bears: as stated, else the first heading, else the first text there is; not long."""
    heads = (block.text for block in document.blocks if isinstance(block, Heading))
    texts = (text for block in document.blocks for text in texts_of(block))
    found = (document.about.title, *heads, document.about.number, *texts)
    line = next((line for text in found if (line := " ".join(text.split()))), "…")
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1] + "…"


def texts_of(block: Block) -> Iterator[str]:
    """Yield the texts of a block, each line of a cell for itself."""
    if isinstance(block, Table):
        yield from (line for row in (*block.header, *block.rows) for cell in row for line in cell.lines)
    elif not isinstance(block, PageBreak):
        yield block.text


def body_heads(table: Table, laid: tuple[tuple[object | None, ...], ...]) -> frozenset[int]:
    """Give the columns whose cells are the heads of their rows: those merged downwards, else the first."""
    merged = {
        column for line in laid[len(table.header) :] for column, cell in enumerate(line) if getattr(cell, "rows", 1) > 1
    }
    return frozenset(merged or {0})
