"""Who serves on a day: in force, not stated, acting, coming, ended without successor."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from cicareg.questions.holdings import Holding
from cicareg.reading import Entry
from cicareg.records.coordinators import Acting, Coordinators
from cicareg.terms import Span, day_before

Status = Literal["in-force", "not-stated", "coming", "ended"]


def status_on(holding: Holding, others: Sequence[Holding], day: date) -> Status | None:
    """Give the status of a holding on a day, or None where it has nothing to do with that day.

    `not-stated` serves, but no term says until when. `coming` was decided by that day. `ended` has no
    successor on record that was decided by that day.
    """
    span = holding.span
    if span is None or holding.event is None or (holding.event.day > day and not span.covers(day)):
        return None
    if span.covers(day):
        return "in-force" if holding.tenure.term else "not-stated"
    if span.start > day:
        return "coming"
    return None if _followed(holding, others, day) else "ended"


def _followed(holding: Holding, others: Sequence[Holding], day: date) -> bool:
    """Tell whether somebody followed: for a coordinator another coordinator, else any later decision."""
    if holding.ends_by in ("succession", "replacement"):
        return True
    for other in others:
        later = other.span is not None and holding.span is not None and other.span.start > holding.span.start
        known = other.event is not None and other.event.day <= day
        if later and known and holding.tenure.role in (other.tenure.role, "co-coordinator"):
            return True
    return False


def acting_span(acting: Acting, holdings: Sequence[Holding]) -> Span | None:
    """Give the days of an acting coordinator.

    They end with the day before the next coordinator starts, or with the last day on which the state is
    itself a co-coordinator (1.11: *one of the co-coordinators* may act).
    """
    ends = [
        day_before(h.span.start)
        for h in holdings
        if h.tenure.role == "coordinator" and h.span and h.span.start >= acting.from_
    ]
    ends += [
        h.span.end
        for h in holdings
        if h.tenure.state == acting.state and h.span and h.span.covers(acting.from_) and h.span.end
    ]
    end = min(ends, default=None)
    return None if end is not None and end < acting.from_ else Span(acting.from_, end)


def acting_spans(post: Entry[Coordinators], holdings: Sequence[Holding]) -> Iterator[tuple[int, Acting, Span]]:
    """Yield index, record and days of each acting coordinator of a post; the next one ends the last."""
    entries = post.record.acting
    for index, acting in enumerate(entries):
        span = acting_span(acting, holdings)
        later = [a.from_ for a in entries if a.from_ > acting.from_]
        if span is not None and later and (span.end is None or span.end >= min(later)):
            span = Span(span.start, day_before(min(later)))
        if span is not None:
            yield index, acting, span


def acting_still(
    post: Entry[Coordinators], holdings: Sequence[Holding], stand: Sequence[Holding]
) -> Iterator[tuple[Acting, Span]]:
    """Yield who acts on the list as last decided, with its days: no coordinator and nobody else who acts came since.

    Days that end with the state's own tenure are no end of it as long as the state stands on the list, as in `stand`.
    """
    listed = {h.tenure.state for h in stand}
    starts = [h.span.start for h in holdings if h.tenure.role == "coordinator" and h.span]
    starts += [acting.from_ for acting in post.record.acting]
    for _, acting, span in acting_spans(post, holdings):
        followed = any(start > acting.from_ for start in starts)
        if span.end is None or (acting.state in listed and not followed):
            yield acting, span
