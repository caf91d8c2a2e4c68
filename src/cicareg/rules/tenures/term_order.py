"""Good order: nothing ends before it starts."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.holdings import event_of, start_of
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR)
def term_order(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A tenure does not end before it starts.

    The last day of a term is not before its first. The day of an early end (`ended`) lies within the
    tenure: not before its first day, and not after the last day of its term. A tenure without a term
    starts on the day of the decision or list that it rests on.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, ended: {on: 2025-06-30}}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2025-2024, decision: com-2023-06-01/1}

    Mend: correct the days to what was decided. A tenure that ran its whole term has no `ended`; a state
    that never took up its post has no tenure.
    """
    for index, tenure in enumerate(post.record.tenures):
        if not tenure.ended and not (tenure.term and tenure.term.reversed):
            continue
        name = state_label(ask.registry, tenure.state)
        if tenure.term and tenure.term.reversed:
            message = f"the tenure of {name} ends on {tenure.term.end}, before it starts on {tenure.term.start}"
            yield Breach(At(post, ("tenures", index, "term")), message)
        elif tenure.ended:
            at = At(post, ("tenures", index, "ended", "on"))
            start = start_of(tenure, event_of(ask.registry, tenure))
            if start and tenure.ended.on < start:
                message = f"the tenure of {name} ended on {tenure.ended.on}, before it starts on {start}"
                yield Breach(at, message)
            elif tenure.term and tenure.ended.on > tenure.term.end:
                message = f"the tenure of {name} ended on {tenure.ended.on}, after its term on {tenure.term.end}"
                yield Breach(at, message)
