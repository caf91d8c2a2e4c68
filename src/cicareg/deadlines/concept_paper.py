"""Modalities 2.7: a new coordinator proposes a concept paper within three months."""

from collections.abc import Iterator

from cicareg.deadlines.duty import Duty, DutyKind
from cicareg.questions.posts import Post
from cicareg.questions.services import services
from cicareg.registry import Registry
from cicareg.terms import months_after

_MONTHS = 3


def concept_papers(registry: Registry, post: Post) -> Iterator[Duty]:
    """Yield the paper that each new coordinator owes: an appointment opens a service, an extension does not."""
    for service in services(registry, post.coordinators, "coordinator"):
        opening = service[0]
        if opening.tenure.decision and opening.event:
            by = months_after(opening.event.day, _MONTHS)
            yield Duty(KIND.name, post.id, opening.tenure.state, "proposes a new or updated concept paper", by)


KIND = DutyKind("concept-paper", "modalities/2.7/concept-paper", concept_papers)
