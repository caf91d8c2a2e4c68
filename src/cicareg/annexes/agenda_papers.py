"""What a meeting has before it of documents: those to be decided on, and reports to be noted."""

from collections.abc import Iterator, Sequence
from datetime import date

from cicareg.annexes.before import Before
from cicareg.annexes.resting import decision
from cicareg.annexes.voice import Data
from cicareg.questions.coming import named
from cicareg.questions.filed import days_of
from cicareg.questions.status import Step, is_final, life, versions
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.meeting import Meeting

_NEVER_DECIDED = frozenset({"note-verbale", "list", "report", "contribution"})
_DOES = {"adopt": "adopts", "endorse": "endorses", "approve": "approves"}
_APPROVED = ("concept-paper", "action-plan", "annual-plan")  # what takes a power of its own
_AT_AN_END = ("agreed", "noted")  # outcomes after which an organ does not take a document up again by itself


def about_documents(before: Before) -> Iterator[tuple[str, Data]]:
    """Yield the documents to be decided on, each with its id: drafts of the organ, and what was recommended to it."""
    for entry in before.voice.registry.of(Document):
        record = entry.record
        known = [day for day in days_of(record) if day <= before.eve]
        is_over = record.applies is not None and record.applies.end <= before.eve  # nothing is left to decide
        if record.kind in _NEVER_DECIDED or not record.counts or is_over or (days_of(record) and not known):
            continue
        if _is_replaced(before, entry.id):
            continue
        steps = [s for s in life(before.voice.registry, entry.id) if s.event.day <= before.eve and s.decision.stands]
        if any(is_final(step.decision) and not step.decision.for_ for step in steps):
            continue
        own = [step for step in steps if step.decision.document == entry.id]
        if not own and any(step.decision.through == entry.id for step in steps):
            continue  # it is the paper by which another document is decided, and stands with that
        verb = "" if _is_elsewhere(before, record, own) else _verb(before, record, own[-1] if own else None)
        if verb:
            yield entry.id, _said(before, entry, own[-1] if own else None, verb)


def about_reports(before: Before) -> Iterator[Data]:
    """Yield the reports that came in since the organ's last meeting; one that is restricted is left out."""
    for entry in before.voice.registry.of(Document):
        days = days_of(entry.record)
        is_new = bool(days) and before.since < days[-1] <= before.eve
        if is_new and entry.record.kind == "report" and _is_open(entry.record) and before.may("appoint"):
            yield _noted(before, entry, days[-1])


def contributions(before: Before, areas: frozenset[str], dimensions: frozenset[str]) -> Iterator[Data]:
    """Yield the contributions to a review at this meeting; those that name other areas belong to another item."""
    for entry in before.voice.registry.of(Document):
        record, days = entry.record, days_of(entry.record)
        if record.kind != "contribution" or record.meeting != before.meeting.id or not _is_open(record):
            continue
        about = {*record.areas, *record.dimensions}
        if not about or about & {*areas, *dimensions}:
            yield _noted(before, entry, days[-1] if days else None)


def _is_open(record: Document) -> bool:
    """Tell whether a paper came in, and may be named."""
    return record.counts and not record.restricted


def _noted(before: Before, entry: Entry[Document], day: date | None) -> Data:
    voice = before.voice
    return {
        "kind": "report",
        "document": voice.document(entry.id),
        "states": [voice.state(state) for state in entry.record.prepared_by],
        "date": voice.day(day) if day else None,
        "law": None,
        "decision": None,
    }


def _said(before: Before, entry: Entry[Document], last: Step | None, verb: str) -> Data:
    due = next((duty for duty in before.left("annual-plan") if duty.about == entry.id), None)
    by = due.by if due else None
    cited = last.citation if last else due.decision if due else None
    return {
        "kind": entry.record.kind if entry.record.kind == "annual-plan" else "document",
        "document": before.voice.document(entry.id),
        "status": _status(last),
        "verb": verb,
        "through": before.voice.document(last.decision.through) if last and last.decision.through else None,
        "by": before.voice.day(by) if by else None,
        "overdue": by is not None and by < before.meeting.first,
        "law": None,
        "decision": decision(before.voice, cited) if cited else None,
    }


def _status(last: Step | None) -> str:
    if last is None:
        return "draft"
    if last.decision.preliminary:
        return "preliminarily approved"
    return "recommended" if last.decision.recommends else "under consideration"


def _is_elsewhere(before: Before, record: Document, own: Sequence[Step]) -> bool:
    """Tell whether other organs deal with a document, and none has recommended it to this one yet."""
    if not own or (record.kind in _APPROVED and before.may(f"approve-{record.kind}")):
        return False
    here = (_organ(s) == before.meeting.organ or s.decision.to == before.meeting.organ for s in own)
    return not any(here)


def _verb(before: Before, record: Document, last: Step | None) -> str:
    """Give what the organ is to do with a document: what was recommended to it, else what it may; else nothing."""
    step = last.decision if last else None
    if step is not None and step.recommends:
        return _DOES.get(step.that_it or "", "considers") if _is_for(before, step.to, step.at) else ""
    if record.organ == before.meeting.organ or (record.organ is None and record.kind in _APPROVED):
        return _own_verb(before, record)
    again = step is not None and step.considers is not None and step.outcome not in _AT_AN_END
    return "considers" if again and last and _organ(last) == before.meeting.organ else ""


def _own_verb(before: Before, record: Document) -> str:
    if record.kind in _APPROVED:
        return "approves" if before.may(f"approve-{record.kind}") else ""
    return next((verb for power, verb in (("adopt", "adopts"), ("consider", "considers")) if before.may(power)), "")


def _is_for(before: Before, to: str | None, at: str | None) -> bool:
    """Tell whether a recommendation is for this meeting: it names it, or its organ and no later meeting."""
    if at is None or at == before.meeting.id:
        return at is not None or to == before.meeting.organ
    of_that = before.voice.registry.get(Meeting, at)
    day = of_that.record.date if of_that else (named(before.voice.registry, at) or ("", date.max))[1]
    return to == before.meeting.organ and day < before.meeting.first


def _organ(step: Step) -> str:
    return step.meeting.record.organ


def _is_replaced(before: Before, id_: str) -> bool:
    """Tell whether a later version of a document was there by the eve."""
    chain = versions(before.voice.registry, id_)
    later = (before.voice.registry.get(Document, one) for one in chain[chain.index(id_) + 1 :])
    return any(entry and all(day <= before.eve for day in days_of(entry.record)[:1]) for entry in later)
