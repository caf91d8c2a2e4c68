"""Modalities 1.10: the organ approves a state for the tenure that it proposes."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.holdings import event_of
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.terms import Span, day_before


@rule(Coordinators, Severity.WARNING, "modalities/1.10/approval")
def decided_before_start(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """An appointment is decided before its tenure starts.

    Approval is given to a tenure that is proposed, so its first day is not before the day of the
    decision. Tenures that rest on a list or on a source are not judged: when they were decided is not
    known.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2023-06-01/2025-05-31, decision: com-2023-06-01/1}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2023-05-31/2025-05-30, decision: com-2023-06-01/1}

    Mend: correct the term or the decision that is cited. Where the organ did approve a tenure that had
    begun already, the record is right and the warning stays.
    """
    for index, tenure in enumerate(post.record.tenures):
        event = event_of(ask.registry, tenure) if tenure.decision and tenure.term else None
        if event and tenure.term and tenure.term.start < event.day:
            name, start = state_label(ask.registry, tenure.state), tenure.term.start
            message = f"the tenure of {name} starts on {start}, before it was decided on {event.day}"
            days = Span(start, day_before(event.day))
            yield Breach(At(post, ("tenures", index, "term")), message, tenure.basis, days)
