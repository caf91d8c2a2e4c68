"""Modalities 1.10: a state gives notice of its intention before it is approved."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.holdings import deciding_meeting, event_of_meeting
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR, "modalities/1.10/intention")
def notified_before_approval(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A state gives notice of its intention before it is approved.

    `notified` is the day of the written intention. It is not later than the meeting that decided the
    tenure, or whose list shows it. A notice that is not on record breaches nothing.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, notified: 2023-06-01}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, notified: 2023-06-02}

    Mend: correct the day of the notice, or the decision that is cited.
    """
    for index, tenure in enumerate(post.record.tenures):
        meeting = deciding_meeting(tenure) if tenure.notified else None
        event = event_of_meeting(ask.registry, meeting) if meeting else None
        if event and tenure.notified and tenure.notified > event.day:
            name, verb = state_label(ask.registry, tenure.state), "decided" if tenure.decision else "listed"
            message = f"{name} gave notice on {tenure.notified}, after its tenure was {verb} on {event.day}"
            days = tenure.term.span if tenure.term else None
            yield Breach(At(post, ("tenures", index, "notified")), message, tenure.basis, days)
