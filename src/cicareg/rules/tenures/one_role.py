"""Good order: a state has one role on a post at a time."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.holdings import Holding, at_once, holdings
from cicareg.questions.naming import post_label, state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.terms import Span


@rule(Coordinators, Severity.ERROR)
def one_role(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A state is not coordinator and co-coordinator of one post on one day.

    A co-coordinator that becomes coordinator leaves its old role. An undated tenure as co-coordinator
    does not end by itself then: the new tenure has to say whom it replaces, be it the same state.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: co-coordinator, listed: com-2023-06-01}
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, replaces: [XAA]}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: co-coordinator, listed: com-2023-06-01}
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}

    Mend: write `replaces` with the state's own code in the later tenure, end the earlier one (`ended`),
    or correct the role that is wrong.
    """
    served = holdings(ask.registry, post)
    for holding in served:
        before = [h for h in served[: holding.index] if h.tenure.state == holding.tenure.state]
        other = next((h for h in at_once(holding, before) if h.tenure.role != holding.tenure.role), None)
        days = holding.span and other and other.span and holding.span.shared(other.span)
        if days and other:
            yield _breach(ask, holding, other, days)


def _breach(ask: Inquiry, holding: Holding, other: Holding, days: Span) -> Breach:
    name, place = state_label(ask.registry, holding.tenure.state), post_label(ask.registry, holding.post.id)
    message = f"{name} is both {other.tenure.role} and {holding.tenure.role} of {place}, {days}"
    later = _successor(holding, other)
    if later is not None:
        message += f": write `replaces: [{holding.tenure.state}]` in the tenure as {later.tenure.role}"
    related = (At(other.post, other.path, message=f"the tenure as {other.tenure.role}"),)
    return Breach(At(holding.post, holding.path), message, related=related)


def _successor(one: Holding, other: Holding) -> Holding | None:
    """Give the one decided later where the earlier is undated and `replaces` would end it, else None."""
    for earlier, later in ((one, other), (other, one)):
        in_order = earlier.event is not None and later.event is not None and earlier.event < later.event
        if in_order and earlier.tenure.term is None:
            return later
    return None
