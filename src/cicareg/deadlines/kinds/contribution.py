"""Modalities 3.5: coordinators contribute in writing before a review."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Arises, Inquiry, Over, duty_kind
from cicareg.questions.filed import days_of
from cicareg.questions.in_office import in_office
from cicareg.questions.posts import Post, post_of, posts_of_dimension
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry
from cicareg.terms import day_before

_Sent = Mapping[tuple[str, str], Sequence[Entry[Document]]]  # by the meeting and the state that they are of


@duty_kind(Over.MEETING, "modalities/3.5/contribution", Arises.LAST)
def contribution(ask: Inquiry, meeting: Entry[Meeting]) -> Iterator[Duty]:
    """Coordinators and co-coordinators contribute in writing before a review.

    It is of each state that serves on the day of a meeting in an area that is to be reviewed there: one that an
    item of the agenda with `review` names, or one of a dimension that it names. The last day is the one before the
    meeting begins; after it, what was not sent has lapsed. A meeting that was not held asks for nothing.

    It is met by a document of the kind contribution that names the meeting, prepared by that state; one that names
    areas or dimensions counts for these. Of several the earliest counts.
    """
    items = [item for item in meeting.record.agenda if item.review]
    named = [post_of(ask.registry, area) for item in items for area in item.areas]
    named += [post for item in items for one in item.dimensions for post in posts_of_dimension(ask.registry, one)]
    for post in {post.id: post for post in named if post}.values():
        for state in in_office(ask.registry, post, meeting.record.date):
            yield _owed(ask, meeting, post, state)


def _owed(ask: Inquiry, meeting: Entry[Meeting], post: Post, state: str) -> Duty:
    last = day_before(meeting.record.began or meeting.record.date)
    return Duty(
        ask.id(post.id, state, meeting.id),
        ask.kind,
        state,
        f"contributes in writing to the review at {meeting.id}",
        area=post.id,
        by=last,
        lapses=True,
        met=_met(ask, meeting, post, state),
        void="the meeting was not held" if meeting.record.held is False else None,
        about=meeting.id,
    )


def _met(ask: Inquiry, meeting: Entry[Meeting], post: Post, state: str) -> Met | None:
    """Give the earliest contribution in time; one of which the day is not on record counts as in time."""
    last = day_before(meeting.record.began or meeting.record.date)
    sent = ask.registry.once(_sent, lambda: _sent(ask.registry))
    dated = ((entry, max(days_of(entry.record), default=None)) for entry in sent.get((meeting.id, state), ()))
    found = [
        (day or date.min, entry.id, day)
        for entry, day in dated
        if _counts_for(entry.record, post) and (day is None or day <= last)
    ]
    return Met(*min(found)[1:]) if found else None


def _sent(registry: Registry) -> _Sent:
    found: dict[tuple[str, str], list[Entry[Document]]] = {}
    for entry in registry.of(Document):
        record = entry.record
        if record.kind == "contribution" and record.meeting and record.counts:
            for state in dict.fromkeys(record.prepared_by):
                found.setdefault((record.meeting, state), []).append(entry)
    return found


def _counts_for(paper: Document, post: Post) -> bool:
    if not paper.areas and not paper.dimensions:
        return True
    return post.id in paper.areas or post.dimension.id in paper.dimensions
