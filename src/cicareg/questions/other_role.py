"""Whether a state that is to serve on a post serves there in the other role."""

from datetime import date

from cicareg.questions.holdings import holdings
from cicareg.records.coordinators import Coordinators
from cicareg.registry import Registry
from cicareg.terms import Role, Span


def other_role(registry: Registry, area: str, appointed: tuple[str, Role], days: Span) -> Role | None:
    """Give the other role in which the state serves on some of these days, or None."""
    post = registry.get(Coordinators, area)
    state, role = appointed
    for holding in holdings(registry, post) if post else ():
        tenure = holding.tenure
        if tenure.state == state and tenure.role != role and holding.span and holding.span.shared(days):
            return tenure.role
    return None


def days_of(term: Span | None, decided: date) -> Span:
    """Give the days of a tenure that is to be: without a term it runs from its decision on."""
    return term or Span(decided, None)
