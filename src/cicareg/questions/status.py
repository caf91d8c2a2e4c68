"""The status of documents and laws, derived from the decisions that name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cicareg.finding import Citation
from cicareg.questions.holdings import Event, event_of_meeting
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.law import Demand, Law
from cicareg.records.meeting import Decision, Meeting
from cicareg.registry import Registry

_BY_VERB = {
    "considers": "under consideration",
    "recommends": "recommended",
    "adopts": "adopted",
    "endorses": "endorsed",
    "approves": "approved",
}
FINAL = frozenset({"adopts", "endorses", "approves"})  # see is_final


@dataclass(frozen=True, slots=True)
class Step:
    """One decision in the life of a document."""

    event: Event
    meeting: Entry[Meeting]
    index: int
    decision: Decision

    @property
    def citation(self) -> str:
        """Give `soc-2023-08-22/1`."""
        return f"{self.meeting.id}/{self.decision.label}"


def life(registry: Registry, document: str) -> tuple[Step, ...]:
    """Give the decisions that name a document, in their order."""
    steps = (step for meeting in registry.stating(Meeting, "document", document) for step in _steps(registry, meeting))
    named = [step for step in steps if document in (step.decision.document, step.decision.through, step.decision.for_)]
    return tuple(sorted(named, key=lambda step: (step.event, step.meeting.id, step.index)))


def _steps(registry: Registry, meeting: Entry[Meeting]) -> Iterator[Step]:
    event = event_of_meeting(registry, meeting.id)
    for index, decision in enumerate(meeting.record.decisions):
        if event is not None:
            yield Step(event, meeting, index, decision)


class Standing(NamedTuple):
    """What decisions made of a document: a word, since when and by which decision.

    `silent_until` is the last day on which the silence can be broken that the decision is subject to; whether
    that day has come is not asked here.
    """

    word: str = "draft"
    since: date | None = None
    by: str = ""
    silent_until: date | None = None

    def __str__(self) -> str:
        """Give `adopted`, or `approved, unless the silence of com-2024-05-01/1 until 2024-05-31 is broken`."""
        if self.silent_until is None:
            return self.word
        return f"{self.word}, unless the silence of {self.by} until {self.silent_until} is broken"


def document_status(registry: Registry, document: str) -> Standing:
    """Give the status that decisions made of a document: draft until one names it.

    It is superseded once a document that takes its place, or that of its successor, is finally decided.
    """
    decided = (_decided(registry, id_) for id_ in _later(registry, document))
    successor = next((found for found in decided if found.word in _ENDS), None)
    return successor._replace(word="superseded") if successor else _decided(registry, document)


def _later(registry: Registry, document: str) -> list[str]:
    """Give those that take the place of a document, and those that take theirs."""
    found, seen = [document], {document}
    for id_ in found:
        new = [entry.id for entry in registry.stating(Document, "supersedes", id_) if entry.id not in seen]
        found += new
        seen.update(new)
    return found[1:]


def versions(registry: Registry, document: str) -> tuple[str, ...]:
    """Give a document with those whose place it takes, oldest first, and those that take its place."""
    known: dict[str, tuple[str, ...]] = registry.once(versions, dict)
    if document not in known:
        chain = _versions(registry, document)
        known.update(dict.fromkeys(chain if _is_line(registry, chain) else (document,), chain))
    return known[document]


def _versions(registry: Registry, document: str) -> tuple[str, ...]:
    before, id_ = {document: None}, document
    while (entry := registry.get(Document, id_)) and entry.record.supersedes:
        id_ = entry.record.supersedes
        if id_ in before:
            break
        before[id_] = None
    after = (one for one in _later(registry, document) if one not in before)
    return (*reversed(before), *after)


def _is_line(registry: Registry, chain: tuple[str, ...]) -> bool:
    """Tell whether each takes the place of the one before it, and nothing else does: all have these versions."""
    following = ((one,) for one in chain[1:])
    return all(
        tuple(entry.id for entry in registry.stating(Document, "supersedes", id_)) == then
        for id_, then in zip(chain, (*following, ()), strict=True)
    )


def is_final(decision: Decision) -> bool:
    """Tell whether a decision settles a document: a preliminary one does not, nor one of which the silence broke."""
    return decision.verb in FINAL and decision.stands and not decision.preliminary


def _decided(registry: Registry, document: str) -> Standing:
    """Give what the last final decision made of it, else the last of all: nothing final is undone by talk.

    A paper by which an organ decided finally on another document was adopted with it.
    """
    steps = [step for step in life(registry, document) if step.decision.stands]
    final = [step for step in steps if is_final(step.decision)]
    own = [step for step in steps if step.decision.document == document]
    if not final and not own:
        return Standing()
    step = final[-1] if final else own[-1]
    decision = step.decision
    word = _BY_VERB[decision.verb] if decision.document == document else "adopted"
    word = f"preliminarily {word}" if decision.preliminary else word
    return Standing(word, step.event.day, step.citation, decision.silence.until if decision.silence else None)


_ENDS = frozenset(_BY_VERB[verb] for verb in FINAL)
UNSETTLED = frozenset({"draft", "under consideration", "recommended", "preliminarily approved"})
STATUSES = ("draft", *_BY_VERB.values(), "preliminarily approved", "superseded")


def law_status(registry: Registry, law: Law) -> str:
    """Give the status of the text that a law record summarises: `draft`, or `in force from DAY`."""
    since = _in_force(registry, law.document, law.text_of)
    return "draft" if since is None else f"in force from {since}"


def in_force_since(registry: Registry, law: str) -> date | None:
    """Give the day from which the text that a law record summarises is in force, or None for a draft."""
    entry = registry.get(Law, law)
    return _in_force(registry, entry.record.document, entry.record.text_of) if entry else None


def _in_force(registry: Registry, document: str, text_of: date) -> date | None:
    days = [
        step.event.day
        for step in life(registry, document)
        if is_final(step.decision) and step.decision.document == document and step.event.day <= text_of
    ]
    return min(days, default=None)


def demand(registry: Registry, reference: str) -> Demand | None:
    """Give the demand that LAW/PARAGRAPH/DEMAND names, or None."""
    law_id, _, rest = reference.partition("/")
    paragraph, _, demand_id = rest.partition("/")
    law = registry.get(Law, law_id)
    demands = law.record.paragraphs.get(paragraph, ()) if law else ()
    return next((d for d in demands if d.id == demand_id), None)


def citation(registry: Registry, reference: str) -> Citation | None:
    """Give the citation of LAW/PARAGRAPH/DEMAND as messages print it, or None where it is not on record."""
    law_id, _, rest = reference.partition("/")
    found = demand(registry, reference)
    law = registry.get(Law, law_id)
    if found is None or law is None:
        return None
    document = registry.get(Document, law.record.document)
    names = (document.record.short or document.record.title) if document else {}
    name = names.get("en") or next(iter(names.values()), law_id)
    return Citation(name, rest.partition("/")[0], found.strength, law_status(registry, law.record))
