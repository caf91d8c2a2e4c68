"""From the files of a register to its records: what can be read, and findings about what cannot.

A tree is a mapping of paths (relative to the register, with `/`) to bytes: a working tree,
a revision and a test case are the same thing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from cicareg.finding import Finding, Place, Severity
from cicareg.kinds import kind_at, kinds
from cicareg.layout import ROOT
from cicareg.names import closest
from cicareg.reading import Entry, Reading
from cicareg.records.base import Kind, Record
from cicareg.shape import Misfit, misfits, without_value
from cicareg.yaml_text import Composed, Fault, FaultError, Step, child, compose, decode, plain, shown, spot

_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_MAX_ID = 64

Tree = Mapping[str, bytes]


def read(path: str, raw: bytes) -> Reading:
    """Read one file of a register into records and findings; never raises for what it says."""
    found = kind_at(path)
    if found is None:
        return Reading(path, findings=(_finding(path, "file", _no_kind(path)),))
    kind, id_ = found
    if kind.folder is not None and (problem := _bad_id(kind, id_)):
        return Reading(path, kind, broken=frozenset({id_}), findings=(_finding(path, "file", problem),))
    try:
        text = decode(raw)
        data = plain(text)
        return _Reader(path, kind, id_, text).read(data) if data is not None else _careful(path, kind, id_, text)
    except FaultError as error:
        faults = (*error.earlier, error.fault)
        broken = frozenset({None if kind.keyed else id_})
        return Reading(path, kind, broken=broken, findings=tuple(_fault(path, fault) for fault in faults))


def _careful(path: str, kind: Kind, id_: str, text: str) -> Reading:
    composed = compose(text)
    return _Reader(path, kind, id_, text, composed).read(composed.data)


def _finding(path: str, rule: str, message: str) -> Finding:
    return Finding(Place(path, 1, 1, 1, 1), Severity.ERROR, rule, message)


def _fault(path: str, fault: Fault) -> Finding:
    place = Place(path, fault.line, fault.column, fault.end_line, fault.end_column)
    return Finding(place, Severity.ERROR, "file", fault.message)


class _Reader:
    """One file, and what has been read of it so far."""

    def __init__(self, path: str, kind: Kind, id_: str, text: str, composed: Composed | None = None) -> None:
        """Take the file; it is composed when a place is asked for, where it has not been yet."""
        self._path, self._kind, self._id, self._text = path, kind, id_, text
        self._composed = composed
        self._findings = [_fault(path, fault) for fault in (composed.faults if composed else ())]
        self._faulty = {finding.place for finding in self._findings}
        self._entries: dict[str, Entry[Record]] = {}
        self._broken: set[str | None] = set()

    def read(self, data: dict[str, Any]) -> Reading:
        """Make records of the data."""
        if self._kind.keyed:
            for key, value in data.items():
                self._record(key, value, (key,))
        else:
            self._record(self._id, data, ())
        broken, findings = frozenset(self._broken), tuple(self._findings)
        return Reading(self._path, self._kind, self._entries, broken, self._text, findings, self._facts())

    def _facts(self) -> frozenset[str]:
        stated: set[str] = set()
        for name, keys in self._kind.indexes.items():
            for entry in self._entries.values():
                stated.update([f"{name}={key}" for key in keys(entry.id, entry.record)])
        return frozenset(stated)

    def _record(self, id_: str, data: Any, prefix: tuple[Step, ...]) -> None:
        kind = self._kind
        if kind.keyed and (problem := _bad_id(kind, id_)):
            self._shape((), Misfit(prefix, problem, key=True))
        record: Record | None
        wrong: list[Misfit] = []
        try:
            record = kind.model.model_validate(data)
        except ValidationError as error:
            self._broken.add(id_)
            wrong = list(misfits(error, data, kind.model))
            record = _without(kind, data, wrong)  # still on record as broken: what rests on it is not judged
        else:
            if self._composed:  # the quick way leaves keys without a value to `compose`
                wrong = list(without_value(data))
        if record is not None:
            self._entries[id_] = Entry(kind.name, id_, self._path, record, prefix)
        for misfit in wrong:
            self._shape(prefix, misfit)

    def _shape(self, prefix: tuple[Step, ...], misfit: Misfit) -> None:
        if self._composed is None:
            self._composed = compose(self._text)
        place = Place(self._path, *spot(child(self._composed.places, (*prefix, *misfit.path), key=misfit.key)))
        if (
            place in self._faulty and not misfit.key
        ):  # one place, one finding: what the record wants there is the better advice
            self._findings = [known for known in self._findings if known.place != place]
        self._findings.append(Finding(place, Severity.ERROR, "shape", misfit.message))


def _without(kind: Kind, data: Any, wrong: Sequence[Misfit]) -> Record | None:
    """Read a record less the entries that do not fit, where its kind can do without them; else None."""
    parts = {misfit.path[:2] for misfit in wrong}
    if any(len(part) < 2 or part[0] not in kind.spare for part in parts):
        return None
    kept = {
        spare: {key: value for key, value in data[spare].items() if (spare, key) not in parts}
        for spare in {str(part[0]) for part in parts}
    }
    return kind.model.model_validate({**data, **kept})


def _no_kind(path: str) -> str:
    if re.search(r"\.ya?ml$", path, re.IGNORECASE) and not path.endswith(".yaml"):
        return "a record's file name ends in .yaml"
    known = {kind.folder or kind.path.removesuffix(".yaml"): f"{ROOT}/{kind.path}" for kind in kinds()}
    folder, _, name = path.removeprefix(ROOT + "/").rpartition("/")
    meant = closest(folder or name.removesuffix(".yaml"), known)
    guess = f"; did you mean {known[meant]}?" if meant else ""
    return f"no kind of record stands here{guess}; records are {', '.join(known.values())}"


def _bad_id(kind: Kind, id_: str) -> str | None:
    if not re.compile(kind.id_pattern, re.ASCII).fullmatch(id_):
        wanted = "three capital letters" if kind.keyed else "lower-case letters, digits and single hyphens"
        return f"the id {shown(id_)} is not made of {wanted}"
    if len(id_) > _MAX_ID:
        return f"the id is longer than {_MAX_ID} characters"
    if _RESERVED.fullmatch(id_):
        return f"{id_} cannot be a file name on every system: take another id"
    return None


def clashing(paths: Iterable[str]) -> Iterator[Finding]:
    """Find files that are one file on systems that do not tell their names apart."""
    names = "\n".join(paths)
    if names.isascii() and names.islower():
        return
    seen: dict[str, str] = {}
    for path in sorted(names.split("\n")):
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            yield _finding(path, "file", f"on some systems this file and {seen[folded]} are the same: rename one")
        seen.setdefault(folded, path)
