"""The register as an immutable snapshot: records by kind and id, and where each stands.

What a register is made of is what reading each of its files gave. A register notes, while it is watched,
what it is asked: who knows what an answer rested on knows when it has to be asked again.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeVar, cast

from cicareg.finding import Place
from cicareg.kinds import kinds, paths_in, place_of
from cicareg.reading import Catalogue, Entry, Reading, Scan
from cicareg.records.base import Kind, Record
from cicareg.yaml_text import Branch, Step, child, compose, spot, spot_of_line

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Registry:
    """All records of a register that could be read. Nothing of it changes."""

    def __init__(self, readings: Mapping[str, Reading], catalogue: Catalogue | None = None) -> None:
        """Take what reading each file gave, by path; the mapping may read a file when it is asked for.

        Without a catalogue, every file of a kind is read for the first question about all of them.
        """
        self._readings = readings
        self._catalogue = catalogue or Scan(readings)
        self._kinds: Mapping[type[Record], Kind] = {kind.model: kind for kind in kinds()}
        # Of each kind, what comes before an id in the path of its file, or the one file: asked for all the time.
        self._places = {kind.model: (kind, *place_of(kind)) for kind in kinds()}
        self._listed: dict[str, Mapping[str, str]] = {}
        self._single: dict[str, tuple[Entry[Any], ...]] = {}
        self._stated: dict[tuple[str, str], dict[str, list[Entry[Any]]]] = {}
        self._noted: set[str] | None = None
        self._memory: dict[Hashable, Any] = {}

    @contextmanager
    def watched(self) -> Iterator[set[str]]:
        """Note what is asked meanwhile: `area/ice` a record, `area*` all of a kind, `area?name=ice` who states it.

        Records of kinds on which everything may rest (the context) are not noted. What was remembered before
        is forgotten, so that it is asked again.
        """
        self._noted, before = set(), self._noted
        self._memory.clear()
        try:
            yield self._noted
        finally:
            self._noted = before
            self._memory.clear()

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Give all entries of a kind, sorted by id."""
        kind = self._kinds[model]
        self._note(kind, "*")
        if kind.folder is None:
            return self._in_one_file(kind)
        readings = (self._readings[path] for path in self._files(kind).values())
        return tuple(entry for reading in readings for entry in reading.entries.values())

    def get(self, model: type[R], id_: str) -> Entry[R] | None:
        """Give one entry, or None where it is not on record or cannot be read."""
        reading = self._file(model, id_)
        return reading.entries.get(id_) if reading else None

    def broken(self, model: type[Record], id_: str | None) -> bool:
        """Tell whether what should hold this id (None: the one file of a kind) cannot be read as a record."""
        reading = self._file(model, id_ or "")
        return reading is not None and id_ in reading.broken

    def known(self, model: type[Record], id_: str) -> bool:
        """Tell whether there is a record with this id, or might be one that cannot be read."""
        reading = self._file(model, id_)
        return reading is not None and (id_ in reading.entries or not reading.broken.isdisjoint((id_, None)))

    def ids(self, model: type[Record]) -> tuple[str, ...]:
        """Give the ids of a kind, those of unreadable records included."""
        kind = self._kinds[model]
        self._note(kind, "*")
        if kind.folder is not None:
            return tuple(self._files(kind))
        reading = self._readings.get(self._places[model][2])
        return tuple(sorted({*reading.entries, *(id_ for id_ in reading.broken if id_ is not None)})) if reading else ()

    def path_of(self, model: type[Record], id_: str) -> str | None:
        """Give the path of the file that holds a record of a kind with a file each, or None where there is none.

        Of an id that stands in several years, it is the first.
        """
        kind = self._kinds[model]
        self._note(kind, f"/{id_}")
        return self._files(kind).get(id_)

    def stating(self, model: type[R], index: str, key: str) -> tuple[Entry[R], ...]:
        """Give the entries that an index of their kind has under a key, sorted by id."""
        kind = self._kinds[model]
        fact = f"{index}={key}"
        self._note(kind, f"?{fact}")
        paths = self._catalogue.stating(kind, fact)
        found: list[Entry[R]] = [entry for path in paths for entry in self._readings[path].entries.values()]
        if kind.keyed and found:  # the file states it: which of its records do?
            found = self._stated_in(kind, index, found).get(key, [])
        return tuple(sorted(found, key=_by_id) if len(found) > 1 else found)

    def unread(self, model: type[Record]) -> bool:
        """Tell whether any record of a kind cannot be read."""
        return self._catalogue.unread(self._kinds[model])

    def reading(self, path: str) -> Reading:
        """Give what reading a file gave."""
        return self._readings[path]

    def text(self, path: str) -> str | None:
        """Give the text of a file, or None where it could not be composed."""
        return self._readings[path].text

    @property
    def paths(self) -> tuple[str, ...]:
        """Give the paths of all files, sorted."""
        return tuple(sorted(self._readings))

    def where(self, entry: Entry[R], *path: Step, key: bool = False, line: int | None = None) -> Place:
        """Give the place of a field's value (or of its key); of what holds it where it is not there.

        With `line`, that line (from 0) of a text: its own where the text stands as it is (`|`), else that of all.
        """
        text = self.text(entry.path) or ""
        found = child(_places(text), (*entry.prefix, *path), key=key)
        return Place(entry.path, *((None if line is None else spot_of_line(_lines(text), found, line)) or spot(found)))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Make something that rests on this register, or give what was made of it under this key before."""
        if key not in self._memory:
            self._memory[key] = make()
        return cast("T", self._memory[key])

    def _note(self, kind: Kind, what: str) -> None:
        if self._noted is not None and not kind.context:
            self._noted.add(f"{kind.name}{what}")

    def _file(self, model: type[Record], id_: str) -> Reading | None:
        """Give what reading the file gave that holds an id or would hold it, or None where there is none."""
        kind, before, only = self._places[model]
        if self._noted is not None and not kind.context:
            self._noted.add(f"{kind.name}/{id_}")
        if kind.year_of is not None:
            return self._readings.get(self._files(kind).get(id_, ""))
        return self._readings.get(only or f"{before}{id_}.yaml")

    def _files(self, kind: Kind) -> Mapping[str, str]:
        """Give the paths of the files in the folder of a kind by id, sorted; they stay so while it is watched."""
        if kind.name not in self._listed:
            self._listed[kind.name] = dict(sorted(paths_in(kind, self._readings).items()))
        return self._listed[kind.name]

    def _in_one_file(self, kind: Kind) -> tuple[Entry[Any], ...]:
        """Give the entries of a kind that lives in one file, sorted by id; worked out once."""
        if kind.name not in self._single:
            reading = self._readings.get(self._places[kind.model][2])
            self._single[kind.name] = tuple(sorted(reading.entries.values(), key=_by_id)) if reading else ()
        return self._single[kind.name]

    def _stated_in(self, kind: Kind, index: str, entries: Iterable[Entry[Any]]) -> dict[str, list[Entry[Any]]]:
        """Give the records of the one file of a kind by what an index has them under; worked out once."""
        if (kind.name, index) not in self._stated:
            stated = self._stated[kind.name, index] = {}
            for entry in entries:
                for key in set(kind.indexes[index](entry.id, entry.record)):
                    stated.setdefault(key, []).append(entry)
        return self._stated[kind.name, index]


def _by_id(entry: Entry[Any]) -> str:
    return entry.id


@lru_cache(maxsize=256)
def _places(text: str) -> Branch:
    """Compose again for positions: kept for every file they would weigh more than the data."""
    return compose(text).places


@lru_cache(maxsize=16)  # of one text there may be many findings, one after the other
def _lines(text: str) -> list[str]:
    return text.split("\n")
