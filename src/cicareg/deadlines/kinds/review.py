"""Modalities 3.2: the implementation is reviewed regularly."""

from collections.abc import Iterator
from datetime import date

from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Arises, Inquiry, Over, duty_kind
from cicareg.questions.holdings import event_of_meeting
from cicareg.questions.naming import dimension_label
from cicareg.questions.posts import posts
from cicareg.questions.status import in_force_since
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.records.registry import RegistryRecord


@duty_kind(Over.REGISTER, "modalities/3.2/review", Arises.LAST)
def review(ask: Inquiry, top: RegistryRecord) -> Iterator[Duty]:
    """The organ that reviews does so once in a calendar year, of one dimension.

    The text says regularly, preferably once a year, by dimension or area. It is read mildly: one review in a year is
    enough, and a year that passes without one has lapsed, never overdue. Each year names the dimension whose last
    review on record lies longest back, of several the first of the list.

    It is of each organ that may `review`, from the year in which the text is in force; of a draft, from the year of
    that text. It is met by the first decision of that organ in the year that reviews something.
    """
    first = _first_year(ask)
    for organ in (id_ for id_, organ in top.organs.items() if "review" in organ.may):
        held = _held(ask, organ)
        for year in range(first, ask.until.year + 1) if first else ():
            yield _owed(ask, organ, year, held)


def _first_year(ask: Inquiry) -> int | None:
    law = ask.registry.get(Law, ask.law)
    since = in_force_since(ask.registry, ask.law)
    return (since or law.record.text_of).year if law else None


_Held = list[tuple[date, str, frozenset[str]]]  # the day of each review, its paragraph, and the dimensions it touched


def _held(ask: Inquiry, organ: str) -> _Held:
    """Give the reviews of an organ in their order."""
    of_area = {post.id: post.dimension.id for post in posts(ask.registry)}
    found: _Held = []
    for meeting in ask.registry.of(Meeting):
        event = event_of_meeting(ask.registry, meeting.id)
        for decision in meeting.record.decisions if meeting.record.organ == organ else ():
            if decision.reviews and event:
                inside = (of_area[area] for area in decision.reviews.areas if area in of_area)
                touched = frozenset((*decision.reviews.dimensions, *inside))
                found.append((event.day, f"{meeting.id}/{decision.label}", touched))
    return sorted(found, key=lambda row: row[:2])


def _owed(ask: Inquiry, organ: str, year: int, held: _Held) -> Duty:
    begins, ends = date(year, 1, 1), date(year, 12, 31)
    dimension, last = _longest_ago(ask, [row for row in held if row[0] < begins])
    seen = f"last reviewed on {last}" if last else "no review of it is on record"
    what = f"reviews the implementation in {year}; first in turn: {dimension_label(ask.registry, dimension)}, {seen}"
    met = next((Met(by, day) for day, by, _ in held if begins <= day <= ends), None)
    return Duty(
        ask.id(organ, str(year)),
        ask.kind,
        organ,
        what if dimension else f"reviews the implementation in {year}",
        dimension=dimension or None,
        since=begins,
        by=ends,
        lapses=True,
        met=met,
    )


def _longest_ago(ask: Inquiry, held: _Held) -> tuple[str, date | None]:
    """Give the dimension that was reviewed longest ago, or never, with the day of its last review."""
    last = {dimension: day for day, _, touched in held for dimension in touched}
    dimensions = dict.fromkeys(post.dimension.id for post in posts(ask.registry))
    return min(((d, last.get(d)) for d in dimensions), key=lambda row: row[1] or date.min, default=("", None))
