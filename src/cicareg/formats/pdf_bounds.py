"""What a PDF may hold. Typst cannot be stopped while it works: what would cost minutes is refused before.

Within these bounds the worst takes some ten seconds and 650 MiB; what officers publish takes a twentieth of a second.
"""

import re

from cicareg.document import Block, Document, Item, Paragraph, Table
from cicareg.errors import CicaregError
from cicareg.formats.structure import texts_of

LETTERS = 1_000_000  # of a document
PIECES = 20_000  # paragraphs, cells, and stretches in one style
PARAGRAPH = 20_000  # letters of a paragraph
CELL = 10_000  # letters of a cell: it is laid out anew for each page that it reaches
LONG = 20_000  # letters of all words that are so long that they may be broken anywhere
_LONG_WORD = re.compile(r"\S{30,}")


def check(document: Document) -> None:
    """Refuse a document that is too much for one PDF."""
    letters = pieces = long = 0
    for block in document.blocks:
        texts = tuple(texts_of(block))
        most = max(map(len, texts), default=0)
        letters += sum(map(len, texts))
        pieces += _pieces(block)
        long += sum(len(word) for text in texts for word in _LONG_WORD.findall(text))
        _refuse(most, PARAGRAPH, "letters in a paragraph")
        if isinstance(block, Table):
            _refuse(_longest_cell(block), CELL, "letters in a cell")
    _refuse(letters, LETTERS, "letters")
    _refuse(pieces, PIECES, "paragraphs, cells and stretches of text")
    _refuse(long, LONG, "letters in words of thirty and more")


def _pieces(block: Block) -> int:
    if isinstance(block, Table):
        return sum(1 + len(cell.lines) for row in (*block.header, *block.rows) for cell in row)
    return 1 + len(block.runs) if isinstance(block, Paragraph | Item) else 1


def _longest_cell(table: Table) -> int:
    rows = (*table.header, *table.rows)
    return max((sum(map(len, cell.lines)) for row in rows for cell in row), default=0)


def _refuse(number: int, most: int, what: str) -> None:
    if number > most:
        hint = "publish it in parts, or render it to html or markdown"
        raise CicaregError(f"a PDF holds at most {most} {what}; here are {number}", hint=hint)
