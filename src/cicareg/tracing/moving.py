"""What a commit does to files, and which of them it gives another name."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from cicareg.guarding.facts import CORRECTIONS
from cicareg.guarding.guard import ID
from cicareg.kinds import kind_at
from cicareg.records.base import Record

Read = Callable[[str, str], Record | None]


class Move(Protocol):
    """A file in a commit: its path before and after (nothing: none), and the id of its content."""

    @property
    def old(self) -> str:
        """Give the path before."""
        ...

    @property
    def new(self) -> str:
        """Give the path after."""
        ...

    @property
    def blob(self) -> str:
        """Give the id of the content."""
        ...


class Commit(Protocol):
    """A commit, in what it does to files beside the first that it rests on."""

    @property
    def id(self) -> str:
        """Give its id."""
        ...

    @property
    def parents(self) -> Sequence[str]:
        """Give those that it rests on."""
        ...

    @property
    def moved(self) -> Sequence[Move]:
        """Give what it does to files."""
        ...


def in_order(moved: Iterable[Move], read: Read) -> list[tuple[str, Move]]:
    """Give what happens to files, each with its path before; files that go come last, unless one has their name.

    A file that comes with a correction of its id is the file that it was, however much was changed besides.
    """
    going = {move.old: move for move in moved if not move.new}
    steps: list[tuple[str, Move]] = []
    for move in moved:
        if move.new:
            was = "" if move.old else _former(move, read)
            if was in going:
                del going[was]
                steps.append((was, _Renamed(was, move.new, move.blob)))
            else:
                steps.append((move.old or move.new, move))
    return [*steps, *going.items()]


class _Renamed:
    """A file that a correction of its id makes the file that it was."""

    def __init__(self, old: str, new: str, blob: str) -> None:
        self.old, self.new, self.blob = old, new, blob


def _former(move: Move, read: Read) -> str:
    """Give the path that a correction of its id says a new file had; nothing where it says none."""
    record, found = read(move.new, move.blob), kind_at(move.new)
    for correction in getattr(record, CORRECTIONS, ()):
        if correction.what == ID and isinstance(correction.was, str) and found:
            return f"{move.new.rpartition('/')[0]}/{correction.was}.yaml"
    return ""
