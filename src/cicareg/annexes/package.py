"""All that belongs to a meeting: its decisions, the list that they made, and the documents that its notes forward."""

from collections.abc import Iterator
from typing import NamedTuple

from cicareg.annexes.publishing import decisions, list_decided, paper
from cicareg.annexes.voice import Voice
from cicareg.document import Document
from cicareg.errors import CicaregError
from cicareg.questions.listing import lists
from cicareg.questions.posts import top
from cicareg.questions.status import is_final
from cicareg.reading import Entry
from cicareg.records.document import Document as DocumentRecord
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry


class Piece(NamedTuple):
    """A part of a package; without a document it is enclosed separately, since its text is not on record."""

    name: str
    title: str
    document: Document | None


def notes(registry: Registry, meeting_id: str) -> tuple[Entry[DocumentRecord], ...]:
    """Give the notes verbales that forward what a meeting decided; those that are restricted are no part of it."""
    return tuple(
        entry
        for entry in registry.of(DocumentRecord)
        if entry.record.kind == "note-verbale" and entry.record.meeting == meeting_id and not entry.record.restricted
    )


def languages_of(registry: Registry, note: Entry[DocumentRecord]) -> tuple[str, ...]:
    """Give the languages that a note is sent in: its own, else those of the register."""
    return note.record.languages or top(registry).languages


def enclosure(voice: Voice, meeting_id: str) -> tuple[Piece, ...]:
    """Give what a meeting's notes enclose: decisions, the list where they made one, and the forwarded documents.

    Raises CicaregError where there is nothing to enclose.
    """
    pieces = tuple(_pieces(voice, meeting_id))
    if not pieces:
        raise CicaregError(f"nothing of {meeting_id} is on record: no decision, no list, no document")
    return pieces


def withheld(registry: Registry, meeting_id: str) -> tuple[str, ...]:
    """Give the documents that the notes forward and that are left out because they are restricted."""
    return tuple(id_ for id_ in _forwarded(registry, meeting_id) if _is_restricted(registry, id_))


def _pieces(voice: Voice, meeting_id: str) -> Iterator[Piece]:
    meeting = voice.on_record(Meeting, meeting_id)
    if meeting.record.decisions:
        yield _piece("decisions", decisions(voice, meeting_id))
    if meeting_id in lists(voice.registry):
        yield _piece("list", list_decided(voice, meeting_id))
    for id_ in _forwarded(voice.registry, meeting_id):
        entry = voice.registry.get(DocumentRecord, id_)
        if entry is None or entry.record.restricted:
            continue
        title = voice.document(id_)["title"]
        has_text = entry.record.body is not None and voice.lang in entry.record.body
        yield Piece(id_, title, paper(voice, id_, meeting.record.date) if has_text else None)


def _piece(name: str, made: Document) -> Piece:
    return Piece(name, made.about.title, made)


def _forwarded(registry: Registry, meeting_id: str) -> tuple[str, ...]:
    """Give what the notes of a meeting forward; where it has none, what it adopted, endorsed or approved."""
    sent = notes(registry, meeting_id)
    if sent:
        return tuple(dict.fromkeys(id_ for note in sent for id_ in note.record.forwards))
    meeting = registry.get(Meeting, meeting_id)
    settled = (d.document for d in meeting.record.decisions if is_final(d) and d.document) if meeting else ()
    return tuple(dict.fromkeys(settled))


def _is_restricted(registry: Registry, id_: str) -> bool:
    entry = registry.get(DocumentRecord, id_)
    return entry is not None and entry.record.restricted
