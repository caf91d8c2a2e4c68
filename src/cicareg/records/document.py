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
from cicareg.records.correction import Corrections

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

NOTE: DocumentKind = "note-verbale"


class Document(Record):
    """A document: what it is and whose; never its status, which decisions make.

    Example:
        # registry/documents/fish-paper.yaml
        kind: concept-paper
        organ: com
        title: {en: Concept paper on fisheries, fr: Note de cadrage sur les pêcheries}
        short: {en: Fish paper, fr: Note sur la pêche}
        areas: [fish]
        source: letters p. 8
    """

    kind: Annotated[DocumentKind, Field(description="What sort of document it is.")]
    organ: Annotated[OrganRef | None, Field(description="The organ that is to decide on it.")] = None
    title: Annotated[Text, Field(description="Its title as adopted or proposed.")]
    short: Annotated[Text | None, Field(description="How messages and lists call it.")] = None
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the title is our translation.")] = ()
    number: Annotated[Line | None, Field(description="Registration number as printed.")] = None
    date: Annotated[Day | None, Field(description="The day that it bears.")] = None
    areas: Annotated[Many[AreaRef], Field(description="The areas that it concerns.")] = ()
    dimensions: Annotated[Many[DimensionRef], Field(description="The dimensions that it concerns as a whole.")] = ()
    supersedes: Annotated[DocumentRef | None, Field(description="The document whose place it takes.")] = None
    forwards: Annotated[Many[DocumentRef], Field(description="What a note verbale encloses.")] = ()
    pages: Annotated[Number | None, Field(description="Pages of the enclosure as printed.")] = None
    restricted: Annotated[bool, Field(description="Never reaches a published output.")] = False
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )
    corrections: Corrections = ()


def _superseded(_id: str, document: Document) -> tuple[str, ...]:
    return (document.supersedes,) if document.supersedes else ()


KIND = Kind("document", Document, "documents/*.yaml", indexes={"supersedes": _superseded})
