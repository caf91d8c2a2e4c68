"""Modalities 1.11: an area without a coordinator."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Arises, Inquiry, Over, duty_kind
from cicareg.deadlines.responsible import organ_that_may
from cicareg.questions.holdings import holdings, start_of
from cicareg.questions.in_office import in_office
from cicareg.questions.listing import first_list
from cicareg.questions.naming import state_label
from cicareg.questions.posts import Post
from cicareg.questions.serving import acting_spans
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.terms import Span, next_day


class _Led(NamedTuple):
    """Some days on which somebody leads an area, and by what; `key` names that in ids, without anybody's name."""

    span: Span
    by: str
    key: str


@duty_kind(Over.POST, "modalities/1.11/acting", Arises.LAST)
def vacancy(ask: Inquiry, post: Post) -> Iterator[Duty]:
    """An area has a coordinator, or a co-coordinator that acts as one.

    It arises on the first day on which nobody is either, as far as the record of the area goes back (of an area
    without any tenure: as the lists on record go back), and has no last day. It names the co-coordinators of that day:
    one of them may act with the consent of the others until a coordinator is appointed.

    It is met on the first day of the next coordinator, or of the co-coordinator that acts; where that one stops
    before a coordinator is appointed, it arises again.
    """
    if not post.readable or not _known(ask, post.coordinators):
        return
    free, before = _beginning(ask, post.coordinators)
    for span, by, key in sorted(_led(ask, post.coordinators), key=lambda led: led.span.start):
        if free is not None and span.start > free:
            yield _vacant(ask, post, free, before)._replace(met=Met(by, span.start))
        if free is not None and (span.end is None or next_day(span.end) > free):
            free, before = (next_day(span.end) if span.end else None), key
    if free is not None:
        yield _vacant(ask, post, free, before)


def _beginning(ask: Inquiry, post: Entry[Coordinators] | None) -> tuple[date | None, str]:
    """Give the first day that anything is known of a post, and by what."""
    if post is not None and post.record.tenures:
        starts = [h.span.start for h in holdings(ask.registry, post) if h.span]
        return min(starts, default=None), post.record.tenures[0].ground
    first = ask.registry.once(first_list, lambda: first_list(ask.registry))
    return (first.day, first.meeting) if first else (None, "")


def _known(ask: Inquiry, post: Entry[Coordinators] | None) -> bool:
    """Tell whether the days of all coordinators are known: else nobody can tell when there was none."""
    if post is None:
        return True
    claims = [h for h in holdings(ask.registry, post) if h.tenure.role == "coordinator"]
    return all(start_of(h.tenure, h.event) and not (h.tenure.term and h.tenure.term.reversed) for h in claims)


def _led(ask: Inquiry, post: Entry[Coordinators] | None) -> Iterator[_Led]:
    held = holdings(ask.registry, post) if post else ()
    for holding in held:
        if holding.tenure.role == "coordinator" and holding.span:
            yield _Led(holding.span, holding.tenure.ground, holding.tenure.ground)
    for _, acting, span in acting_spans(post, held) if post else ():
        yield _Led(span, f"{state_label(ask.registry, acting.state)} acting", f"{acting.state} acting")


def _vacant(ask: Inquiry, post: Post, since: date, before: str) -> Duty:
    organ = organ_that_may(ask.registry, "appoint")
    may = [state_label(ask.registry, state) for state in in_office(ask.registry, post, since, "co-coordinator")]
    what = f"appoints a coordinator; {_until_then(may)}"
    return Duty(ask.id(post.id, organ, before), ask.kind, organ, what, area=post.id, since=since)


def _until_then(may: list[str]) -> str:
    """Say who may act: of several, one with the consent of the others."""
    if len(may) > 1:
        return f"until then {', '.join(may[:-1])} or {may[-1]} may act, if the others there consent"
    return f"until then {may[0]} may act" if may else "no co-coordinator is there to act"
