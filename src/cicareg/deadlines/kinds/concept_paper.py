"""Modalities 2.7: a new coordinator proposes a concept paper."""

from collections.abc import Iterator
from datetime import date

from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Inquiry, Over, duty_kind
from cicareg.questions.filed import days_of, filed
from cicareg.questions.holdings import Event, Holding
from cicareg.questions.posts import Post
from cicareg.questions.services import Service, services
from cicareg.terms import months_after


@duty_kind(Over.POST, "modalities/2.7/concept-paper", months=3)
def concept_paper(ask: Inquiry, post: Post) -> Iterator[Duty]:
    """A new coordinator proposes a new or updated concept paper.

    It is due within three months of the decision that opens its service (threshold `months`). A coordinator whose
    service goes on by a further decision owes none. Whom a list or a source shows, without the decision, owes none
    either: nobody knows from when to count.

    It is met by a concept paper of that area, or of its dimension as a whole, that names the state or nobody under
    `prepared-by`, first drafted or dated since the state gave notice of its intention or was appointed. When the
    service ends without one, the duty lapses.
    """
    for service in services(ask.registry, post.coordinators, "coordinator"):
        for number, holding in enumerate(service):
            if holding.tenure.decision and holding.event:
                duty = _owed(ask, post, holding, holding.event)
                yield (
                    _met(ask, post, service, duty)
                    if number == 0
                    else duty._replace(void="its service goes on without a break")
                )


def _owed(ask: Inquiry, post: Post, holding: Holding, event: Event) -> Duty:
    tenure = holding.tenure
    return Duty(
        ask.id(post.id, tenure.state, tenure.decision),
        ask.kind,
        tenure.state,
        "proposes a new or updated concept paper",
        area=post.id,
        since=event.day,
        by=months_after(event.day, ask.thresholds["months"]),
        decision=tenure.decision,
    )


def _met(ask: Inquiry, post: Post, service: Service, duty: Duty) -> Duty:
    first, last = service[0].tenure, service[-1].span
    begins = min(day for day in (first.notified, duty.since) if day is not None)
    ends = last.end if last else None
    found = [
        (day, paper.id)
        for paper in filed(ask.registry, "concept-paper", post)
        if not paper.record.prepared_by or first.state in paper.record.prepared_by
        for day in days_of(paper.record)
        if _within(day, begins, ends)
    ]
    met = min(found, default=None)
    return duty._replace(ends=ends, met=Met(met[1], met[0]) if met else None)


def _within(day: date, begins: date, ends: date | None) -> bool:
    return begins <= day and (ends is None or day <= ends)
