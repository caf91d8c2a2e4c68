"""Tables and documents as Markdown (CommonMark with tables); registry text is data, never markup."""

import re

from cicareg.document import Block, Cell, Document, Heading, Paragraph, Table, grid
from cicareg.formats.format import Format, Look

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")
_STARTS = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    """Escape all that Markdown would take for markup; the text stays on one line."""
    line = " ".join(text.split())
    return _SPECIAL.sub(r"\\\1", line)


def document(published: Document) -> str:
    """Give the whole document."""
    return "\n\n".join(_block(block) for block in published.blocks) + "\n"


def table(shown: Table, look: Look) -> str:
    """Give one table."""
    del look
    return _table(shown) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escape(block.text)}"
    if isinstance(block, Paragraph):
        return _paragraph(block.text)
    return _table(block)


def _paragraph(text: str) -> str:
    """Escape a paragraph, and what at its start would make it a list, a rule or a heading."""
    return _STARTS.sub(_guard, escape(text))


def _guard(match: re.Match[str]) -> str:
    start = match[2]
    return f"{match[1]}\\{start}" if not start.isdigit() else f"{match[1]}&#{ord(start[0])};{start[1:]}"


def _table(shown: Table) -> str:
    laid = grid(shown)
    header, rows = laid[: len(shown.header)], laid[len(shown.header) :]
    lines = [_row(line) for line in header]
    lines.insert(1, "|" + " --- |" * shown.width)
    lines += [_row(line[:1] if shown.is_title(row) else line) for row, line in zip(shown.rows, rows, strict=True)]
    return "\n".join(lines)


def _row(line: tuple[Cell | None, ...]) -> str:
    return "|" + "".join(f" {_cell(cell)} |" if _cell(cell) else "  |" for cell in line)


def _cell(cell: Cell | None) -> str:
    lines = [escape(line) for line in cell.lines] if cell else []
    return "<br>".join(f"**{line}**" if cell and cell.strong else line for line in lines)


FORMAT = Format("markdown", table=table, document=document)
