"""Good order: what was decided on a post stands in its file."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.naming import post_label
from cicareg.records.area import Area
from cicareg.records.coordinators import Coordinators
from cicareg.records.meeting import Meeting
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Severity.WARNING)
def carried_out(ask: Inquiry) -> Iterator[Breach]:
    """A decision that appoints to a post has a tenure there.

    For each post in `appoints`, at least one tenure in the post's file cites the decision. Else the
    appointment was decided but never recorded, and the list does not show it.

    Good:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - {number: 1, appoints: [people]}
        # registry/coordinators/people.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1}

    Bad:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - {number: 1, appoints: [people]}

    Mend: record the tenures that the paragraph decided, or take the post out of its `appoints`.
    """
    resting = {(e.id, t.decision) for e in ask.registry.of(Coordinators) for t in e.record.tenures if t.decision}
    readable = {area for area in ask.registry.ids(Area) if not ask.registry.broken(Coordinators, area)}
    for meeting in ask.registry.of(Meeting):
        for index, decision in enumerate(meeting.record.decisions):
            for number, area in enumerate(decision.appoints or ()):
                if area in readable and (area, f"{meeting.id}/{decision.label}") not in resting:
                    message = f"no tenure of {post_label(ask.registry, area)} rests on this decision"
                    yield Breach(At(meeting, ("decisions", index, "appoints", number)), message)
