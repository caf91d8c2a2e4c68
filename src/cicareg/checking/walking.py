"""Check one state of a register after another, each from the one before: nothing is remembered beyond the process."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from cicareg.checking.again import Known, Readings, mark, recheck
from cicareg.checking.unit import Unit
from cicareg.checking.whole import Checked, check_all
from cicareg.finding import Finding, Report
from cicareg.kinds import kind_at
from cicareg.reading import Reading
from cicareg.registry import Registry


class SharedReadings(Readings):
    """The readings of one of several states: a file that says the same in all of them is read once."""

    def __init__(
        self, tree: Mapping[str, bytes], blobs: Mapping[str, str], known: dict[tuple[str, str], Reading]
    ) -> None:
        """Take the files, the ids of their contents, and what was read of any state, by path and id."""
        super().__init__(tree)
        self._blobs = blobs
        self._known = known

    def __getitem__(self, path: str) -> Reading:
        """Read a file, where no state with the same one was read."""
        key = path, self._blobs[path]
        if key not in self._known:
            self._known[key] = super().__getitem__(path)
        return self._known[key]


class Walk:
    """The last state that was checked, as `recheck` wants it."""

    def __init__(self) -> None:
        """Begin with nothing checked."""
        self.context = ""
        self.records = 0
        self._blobs: dict[str, str] | None = None
        self._units: dict[str, Unit] = {}
        self._marks: dict[str, set[str]] = {}

    def check(self, readings: Readings, blobs: Mapping[str, str], beside: Iterable[Finding]) -> Report:
        """Check the next state; `blobs` are the ids of its contents by path."""
        beside = tuple(beside)
        checked = None
        if self._blobs is not None:
            changed = _differing(self._blobs, blobs)
            checked = recheck(readings, changed, self, beside)
            if checked is not None:
                self._take(checked, changed)
        if checked is None:
            checked = check_all(Registry(dict(readings)), beside)
            self._units, self._marks = {}, {}
            self._take(checked, ())
        self._blobs = dict(blobs)
        self.context, self.records = checked.context, checked.report.records
        return checked.report

    def known(self, path: str) -> Known | None:
        """Give what is remembered of a file."""
        unit = self._units.get(path)
        return Known(unit.facts, unit.records) if unit else None

    def marked(self, marks: Iterable[str]) -> set[str]:
        """Give the files whose unit has, or had, any of these facts or needs."""
        return set(chain.from_iterable(self._marks.get(each, ()) for each in marks))

    def unread(self) -> Collection[str]:
        """Give the files of which a record could not be read."""
        return [path for path, unit in self._units.items() if unit.unread]

    def findings(self) -> Iterable[tuple[str, tuple[Finding, ...]]]:
        """Give the findings of each file that has any."""
        return ((path, unit.findings) for path, unit in self._units.items() if unit.findings)

    def _take(self, checked: Checked, changed: Iterable[str]) -> None:
        for path in changed:
            self._units.pop(path, None)
        self._units |= checked.units
        for path, unit in checked.units.items():
            found = kind_at(path)
            stated = (mark(found[0], fact) for fact in unit.facts) if found else ()
            for each in chain(unit.needs, stated):
                self._marks.setdefault(each, set()).add(path)


def _differing(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}
