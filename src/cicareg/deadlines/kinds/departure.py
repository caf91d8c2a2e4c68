"""A departure from a rule ends by the calendar."""

from collections.abc import Iterator, Sequence
from datetime import date

from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Inquiry, Over, duty_kind
from cicareg.deadlines.responsible import organ_that_may
from cicareg.questions.holdings import at_once, event_of_meeting, holdings
from cicareg.questions.posts import Post
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators, Departure
from cicareg.records.meeting import Meeting
from cicareg.terms import Span

_OF_SEVERAL = "one-coordinator"  # this rule is broken only while another coordinator serves too


@duty_kind(Over.POST)
def departure(ask: Inquiry, post: Post) -> Iterator[Duty]:
    """A departure that ends by the calendar is decided on again, if what it covers goes on.

    A departure with a last day (`until`) covers the tenures that rest on the same decision or list. Where one of
    them goes on after that day (of several coordinators at once: one beside another), the organ that decided has to
    depart again, or to end it; after the day this is overdue as long as it goes on. Where nothing goes on, it does not
    apply.

    It is met by another departure from the same rule on the same basis that has no last day, or a later one.
    """
    for index, found in enumerate(post.coordinators.record.departures if post.coordinators else ()):
        if found.until is not None and post.coordinators is not None:
            yield _owed(ask, post.coordinators, index, found)


def _owed(ask: Inquiry, post: Entry[Coordinators], index: int, found: Departure) -> Duty:
    meeting = (found.decision or found.listed or "").partition("/")[0]
    entry, event = ask.registry.get(Meeting, meeting), event_of_meeting(ask.registry, meeting)
    organ = entry.record.organ if entry else organ_that_may(ask.registry, "appoint")
    ends = [span.end for span in _days(ask, post, found) if found.until and span.after(found.until)]
    void, last = _ended(ends)
    others = (*post.record.departures[:index], *post.record.departures[index + 1 :])
    longer = next((other for other in others if _outlasts(other, found)), None)
    return Duty(
        ask.id(post.id, found.rule, found.ground),
        ask.kind,
        organ,
        f"decides again on the departure from {found.rule}, or ends what it covers",
        area=post.id,
        since=event.day if event else None,
        by=found.until,
        met=Met(f"a departure {f'until {longer.until}' if longer.until else 'without a last day'}") if longer else None,
        void=void,
        ends=last,
        decision=found.decision,
    )


def _ended(ends: Sequence[date | None]) -> tuple[str | None, date | None]:
    """Say why a departure is no longer needed, and after which day, given when what goes on after it ends."""
    if not ends:
        return "no tenure that it covers goes on after it", None
    known = [end for end in ends if end is not None]
    return ("what it covered has ended", max(known)) if len(known) == len(ends) else (None, None)


def _outlasts(other: Departure, found: Departure) -> bool:
    same = (other.rule, other.basis) == (found.rule, found.basis)
    return same and (other.until is None or (found.until is not None and other.until > found.until))


def _days(ask: Inquiry, post: Entry[Coordinators], found: Departure) -> Iterator[Span]:
    """Yield the days on which what a departure covers goes on."""
    held = holdings(ask.registry, post)
    leading = [holding for holding in held if holding.tenure.role == "coordinator"]
    for holding in held:
        if holding.tenure.basis != found.basis or holding.span is None:
            continue
        if found.rule != _OF_SEVERAL:
            yield holding.span
        elif holding in leading:
            shared = (holding.span.shared(other.span) for other in at_once(holding, leading) if other.span)
            yield from (days for days in shared if days)
