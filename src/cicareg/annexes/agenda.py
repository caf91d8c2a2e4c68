"""What a meeting has before it, as plain data for the template `agenda.html`.

It is a function of the files and of the first day of the meeting: what was on record, and due, on the day before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from cicareg.annexes.agenda_papers import about_documents, about_reports, contributions
from cicareg.annexes.agenda_posts import about_owed_papers, about_posts, about_reviews, about_silence
from cicareg.annexes.before import Before
from cicareg.annexes.resting import law_of_kind
from cicareg.annexes.voice import Data, Voice
from cicareg.questions.coming import Coming, coming
from cicareg.records.agenda import AgendaItem
from cicareg.records.document import Document

_NUMBER = re.compile(r"\d+", re.ASCII)


def agenda_data(voice: Voice, meeting_id: str) -> Data:
    """Give what the template of an agenda prints: the items on record as they stand, then what else is before it."""
    meeting = coming(voice.registry, meeting_id)
    before = Before(voice, meeting)
    documents = dict(about_documents(before))
    own = list(_own(before, documents))
    return {
        "body": voice.body(),
        "organ": voice.organ(meeting.organ),
        "meeting": _meeting(voice, meeting),
        "first": voice.day(meeting.first),
        "items": [*own, *_further(before, documents)],
        "translations": voice.translations,
    }


def _meeting(voice: Voice, meeting: Coming) -> Data:
    """Give day and place of the meeting; one that is not on record has no place yet."""
    if meeting.record:
        return voice.meeting(meeting.id)
    return {"organ": voice.organ(meeting.organ), "date": voice.day(meeting.day), "began": None, "place": ""}


def _own(before: Before, documents: Mapping[str, Data]) -> Iterator[Data]:
    voice = before.voice
    for item in before.meeting.record.agenda if before.meeting.record else ():
        yield {
            "kind": "own",
            "marker": _marker(item.number) if item.number else "",
            "title": voice.text(item.title, f"the title of an item of {before.meeting.id}"),
            "subjects": [
                *({**post, "is_post": True} for post in _subjects(voice, item)),
                *({**voice.document(id_), "is_post": False} for id_ in item.documents),
            ],
            "points": [*_reviews(before, item), *(documents[id_] for id_ in item.documents if id_ in documents)],
        }


def _reviews(before: Before, item: AgendaItem) -> Iterator[Data]:
    """Yield what there is to a review: the decision for each subject, then the contributions that came in."""
    if item.review:
        rests = law_of_kind(before.voice, "review")
        for post in _subjects(before.voice, item):
            yield {"kind": "review", "post": post, "law": rests, "decision": None}
        yield from contributions(before, frozenset(item.areas), frozenset(item.dimensions))


def _subjects(voice: Voice, item: AgendaItem) -> list[Data]:
    dimensions = [{**voice.dimension(id_), "is_dimension": True} for id_ in item.dimensions]
    return [*dimensions, *(voice.post(area) for area in item.areas)]


def _further(before: Before, documents: Mapping[str, Data]) -> Iterator[Data]:
    """Yield what the agenda on record does not have, numbered on where its items are numbered."""
    items = before.meeting.record.agenda if before.meeting.record else ()
    numbers = [int(match[0]) for item in items if item.number and (match := _NUMBER.match(item.number))]
    number = max(numbers, default=0) if len(numbers) == len(items) else None
    for kind, points in _sections(before, documents):
        if points:
            number = None if number is None else number + 1
            marker = f"{number}." if number else ""
            yield {"kind": kind, "marker": marker, "title": "", "subjects": [], "points": points}


def _sections(before: Before, documents: Mapping[str, Data]) -> Iterator[tuple[str, Sequence[Data]]]:
    record = before.meeting.record
    items = record.agenda if record else ()
    taken = {id_ for item in items for id_ in item.documents}
    left = {id_: point for id_, point in documents.items() if id_ not in taken}
    sorts = {id_: _sort(before, id_) for id_ in left}
    yield "coordinators", list(about_posts(before))
    yield "papers", [*(left[id_] for id_ in left if sorts[id_] == "papers"), *about_owed_papers(before)]
    yield "documents", [left[id_] for id_ in left if sorts[id_] == "documents"]
    yield "plan", [left[id_] for id_ in left if sorts[id_] == "plan"]
    yield "review", [] if any(item.review for item in items) else list(about_reviews(before))
    yield "silence", list(about_silence(before))
    yield "noted", list(about_reports(before))


def _sort(before: Before, id_: str) -> str:
    """Give the section that a document belongs to."""
    entry = before.voice.registry.get(Document, id_)
    kind = entry.record.kind if entry else ""
    return {"concept-paper": "papers", "action-plan": "papers", "annual-plan": "plan"}.get(kind, "documents")


def _marker(number: str) -> str:
    """Give the number of an item as it stands in a list: `1` is printed `1.`."""
    return f"{number}." if number.isdecimal() else number
