"""Follow every reference of every record to what it names, and report those that lead nowhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from cicareg.finding import Finding, Severity
from cicareg.names import did_you_mean
from cicareg.records.base import Kind, Record
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.records.references import Path, references
from cicareg.records.registry import RegistryRecord
from cicareg.registry import Entry, Registry, kinds
from cicareg.yaml_text import shown

Guess = Callable[[str, Iterable[str]], str]
Known = Callable[[str], "str | None"]  # None where the reference leads somewhere, else what is wrong
MAX_FINDINGS = 100


def unresolved(registry: Registry) -> Iterator[Finding]:
    """Yield a finding for each reference to a record that is not there, and each id that its file contradicts."""
    known = _resolvers(registry)
    for kind in kinds():
        for entry in registry.of(kind.model):
            yield from _first(_lost(registry, entry, known))
            yield from _own_id(registry, kind, entry, known)


def _lost(registry: Registry, entry: Entry[Record], known: Mapping[str, Known]) -> Iterator[Finding]:
    for path, ref, text, is_key in references(entry.record):
        if problem := known[ref.to](text):
            yield _finding(registry, entry, path, problem, is_key)


def _first(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield as many as a person can read: to look for what each was meant to be costs time."""
    for count, finding in enumerate(findings):
        if count == MAX_FINDINGS:
            message = f"more than {MAX_FINDINGS} references of this record lead nowhere: the rest is not checked"
            yield replace(finding, message=message)
            return
        yield finding


def _finding(registry: Registry, entry: Entry[Record], path: Path, message: str, key: bool = False) -> Finding:
    return Finding(registry.where(entry, *path, key=key), Severity.ERROR, "reference", message)


def _resolvers(registry: Registry) -> dict[str, Known]:
    top = next(iter(registry.of(RegistryRecord)), None)
    record = top.record if top else None
    guess = _guesser()
    return {
        **{kind.name: _among(kind.name, _ids(registry, kind.model), guess) for kind in kinds()},
        "organ": _among("organ", tuple(record.organs) if record else None),
        "dimension": _among("dimension", tuple(d.id for d in record.dimensions) if record else None),
        "language": _among("language", record.languages if record else None),
        "source": _source(tuple(record.sources) if record else None, guess),
        "decision": _decision(registry, guess),
        "demand": _demand(registry),
    }


def _ids(registry: Registry, model: type[Record]) -> tuple[str, ...] | None:
    """Give the known ids, or None where the file that would hold them cannot be read."""
    return None if registry.broken(model, None) else registry.ids(model)


def _guesser() -> Guess:
    """Make a `did you mean` for one run: after the first hundred guesses it gives none, for each costs time."""
    left = iter(range(MAX_FINDINGS))
    return lambda text, known: did_you_mean(text, known) if next(left, None) is not None else ""


def _among(what: str, ids: tuple[str, ...] | None, guess: Guess = did_you_mean) -> Known:
    known = None if ids is None else frozenset(ids)

    def check(text: str) -> str | None:
        if known is None or text in known:
            return None
        return f"no {what} {shown(text)} on record{guess(text, known)}"

    return check


def _source(ids: tuple[str, ...] | None, guess: Guess) -> Known:
    check = _among("source", ids, guess)
    return lambda text: check(text.split(" ", 1)[0])


def _decision(registry: Registry, guess: Guess) -> Known:
    check_meeting = _among("meeting", registry.ids(Meeting), guess)

    @cache
    def labels(meeting_id: str) -> Mapping[str, None] | None:
        meeting = registry.get(Meeting, meeting_id)
        return dict.fromkeys(decision.label for decision in meeting.record.decisions) if meeting else None

    def check(text: str) -> str | None:
        meeting_id, slash, label = text.partition("/")
        if not slash or not label:
            example = f"{shown(meeting_id) if meeting_id else 'MEETING'}/4"
            return f"a decision is cited as MEETING/NUMBER, such as {example}, not {shown(text)}"
        if problem := check_meeting(meeting_id):
            return problem
        known = labels(meeting_id)
        if known is None or label in known:
            return None
        return f"{meeting_id} has no decision {shown(label)}; it has {shown(', '.join(known) or 'none', 200)}"

    return check


def _demand(registry: Registry) -> Known:
    check_law = _among("law", registry.ids(Law))

    def check(text: str) -> str | None:
        law_id, _, rest = text.partition("/")
        law = registry.get(Law, law_id)
        return _no_demand(law.record, law_id, rest) if law else check_law(law_id)

    return check


def _no_demand(law: Law, law_id: str, rest: str) -> str | None:
    paragraph, _, demand_id = rest.partition("/")
    demands = law.paragraphs.get(paragraph)
    if demands is None:
        return f"{law_id} has no paragraph {shown(paragraph)}; write LAW/PARAGRAPH/DEMAND"
    ids = [demand.id for demand in demands]
    if demand_id in ids:
        return None
    return f"{law_id} {paragraph} has no demand {shown(demand_id)}; it has {shown(', '.join(ids), 200)}"


def _own_id(registry: Registry, kind: Kind, entry: Entry[Record], known: Mapping[str, Known]) -> Iterator[Finding]:
    """Check that the file's name says what the file says."""
    if kind.named_after and (problem := known[kind.named_after](entry.id)):
        yield _finding(registry, entry, (), f"the file is named after its {kind.named_after}: {problem}")
    if kind.id_fault and (fault := kind.id_fault(entry.id, entry.record)):
        yield _finding(registry, entry, (fault[0],), fault[1])
