"""Check again what a change may have touched, and nothing else.

Each unit says what it asked of the register. A file that changed touches whoever asked for its record, for
all records of its kind, or for what it states or stated. Whatever this cannot tell for sure is left to a
check of everything: the result is the same, only later.
"""

from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from cicareg.checking.unit import Examiner, Unit
from cicareg.checking.whole import Checked, summed
from cicareg.finding import Finding
from cicareg.kinds import kind_at
from cicareg.lazy import LazyMapping
from cicareg.loading import read
from cicareg.reading import Reading
from cicareg.records.base import Kind
from cicareg.registry import Registry
from cicareg.rules.engine import Run, all_rules

_WHOLE_BEYOND = 4  # where more than a quarter of the files has to be looked at, all are


class Known(NamedTuple):
    """What is remembered of one file besides its findings."""

    facts: frozenset[str]
    records: int


class Before(Protocol):
    """What is remembered of the last check."""

    @property
    def context(self) -> str:
        """Give what all answers rested on."""
        ...

    @property
    def records(self) -> int:
        """Give how many records there were."""
        ...

    def known(self, path: str) -> Known | None:
        """Give what is remembered of a file, or None where there was none."""
        ...

    def marked(self, marks: Iterable[str]) -> set[str]:
        """Give the files whose unit has any of these facts (`area?name=ice`) or needs; it may give more."""
        ...

    def unread(self) -> Collection[str]:
        """Give the files of which a record could not be read."""
        ...

    def findings(self) -> Iterable[tuple[str, tuple[Finding, ...]]]:
        """Give the findings of each file that has any."""
        ...


class Readings(LazyMapping[Reading]):
    """What reading each file gives; a file is read once, when it is asked for."""

    def __init__(self, tree: Mapping[str, bytes]) -> None:
        """Take the files."""
        super().__init__(tree)
        self._tree = tree
        self._read: dict[str, Reading] = {}
        self._beside: tuple[Readings, frozenset[str]] | None = None

    def share(self, other: "Readings", same: frozenset[str]) -> None:
        """Take from other readings what is the same there: a file is read once for both."""
        self._beside = other, same

    def __getitem__(self, path: str) -> Reading:
        """Read a file."""
        known = self._read.get(path)
        if known is None:
            other, same = self._beside or (None, frozenset())
            known = other[path] if other is not None and path in same else read(path, self._tree[path])
            self._read[path] = known
        return known

    def get(self, path: str, default: Any = None) -> Any:
        """Read a file, or give the default where there is none: asked for all the time."""
        return self[path] if path in self._tree else default

    def laid_over(self, files: Mapping[str, bytes]) -> "Readings":
        """Give the readings with some files as they would be; what was read of the others is not read again."""
        made = Readings(ChainMap(dict(files), self._tree))  # type: ignore[arg-type]  # nothing is written to it
        made._read = {path: reading for path, reading in self._read.items() if path not in files}  # its own kind
        return made


def mark(kind: Kind, fact: str) -> str:
    """Give a fact as whoever asks for it notes it."""
    return f"{kind.name}?{fact}"


def recheck(readings: Readings, changed: Collection[str], before: Before, beside: Iterable[Finding]) -> Checked | None:
    """Check what the changed files touch, and take the rest from before; None where everything has to be checked."""
    if len(changed) * _WHOLE_BEYOND > len(readings) or any(_is_context(path) for path in changed):
        return None
    registry = known_registry(readings, changed, before)
    run = Run(registry, all_rules())
    if run.context != before.context:
        return None
    touched = before.marked(_touched(readings, changed, before)) | set(changed)
    touched = {path for path in touched if path in readings}
    if len(touched) * _WHOLE_BEYOND > len(readings):
        return None
    units = _examined(registry, run, readings, touched)
    kept = [found for path, found in before.findings() if path not in units and path in readings]
    made = [unit.findings for unit in units.values()]
    findings = (finding for found in (*kept, *made) for finding in found)
    records = before.records - sum(old.records for path in changed if (old := before.known(path)))
    records += sum(units[path].records for path in changed if path in units)
    return Checked(summed(registry, (*beside, *findings), records), units, run.context)


def known_registry(readings: Readings, changed: Collection[str], before: Before) -> Registry:
    """Give the records of a register that is known but for the changed files; what nobody asks for is not read."""
    return Registry(readings, _Catalogue(readings, changed, before))


def _examined(registry: Registry, run: Run, readings: Readings, paths: Iterable[str]) -> dict[str, Unit]:
    examiner = Examiner(registry, run)
    return {path: examiner.examine(readings[path]) for path in sorted(paths)}


def _is_context(path: str) -> bool:
    found = kind_at(path)
    return found is not None and found[0].context


def _touched(readings: Readings, changed: Iterable[str], before: Before) -> Iterator[str]:
    """Yield whatever a unit may have asked that the changed files answer, now or before."""
    for path in changed:
        found = kind_at(path)
        if found is None:
            continue
        kind, id_ = found
        yield f"{kind.name}/{id_}"
        yield f"{kind.name}*"
        known = before.known(path)
        then, now = known.facts if known else (), readings[path].facts if path in readings else ()
        for fact in {*then, *now}:
            yield mark(kind, fact)


class _Catalogue:
    """What all files state: the changed ones now, the others as remembered."""

    def __init__(self, readings: Readings, changed: Collection[str], before: Before) -> None:
        self._readings = readings
        self._changed = [path for path in changed if path in readings]
        self._gone = frozenset(changed)
        self._before = before

    def stating(self, kind: Kind, fact: str) -> Iterable[str]:
        candidates = self._before.marked((mark(kind, fact),)) - self._gone
        paths = [path for path in (*candidates, *self._changed) if path in self._readings]
        return sorted(path for path in paths if self._states(path, kind, fact))

    def unread(self, kind: Kind) -> bool:
        before = (path for path in self._before.unread() if path not in self._gone and path in self._readings)
        now = (path for path in self._changed if self._readings[path].broken)
        return any(_of_kind(path, kind) for path in (*before, *now))

    def _states(self, path: str, kind: Kind, fact: str) -> bool:
        reading = self._readings[path]
        return reading.kind is kind and fact in reading.facts


def _of_kind(path: str, kind: Kind) -> bool:
    found = kind_at(path)
    return found is not None and found[0] is kind
