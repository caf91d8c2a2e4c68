"""A note verbale that forwards the decisions of a meeting, as plain data for the template `note.html`."""

from cicareg.annexes.papers import is_draft
from cicareg.annexes.voice import Data, Voice
from cicareg.errors import CicaregError, UsageError
from cicareg.records.document import Document
from cicareg.records.meeting import Meeting


def note_data(voice: Voice, id_: str, pages: int | None) -> Data:
    """Give what the template of a note prints; `pages` are those of its enclosure, None where nobody knows.

    The pages that are on record, as printed when it was sent, come before those counted now.
    """
    record = voice.on_record(Document, id_).record
    if record.kind != "note-verbale":
        raise UsageError(
            f"{id_} is no note verbale but of the kind {record.kind}", hint=f"cicareg render document {id_}"
        )
    if record.meeting is None and not record.forwards:
        raise CicaregError(f"{id_} sends nothing", hint="give it a meeting: or forwards:")
    if record.meeting is not None:
        voice.on_record(Meeting, record.meeting)
    return {
        "title": voice.document(id_, restricted=True)["title"],
        "body": voice.body(),
        "number": record.number or "",
        "date": voice.day(record.date) if record.date else None,
        "meeting": voice.meeting(record.meeting) if record.meeting else None,
        "forwards": [
            {**voice.document(document), "draft": is_draft(voice, document, record.date)}
            for document in record.forwards
        ],
        "pages": record.pages or pages,
        "translations": voice.translations,
    }
