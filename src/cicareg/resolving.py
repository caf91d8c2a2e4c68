"""Follow every reference of every record to what it names, and report those that lead nowhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from cicareg.finding import Finding, Lost, Severity
from cicareg.kinds import kinds
from cicareg.layout import ROOT
from cicareg.names import did_you_mean
from cicareg.reading import Entry
from cicareg.records.base import Kind, Record
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.records.references import Path, references
from cicareg.records.registry import RegistryRecord
from cicareg.registry import Registry
from cicareg.yaml_text import shown

MAX_FINDINGS = 100


class _Problem(NamedTuple):
    """What is wrong with a reference, and the name that leads nowhere, if it is one that may be misspelt."""

    message: str
    lost: Lost | None = None


Known = Callable[[str], _Problem | None]  # None where the reference leads somewhere


def guessed(registry: Registry, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Say what each lost name may have been meant to be; only the first hundred, for each guess costs time."""
    left = MAX_FINDINGS
    known: dict[str, tuple[str, ...]] = {}
    said = []
    for finding in sorted(findings, key=lambda finding: finding.order):
        lost, guess = finding.lost, ""
        if lost is not None and left:
            left -= 1
            if lost.to not in known:
                known[lost.to] = _names(registry, lost.to)
            guess = did_you_mean(lost.name, known[lost.to])
        said.append(finding._replace(message=finding.message + guess, lost=None) if lost else finding)
    return tuple(said)


def _names(registry: Registry, to: str) -> tuple[str, ...]:
    """Give what a reference of this sort may name."""
    for kind in kinds():
        if kind.name == to:
            return registry.ids(kind.model)
    return tuple((_named_in_top(registry) or {}).get(to, ()))


def _named_in_top(registry: Registry) -> Mapping[str, frozenset[str]] | None:
    """Give what registry.yaml names by sort, or None where it cannot be read."""
    for top in registry.of(RegistryRecord):
        record = top.record
        return {
            "organ": frozenset(record.organs),
            "dimension": frozenset(dimension.id for dimension in record.dimensions),
            "language": frozenset(record.languages),
            "source": frozenset(record.sources),
        }
    return None


class Resolver:
    """Tells of the references of each record which lead nowhere."""

    def __init__(self, registry: Registry) -> None:
        """Take the register; what registry.yaml names is looked up once."""
        self._registry = registry
        named = _named_in_top(registry)
        self._known: dict[str, Known] = {
            **{kind.name: _record(registry, kind) for kind in kinds()},
            **{what: _among(what, named[what] if named else None) for what in ("organ", "dimension", "language")},
            "source": _source(_among("source", named["source"] if named else None)),
            "decision": _decision(registry),
            "demand": _demand(registry),
        }

    def lost(self, entry: Entry[Record]) -> Iterator[Finding]:
        """Yield a finding for each reference of a record that leads nowhere (as many as a person can read).

        And one where the name of its file contradicts it.
        """
        count = 0
        for path, ref, text, is_key in references(entry.record):
            problem = self._known[ref.to](text)
            if problem is None:
                continue
            count += 1
            if count > MAX_FINDINGS:
                message = f"more than {MAX_FINDINGS} references of this record lead nowhere: the rest is not checked"
                problem = _Problem(message)
            yield self._finding(entry, path, problem, is_key)
            if count > MAX_FINDINGS:
                break
        yield from self._own_id(entry)

    def _own_id(self, entry: Entry[Record]) -> Iterator[Finding]:
        """Check that the file's name says what the file says."""
        kind = _KINDS[entry.kind]
        if kind.named_after and (problem := self._known[kind.named_after](entry.id)):
            message = f"the file is named after its {kind.named_after}: {problem.message}"
            yield self._finding(entry, (), problem._replace(message=message))
        if kind.id_fault and (fault := kind.id_fault(entry.id, entry.record)):
            yield self._finding(entry, (fault[0],), _Problem(fault[1]))
        if kind.year_of:
            yield from self._own_year(entry, kind, kind.year_of(entry.record))

    def _own_year(self, entry: Entry[Record], kind: Kind, year: int) -> Iterator[Finding]:
        """Check that the file stands in the folder of its year, and that no other year has its id."""
        folder = entry.path.rpartition("/")[0]
        if folder.rpartition("/")[2] != str(year):
            message = (
                f"the file stands in {folder}, but its dates begin in {year}: move it to {ROOT}/{kind.folder}/{year}"
            )
            yield self._finding(entry, ("dates",), _Problem(message))
        first = self._registry.path_of(kind.model, entry.id)
        if first != entry.path:
            message = f"the id {entry.id} is also that of {first}: give one of them another name"
            yield self._finding(entry, (), _Problem(message))

    def _finding(self, entry: Entry[Record], path: Path, problem: _Problem, key: bool = False) -> Finding:
        place = self._registry.where(entry, *path, key=key)
        return Finding(place, Severity.ERROR, "reference", problem.message, lost=problem.lost)


_KINDS = {kind.name: kind for kind in kinds()}


def _nothing(what: str, text: str) -> _Problem:
    return _Problem(f"no {what} {shown(text)} on record", Lost(what, text))


def _record(registry: Registry, kind: Kind) -> Known:
    def check(text: str) -> _Problem | None:
        return None if registry.known(kind.model, text) else _nothing(kind.name, text)

    return check


def _among(what: str, known: frozenset[str] | None) -> Known:
    """Check against known names; None where the file that would hold them cannot be read."""
    return lambda text: None if known is None or text in known else _nothing(what, text)


def _source(check: Known) -> Known:
    return lambda text: check(text.split(" ", 1)[0])


def _decision(registry: Registry) -> Known:
    check_meeting = _record(registry, _KINDS["meeting"])

    def check(text: str) -> _Problem | None:
        meeting_id, slash, label = text.partition("/")
        if not slash or not label:
            example = f"{shown(meeting_id) if meeting_id else 'MEETING'}/4"
            return _Problem(f"a decision is cited as MEETING/NUMBER, such as {example}, not {shown(text)}")
        meeting = registry.get(Meeting, meeting_id)
        if meeting is None:
            return check_meeting(meeting_id)
        if label in meeting.record.cited:
            return None
        known = ", ".join(dict.fromkeys(decision.label for decision in meeting.record.decisions)) or "none"
        return _Problem(f"{meeting_id} has no decision {shown(label)}; it has {shown(known, 200)}")

    return check


def _demand(registry: Registry) -> Known:
    check_law = _record(registry, _KINDS["law"])

    def check(text: str) -> _Problem | None:
        law_id, _, rest = text.partition("/")
        law = registry.get(Law, law_id)
        return _no_demand(law.record, law_id, rest) if law else check_law(law_id)

    return check


def _no_demand(law: Law, law_id: str, rest: str) -> _Problem | None:
    paragraph, _, demand_id = rest.partition("/")
    demands = law.paragraphs.get(paragraph)
    if demands is None:
        return _Problem(f"{law_id} has no paragraph {shown(paragraph)}; write LAW/PARAGRAPH/DEMAND")
    ids = [demand.id for demand in demands]
    if demand_id in ids:
        return None
    return _Problem(f"{law_id} {paragraph} has no demand {shown(demand_id)}; it has {shown(', '.join(ids), 200)}")
