"""Good order: what rests on a list rests on one that was annexed."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.records.meeting import Meeting
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR)
def list_on_record(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """What is listed was listed by a meeting with an annexed list.

    `listed` names the meeting whose list is the earliest on record to show the tenure, or the departure.
    That meeting says `list: annexed`.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, listed: com-2023-06-01}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, listed: asm-2023-07-01}

    Mend: name the meeting whose list shows it; or, where a list was annexed, write `list: annexed` in
    that meeting's file.
    """
    for field, items in (("departures", post.record.departures), ("tenures", post.record.tenures)):
        for index, item in enumerate(items):
            meeting = ask.registry.get(Meeting, item.listed) if item.listed else None
            if meeting and meeting.record.list is None:
                message = f"no list of coordinators is annexed to {meeting.id}"
                yield Breach(At(post, (field, index, "listed")), message)
