"""An entry of a record as the history knows it, and the state of a file in one commit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cicareg.guarding.facts import Data
from cicareg.yaml_text import Step

RECORD = "record"  # what a record says besides its lists
LISTS = ("tenures", "departures", "proposals", "acting", "decisions", "corrections")
AT_HAND = ""  # stands for what is in the files and in no commit


class Alteration(NamedTuple):
    """That an entry was altered or taken out: by which commit, in words how, and the correction that says why."""

    commit: str
    said: str
    correction: Data | None = None


@dataclass(eq=False, slots=True)
class Traced:
    """One entry: the key of its list, its file, what it says or said last, and the commits that made it so.

    `added` are keys that a later commit added to it (`ended`), `altered` what it said otherwise before. `gone` is set
    where it is no longer there; `index` is its place in the list of the file at hand. `item` is the part of the record.
    A `twin` was recorded on another branch as well, and merged with it.
    """

    what: str
    path: str
    data: Data
    item: Any
    first: str
    added: dict[str, str] = field(default_factory=dict)
    altered: list[Alteration] = field(default_factory=list)
    gone: Alteration | None = None
    index: int | None = None
    twin: bool = False

    @property
    def where(self) -> tuple[Step, ...]:
        """Give its path in the record at hand."""
        return () if self.what == RECORD or self.index is None else (self.what, self.index)

    def by(self, key: str) -> str:
        """Give the commit that recorded one key of it."""
        return self.added.get(key, self.first)


class Line(NamedTuple):
    """An entry as one version of its file has it."""

    entry: Traced
    data: Data
    item: Any


class Sheet(NamedTuple):
    """What a version of a file says: its entries by list, in their order."""

    lines: Mapping[str, tuple[Line, ...]]

    @property
    def all(self) -> tuple[Line, ...]:
        """Give all entries."""
        return tuple(line for held in self.lines.values() for line in held)


class Unreadable(NamedTuple):
    """A version of a file that cannot be read: what it recorded shows with the next one that can."""

    commit: str
    path: str


class Trail(NamedTuple):
    """All entries that the files ever had, in the order in which they were first recorded, and what is unreadable."""

    entries: tuple[Traced, ...]
    unreadable: tuple[Unreadable, ...]
