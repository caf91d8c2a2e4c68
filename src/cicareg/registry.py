"""The register as an immutable snapshot: records by kind and id, and where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar, cast

from cicareg.collect import collect
from cicareg.finding import Place
from cicareg.records.base import Kind, Record
from cicareg.yaml_text import Branch, Step, child, compose, spot

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with its id and where it stands: a file, and for keyed kinds the key in it."""

    kind: str
    id: str
    path: str
    record: R
    prefix: tuple[Step, ...] = ()


@cache
def kinds() -> tuple[Kind, ...]:
    """Give every kind of record there is."""
    return collect("cicareg.records", Kind)


class Registry:
    """All records of a register that could be read. Nothing of it changes."""

    def __init__(
        self,
        entries: Mapping[type[Record], Mapping[str, Entry[Record]]],
        texts: Mapping[str, str],
        broken: frozenset[tuple[type[Record], str | None]] = frozenset(),
    ) -> None:
        """Keep the entries by model and id, the texts they were read from, and ids of unreadable records.

        An unreadable file of many records stands with None in the place of the ids that it would hold.
        """
        self._entries = {model: dict(sorted(of_kind.items())) for model, of_kind in entries.items()}
        self._texts = texts
        self._broken = broken

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Give all entries of a kind, sorted by id."""
        return tuple(cast("Mapping[str, Entry[R]]", self._entries.get(model, {})).values())

    def get(self, model: type[R], id_: str) -> Entry[R] | None:
        """Give one entry, or None where it is not on record or cannot be read."""
        return cast("Entry[R] | None", self._entries.get(model, {}).get(id_))

    def broken(self, model: type[Record], id_: str | None) -> bool:
        """Tell whether what should hold this id (None: the one file of a kind) cannot be read as a record."""
        return (model, id_) in self._broken

    def ids(self, model: type[Record]) -> tuple[str, ...]:
        """Give the ids of a kind, those of unreadable records included."""
        broken = {id_ for kind, id_ in self._broken if kind is model and id_ is not None}
        return tuple(sorted({*self._entries.get(model, {}), *broken}))

    @property
    def size(self) -> int:
        """Count the records."""
        return sum(len(of_kind) for of_kind in self._entries.values())

    @property
    def texts(self) -> Mapping[str, str]:
        """Give the text of every file that could be composed, by path."""
        return self._texts

    def where(self, entry: Entry[R], *path: Step, key: bool = False) -> Place:
        """Give the place of a field's value (or of its key); of what holds it where it is not there."""
        places = _places(self._texts[entry.path])
        return Place(entry.path, *spot(child(places, (*entry.prefix, *path), key=key)))


@lru_cache(maxsize=256)
def _places(text: str) -> Branch:
    """Compose again for positions: kept for every file they would weigh more than the data."""
    return compose(text).places
