"""A silence procedure ends."""

from collections.abc import Iterator

from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Inquiry, Over, duty_kind
from cicareg.reading import Entry
from cicareg.records.meeting import Meeting
from cicareg.terms import day_before, next_day


@duty_kind(Over.MEETING)
def silence(ask: Inquiry, meeting: Entry[Meeting]) -> Iterator[Duty]:
    """What was decided under a silence procedure stands once its last day has passed.

    It is for the organ that decided, and rests on its decision. Up to the last day it is open; from the next day
    on it is met, unless a member broke the silence: then it no longer applies.
    """
    for decision in meeting.record.decisions:
        if decision.silence is not None:
            cited, broken = f"{meeting.id}/{decision.label}", decision.silence.broken
            yield Duty(
                ask.id(meeting.record.organ, cited),
                ask.kind,
                meeting.record.organ,
                f"waits whether a member breaks the silence on {cited}; else that stands",
                since=meeting.record.date,
                by=decision.silence.until,
                met=None if broken else Met("the silence", next_day(decision.silence.until)),
                void=f"a member broke the silence on {broken}" if broken else None,
                ends=day_before(broken) if broken else None,
                decision=cited,
                about=cited,
            )
