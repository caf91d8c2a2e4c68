"""Which proposals are pending: neither withdrawn nor taken up by an appointment."""

from collections.abc import Sequence
from datetime import date

from cicareg.questions.holdings import event_of
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators, Proposal, Tenure
from cicareg.registry import Registry
from cicareg.terms import Role, Term


def pending(registry: Registry, post: Entry[Coordinators] | None) -> tuple[Proposal, ...]:
    """Give the proposals of a post that still wait, in the order of the file."""
    if post is None:
        return ()
    return tuple(
        p for p in post.record.proposals if p.withdrawn is None and not _taken_up(registry, p, post.record.tenures)
    )


def pending_on(registry: Registry, post: Entry[Coordinators] | None, day: date) -> tuple[Proposal, ...]:
    """Give the proposals of a post that wait at the beginning of a day: what that day decides is not known yet."""
    return tuple(
        p
        for p in (post.record.proposals if post else ())
        if p.notified <= day and (p.withdrawn is None or p.withdrawn >= day)
        if post and not _taken_up(registry, p, post.record.tenures, day)
    )


def proposed(waiting: Sequence[Proposal], state: str, role: Role, term: str | None) -> Proposal | None:
    """Give the pending proposal of a state for a role, or None: of several the last of that term, else the last."""
    found = [p for p in waiting if (p.state, p.role) == (state, role)]
    return max(found, key=lambda p: (stated_term(p.term) == term, p.notified), default=None)


def stated_term(term: Term | None) -> str | None:
    """Give a term as it was stated, None where none was."""
    return None if term is None else str(term)


def _taken_up(registry: Registry, proposal: Proposal, tenures: Sequence[Tenure], before: date = date.max) -> bool:
    """Tell whether the state was appointed in that role on or after the day of its intention, and before a day."""
    for tenure in tenures:
        event = event_of(registry, tenure) if tenure.decision else None
        same = (tenure.state, tenure.role) == (proposal.state, proposal.role)
        if same and event is not None and proposal.notified <= event.day < before:
            return True
    return False
