"""documents/*.yaml: the documents that organs deal with; their status follows from decisions."""

from typing import Annotated, Literal

from pydantic import Field

from cicareg.records.base import (
    AreaRef,
    Day,
    DimensionRef,
    DocumentRef,
    Kind,
    Lang,
    Line,
    Many,
    Number,
    OrganRef,
    Record,
    SourceRef,
    Text,
)

DocumentKind = Literal[
    "decision",
    "statement",
    "road-map",
    "concept-paper",
    "action-plan",
    "annual-plan",
    "list",
    "report",
    "note-verbale",
]


class Document(Record):
    """A document: what it is and whose; never its status, which decisions make."""

    kind: DocumentKind
    organ: Annotated[OrganRef | None, Field(description="The organ that is to decide on it.")] = None
    title: Text
    short: Annotated[Text | None, Field(description="How messages and lists call it.")] = None
    unofficial: Many[Lang] = ()
    number: Annotated[Line | None, Field(description="Registration number as printed.")] = None
    date: Day | None = None
    areas: Many[AreaRef] = ()
    dimensions: Many[DimensionRef] = ()
    supersedes: DocumentRef | None = None
    forwards: Annotated[Many[DocumentRef], Field(description="What a note verbale encloses.")] = ()
    pages: Annotated[Number | None, Field(description="Pages of the enclosure as printed.")] = None
    restricted: Annotated[bool, Field(description="Never reaches a published output.")] = False
    source: SourceRef | None = None


def _superseded(_id: str, document: Document) -> tuple[str, ...]:
    return (document.supersedes,) if document.supersedes else ()


KIND = Kind("document", Document, "documents/*.yaml", indexes={"supersedes": _superseded})
