"""Good order: one state holds one role on a post once at a time."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from cicareg.finding import Severity
from cicareg.questions.holdings import Holding, holdings
from cicareg.questions.naming import post_label, state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import MOST_RELATED, At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR)
def tenure_overlap(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """Two tenures of one state in one role on one post do not share a day.

    Both ends belong to a tenure: one that ends on 31 December and one that starts on 1 January adjoin;
    two that have the same day overlap. What counts are the days that a tenure really runs, so an early
    end or a succession is considered.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2022-2023, decision: com-2023-06-01/1}
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2022-01-01/2024-01-01, decision: com-2023-06-01/1}
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}

    Mend: correct the terms, take away the tenure that is recorded twice, or end the earlier one
    (`ended`).
    """
    before: dict[tuple[str, str], list[tuple[date, date, Holding]]] = {}
    for holding in holdings(ask.registry, post):
        if holding.span is None:
            continue
        earlier = before.setdefault((holding.tenure.state, holding.tenure.role), [])
        start, end = holding.span.start, holding.span.end or date.max
        meeting = list(islice((h for first, last, h in earlier if first <= end and start <= last), MOST_RELATED))
        earlier.append((start, end, holding))
        days = meeting and meeting[0].span and holding.span.shared(meeting[0].span)
        if days:
            name, place = state_label(ask.registry, holding.tenure.state), post_label(ask.registry, post.id)
            message = f"{name} is {holding.tenure.role} of {place} by two tenures at once, {days}"
            related = tuple(At(h.post, h.path, message="the earlier tenure") for h in meeting)
            yield Breach(At(post, holding.path), message, related=related)
