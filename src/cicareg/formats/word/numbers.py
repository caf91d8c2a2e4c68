"""Numbered paragraphs: each run of markers is a numbering of Word's own that begins where the first one says."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from cicareg.document import Block, Item
from cicareg.formats.word.xml import inked, w
from cicareg.numbering import Marker, marker

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 8  # of the nine levels that Word knows
_FORMATS = {"decimal": "decimal", "letter": "lowerLetter", "roman": "lowerRoman"}
_POINT = Marker("\N{EN DASH}", 0, "", "none")
_LEVELS = 4
_LEAST, _MOST, _LETTER = 567, 851, 125  # twentieths of a point: how far text hangs from its marker
_LONGEST = 30  # Word shows no longer text of a level


class Series(NamedTuple):
    """A run of markers of one depth, each the next of the one before; points of a list are one series."""

    depth: int
    first: Marker


class Numbering:
    """The series of a document, found as its items come."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Take the blocks, for how wide their markers are."""
        self.series: list[Series] = []
        self._last: dict[int, tuple[int, Marker]] = {}
        self._points: dict[int, int] = {}
        self._hanging = _hanging(block for block in blocks if isinstance(block, Item))

    def of(self, item: Item) -> int | None:
        """Give the place of an item's series among all; None where its marker is no number that Word can count."""
        depth = min(item.depth, DEEPEST)
        self._last = {other: last for other, last in self._last.items() if other <= depth}
        if not item.marker:
            if depth not in self._points:
                self._points[depth] = self._begin(depth, _POINT)
            return self._points[depth]
        number, before = self._last.get(depth, (0, None))
        read = marker(item.marker, before)
        if not _countable(read, item.marker):
            return None
        if before is None or not read.follows(before):
            number = self._begin(depth, read)
        self._last[depth] = number, read
        return number

    def _begin(self, depth: int, first: Marker) -> int:
        self.series.append(Series(depth, first))
        return len(self.series) - 1

    def indent(self, depth: int) -> "Element":
        """Give the indent of an item: its text hangs from its marker."""
        left = sum(self._hanging[min(above, DEEPEST)] for above in range(depth + 1))
        return w("ind", left=left, hanging=self._hanging[min(depth, DEEPEST)])

    def abstract(self, series: Series, number: int) -> "Element":
        """Make the definition of a series."""
        levels = (self._level(series, depth) for depth in range(max(_LEVELS, series.depth + 1)))
        head = w("nsid", val=f"{0x5C000000 + number:08X}"), w("multiLevelType", val="multilevel")
        return w("abstractNum", *head, *levels, abstractNumId=number)

    def _level(self, series: Series, depth: int) -> "Element":
        first = series.first
        counts = first.style in _FORMATS
        return w(
            "lvl",
            w("start", val=first.value if counts else 1),
            w("numFmt", val=_FORMATS.get(first.style, "bullet")),
            w("lvlText", val=f"{first.before}%{depth + 1}{first.after}" if counts else first.before),
            w("lvlJc", val="left"),
            w("pPr", self.indent(depth)),
            ilvl=depth,
        )


def instance(series: Series, number: int, abstract: int) -> "Element":
    """Make the numbering that paragraphs name; it begins anew where its first marker says."""
    made = w("num", w("abstractNumId", val=abstract), numId=number)
    if series.first.style in _FORMATS:
        made.append(w("lvlOverride", w("startOverride", val=series.first.value), ilvl=series.depth))
    return made


def _countable(read: Marker, stated: str) -> bool:
    """Tell whether Word would show a marker as stated: not `01.`, which it would count as `1.`."""
    if read.style == "none" or len(stated) > _LONGEST or "%" in stated or inked(stated) != stated or "\n" in stated:
        return False
    digits = stated[len(read.before) : len(stated) - len(read.after)]
    return read.style != "decimal" or digits == str(read.value)


def _hanging(items: Iterable[Item]) -> list[int]:
    """Give for each depth how far text hangs from its marker, so that the widest usual one fits."""
    widest = [0] * (DEEPEST + 1)
    for item in items:
        depth = min(item.depth, DEEPEST)
        widest[depth] = max(widest[depth], len(item.marker))
    return [min(max(_LETTER * (letters + 1), _LEAST), _MOST) for letters in widest]
