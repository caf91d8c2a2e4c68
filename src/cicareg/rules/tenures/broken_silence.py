"""Good order: nothing rests on a decision whose silence was broken."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.authority import cited
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR)
def broken_silence(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """No tenure or departure rests on a decision whose silence was broken.

    What an organ decides subject to a silence procedure stands unless a member breaks the silence in time; once
    `broken` is on record, the decision has no effect.

    Good:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - {number: 1, appoints: [people], silence: {until: 2024-05-31}}
        # registry/coordinators/people.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1}

    Bad:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - {number: 1, appoints: [people], silence: {until: 2024-05-31, broken: 2024-05-20}}
        # registry/coordinators/people.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1}

    Mend: `cicareg correct` takes the tenure away, with the reason; or cite the later decision that appoints.
    """
    for field, items in (("departures", post.record.departures), ("tenures", post.record.tenures)):
        for index, item in enumerate(items):
            found = cited(ask.registry, item.decision) if item.decision else None
            silence = found.decision.silence if found else None
            if found and silence and silence.broken:
                message = f"{item.decision} has no effect: its silence was broken on {silence.broken}"
                number = found.meeting.record.decisions.index(found.decision)
                other = At(found.meeting, ("decisions", number, "silence"), message="the silence")
                yield Breach(At(post, (field, index, "decision")), message, related=(other,))
