"""Modalities 1.12: whoever wants to go on asks for it before the tenure ends."""

from collections.abc import Iterator
from datetime import date

from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Arises, Inquiry, Over, duty_kind
from cicareg.questions.holdings import Holding
from cicareg.questions.posts import Post
from cicareg.questions.services import services
from cicareg.records.coordinators import Proposal
from cicareg.terms import ROLES, day_before


@duty_kind(Over.POST, "modalities/1.12/extension", Arises.LAST)
def extension(ask: Inquiry, post: Post) -> Iterator[Duty]:
    """Whoever wants to go on in a post asks for it before the tenure ends.

    The last day is that of the tenure. After it the request is not overdue but lapsed: whoever does not want to go
    on owes nothing. A tenure without a term has no last day, and one that ended early leaves nothing to extend.

    It is met by a further tenure that adjoins, asked for in time: its `notified`, or where that is not on record the
    day of its decision, is not after the last day. A proposal of the same state for the same role, notified since
    its appointment, meets it too, until it is withdrawn; after the last day that changes nothing.
    """
    for role in ROLES:
        for service in services(ask.registry, post.coordinators, role):
            for number, holding in enumerate(service):
                if holding.tenure.term and holding.span:
                    yield _owed(ask, post, holding, service[number + 1] if number + 1 < len(service) else None)


def _owed(ask: Inquiry, post: Post, holding: Holding, following: Holding | None) -> Duty:
    tenure, span = holding.tenure, holding.span
    last = tenure.term.end if tenure.term else None
    duty = Duty(
        ask.id(post.id, tenure.state, tenure.ground),
        ask.kind,
        tenure.state,
        f"asks for an extension, if it wants to go on as {tenure.role}",
        area=post.id,
        since=span.start if span else None,
        by=last,
        lapses=True,
        decision=tenure.decision,
    )
    if holding.ends_by != "term" and span and span.end:
        return duty._replace(void=f"the tenure ended early, on {span.end}", ends=span.end)
    return _followed(duty, following) if following else duty._replace(met=_proposed(post, holding))


def _followed(duty: Duty, following: Holding) -> Duty:
    tenure = following.tenure
    asked = tenure.notified or (following.event.day if tenure.decision and following.event else None)
    if asked is None and duty.by:
        return duty._replace(void="it goes on, and the day of its request is not on record", ends=day_before(duty.by))
    in_time = asked is not None and duty.by is not None and asked <= duty.by
    return duty._replace(met=Met(tenure.ground, asked)) if in_time else duty


def _proposed(post: Post, holding: Holding) -> Met | None:
    """Give the first proposal by which a state asked to go on that stood; else the last withdrawn; else none."""
    tenure, since, last = holding.tenure, holding.event, holding.span and holding.span.end
    asked = [
        (_withdrawn(p, last) or date.max, p.notified)
        for p in (post.coordinators.record.proposals if post.coordinators else ())
        if (p.state, p.role) == (tenure.state, tenure.role)
        if (since is None or p.notified > since.day) and (last is None or p.notified <= last)
    ]
    if not asked:
        return None
    withdrawn = max(day for day, _ in asked)
    day = min(day for end, day in asked if end == withdrawn)
    return Met(f"proposal of {day}", day, day_before(withdrawn) if withdrawn < date.max else None)


def _withdrawn(proposal: Proposal, last: date | None) -> date | None:
    """Give the day on which a proposal was withdrawn in time, or None."""
    day = proposal.withdrawn
    return day if day is not None and (last is None or day <= last) else None
