"""Modalities 1.9: as a rule, one coordinator for a priority area."""

from collections.abc import Iterator
from itertools import islice

from cicareg.finding import Severity
from cicareg.questions.holdings import holdings
from cicareg.questions.naming import post_label, state_label
from cicareg.questions.posts import is_dimension
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.crowds import Crowd, crowds
from cicareg.rules.rule import MOST_RELATED, At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR, "modalities/1.9/one-coordinator", maximum=1)
def one_coordinator(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A post has one coordinator at a time.

    Coordinators count together on the days that their tenures share. The threshold `maximum` says how
    many there may be. The finding stands at the first tenure that is one too many, once for each
    basis: a departure covers only tenures that rest on its own decision or list. That a dimension
    as a post is bound like an area is an analogy.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
          - {state: XBB, role: coordinator, term: 2026-2027, decision: com-2023-06-01/1}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
          - {state: XBB, role: coordinator, term: 2025-2026, decision: com-2023-06-01/1}

    Mend: end the earlier tenure (`ended`, or `replaces` in the later one), make the further states
    co-coordinators, or record the departure that the organ decided.
    """
    serving = [h for h in holdings(ask.registry, post) if h.tenure.role == "coordinator" and h.span]
    for crowd in crowds(serving, ask.thresholds["maximum"]):
        yield _breach(ask, crowd)


def _breach(ask: Inquiry, crowd: Crowd) -> Breach:
    first = crowd.excess[0]
    states = list(dict.fromkeys(h.tenure.state for h in crowd.together))
    names = ", ".join(state_label(ask.registry, state) for state in states[:MOST_RELATED])
    more = f" and {len(states) - MOST_RELATED} more" if len(states) > MOST_RELATED else ""
    always = all(h.span is not None and h.span.shared(crowd.days) == crowd.days for h in crowd.together)
    number = f"{len(states)}" if always else f"at times up to {len(states)}"
    message = (
        f"{post_label(ask.registry, first.post.id)} has {number} coordinators at once ({names}{more}) "
        f"{crowd.days}; at most {ask.thresholds['maximum']}"
    )
    if is_dimension(ask.registry, first.post.id):
        message += " (a dimension as post: by analogy)"
    others = islice((h for h in crowd.together if h is not first), MOST_RELATED)
    related = tuple(At(h.post, h.path, message="also a coordinator then") for h in others)
    return Breach(At(first.post, first.path), message, first.tenure.basis, crowd.days, related=related)
