"""What reading the files of a register gives, and what is known of all files of a kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from cicareg.finding import Finding
from cicareg.records.base import Kind, Record
from cicareg.yaml_text import Step

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with its id and where it stands: a file, and for keyed kinds the key in it."""

    kind: str
    id: str
    path: str
    record: R
    prefix: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file gave: its records by id, the ids of those that cannot be read, its text, findings.

    An unreadable file of many records stands with None in the place of the ids that it would hold. A file
    that could not be composed has no text. `facts` are what its records state that others look them up by:
    `document=charter`.
    """

    path: str
    kind: Kind | None = None
    entries: Mapping[str, Entry[Any]] = field(default_factory=dict)
    broken: frozenset[str | None] = frozenset()
    text: str | None = None
    findings: tuple[Finding, ...] = ()
    facts: frozenset[str] = frozenset()


class Catalogue(Protocol):
    """What is known of all files of a kind without reading each of them."""

    def stating(self, kind: Kind, fact: str) -> Iterable[str]:
        """Give the paths of the files with a record that states a fact."""
        ...

    def unread(self, kind: Kind) -> bool:
        """Tell whether any record of the kind cannot be read."""
        ...


class Scan:
    """The catalogue of a register of which every file was read."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        """Take what reading each file gave."""
        self._readings = readings
        self._facts: dict[str, dict[str, list[str]]] = {}

    def stating(self, kind: Kind, fact: str) -> Iterable[str]:
        """Give the paths, in order."""
        if kind.name not in self._facts:
            found: dict[str, list[str]] = {}
            for path, reading in self._readings.items():
                if reading.kind is kind:
                    for stated in reading.facts:
                        found.setdefault(stated, []).append(path)
            self._facts[kind.name] = found
        return self._facts[kind.name].get(fact, ())

    def unread(self, kind: Kind) -> bool:
        """Look at every file."""
        return any(reading.broken for reading in self._readings.values() if reading.kind is kind)
