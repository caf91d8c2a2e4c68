"""Good order: the decisions of a meeting are numbered as they were taken."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.meeting import Meeting
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Meeting, Severity.ERROR)
def decision_numbers(_ask: Inquiry, meeting: Entry[Meeting]) -> Iterator[Breach]:
    """The numbers of a meeting's decisions rise, and none is used twice.

    Decisions stand in the order of their numbers, and a key names one decision only: what cites a
    decision then always means the same one. Numbers that are left out are noted: not every paragraph
    need be on record.

    Good:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - {number: 1, considers: charter}
          - {number: 2, considers: ice-paper}
          - {key: agenda, text: The agenda was agreed.}

    Bad:
        # registry/meetings/com-2024-05-01.yaml
        organ: com
        date: 2024-05-01
        decisions:
          - {number: 2, considers: charter}
          - {number: 2, considers: ice-paper}

    Mend: give each paragraph its published number and put them in that order. Before changing a number,
    look who cites it.
    """
    yield from _numbers(meeting)
    yield from _keys(meeting)


def _numbers(meeting: Entry[Meeting]) -> Iterator[Breach]:
    known = {decision.number for decision in meeting.record.decisions}
    highest = 0
    for index, decision in enumerate(meeting.record.decisions):
        if decision.number is None:
            continue
        at = At(meeting, ("decisions", index, "number"))
        gap = [number for number in range(highest + 1, decision.number) if number not in known]
        if decision.number <= highest:
            yield Breach(at, f"number {decision.number} stands after number {highest}: numbers rise")
        elif gap:
            which = f"decision {gap[0]} is" if len(gap) == 1 else f"decisions {gap[0]} to {gap[-1]} are"
            yield Breach(at, f"{which} not on record", severity=Severity.NOTE)
        highest = max(highest, decision.number)


def _keys(meeting: Entry[Meeting]) -> Iterator[Breach]:
    seen = {decision.label for decision in meeting.record.decisions if decision.number is not None}
    for index, decision in enumerate(meeting.record.decisions):
        if decision.key is None:
            continue
        if decision.key in seen:
            message = f"{meeting.id}/{decision.key} already names another decision"
            yield Breach(At(meeting, ("decisions", index, "key")), message)
        seen.add(decision.key)
