"""What the columns of a table hold that decides how wide they are on paper: their longest lines and words."""

import re
from collections.abc import Mapping, Sequence

from cicareg.document import Table, grid

LONGEST = 30  # letters: a longer word may be broken anywhere
_ENOUGH = 40  # of the longest, some is the widest
_BREAKS = re.compile(r"[\s\u2010-\u2014-]+")


def columns(table: Table) -> Sequence[Mapping[str, Sequence[str]]]:
    """Give the longest lines and words of each column; a cell that spans columns has no say."""
    held: list[set[str]] = [set() for _ in range(table.width)]
    for line in grid(table):
        for column, cell in enumerate(line):
            if cell is not None and cell.columns == 1:
                held[column].update(cell.lines)
    return [
        {
            "lines": _longest(lines),
            "words": _longest({f"{w}-"[:LONGEST] for line in lines for w in _BREAKS.split(line)}),
        }
        for lines in held
    ]


def _longest(texts: set[str]) -> Sequence[str]:
    return sorted(texts, key=lambda text: (-len(text), text))[:_ENOUGH]
