"""What an entry says, in words, on which day it took place, and on what it rests."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from cicareg.guarding.facts import Data
from cicareg.guarding.naming import called
from cicareg.questions.decisions import in_words
from cicareg.questions.held import why_not_held
from cicareg.questions.holdings import event_of, event_of_meeting
from cicareg.questions.naming import any_name, post_label, state_label
from cicareg.questions.posts import top
from cicareg.records.coordinators import Acting, Departure, Proposal, Tenure
from cicareg.records.correction import Correction
from cicareg.records.document import Document
from cicareg.records.meeting import Decision, Meeting
from cicareg.registry import Registry
from cicareg.terms import Term
from cicareg.tracing.traced import RECORD, Traced
from cicareg.yaml_text import shown

_ACTING = "acting-coordinator"
_LONGEST = 60


class Told(NamedTuple):
    """What took place by an entry: its day, what it was, in words, its basis, the rule it is about, the key it is of.

    The key tells which commit recorded it: an entry is ended by a later one than that which began it.
    """

    day: date | None
    what: str
    said: str
    basis: str = ""
    rule: str = ""
    key: str = ""


def told(registry: Registry, entry: Traced) -> Iterator[Told]:
    """Yield what took place by an entry."""
    id_ = entry.path.rpartition("/")[2].removesuffix(".yaml")
    match entry.item:
        case Tenure() as tenure:
            yield from _tenure(registry, id_, tenure)
        case Proposal() as proposal:
            yield from _proposal(registry, id_, proposal)
        case Acting() as acting:
            yield _acting(registry, id_, acting)
        case Departure() as departure:
            day = _day_of_basis(registry, departure.decision or departure.listed)
            until = f", until {departure.until}" if departure.until else ""
            said = f"departs from {departure.rule} for {post_label(registry, id_)}{until}: {departure.reason}"
            yield Told(day, "departure", said, departure.basis, departure.rule)
        case Decision() as decision:
            said, source = in_words(registry, decision), f"source {decision.source}" if decision.source else ""
            yield Told(_day_of_basis(registry, id_), "decision", f"{id_}/{decision.label} {said}", source)
        case Correction() as correction:
            said = f"{correction.what} put right, {_was(correction)}: {correction.why}"
            yield Told(None, "correction", said, correction.source)
        case Document() | Meeting() if entry.what == RECORD:
            yield _record(registry, id_, entry.item)


def _tenure(registry: Registry, area: str, tenure: Tenure) -> Iterator[Told]:
    event, who = event_of(registry, tenure), state_label(registry, tenure.state)
    place = f"{tenure.role} for {post_label(registry, area)}"
    parts = [f"{who}: {place}, {tenure.term or 'tenure not stated'}"]
    parts += [f"via {tenure.via}"] if tenure.via else []
    parts += [f"{' and '.join(tenure.inferred)} inferred"] if tenure.inferred else []
    parts += [f"notified {tenure.notified}"] if tenure.notified else []
    parts += [f"replaces {', '.join(state_label(registry, s) for s in tenure.replaces)}"] if tenure.replaces else []
    day = event.day if event else tenure.term.start if tenure.term else None
    yield Told(day, "tenure", ", ".join(parts), tenure.basis)
    if tenure.ended:
        reason = f": {tenure.ended.reason}" if tenure.ended.reason else ""
        notified = f", notified {tenure.ended.notified}" if tenure.ended.notified else ""
        said = f"{who}: no longer {place}, last day {tenure.ended.on}{notified}{reason}"
        yield Told(tenure.ended.notified or tenure.ended.on, "termination", said, key="ended")


def _proposal(registry: Registry, area: str, proposal: Proposal) -> Iterator[Told]:
    who, place = state_label(registry, proposal.state), f"{proposal.role} for {post_label(registry, area)}"
    term = f", {proposal.term}" if proposal.term else ""
    via = f", via {proposal.via}" if proposal.via else ""
    yield Told(proposal.notified, "proposal", f"{who} proposes itself: {place}{term}{via}", _note(proposal.note))
    if proposal.withdrawn:
        yield Told(proposal.withdrawn, "withdrawal", f"{who} takes its proposal back: {place}{term}", key="withdrawn")


def _acting(registry: Registry, area: str, acting: Acting) -> Told:
    consented = ", ".join(state_label(registry, state) for state in acting.consented) or "nobody"
    who = state_label(registry, acting.state)
    said = f"{who} acts as coordinator for {post_label(registry, area)}, with the consent of {consented}"
    return Told(acting.from_, "acting", said, _note(acting.note), _ACTING)


def _record(registry: Registry, id_: str, record: Document | Meeting) -> Told:
    if isinstance(record, Document):
        source = f"source {record.source}" if record.source else ""
        said = f"{any_name(record.title)}: {record.kind.replace('-', ' ')}"
        return Told(record.first_draft or record.date, "document", said, source)
    organ = top(registry).organs.get(record.organ)
    name = any_name(organ.short or organ.name) if organ else record.organ
    place = f", {any_name(record.place)}" if record.place else ""
    held = f", not held: {why_not_held(record)}" if record.held is False else ""
    source = f"source {record.source}" if record.source else ""
    return Told(record.began or record.date, "meeting", f"{id_}: {name}{place}, {record.form}{held}", source)


def _note(note: str | None) -> str:
    return f"note {note}" if note else ""


def _day_of_basis(registry: Registry, reference: str | None) -> date | None:
    event = event_of_meeting(registry, (reference or "").partition("/")[0])
    return event.day if event else None


def _was(correction: Correction) -> str:
    was = correction.was
    if isinstance(was, Mapping):
        try:
            return f"was {called(correction.what, dict(was))}"
        except KeyError:  # what it says of an entry need not be a whole one
            pass
    return f"was {shown(_plain(was), _LONGEST)}"


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_plain(held)}" for key, held in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_plain, value))
    return value.text if isinstance(value, Term) else str(value)


def mentions(data: Any, word: str) -> bool:
    """Tell whether an entry names a thing: alone, or before a stroke, as a decision names its meeting."""
    if isinstance(data, Mapping):
        return any(mentions(held, word) for held in data.values())
    if isinstance(data, list | tuple):
        return any(mentions(held, word) for held in data)
    return isinstance(data, str) and (data == word or data.startswith(f"{word}/"))


def name_of(entry: Traced) -> str:
    """Give what `why` calls an entry at hand; nothing where it is not there."""
    if entry.index is None:
        return ""
    id_ = entry.path.rpartition("/")[2].removesuffix(".yaml")
    data: Data = entry.data
    if entry.what == RECORD:
        return id_
    if entry.what == "decisions":
        return f"{id_}/{data.get('number', data.get('key'))}"
    return f"{id_}/{entry.index + 1}" if entry.what == "tenures" else f"{id_}/{entry.what}/{entry.index + 1}"
