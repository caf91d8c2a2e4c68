"""Where each key and value of a composed text stands."""

from collections.abc import Sequence
from typing import Protocol

Step = str | int


class Mark(Protocol):
    """A position as the parser gives it: 0-based code points."""

    line: int
    column: int


class Leaf(Protocol):
    """A scalar (or a key): where it starts and ends."""

    @property
    def start_mark(self) -> Mark:
        """Give the position of its first character."""
        ...

    @property
    def end_mark(self) -> Mark:
        """Give the position after its last character."""
        ...


class Branch:
    """A mapping or list: its own position, that of each key, and its children."""

    __slots__ = ("children", "end_mark", "keys", "start_mark")

    def __init__(self, start_mark: Mark, children: "dict[Step, Leaf]") -> None:
        """Open a mapping or list at its first character."""
        self.start_mark: Mark = start_mark
        self.end_mark: Mark = start_mark
        self.keys: dict[Step, Leaf] = {}
        self.children = children


def child(place: Leaf, path: Sequence[Step], *, key: bool = False) -> Leaf:
    """Follow a path of keys and indexes as far as it goes; with `key`, stop at the last step's key."""
    for depth, step in enumerate(path):
        if not isinstance(place, Branch):
            return place
        if key and depth == len(path) - 1 and step in place.keys:
            return place.keys[step]
        if step not in place.children:
            return place
        place = place.children[step]
    return place


def spot(place: Leaf) -> tuple[int, int, int, int]:
    """Give line, column, end line and end column, 1-based, the end exclusive."""
    start, end = place.start_mark, place.end_mark
    return start.line + 1, start.column + 1, end.line + 1, end.column + 1


def spot_of_line(lines: Sequence[str], place: Leaf, line: int) -> tuple[int, int, int, int] | None:
    """Give the spot of one line (from 0) of a literal block in a text of lines, less what it is indented by.

    None where the scalar is no such block, or has no such line.
    """
    start, end = place.start_mark, place.end_mark
    number, after = start.line + 1 + line, end.line + (end.column > 0)
    if number >= after or lines[start.line][start.column : start.column + 1] != "|":
        return None
    said = lines[number]
    return number + 1, len(said) - len(said.lstrip(" ")) + 1, number + 1, len(said) + 1
