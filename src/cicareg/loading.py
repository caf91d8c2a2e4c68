"""From a tree of files to the register: what can be read, and findings about what cannot.

A tree is a mapping of paths (relative to the register, with `/`) to bytes: a working tree,
a revision and a test case are the same thing.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cicareg.finding import Finding, Place, Severity
from cicareg.names import closest
from cicareg.records.base import Kind, Record
from cicareg.registry import Entry, Registry, kinds
from cicareg.resolving import unresolved
from cicareg.shape import Misfit, misfits, without_value
from cicareg.yaml_text import Branch, Composed, Fault, FaultError, Step, child, compose, decode, shown, spot

ROOT = "registry"
TOP = f"{ROOT}/registry.yaml"
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_MAX_ID = 64

Tree = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A register, and the findings made while reading it (rule names `shape`, `file`, `reference`)."""

    registry: Registry
    findings: tuple[Finding, ...]


def load(tree: Tree) -> Loaded:
    """Read every file of the tree; never raises for what a file says."""
    reading = _Reading()
    for path in sorted(tree):
        if path.startswith(ROOT + "/"):
            reading.file(path, tree[path])
    reading.findings += _clashing(tree)
    registry = reading.registry()
    return Loaded(registry, (*reading.findings, *unresolved(registry)))


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._faulty: set[Place] = set()
        self._entries: dict[type[Record], dict[str, Entry[Record]]] = {}
        self._texts: dict[str, str] = {}
        self._broken: set[tuple[type[Record], str | None]] = set()

    def registry(self) -> Registry:
        return Registry(self._entries, self._texts, frozenset(self._broken))

    def file(self, path: str, raw: bytes) -> None:
        """Read one file of the register into records or findings."""
        found = _kind_of(path)
        if found is None:
            self._add(path, "file", _no_kind(path))
            return
        kind, id_ = found
        if kind.folder is not None and (problem := _bad_id(kind, id_)):
            self._add(path, "file", problem)
            self._broken.add((kind.model, id_))
            return
        composed = self._compose(path, raw)
        if composed is None:
            self._broken.add((kind.model, None if kind.keyed else id_))
        elif kind.keyed:
            for key in composed.data:
                self._record(kind, key, path, composed)
        else:
            self._record(kind, id_, path, composed)

    def _compose(self, path: str, raw: bytes) -> Composed | None:
        try:
            text = decode(raw)
            composed = compose(text)
        except FaultError as error:
            for fault in (*error.earlier, error.fault):
                self._fault(path, fault)
            return None
        for fault in composed.faults:
            self._fault(path, fault)
        self._texts[path] = text
        return composed

    def _fault(self, path: str, fault: Fault) -> None:
        place = Place(path, fault.line, fault.column, fault.end_line, fault.end_column)
        self._faulty.add(place)
        self.findings.append(Finding(place, Severity.ERROR, "file", fault.message))

    def _add(self, path: str, rule: str, message: str) -> None:
        self.findings.append(Finding(Place(path, 1, 1, 1, 1), Severity.ERROR, rule, message))

    def _record(self, kind: Kind, id_: str, path: str, composed: Composed) -> None:
        prefix: tuple[Step, ...] = (id_,) if kind.keyed else ()
        data = composed.data[id_] if kind.keyed else composed.data
        if kind.keyed and (problem := _bad_id(kind, id_)):
            self._shape(path, composed.places, (), Misfit(prefix, problem, key=True))
        record: Record | None
        try:
            record = kind.model.model_validate(data)
        except ValidationError as error:
            self._broken.add((kind.model, id_))
            wrong = list(misfits(error, data, kind.model))
            record = _without(kind, data, wrong)  # still on record as broken: what rests on it is not judged
        else:
            wrong = list(without_value(data))
        if record is not None:
            self._entries.setdefault(kind.model, {})[id_] = Entry(kind.name, id_, path, record, prefix)
        for misfit in wrong:
            self._shape(path, composed.places, prefix, misfit)

    def _shape(self, path: str, places: Branch, prefix: tuple[Step, ...], misfit: Misfit) -> None:
        place = Place(path, *spot(child(places, (*prefix, *misfit.path), key=misfit.key)))
        if (
            place in self._faulty and not misfit.key
        ):  # one place, one finding: what the record wants there is the better advice
            self.findings = [known for known in self.findings if known.place != place]
        self.findings.append(Finding(place, Severity.ERROR, "shape", misfit.message))


def _without(kind: Kind, data: Any, wrong: Sequence[Misfit]) -> Record | None:
    """Read a record less the entries that do not fit, where its kind can do without them; else None."""
    parts = {misfit.path[:2] for misfit in wrong}
    if kind.spare is None or any(len(part) < 2 or part[0] != kind.spare for part in parts):
        return None
    kept = {key: value for key, value in data[kind.spare].items() if (kind.spare, key) not in parts}
    return kind.model.model_validate({**data, kind.spare: kept})


def _kind_of(path: str) -> tuple[Kind, str] | None:
    """Give the kind and id of the record that a path holds, or None."""
    folder, _, name = path.removeprefix(ROOT + "/").rpartition("/")
    stem = name.removesuffix(".yaml")
    if stem == name:
        return None
    for kind in kinds():
        if kind.folder is None:
            if not folder and name == kind.path:
                return kind, stem
        elif folder == kind.folder:
            return kind, stem
    return None


def _no_kind(path: str) -> str:
    if re.search(r"\.ya?ml$", path, re.IGNORECASE) and not path.endswith(".yaml"):
        return "a record's file name ends in .yaml"
    known = {kind.folder or kind.path.removesuffix(".yaml"): f"{ROOT}/{kind.path}" for kind in kinds()}
    folder, _, name = path.removeprefix(ROOT + "/").rpartition("/")
    meant = closest(folder or name.removesuffix(".yaml"), known)
    guess = f"; did you mean {known[meant]}?" if meant else ""
    return f"no kind of record stands here{guess}; records are {', '.join(known.values())}"


def _bad_id(kind: Kind, id_: str) -> str | None:
    if not re.fullmatch(kind.id_pattern, id_, re.ASCII):
        wanted = "three capital letters" if kind.keyed else "lower-case letters, digits and single hyphens"
        return f"the id {shown(id_)} is not made of {wanted}"
    if len(id_) > _MAX_ID:
        return f"the id is longer than {_MAX_ID} characters"
    if _RESERVED.fullmatch(id_):
        return f"{id_} cannot be a file name on every system: take another id"
    return None


def _clashing(tree: Tree) -> Iterator[Finding]:
    """Find files that are one file on systems that do not tell their names apart."""
    seen: dict[str, str] = {}
    for path in sorted(tree):
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            message = f"on some systems this file and {seen[folded]} are the same: rename one"
            yield Finding(Place(path, 1, 1, 1, 1), Severity.ERROR, "file", message)
        seen.setdefault(folded, path)
