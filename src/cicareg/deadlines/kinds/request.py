"""A decision calls on somebody to do something by a day."""

from collections.abc import Iterator
from datetime import date

from cicareg.deadlines.answers import answered_by
from cicareg.deadlines.approvals import approval
from cicareg.deadlines.duty import Duty
from cicareg.deadlines.kind import Inquiry, Over, duty_kind
from cicareg.deadlines.requests import last_day
from cicareg.questions.in_office import in_office, is_member, members_on
from cicareg.questions.naming import document_label
from cicareg.questions.posts import posts
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.meeting import Decision, Meeting
from cicareg.records.state import State
from cicareg.terms import day_before


@duty_kind(Over.MEETING)
def request(ask: Inquiry, meeting: Entry[Meeting]) -> Iterator[Duty]:
    """Whoever an organ calls on does by the day what it asks.

    It rests on the decision itself (`calls-on` with `before` or `by`; the day of `before` is no longer in time), and is
    of each addressee: every Member State of that day, every state that then coordinates an area, the Secretariat,
    or the Chairmanship, which is the state that chaired the meeting where that is on record.

    It is met by a document or an event with the paragraph under `answers`: of a state by one that it prepared or
    proposed, of the Secretariat or the Chairmanship by one that names no state. A request that serves a document
    (`for`) lapses when that is finally decided, or when its period is over. A state that leaves before the last day
    owes no answer.
    """
    for decision in meeting.record.decisions:
        last = last_day(decision)
        if decision.calls_on is not None and last is not None:
            for who in _addressees(ask, meeting, decision):
                yield _owed(ask, meeting, decision, who, last)


def _addressees(ask: Inquiry, meeting: Entry[Meeting], decision: Decision) -> tuple[str, ...]:
    day = meeting.record.date
    match decision.calls_on:
        case "members":
            return members_on(ask.registry, day)
        case "coordinators":
            return ask.registry.once((_coordinators, day), lambda: _coordinators(ask, day))
        case "chairmanship":
            return (meeting.record.chair or "chairmanship",)
        case _:
            return ("secretariat",)


def _coordinators(ask: Inquiry, day: date) -> tuple[str, ...]:
    leading = (in_office(ask.registry, post, day, "coordinator") for post in posts(ask.registry))
    return tuple(dict.fromkeys(state for states in leading for state in states))


def _owed(ask: Inquiry, meeting: Entry[Meeting], decision: Decision, who: str, last: date) -> Duty:
    cited = f"{meeting.id}/{decision.label}"
    served = f", for {document_label(ask.registry, decision.for_)}" if decision.for_ else ""
    state = ask.registry.get(State, who)
    left = state is not None and not is_member(state.record, last)
    return Duty(
        ask.id(who, cited),
        ask.kind,
        who,
        f"answers {cited}{served}",
        since=meeting.record.date,
        by=last,
        met=answered_by(ask.registry, cited, who, is_state=state is not None),
        void="it is no Member State on the last day" if left else None,
        ends=None if left else _moot(ask, decision.for_),
        decision=cited,
        about=cited,
    )


def _moot(ask: Inquiry, document: str | None) -> date | None:
    """Give the last day on which an answer still serves the document that it is for; None where that has no end."""
    entry = ask.registry.get(Document, document) if document else None
    decided = approval(ask.registry, entry.id) if entry else None
    days = [day_before(decided.day)] if decided else []
    days += [entry.record.applies.end] if entry and entry.record.applies else []
    return min(days, default=None)
