"""meetings/*.yaml: a meeting of an organ and its numbered decisions."""

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from cicareg.records.base import (
    AreaRef,
    Day,
    DocumentRef,
    Id,
    Kind,
    Line,
    LongText,
    Many,
    Number,
    OrganRef,
    Record,
    SourceRef,
    StateRef,
    Text,
    kebab,
    misplaced,
)

# The verbs of a decision, and the other keys that each may have.
VERBS: dict[str, tuple[str, ...]] = {
    "recommends": ("to", "that-it", "at", "through"),
    "considers": ("outcome",),
    "considers-person": ("outcome",),
    "approves": (),
    "adopts": ("through",),
    "endorses": ("through",),
    "appoints": ("amends-list",),
    "appoints-person": (),
    "calls-on": ("before", "by", "for"),
}
_COMPANIONS = frozenset(key for keys in VERBS.values() for key in keys)


class Person(Record):
    """A person nominated for or appointed to an office of the body."""

    name: Line
    nominated_by: StateRef | None = None
    office: Id


class Decision(Record):
    """One paragraph of what a meeting decided: one verb with what belongs to it."""

    number: Annotated[Number | None, Field(description="Paragraph number as published.")] = None
    key: Annotated[Id | None, Field(description="A name for a paragraph whose number is not known.")] = None
    recommends: DocumentRef | None = None
    to: OrganRef | None = None
    that_it: Literal["adopt", "endorse", "approve"] | None = None
    at: Annotated[Id | None, Field(description="The meeting to come, on record or not.")] = None
    considers: DocumentRef | None = None
    considers_person: Person | None = None
    outcome: Literal["consultations-continue", "agreed", "noted"] | None = None
    approves: DocumentRef | None = None
    adopts: DocumentRef | None = None
    endorses: DocumentRef | None = None
    appoints: Annotated[Many[AreaRef], Field(min_length=1)] | None = None
    amends_list: bool | None = None
    appoints_person: Person | None = None
    calls_on: Literal["members", "coordinators", "secretariat", "chairmanship"] | None = None
    before: Annotated[Day | None, Field(description="The request is met before this day.")] = None
    by: Annotated[Day | None, Field(description="The request is met on this day at the latest.")] = None
    for_: Annotated[DocumentRef | None, Field(description="The document that the request serves.")] = None
    through: Annotated[DocumentRef | None, Field(description="The decision paper by which it was done.")] = None
    text: Annotated[LongText | None, Field(description="Free wording.")] = None
    source: SourceRef | None = None

    @property
    def verb(self) -> str:
        """Give the key of the decision's verb."""
        given = self._given()
        return next((verb for verb in VERBS if verb in given), "")

    @property
    def label(self) -> str:
        """Give what the decision is cited by within its meeting: its number, else its key."""
        return str(self.number) if self.number is not None else self.key or ""

    @property
    def document(self) -> str | None:
        """Give the document that the decision deals with, or None."""
        for value in (self.recommends, self.considers, self.approves, self.adopts, self.endorses):
            if value is not None:
                return value
        return None

    def _given(self) -> set[str]:
        """Give the keys that have a value, as they are written in the file."""
        return {kebab(name) for name in self.model_fields_set if getattr(self, name) is not None}

    @model_validator(mode="after")
    def _one_verb(self) -> "Decision":
        given = self._given()
        verbs = [verb for verb in VERBS if verb in given]
        if len(verbs) > 1:
            raise misplaced(f"a decision has one verb, here are {' and '.join(verbs)}", verbs[1])
        if not verbs and self.text is None:
            raise ValueError(f"a decision needs a verb ({', '.join(VERBS)}) or a text")
        for companion in sorted(given & _COMPANIONS):
            if companion not in (VERBS[verbs[0]] if verbs else ()):
                raise misplaced(f"{companion} does not belong to {verbs[0] if verbs else 'a text'}", companion)
        return self

    @model_validator(mode="after")
    def _citable(self) -> "Decision":
        if (self.number is None) == (self.key is None):
            raise ValueError("a decision has a number, or a key where no number is known")
        return self


class Meeting(Record):
    """A meeting of an organ. The id is the organ, the date, and -2 … for a further one of that day."""

    organ: OrganRef
    date: Day
    place: Text | None = None
    form: Literal["regular", "informal", "online"] = "regular"
    chair: Annotated[StateRef | None, Field(description="The chairing state.")] = None
    list: Annotated[Literal["annexed"] | None, Field(description="The list of coordinators is annexed.")] = None
    source: SourceRef | None = None
    decisions: Annotated[Many[Decision], Field(max_length=500)] = ()


_FURTHER = re.compile("(?:-[2-9]|-[1-9][0-9])?")


def _id_fault(id_: str, meeting: Meeting) -> tuple[str, str] | None:
    expected = f"{meeting.organ}-{meeting.date}"
    if id_.startswith(expected) and _FURTHER.fullmatch(id_, len(expected)):
        return None
    key = "date" if id_.startswith(meeting.organ + "-") else "organ"
    return key, f"the file is named {id_}, but organ and date make {expected} (-2 for a second one of that day)"


def _documents(_id: str, meeting: Meeting) -> set[str]:
    named = (document for d in meeting.decisions for document in (d.document, d.through, d.for_))
    return {document for document in named if document}


KIND = Kind("meeting", Meeting, "meetings/*.yaml", id_fault=_id_fault, indexes={"document": _documents})
