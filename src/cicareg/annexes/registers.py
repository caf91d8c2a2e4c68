"""The lists of documents, of meetings and of events: as tables for people, as rows for programs."""

from collections.abc import Sequence
from datetime import date

from cicareg.document import Cell, Table
from cicareg.listed import DocumentLine, EventLine, MeetingLine, Rows, Value
from cicareg.words import Words

_DOCUMENT = ("id", "kind", "number", "version", "date", "title", "unofficial", "organ", "status", "since", "restricted")
_EVENT = (
    *("id", "title", "unofficial", "areas", "dimensions", "dates", "moved-to", "place", "format", "organisers"),
    *("names", "plan", "status", "restricted"),
)
_MEETING = ("id", "organ", "began", "date", "place", "form", "decisions")


def documents_table(lines: Sequence[DocumentLine], words: Words) -> Table:
    """Give the documents as a table; unofficial titles are marked, and those that are restricted."""
    unofficial = {line.unofficial for line in lines}
    note = words.unofficial_some if True in unofficial else ""
    heads = ("ID", "Kind", "Number", "Version", "Date", "Title", "Organ", "Status", "Since")
    return _table(
        heads,
        [
            (
                line.id,
                line.kind.replace("-", " "),
                line.number,
                line.version,
                line.date,
                line.title + " *" * line.unofficial + " (restricted)" * line.restricted,
                line.organ,
                line.status,
                line.since,
            )
            for line in lines
        ],
        note,
    )


def meetings_table(lines: Sequence[MeetingLine]) -> Table:
    """Give the meetings as a table."""
    heads = ("ID", "Organ", "Date", "Place", "Form", "Decisions")
    return _table(
        heads,
        [
            (
                line.id,
                line.organ,
                f"{line.began} to {line.date}" if line.began else line.date,
                line.place,
                line.form.replace("-", " "),
                line.decisions,
            )
            for line in lines
        ],
    )


def events_table(lines: Sequence[EventLine], words: Words) -> Table:
    """Give the events as a table; unofficial titles are marked, and those that are restricted."""
    note = words.unofficial_some if any(line.unofficial for line in lines) else ""
    heads = ("ID", "No.", "Title", "Dates", "Place", "Format", "Organisers", "Status")
    return _table(
        heads,
        [
            (
                line.id,
                ", ".join(line.numbers),
                line.title + " *" * line.unofficial + " (restricted)" * line.restricted,
                _days(line.dates),
                line.place,
                line.format,
                "\n".join(line.names),
                f"{line.status} to {_days(line.moved_to)}"
                if line.status == "postponed" and line.moved_to
                else f"{line.status} {_days(line.moved_to)}"
                if line.moved_to
                else line.status,
            )
            for line in lines
        ],
        note,
    )


def _days(dates: str) -> str:
    return dates.replace("/", " to ")


def events_rows(lines: Sequence[EventLine]) -> Rows:
    """Give the events as rows."""
    return _rows("events", _EVENT, lines)


def documents_rows(lines: Sequence[DocumentLine]) -> Rows:
    """Give the documents as rows."""
    return _rows("documents", _DOCUMENT, lines)


def meetings_rows(lines: Sequence[MeetingLine]) -> Rows:
    """Give the meetings as rows."""
    return _rows("meetings", _MEETING, lines)


def _table(heads: Sequence[str], rows: Sequence[Sequence[object]], note: str = "") -> Table:
    cells = tuple(
        tuple(Cell(tuple(str(value).split("\n"))) if value not in (None, "") else Cell() for value in row)
        for row in rows
    )
    return Table((tuple(Cell((head,)) for head in heads),), cells, note=note)


def _rows(what: str, columns: tuple[str, ...], lines: Sequence[DocumentLine | EventLine | MeetingLine]) -> Rows:
    values = ({key.replace("_", "-"): value for key, value in line._asdict().items()} for line in lines)
    return Rows(what, columns, tuple(tuple(_plain(value[column]) for column in columns) for value in values))


def _plain(value: date | Value) -> Value:
    return str(value) if isinstance(value, date) else value
