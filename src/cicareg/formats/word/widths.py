"""How wide the columns of a table are: each holds its longest word, and the rest goes where it saves most lines."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from cicareg.document import Cell

Line = Sequence[tuple[int, Cell, int]]  # the cells of a row that begin in it: column, cell, columns
_PADDING = 220  # twentieths of a point: the margins of a cell, and a little
_NARROW = frozenset("iljtfrI1.,;:!|'()[] ")
_WIDE = frozenset("mwMWШЩЖЮФМшщжюфмыЫҢҰ@%—")  # noqa: RUF001  # Cyrillic
_SHORT = 4
_NUMBERS = 500  # about the width of a column of numbers
_WORDS = re.compile(r"(?:[^\s-]|-(?=[0-9]))+-?|-")  # a line may end at a hyphen
_BENDS = (0.6, 0.4, 0.5, 0.7, 0.8, 0.9, 1.0, 1.2)  # how much more of the rest a column with longer lines gets
_SAMPLE = 200  # rows that are looked at: the others are alike


class _Need(NamedTuple):
    """What a column needs: for its longest word, and for its longest line."""

    least: int
    most: int


def widths(lines: Sequence[Line], columns: int, whole: int, em: int) -> list[int]:
    """Give the widths of the columns, together `whole`; `em` is the size of the letters. All in one unit."""
    needs = [_Need(_PADDING, _PADDING)] * columns
    for line in lines:
        for column, cell, span in line:
            if span == 1:
                needs[column] = _larger(needs[column], _need(cell, em))
    for line in lines:
        for column, cell, span in line:
            if 1 < span < columns:
                needs[column + span - 1] = _filled(needs[column : column + span], _need(cell, em))
    if sum(need.least for need in needs) >= whole:
        return _capped([need.least for need in needs], whole)
    if sum(need.most for need in needs) <= whole:
        return _stretched([need.most for need in needs], whole)
    return min((_shared(needs, whole, bend) for bend in _BENDS), key=lambda given: _height(lines[:_SAMPLE], given, em))


def short(lines: Sequence[Line], column: int) -> bool:
    """Tell whether a column holds nothing but short texts, such as numbers."""
    texts = [text for line in lines for at, cell, span in line if at == column and span == 1 for text in cell.lines]
    return bool(texts) and all(len(text) <= _SHORT for text in texts)


def _need(cell: Cell, em: int) -> _Need:
    """Give what a cell needs; words of a head are not parted."""
    words = [word for line in cell.lines for word in (line.split() if cell.strong else _WORDS.findall(line))]
    return _Need(_widest(words, cell, em), _widest(cell.lines, cell, em))


def _widest(texts: Iterable[str], cell: Cell, em: int) -> int:
    bold = 1.06 if cell.strong else 1.0
    return int(max((_width(text, em) for text in texts), default=0) * bold) + _PADDING


def _width(text: str, em: int) -> float:
    return em * sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    """Give about how wide a letter of a book face is, in its size."""
    if letter in _NARROW:
        return 0.3
    if letter in _WIDE:
        return 0.8
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    small = 0.47 if letter.isascii() else 0.51
    return 0.72 if letter.isupper() else small


def _larger(one: _Need, other: _Need) -> _Need:
    return _Need(max(one.least, other.least), max(one.most, other.most))


def _filled(needs: Sequence[_Need], spanning: _Need) -> _Need:
    """Give what the last of some columns needs so that a cell over all of them fits."""
    *others, last = needs
    least = spanning.least - sum(need.least for need in others)
    most = spanning.most - sum(need.most for need in others)
    return _larger(last, _Need(least, most))


def _shared(needs: Sequence[_Need], whole: int, bend: float) -> list[int]:
    """Share the whole: to each what it needs, of the rest more to those whose lines are longer."""
    left = whole - sum(need.least for need in needs)
    wanted = [(need.most - need.least) ** bend for need in needs]
    spread = sum(wanted)
    shares = [want / spread if spread else 1 / len(needs) for want in wanted]
    given = [need.least + int(left * share) for need, share in zip(needs, shares, strict=True)]
    given[-1] += whole - sum(given)
    return given


def _stretched(most: Sequence[int], whole: int) -> list[int]:
    """Share more than all lines need: columns of numbers stay narrow where there are others."""
    over = [max(need - _NUMBERS, 0) for need in most]
    wanted = over if any(over) else [1] * len(most)
    left, spread = whole - sum(most), sum(wanted)
    given = [need + left * want // spread for need, want in zip(most, wanted, strict=True)]
    given[-1] += whole - sum(given)
    return given


def _capped(least: Sequence[int], whole: int) -> list[int]:
    """Share too little: narrow columns get what they need, the widest share the rest alike."""
    given, left = [0] * len(least), whole
    for place, column in enumerate(sorted(range(len(least)), key=lambda column: least[column])):
        given[column] = min(least[column], left // (len(least) - place))
        left -= given[column]
    return given


def _height(lines: Sequence[Line], given: Sequence[int], em: int) -> int:
    """Count about how many lines of text the rows are high; a cell over several rows does not make them higher."""
    edges = [0, *accumulate(given)]
    return sum(
        max(
            (
                sum(_wrapped(text, edges[column + span] - edges[column] - _PADDING, em) for text in cell.lines)
                for column, cell, span in line
                if cell.rows == 1
            ),
            default=1,
        )
        for line in lines
    )


def _wrapped(text: str, room: int, em: int) -> int:
    """Count about how many lines a text takes where there is so much room."""
    count, used = 1, 0.0
    for word in _WORDS.findall(text):
        wide = _width(word, em)
        if used and used + wide > room:
            count, used = count + 1, 0.0
        used += wide + (0 if word.endswith("-") else _width(" ", em))
    return count
