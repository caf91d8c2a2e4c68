"""Good order: what was decided on a post stands in its file."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.naming import post_label
from cicareg.reading import Entry
from cicareg.records.area import Area
from cicareg.records.coordinators import Coordinators
from cicareg.records.meeting import Meeting
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Meeting, Severity.WARNING)
def carried_out(ask: Inquiry, meeting: Entry[Meeting]) -> Iterator[Breach]:
    """A decision that appoints to a post has a tenure there.

    For each post in `appoints`, at least one tenure in the post's file cites the decision. Else the
    appointment was decided but never recorded, and the list does not show it. A decision whose silence
    was broken appoints nobody.

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
    for index, decision in enumerate(meeting.record.decisions):
        if decision.appoints is None or not decision.stands:
            continue
        resting = ask.registry.stating(Coordinators, "decision", f"{meeting.id}/{decision.label}")
        for number, area in enumerate(decision.appoints):
            readable = ask.registry.known(Area, area) and not ask.registry.broken(Coordinators, area)
            if readable and not any(post.id == area for post in resting):
                message = f"no tenure of {post_label(ask.registry, area)} rests on this decision"
                yield Breach(At(meeting, ("decisions", index, "appoints", number)), message)
