"""Read the tables of a Markdown file: those that this program writes, with their escapes."""

import re
from collections.abc import Iterator

from cicareg.errors import CicaregError
from cicareg.sheet import Box, Row, Sheet, lined

_CELL = re.compile(r"(?:\\.|[^|\\])*")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_ESCAPED = re.compile(r"\\(.)")
_STRONG = re.compile(r"(?<!\\)\*\*")
_MARKED = re.compile(rb"(?<!\\)(?:~~|<(?:ins|del|s)>)")
_BREAK = re.compile(r"<br */?>")


def sheets(raw: bytes, origin: str) -> tuple[Sheet, ...]:
    """Give each table; a row of one cell is a title and spans all columns."""
    if _MARKED.search(raw):
        raise CicaregError(f"{origin} marks changes: take the list itself")
    found: list[list[Row]] = [[]]
    for line in raw.decode("utf-8-sig", "replace").splitlines():
        text = line.strip()
        if not text.startswith("|"):
            found += [[]] if found[-1] else []
        elif not _RULE.fullmatch(text):
            width = len(found[-1][0]) if found[-1] else 0
            found[-1].append(_row(text, width))
    return tuple(Sheet(f"table {number}", tuple(rows)) for number, rows in enumerate(filter(None, found), start=1))


def _row(text: str, width: int) -> Row:
    cells = list(_cells(text.strip("|") if text.endswith("|") and not text.endswith("\\|") else text[1:]))
    if len(cells) == 1 < width:
        return (Box(cells[0], 0, width),)
    return tuple(Box(lines, column) for column, lines in enumerate(cells))


def _cells(text: str) -> Iterator[tuple[str, ...]]:
    at = 0
    while at <= len(text):
        match = _CELL.match(text, at)
        cell = match[0] if match else ""
        lines = _BREAK.sub("\n", _STRONG.sub("", cell))
        yield lined(_ESCAPED.sub(r"\1", lines))
        at += len(cell) + 1
