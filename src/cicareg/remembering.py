"""Check a register with what is remembered of the last check, and remember this one.

Whatever goes wrong with the memory is done without: the result is the same, only later.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import Protocol

from cicareg.checking.again import Known, Readings, known_registry, mark, recheck
from cicareg.checking.marks import Marks
from cicareg.checking.stored import from_row, to_row
from cicareg.checking.unit import Unit
from cicareg.checking.whole import Checked, check_all
from cicareg.finding import Finding, Report
from cicareg.kinds import kind_at
from cicareg.registry import Registry
from cicareg.storage.cache import Cache
from cicareg.storage.contents import Contents
from cicareg.storage.damage import DAMAGE
from cicareg.storage.units import Row, Units

_WORN = 4096  # marks beyond twice those of the last check of everything


class Remembered:
    """The last check, as `recheck` wants it."""

    def __init__(self, cache: Cache) -> None:
        """Take the open memory."""
        self._cache = cache
        self.units = Units(cache.db)
        self.marks = Marks(cache.meta("marks") or b"")

    @property
    def context(self) -> str:
        """Give what all answers rested on."""
        return str(self._cache.meta("context"))

    @property
    def records(self) -> int:
        """Give how many records there were."""
        return int(self._cache.meta("records"))

    @property
    def worn(self) -> bool:
        """Tell whether most marks may be of what units no longer state or ask: time to make them anew."""
        return len(self.marks) > 2 * int(self._cache.meta("filled")) + _WORN

    def known(self, path: str) -> Known | None:
        """Give what is remembered of a file."""
        row = self.units.row(path)
        return Known(row.facts, row.records) if row else None

    def marked(self, marks: Iterable[str]) -> set[str]:
        """Give the files whose unit may have any of these facts or needs."""
        return self.units.paths(set(chain.from_iterable(map(self.marks.find, marks))))

    def unread(self) -> Collection[str]:
        """Give the files of which a record could not be read."""
        return self.units.unread()

    def findings(self) -> Iterable[tuple[str, tuple[Finding, ...]]]:
        """Give the findings of each file that has any."""
        return ((path, tuple(map(from_row, rows))) for path, rows in self.units.findings())


class Readable(Protocol):
    """What a check needs of a register: its files read one by one, or all of them."""

    @property
    def readings(self) -> Readings:
        """Give what reading each file gives."""
        ...

    @property
    def registry(self) -> Registry:
        """Give the records of all files."""
        ...


def check_with(
    cache: Cache, contents: Contents, fresh: Collection[str], register: Readable, beside: tuple[Finding, ...]
) -> Report:
    """Check a register of which only some files are fresh, and remember it (not yet committed).

    A memory that is damaged raises what is in DAMAGE; one that cannot be written is discarded.
    """
    before = Remembered(cache) if cache.meta("context") is not None else None
    checked = recheck(register.readings, fresh, before, beside) if before and not before.worn else None
    anew = checked is None
    if checked is None:
        checked = check_all(register.registry, beside)
    try:
        if anew or before is None:
            _remember_all(cache, checked, contents)
        else:
            _remember(cache, before, checked, contents, fresh)
    except DAMAGE as error:
        cache.discard(error)
    return checked.report


def known(cache: Cache, readings: Readings) -> Registry:
    """Give the records of a register that has just been checked with this memory; a file is read when asked for."""
    return known_registry(readings, (), Remembered(cache))


def foreseen(
    cache: Cache, readings: Readings, files: Mapping[str, bytes], beside: tuple[Finding, ...]
) -> tuple[Registry, Report] | None:
    """Give records and report of that register with some files as they would be; None where all must be checked."""
    before, planned = Remembered(cache), readings.laid_over(files)
    checked = recheck(planned, set(files), before, beside)
    return (known_registry(planned, set(files), before), checked.report) if checked else None


def _remember_all(cache: Cache, checked: Checked, contents: Contents) -> None:
    units, marks = Units(cache.db), Marks()
    numbered = list(enumerate(checked.units.values(), start=1))
    marks.fill((number, _marks(unit)) for number, unit in numbered)
    units.forget_all()
    _add(units, [(number, unit) for number, unit in numbered], contents)
    cache.set_meta(context=checked.context, records=checked.report.records, marks=marks.raw, filled=len(marks))


def _remember(cache: Cache, before: Remembered, checked: Checked, contents: Contents, changed: Iterable[str]) -> None:
    units, marks = before.units, before.marks
    known = {path: row.number for path in checked.units if (row := units.row(path))}
    free = units.highest()
    numbered = []
    for path, unit in checked.units.items():
        number = known.get(path)
        if number is None:
            free += 1
            number = free
        marks.add(number, _marks(unit))
        numbered.append((number, unit))
    units.forget({*checked.units, *changed})
    _add(units, numbered, contents)
    cache.set_meta(records=checked.report.records, marks=marks.raw)


def _add(units: Units, numbered: Collection[tuple[int, Unit]], contents: Contents) -> None:
    units.add((u.path, contents.blob(u.path), Row(n, u.records, u.facts)) for n, u in numbered)
    units.add_findings([(unit.path, [to_row(f) for f in unit.findings]) for _, unit in numbered if unit.findings])
    units.add_unread([unit.path for _, unit in numbered if unit.unread])


def _marks(unit: Unit) -> Iterable[str]:
    found = kind_at(unit.path)
    return unit.needs if found is None else chain(unit.needs, (mark(found[0], fact) for fact in unit.facts))
