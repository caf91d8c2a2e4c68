"""Good order: who is replaced held the post."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.holdings import holdings, succeeds
from cicareg.questions.naming import post_label, state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR)
def replaces_match(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A state that a tenure replaces holds the post by an earlier decision.

    `replaces` ends a tenure of the named state on the day before the new one starts. Where that state
    holds nothing there, a name is wrong, or the tenure that is to end is not on record.

    Good:
        # registry/coordinators/fish.yaml
        tenures:
          - {state: XBB, role: coordinator, listed: com-2023-06-01}
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, replaces: [XBB]}

    Bad:
        # registry/coordinators/fish.yaml
        tenures:
          - {state: XBB, role: coordinator, listed: com-2023-06-01}
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, replaces: [XCC]}

    Mend: name the state that leaves, or take `replaces` away; record the tenure of that state if it is
    missing.
    """
    held = holdings(ask.registry, post)
    for holding in held:
        if not holding.tenure.replaces:
            continue
        ended = {other.tenure.state for other in held if succeeds(holding, other) == "replacement"}
        for index, state in enumerate(holding.tenure.replaces):
            if state not in ended and holding.event is not None:
                name, on = state_label(ask.registry, state), post_label(ask.registry, post.id)
                message = f"{name} holds nothing on {on} that this tenure could end"
                yield Breach(At(post, (*holding.path, "replaces", index)), message)
