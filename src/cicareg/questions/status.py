"""The status of documents and laws, derived from the decisions that name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
FINAL = frozenset({"adopts", "endorses", "approves"})


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


def document_status(registry: Registry, document: str) -> str:
    """Give the status that decisions made of a document: draft until one names it."""
    successors = (entry.id for entry in registry.stating(Document, "supersedes", document))
    if any(_decided(registry, successor) in _ENDS for successor in successors):
        return "superseded"
    return _decided(registry, document)


def _decided(registry: Registry, document: str) -> str:
    """Give what the last final decision made of it, else the last of all: nothing final is undone by talk.

    A paper by which an organ decided finally on another document was adopted with it.
    """
    steps = life(registry, document)
    final = [step.decision for step in steps if step.decision.verb in FINAL and not step.decision.for_]
    if final:
        return _BY_VERB[final[-1].verb] if final[-1].document == document else "adopted"
    named = [step for step in steps if step.decision.document == document]
    return _BY_VERB[named[-1].decision.verb] if named else "draft"


_ENDS = frozenset(_BY_VERB[verb] for verb in FINAL)


def law_status(registry: Registry, law: Law) -> str:
    """Give the status of the text that a law record summarises: `draft`, or `in force from DAY`."""
    since = _in_force(registry, law.document, law.text_of)
    return "draft" if since is None else f"in force from {since}"


def _in_force(registry: Registry, document: str, text_of: date) -> date | None:
    days = [
        step.event.day
        for step in life(registry, document)
        if step.decision.verb in FINAL and step.decision.document == document and step.event.day <= text_of
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
