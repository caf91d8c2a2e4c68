"""Follow each entry through the versions of its file, by what it says, through merges and under other file names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from cicareg.guarding.facts import CORRECTIONS, Data, facts_of, same
from cicareg.guarding.growing import differences, is_grown
from cicareg.guarding.pairing import pairs
from cicareg.records.base import Record
from cicareg.tracing.moving import Commit, Read, in_order
from cicareg.tracing.traced import AT_HAND, LISTS, RECORD, Alteration, Line, Sheet, Traced, Trail, Unreadable

Files = dict[str, Sheet]


class Tracer:
    """Goes through the commits, the oldest first, and then to the files at hand."""

    def __init__(self, read: Read) -> None:
        """Take what reads a content as a record; None where it cannot be read."""
        self._read = read
        self._found: list[Traced] = []
        self._unreadable: list[Unreadable] = []
        self._states: dict[str, Files] = {}
        self._tip: Files = {}

    def follow(self, steps: Sequence[Commit]) -> None:
        """Go through the commits; what was on record in one is kept until all that rest on it are done."""
        waiting = Counter(parent for step in steps for parent in step.parents)
        for step in steps:
            earlier = [self._states[parent] for parent in step.parents if parent in self._states]
            files = dict(earlier[0]) if earlier else {}
            self._commit(step, files, earlier[1:])
            self._states[step.id] = self._tip = files
            for parent in step.parents:
                waiting[parent] -= 1
                if not waiting[parent]:
                    self._states.pop(parent, None)

    def _commit(self, step: Commit, files: Files, others: Sequence[Files]) -> None:
        """Change what was on record in the first commit that one rests on to what is in that one."""
        steps = in_order(step.moved, self._read)
        olds = {moved.old: files.pop(moved.old, None) for _, moved in steps if moved.old}
        for path, moved in steps:
            old = olds.get(moved.old)
            if not moved.new:
                _drop(step.id, old.all if old else (), "its file is gone")
                continue
            record = self._read(moved.new, moved.blob)
            beside = [sheet for other in others for name in {path, moved.new} if (sheet := other.get(name))]
            if record is not None:
                files[moved.new] = self._sheet(step.id, moved.new, record, [*([old] if old else []), *beside])
                continue
            self._unreadable.append(Unreadable(step.id, moved.new))
            if old:
                files[moved.new] = old
        for other in others:
            _merged(step.id, files, other)

    @property
    def paths(self) -> frozenset[str]:
        """Give the files that are there after the last commit."""
        return frozenset(self._tip)

    def at_hand(self, records: Mapping[str, Record | None]) -> Trail:
        """Go on to the files at hand, and give what was found; one that cannot be read stands for its last state."""
        for path in [path for path in self._tip if path not in records]:
            _drop(AT_HAND, self._tip.pop(path).all, "its file is gone")
        for path, record in records.items():
            if record is None:
                self._unreadable.append(Unreadable(AT_HAND, path))
                continue
            old = self._tip.get(path)
            self._tip[path] = self._sheet(AT_HAND, path, record, [old] if old else [])
            for held in self._tip[path].lines.values():
                for index, line in enumerate(held):
                    line.entry.index = index
        for line in (line for sheet in self._tip.values() for line in sheet.all):
            line.entry.data, line.entry.item, line.entry.gone = line.data, line.item, None
        return Trail(tuple(entry for entry in self._found if not entry.twin), tuple(self._unreadable))

    def _sheet(self, commit: str, path: str, record: Record, earlier: Sequence[Sheet]) -> Sheet:
        """Give what a version of a file says: entries known from before, and new ones."""
        data, items = split(record)
        new = _new_corrections(data, earlier)
        had: dict[int, list[Line]] = {}
        for line in (line for sheet in earlier for line in sheet.all):
            had.setdefault(id(line.entry), []).append(line)
        lines = {}
        for what, said in data.items():
            found = []
            for known, entry, item in zip(_known(what, said, earlier), said, items[what], strict=True):
                line = Line(known or self._added(Traced(what, path, entry, item, commit)), entry, item)
                line.entry.path = path
                if known:
                    _renew(commit, line, had[id(known)], new)
                found.append(line)
            lines[what] = tuple(found)
        kept = {id(line.entry) for held in lines.values() for line in held}
        for line in earlier[0].all if earlier else ():
            if id(line.entry) not in kept:
                _drop(commit, [line], "", _covering(line, new))
        return Sheet(lines)

    def _added(self, entry: Traced) -> Traced:
        self._found.append(entry)
        return entry


def split(record: Record) -> tuple[dict[str, list[Data]], dict[str, list[Any]]]:
    """Give the lists of a record as data and as they are; all else that it says is one entry of a list of its own."""
    facts = facts_of(record)
    data = {what: list(facts.pop(what, ())) for what in LISTS if what in type(record).model_fields}
    items = {what: list(getattr(record, what)) for what in data}
    return {RECORD: [facts], **data}, {RECORD: [record], **items}


def _known(what: str, said: Sequence[Data], earlier: Sequence[Sheet]) -> list[Traced | None]:
    """Give for each entry of a list which one it is of those that versions before had."""
    found: list[Traced | None] = [None] * len(said)
    for sheet in earlier:
        free = [index for index, known in enumerate(found) if known is None]
        taken = {id(known) for known in found}
        left = [line for line in sheet.lines.get(what, ()) if id(line.entry) not in taken]
        for line, at in zip(left, _paired(what, [line.data for line in left], [said[at] for at in free]), strict=True):
            if at is not None:
                found[free[at]] = line.entry
    return found


def _paired(what: str, old: Sequence[Data], new: Sequence[Data]) -> list[int | None]:
    if what == RECORD:  # a record is the record of its file, whatever it says
        return [0 if new else None for _ in old]
    kept, like = pairs(what, old, new, partial(is_grown, what))
    return [same_ if same_ is not None else alike for same_, alike in zip(kept, like, strict=True)]


def _renew(commit: str, line: Line, earlier: Sequence[Line], corrections: Sequence[Data]) -> None:
    """Note what a version says of an entry beyond, or otherwise than, every version before."""
    if any(before.data == line.data for before in earlier):
        return
    words = [list(differences(line.entry.what, before.data, line.data)) for before in earlier]
    if all(words):
        line.entry.altered.append(Alteration(commit, "; ".join(words[0]), _covering(earlier[0], corrections)))
    for key in line.data.keys() - {key for before in earlier for key in before.data}:
        line.entry.added[key] = commit


def _drop(commit: str, lines: Iterable[Line], said: str, correction: Data | None = None) -> None:
    for line in lines:
        if line.entry.gone is None:
            line.entry.gone = Alteration(commit, said, correction)
            line.entry.data, line.entry.item = line.data, line.item


def _merged(commit: str, files: Files, other: Files) -> None:
    """Note what a merge did not take from another side; what it took is there, whoever took it out before."""
    there = {id(line.entry) for sheet in files.values() for line in sheet.all}
    for path, sheet in other.items():
        if files.get(path) is not sheet:
            lost = [line for line in sheet.all if id(line.entry) not in there]
            taken = files[path].all if path in files else ()
            for line in lost:  # recorded on both sides, it is one entry
                line.entry.twin = any((each.entry.what, each.data) == (line.entry.what, line.data) for each in taken)
            _drop(commit, lost, "the merge left it out")
    for path, sheet in files.items():
        if other.get(path) is not sheet:
            for line in sheet.all:
                line.entry.gone = None


def _new_corrections(data: Mapping[str, Sequence[Data]], earlier: Sequence[Sheet]) -> list[Data]:
    """Give the corrections of a version that none before has."""
    known = [line.data for sheet in earlier for line in sheet.lines.get(CORRECTIONS, ())]
    return [correction for correction in data.get(CORRECTIONS, ()) if correction not in known]


def _covering(before: Line, corrections: Sequence[Data]) -> Data | None:
    """Give the correction that says how an entry was."""
    whole = before.entry.what != RECORD
    for correction in corrections:
        what = correction["what"]
        is_of_it = what == before.entry.what if whole else what not in LISTS
        if is_of_it and same(correction.get("was"), before.data if whole else before.data.get(what)):
            return correction
    return None
