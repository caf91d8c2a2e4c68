"""From when to when each tenure of a post runs, succession included.

An undated tenure runs from the day of the list or decision it rests on until a later decision on
the post fills its role (coordinator), names its state anew in the same role, drops the state by name
(`replaces`), or it is terminated. A dated tenure runs for its term unless it is terminated or its
state is replaced by name.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators, Tenure
from cicareg.records.meeting import Meeting
from cicareg.records.registry import RegistryRecord
from cicareg.registry import Registry
from cicareg.terms import Span, day_before

How = Literal["term", "succession", "replacement", "termination"]


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """The moment that something was decided or listed: the day, then the order within the day."""

    day: date
    ordinal: int = 1
    meeting: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A tenure of a post as it was decided: its place in the file, and the moment of its decision."""

    index: int
    tenure: Tenure
    event: Event | None


@dataclass(frozen=True, slots=True)
class Holding(Claim):
    """A tenure with the days it really runs (None: never, or not known) and how it ends."""

    post: Entry[Coordinators]
    span: Span | None
    ends_by: How | None = None

    @property
    def path(self) -> tuple[str, int]:
        """Give the path of the tenure in its file."""
        return ("tenures", self.index)


def event_of_meeting(registry: Registry, meeting_id: str) -> Event | None:
    """Give the moment of a meeting, or None where it is not on record."""
    return registry.once((event_of_meeting, meeting_id), lambda: _event_of(registry, meeting_id))


def _event_of(registry: Registry, meeting_id: str) -> Event | None:
    meeting = registry.get(Meeting, meeting_id)
    if meeting is None:
        return None
    further = meeting_id[len(meeting.record.organ) + len("-2023-08-22-") :]
    return Event(meeting.record.date, int(further) if further.isdecimal() else 1, meeting_id)


def deciding_meeting(tenure: Tenure) -> str | None:
    """Give the meeting whose decision or list a tenure rests on."""
    return tenure.decision.partition("/")[0] if tenure.decision else tenure.listed


def event_of(registry: Registry, tenure: Tenure) -> Event | None:
    """Give the moment a tenure was decided; for one that rests on a source, the start of its term."""
    meeting = deciding_meeting(tenure)
    if meeting is not None:
        return event_of_meeting(registry, meeting)
    if tenure.term is not None:
        return Event(tenure.term.start)
    top = next(iter(registry.of(RegistryRecord)), None)
    source = top.record.sources.get((tenure.source or "").split(" ", 1)[0]) if top else None
    return Event(source.date) if source is not None and source.date is not None else None


def start_of(tenure: Tenure, event: Event | None) -> date | None:
    """Give the first day of a tenure, or None where nothing on record tells it."""
    if tenure.term is not None:
        return tenure.term.start
    return event.day if event else None


def succeeds(later: Claim, earlier: Claim) -> How | None:
    """Tell whether (and how) one tenure of a post ends an earlier one of the same post.

    Of two tenures of one moment only the one that stands later in the file can replace the other, and
    no decision replaces what it decides itself.
    """
    if later.event is None or earlier.event is None:
        return None
    if (later.event, later.index) <= (earlier.event, earlier.index):
        return None
    new, old = later.tenure, earlier.tenure
    if old.state in new.replaces:
        return None if new.basis == old.basis else "replacement"
    if later.event == earlier.event or old.term is not None or not (new.decision or new.listed):
        return None
    fills_role = new.role == old.role == "coordinator"
    anew = new.role == old.role and new.state == old.state
    return "succession" if fills_role or anew else None


def holdings(registry: Registry, post: Entry[Coordinators]) -> tuple[Holding, ...]:
    """Give every tenure of a post with its real span, in the order of the file."""
    return registry.once((holdings, post.id), lambda: _holdings(registry, post))


def _holdings(registry: Registry, post: Entry[Coordinators]) -> tuple[Holding, ...]:
    claims = [Claim(index, t, event_of(registry, t)) for index, t in enumerate(post.record.tenures)]
    replacing = [claim for claim in claims if claim.tenure.replaces]  # only these can end a dated tenure
    return tuple(
        Holding(c.index, c.tenure, c.event, post, *_span(c, replacing if c.tenure.term else claims)) for c in claims
    )


def _span(claim: Claim, claims: Iterable[Claim]) -> tuple[Span | None, How | None]:
    tenure = claim.tenure
    start = start_of(tenure, claim.event)
    if start is None or (tenure.term is not None and tenure.term.reversed):
        return None, None
    end: date | None = tenure.term.end if tenure.term else None
    how: How | None = "term" if tenure.term else None
    if tenure.ended is not None and (end is None or tenure.ended.on < end):
        end, how = tenure.ended.on, "termination"
    for later in claims:
        kind = succeeds(later, claim)
        next_start = start_of(later.tenure, later.event)
        if kind is not None and next_start is not None and (end is None or day_before(next_start) < end):
            end, how = day_before(next_start), kind
    if end is not None and end < start:
        return None, how
    return Span(start, end), how


def at_once(holding: Holding, others: Iterable[Holding]) -> tuple[Holding, ...]:
    """Give the other holdings that share at least one day with this one."""
    if holding.span is None:
        return ()
    return tuple(o for o in others if o is not holding and o.span is not None and holding.span.shared(o.span))
