"""Services: adjoining tenures of one state in one role on one post are one service."""

from cicareg.questions.holdings import Holding, holdings
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.registry import Registry
from cicareg.terms import Role, next_day

Service = tuple[Holding, ...]


def services(registry: Registry, post: Entry[Coordinators] | None, role: Role) -> tuple[Service, ...]:
    """Give the services in a role on a post: the tenures of each by their days, services in the order decided."""
    if post is None:
        return ()
    open_: dict[str, list[list[Holding]]] = {}
    found: list[list[Holding]] = []
    dated = [(h.span.start, h.index, h) for h in holdings(registry, post) if h.tenure.role == role and h.span]
    for _, _, holding in sorted(dated, key=lambda row: row[:2]):
        mine = open_.setdefault(holding.tenure.state, [])
        service = next((s for s in mine if continues(s[-1], holding)), None)
        if service is None:
            service = []
            mine.append(service)
            found.append(service)
        service.append(holding)
    return tuple(tuple(service) for service in sorted(found, key=lambda s: s[0].index))


def continues(earlier: Holding, later: Holding) -> bool:
    """Tell whether a tenure of the same state and role goes on from the day after another, or from within it."""
    end = earlier.span.end if earlier.span else None
    return later.span is not None and end is not None and later.span.start <= next_day(end)
