"""Who asks to go on in a post: the tenure that ends, and the proposal by which its state asked."""

from collections.abc import Iterator
from datetime import date

from cicareg.questions.holdings import Holding, holdings
from cicareg.questions.pending import pending_on, proposed
from cicareg.questions.posts import post_of
from cicareg.records.coordinators import Proposal
from cicareg.registry import Registry
from cicareg.terms import Role


def ending(registry: Registry, area: str, state: str, day: date | None) -> Holding | None:
    """Give the tenure of a state in an area whose term ends on a day, or None."""
    return next((holding for holding in _of_state(registry, area, state) if _end(holding) == day), None)


def request_for(registry: Registry, area: str, state: str, role: Role, day: date) -> Proposal | None:
    """Give the proposal by which a state asked to go on in a role and that waits on a day, or None."""
    post = post_of(registry, area)
    return proposed(pending_on(registry, post.coordinators if post else None, day), state, role, None)


def _of_state(registry: Registry, area: str, state: str) -> Iterator[Holding]:
    post = post_of(registry, area)
    for holding in holdings(registry, post.coordinators) if post and post.coordinators else ():
        if holding.tenure.state == state:
            yield holding


def _end(holding: Holding) -> date | None:
    return holding.tenure.term.end if holding.tenure.term else None
