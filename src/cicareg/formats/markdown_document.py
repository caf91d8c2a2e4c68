"""What is published as Markdown (CommonMark with tables); registry text is data, never markup."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cicareg.document import Block, Cell, Document, Heading, Item, Mark, PageBreak, Paragraph, Run, Table, grid
from cicareg.numbering import Marker, marker

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")
_STARTS = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})([.)])(?=\s|$))")
_STYLES = {"": ("", ""), "emphasis": ("*", "*"), "strong": ("**", "**")}
_STYLES |= {"gone": ("~~", "~~"), "new": ("<ins>", "</ins>")}
_STARRED = re.compile(r"^(\s*)(\S(?:.*\S)?)(\s*)$")
_NEW_PAGE = "---"
_APART = "<!-- -->"  # between two lists that Markdown would take for one


def escape(text: str) -> str:
    """Escape all that Markdown would take for markup; the text stays on one line."""
    line = " ".join(text.split())
    return _SPECIAL.sub(r"\\\1", line)


def paragraph(text: str) -> str:
    """Escape a paragraph, and what at its start would make it a list, a rule or a heading."""
    return _guarded(escape(text))


def document(published: Document) -> str:
    """Give the whole document."""
    items = _Items()
    return "\n\n".join(_block(block, items) for block in published.blocks) + "\n"


def _block(block: Block, items: "_Items") -> str:
    if isinstance(block, Item):
        return items.item(block)
    items.end()
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escape(block.text)}"
    if isinstance(block, Paragraph):
        return _runs(block.runs)
    return _NEW_PAGE if isinstance(block, PageBreak) else rows(block)


class _Open(NamedTuple):
    """An item that is open: its depth, where it begins and where its content does, and its number."""

    depth: int
    start: int
    content: int
    number: Marker | None


class _Items:
    """Items of lists, one after the other: `1.` and points are Markdown's own, other markers stand as text."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    def end(self) -> None:
        """Say that no list goes on."""
        self._open = []

    def item(self, item: Item) -> str:
        """Give an item, indented into the item that it belongs to."""
        before = None
        while self._open and self._open[-1].depth >= item.depth:
            before = self._open.pop()
        start = self._open[-1].content if self._open else 0
        read = marker(item.marker)
        counted = read.style == "decimal" and not read.before and read.after in (".", ")")
        if item.marker and not counted:
            return _indented(_guarded(f"{escape(item.marker)} {_runs(item.runs)}"), start)
        shown = item.marker or "-"
        opened = _Open(item.depth, start, start + len(shown) + 1, read if counted else None)
        self._open.append(opened)
        text = _indented(_runs(item.runs), opened.content).lstrip(" ")
        apart = f"{' ' * start}{_APART}\n\n" if _would_join(before, opened) else ""
        return f"{apart}{' ' * start}{shown} {text}"


def _would_join(before: _Open | None, new: _Open) -> bool:
    """Tell whether Markdown would take an item for the next of the list before it, though it is not."""
    if before is None or before.start != new.start or before.number is None or new.number is None:
        return False
    return before.number.after == new.number.after and not new.number.follows(before.number)


def _indented(text: str, indent: int) -> str:
    return "\n".join(" " * indent + line for line in text.split("\n"))


def _runs(runs: Sequence[Run]) -> str:
    """Give the runs; no line of them begins like a list, a rule or a heading."""
    lines = "".join(_styled(run) for run in runs).split("\n")
    return "\\\n".join(_guarded(line.strip()) for line in lines)


def _styled(run: Run) -> str:
    """Escape a run line by line; white space stands outside of stars, else they are not read as emphasis."""
    opening, closing = _STYLES[run.style]
    lines = (_SPECIAL.sub(r"\\\1", line) for line in run.text.split("\n"))
    return "\n".join(_STARRED.sub(rf"\1{opening}\2{closing}\3", line) for line in lines)


def _guarded(text: str) -> str:
    return _STARTS.sub(_guard, text)


def _guard(match: re.Match[str]) -> str:
    space, sign, number, point = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{point}"


def rows(shown: Table) -> str:
    """Give the rows of a table, each on a line; a cell that spans stands in its first row and column."""
    laid = grid(shown)
    header, body = laid[: len(shown.header)], laid[len(shown.header) :]
    lines = [_row(line) for line in header]
    lines.insert(1, "|" + " --- |" * shown.width)
    lines += [_row(line[:1] if shown.is_title(row) else line) for row, line in zip(shown.rows, body, strict=True)]
    return "\n".join(lines)


def _row(line: tuple[Cell | None, ...]) -> str:
    return "|" + "".join(f" {_cell(cell)} |" if _cell(cell) else "  |" for cell in line)


def _cell(cell: Cell | None) -> str:
    return "<br>".join(_line(text, mark, strong=cell.strong) for text, mark in cell.marked) if cell else ""


def _line(text: str, mark: Mark, *, strong: bool) -> str:
    opening, closing = _STYLES[mark]
    line = f"{opening}{escape(text)}{closing}"
    return f"**{line}**" if strong else line
