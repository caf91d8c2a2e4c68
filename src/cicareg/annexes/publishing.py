"""What is published, made of records and templates: the list, decisions, documents, notes, and an index of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cicareg.annexes.agenda import agenda_data
from cicareg.annexes.amendments import amendments_data
from cicareg.annexes.coordinators_list import annex_data, serving_data
from cicareg.annexes.decisions import decisions_data
from cicareg.annexes.drafting import next_step
from cicareg.annexes.ends import Ends
from cicareg.annexes.note import note_data
from cicareg.annexes.papers import document_data
from cicareg.annexes.plan import plan_data
from cicareg.annexes.proposal import proposal_data
from cicareg.annexes.redline import redline_data
from cicareg.annexes.reminder import reminder_data
from cicareg.annexes.voice import Data, Voice
from cicareg.document import About, Document, Heading
from cicareg.errors import CicaregError
from cicareg.questions.coming import coming
from cicareg.questions.status import life
from cicareg.records.document import Document as Record
from cicareg.records.meeting import Meeting


def list_decided(voice: Voice, meeting_id: str) -> Document:
    """Give the list as it stood after a meeting's decisions."""
    data = annex_data(voice, meeting_id)
    return _made(voice, "list", data, voice.on_record(Meeting, meeting_id).record.date)


def list_serving(voice: Voice, day: date) -> Document:
    """Give the list of those who serve on a day."""
    return _made(voice, "list", serving_data(voice, day), day)


def decisions(voice: Voice, meeting_id: str) -> Document:
    """Give the numbered decisions of a meeting."""
    data = decisions_data(voice, meeting_id)
    return _made(voice, "decisions", data, voice.on_record(Meeting, meeting_id).record.date)


def paper(voice: Voice, id_: str, until: date | None = None, *, restricted: bool = False) -> Document:
    """Give a document with its body, as a draft where nothing final was decided on it by a day, or at all.

    One that is restricted is given only where that is wanted.
    """
    record = voice.on_record(Record, id_).record
    _refuse_restricted(id_, record.restricted and not restricted)
    day = record.date or until or _decided(voice, id_)
    return _made(voice, "document", document_data(voice, id_, until), day, record.number or "")


def note(voice: Voice, id_: str, pages: int | None = None, *, restricted: bool = False) -> Document:
    """Give a note verbale; `pages` are those of what it encloses, where they were counted."""
    record = voice.on_record(Record, id_).record
    _refuse_restricted(id_, record.restricted and not restricted)
    return _made(voice, "note", note_data(voice, id_, pages), record.date, record.number or "")


def plan(voice: Voice, id_: str, *, restricted: bool = False) -> Document:
    """Give an annual plan, composed of its events; those that are restricted only where that is wanted."""
    record = voice.on_record(Record, id_).record
    _refuse_restricted(id_, record.restricted and not restricted)
    day = record.date or _decided(voice, id_)
    return _made(voice, "plan", plan_data(voice, id_, restricted=restricted), day, record.number or "")


def index(
    voice: Voice,
    meeting_id: str,
    entries: Sequence[Mapping[str, Any]],
    pages: int,
    *,
    separate: bool,
) -> Document:
    """Give the index of a package: what lies in it, in which files, on how many pages.

    `separate` tells that something is enclosed separately, and its pages are not counted.
    """
    data = {
        "body": voice.body(),
        "meeting": voice.meeting(meeting_id),
        "entries": entries,
        "pages": pages,
        "separate": separate,
        "translations": voice.translations,
    }
    return _made(voice, "index", data, voice.on_record(Meeting, meeting_id).record.date)


def draft(voice: Voice, duty: str, today: date) -> Document:
    """Give the draft of a duty's next step: a reminder to those who owe it, or a proposal to the organ that decides."""
    step = next_step(voice.registry, duty, today)
    if step.sort == "reminder":
        return _made(voice, "reminder", reminder_data(voice, step.duties, today), today)
    return _made(voice, "proposal", proposal_data(voice, step.duties[0], today), today)


def agenda(voice: Voice, meeting_id: str) -> Document:
    """Give what a meeting has before it, on record or to come."""
    return _made(voice, "agenda", agenda_data(voice, meeting_id), coming(voice.registry, meeting_id).day)


def redline(voice: Voice, ends: Ends) -> Document:
    """Give the later of two lists with what is gone struck and what is new underlined."""
    return _made(voice, "redline", redline_data(voice, ends), None)


def amendments(voice: Voice, ends: Ends) -> Document:
    """Give the sentences by which a decision would make one list the other."""
    return _made(voice, "amendments", amendments_data(voice, ends), None)


def _decided(voice: Voice, id_: str) -> date | None:
    """Give the day of the last decision on a document: one that bears no date is dated by it."""
    return max((step.event.day for step in life(voice.registry, id_)), default=None)


def _refuse_restricted(id_: str, refused: bool) -> None:
    if refused:
        raise CicaregError(f"{id_} is restricted and is not published", hint="--restricted renders it all the same")


def _made(voice: Voice, name: str, data: Data, day: date | None, number: str = "") -> Document:
    """Fill a template, and say in the file what it is: its headings make the title, else its record does."""
    made = voice.press.fill(f"{name}.html", data)
    title = _title(made) or data.get("title", "")
    return made._replace(about=About(title, voice.body()["name"], number, day))


def _title(made: Document) -> str:
    """Give the heading of the document with those that go on with it: what else is there is no title."""
    parts: list[str] = []
    for block in made.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            parts.append(block.text)
        elif parts:
            break
    return ". ".join(parts)
