"""Modalities 1.3: a state whose service as coordinator ends reports to all Member States."""

from collections.abc import Iterator
from datetime import date

from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Arises, Inquiry, Over, duty_kind
from cicareg.questions.filed import days_of, filed
from cicareg.questions.posts import Post
from cicareg.questions.services import Service, services


@duty_kind(Over.POST, "modalities/1.3/report", Arises.LAST)
def report(ask: Inquiry, post: Post) -> Iterator[Duty]:
    """A state whose service as coordinator ends reports to all Member States.

    Adjoining tenures are one service. The text sets no day: the report falls due after the last day of the service,
    and is never overdue. A service without a known end owes none yet.

    It is met by a document of the kind report, of that area or its dimension as a whole, prepared by that state and
    dated since the service began: of several the one nearest to its end.
    """
    found = services(ask.registry, post.coordinators, "coordinator")
    for number, service in enumerate(found):
        later = [other for other in found[number + 1 :] if other[0].tenure.state == service[0].tenure.state]
        last = service[-1]
        if last.span and last.span.end:
            yield _owed(ask, post, service, min((_begins(other) for other in later), default=date.max))


def _owed(ask: Inquiry, post: Post, service: Service, next_begins: date) -> Duty:
    tenure, end = service[-1].tenure, service[-1].span.end if service[-1].span else None
    return Duty(
        ask.id(post.id, tenure.state, service[0].tenure.ground),  # it stays when the service goes on
        ask.kind,
        tenure.state,
        "reports to all Member States on its service",
        area=post.id,
        since=_begins(service),
        after=end,
        met=_met(ask, post, service, next_begins),
        decision=tenure.decision,
    )


def _begins(service: Service) -> date:
    return service[0].span.start if service[0].span else date.max


def _met(ask: Inquiry, post: Post, service: Service, next_begins: date) -> Met | None:
    end = service[-1].span.end if service[-1].span else None
    dated = [
        (abs(day - end), day, paper.id)
        for paper in filed(ask.registry, "report", post)
        if end and service[0].tenure.state in paper.record.prepared_by
        for day in days_of(paper.record)[-1:]
        if _begins(service) <= day < next_begins
    ]
    nearest = min(dated, default=None)
    return Met(nearest[2], nearest[1]) if nearest else None
