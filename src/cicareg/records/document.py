"""documents/*.yaml: the documents that organs deal with; their status follows from decisions."""

from typing import Annotated, Literal

from pydantic import Field

from cicareg.records.base import (
    AreaRef,
    Day,
    DecisionRef,
    DimensionRef,
    DocumentRef,
    Kind,
    Lang,
    Line,
    LongText,
    Many,
    MeetingRef,
    Number,
    OrganRef,
    Record,
    SourceRef,
    StateRef,
    Tenure_,
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
    "contribution",
    "note-verbale",
]

NOTE: DocumentKind = "note-verbale"


class Document(Record):
    """A document: what it is and whose; never its status, which decisions make. One file a version.

    The body of a language is one text (`|`), written like the paper itself: `# ` begins a heading, `*Recalling*` a
    clause of the preamble, `1.`, `1.1`, `(a)` or `(i)` a numbered paragraph, `- ` a point; a blank line ends a part.

    Example:
        # registry/documents/fish-paper.yaml
        kind: concept-paper
        organ: com
        title: {en: Concept paper on fisheries, fr: Note de cadrage sur les pêcheries}
        short: {en: Fish paper, fr: Note sur la pêche}
        prepared-by: [XBB]
        version: "2"
        applies: 2024-2025
        areas: [fish]
        source: letters p. 8
        body:
          en: |
            *Recalling* the charter,

            1. Each member counts its fish:
               (a) in winter through the ice;
               (b) in summer from a boat.
          fr: |
            *Rappelant* la charte,

            1. Chaque membre compte ses poissons :
               (a) en hiver à travers la glace ;
               (b) en été depuis un bateau.
    """

    kind: Annotated[DocumentKind, Field(description="What sort of document it is.")]
    organ: Annotated[OrganRef | None, Field(description="The organ that is to decide on it.")] = None
    chairmanship: Annotated[StateRef | None, Field(description="The state that circulates it as chairmanship.")] = None
    prepared_by: Annotated[Many[StateRef], Field(description="The states that drafted it.")] = ()
    title: Annotated[Text, Field(description="Its title as adopted or proposed.")]
    short: Annotated[Text | None, Field(description="How messages and lists call it.")] = None
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the title is our translation.")] = ()
    number: Annotated[Line | None, Field(description="Registration number as printed.")] = None
    version: Annotated[Line | None, Field(description="Number of the version as printed.")] = None
    date: Annotated[Day | None, Field(description="The day that it bears.")] = None
    first_draft: Annotated[Day | None, Field(description="The day of its first draft.")] = None
    applies: Annotated[Tenure_ | None, Field(description="The period for which it is made.")] = None
    languages: Annotated[Many[Lang], Field(description="Languages in which its text exists.")] = ()
    areas: Annotated[Many[AreaRef], Field(description="The areas that it concerns.")] = ()
    dimensions: Annotated[Many[DimensionRef], Field(description="The dimensions that it concerns as a whole.")] = ()
    supersedes: Annotated[DocumentRef | None, Field(description="The document whose place it takes.")] = None
    meeting: Annotated[
        MeetingRef | None,
        Field(description="The meeting whose decisions a note forwards, or of a list or draft, or that is to review."),
    ] = None
    answers: Annotated[
        Many[DecisionRef], Field(description="The requests that it answers: paragraphs that call on somebody.")
    ] = ()
    forwards: Annotated[Many[DocumentRef], Field(description="What a note verbale encloses.")] = ()
    pages: Annotated[Number | None, Field(description="Pages of the enclosure as printed.")] = None
    received: Annotated[
        bool | None, Field(description="False where it never came in, and is here by mistake: it meets no duty.")
    ] = None
    restricted: Annotated[bool, Field(description="Never reaches a published output.")] = False
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )
    body: Annotated[LongText | None, Field(description="Its text, written like the paper itself.")] = None
    corrections: Corrections = ()

    @property
    def counts(self) -> bool:
        """Tell whether it came in: what is on record by mistake takes no place and answers nothing."""
        return self.received is not False


def _superseded(_id: str, document: Document) -> tuple[str, ...]:
    return (document.supersedes,) if document.supersedes and document.counts else ()


def _answered(_id: str, document: Document) -> tuple[str, ...]:
    return document.answers if document.counts else ()


KIND = Kind("document", Document, "documents/*.yaml", indexes={"supersedes": _superseded, "answers": _answered})
