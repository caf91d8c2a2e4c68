"""Which units state or asked for something: a sorted array of hashes, each with the number of a unit.

A hash may be that of something else as well, and what a unit no longer states stays: what is found is where
to look, not what is there.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from zlib import crc32

_NUMBERS = 1 << 32


class Marks:
    """Units by what they state or asked for."""

    def __init__(self, raw: bytes = b"") -> None:
        """Take what `raw` gave before."""
        self._marks = array("Q")
        self._marks.frombytes(raw)

    @property
    def raw(self) -> bytes:
        """Give all marks as bytes."""
        return self._marks.tobytes()

    def __len__(self) -> int:
        """Count the marks."""
        return len(self._marks)

    def fill(self, units: Iterable[tuple[int, Iterable[str]]]) -> None:
        """Take the marks of many units, by number, in place of all that there are."""
        self._marks = array("Q", sorted({_hash(mark) | number for number, marks in units for mark in marks}))

    def add(self, number: int, marks: Iterable[str]) -> None:
        """Take the marks of one more unit, or further ones of a unit."""
        for mark in marks:
            value = _hash(mark) | number
            place = bisect_left(self._marks, value)
            if place == len(self._marks) or self._marks[place] != value:
                self._marks.insert(place, value)

    def find(self, mark: str) -> Iterator[int]:
        """Yield the numbers of the units that may have a mark."""
        first = _hash(mark)
        for place in range(bisect_left(self._marks, first), len(self._marks)):
            value = self._marks[place]
            if value >= first + _NUMBERS:
                return
            yield value - first


def _hash(mark: str) -> int:
    return crc32(mark.encode()) << 32
