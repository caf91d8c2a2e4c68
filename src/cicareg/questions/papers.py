"""The documents and the meetings on record, each as a list."""

from collections.abc import Mapping

from cicareg.listed import DocumentLine, MeetingLine
from cicareg.questions.holdings import event_of_meeting
from cicareg.questions.naming import Naming
from cicareg.questions.posts import top
from cicareg.questions.status import document_status
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry

STATUSLESS = "note-verbale"


def documents(registry: Registry, lang: str, status: str | None = None) -> tuple[DocumentLine, ...]:
    """Give the documents by id; with a status, those that have it."""
    lines = (_document(registry, entry, lang) for entry in registry.of(Document))
    return tuple(line for line in lines if status is None or line.status_word == status)


def _document(registry: Registry, entry: Entry[Document], lang: str) -> DocumentLine:
    record = entry.record
    standing = document_status(registry, entry.id) if record.kind != STATUSLESS else None
    return DocumentLine(
        id=entry.id,
        kind=record.kind,
        number=record.number,
        version=record.version,
        date=record.date,
        title=Naming(lang)(_either(record.short, record.title, lang), f"the title of {entry.id}"),
        unofficial=lang in record.unofficial,
        organ=_organ(registry, record.organ, lang),
        status=str(standing or ""),
        status_word=standing.word if standing else "",
        since=standing.since if standing else None,
        restricted=record.restricted,
    )


def meetings(registry: Registry, lang: str) -> tuple[MeetingLine, ...]:
    """Give the meetings in the order of their days."""
    entries = sorted(registry.of(Meeting), key=lambda entry: (event_of_meeting(registry, entry.id), entry.id))
    return tuple(_meeting(registry, entry, lang) for entry in entries)


def _meeting(registry: Registry, entry: Entry[Meeting], lang: str) -> MeetingLine:
    record = entry.record
    return MeetingLine(
        id=entry.id,
        organ=_organ(registry, record.organ, lang) or record.organ,
        began=record.began,
        date=record.date,
        place=Naming(lang)(record.place, f"the place of {entry.id}") if record.place else None,
        form=record.form,
        decisions=len(record.decisions),
    )


def _organ(registry: Registry, organ: str | None, lang: str) -> str | None:
    found = top(registry).organs.get(organ or "")
    return Naming(lang)(_either(found.short, found.name, lang), f"the name of {organ}") if found else organ


def _either(short: Mapping[str, str] | None, long: Mapping[str, str], lang: str) -> Mapping[str, str]:
    """Give the short text where it is there in the language, else the long one."""
    return short if short and lang in short else long
