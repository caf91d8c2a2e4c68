"""meetings/*.yaml: a meeting of an organ and its numbered decisions."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from cicareg.records.agenda import AgendaItem
from cicareg.records.base import (
    AreaRef,
    Day,
    DocumentRef,
    Id,
    Kind,
    Lang,
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
from cicareg.records.conditions import CITABLE, NO_TEXT, NO_VERB, ONE_DAY, VERBS, conditions
from cicareg.records.correction import Corrections
from cicareg.records.person import Person
from cicareg.records.silence import Silence
from cicareg.records.subject import Subject

_FIELDS = {verb: verb.replace("-", "_") for verb in VERBS}
_COMPANIONS = frozenset(key for keys in VERBS.values() for key in keys)
_NOT_HELD = "a meeting that was not held has no decisions and no list"
_OF_HELD = ("decisions", "list")


class Decision(Record):
    """One paragraph of what a meeting decided: one verb with what belongs to it."""

    model_config = ConfigDict(json_schema_extra=conditions())

    number: Annotated[Number | None, Field(description="Paragraph number as published.")] = None
    key: Annotated[Id | None, Field(description="A name for a paragraph whose number is not known.")] = None
    recommends: Annotated[DocumentRef | None, Field(description="Verb: the document that is recommended.")] = None
    to: Annotated[OrganRef | None, Field(description="The organ to which it is recommended.")] = None
    that_it: Annotated[
        Literal["adopt", "endorse", "approve"] | None, Field(description="What that organ is to do with it.")
    ] = None
    at: Annotated[Id | None, Field(description="The meeting to come, on record or not.")] = None
    considers: Annotated[DocumentRef | None, Field(description="Verb: the document that is considered.")] = None
    considers_person: Annotated[Person | None, Field(description="Verb: the candidate who is considered.")] = None
    reviews: Annotated[
        Subject | None, Field(description="Verb: the areas and dimensions in which it reviewed the implementation.")
    ] = None
    outcome: Annotated[
        Literal["consultations-continue", "agreed", "noted"] | None,
        Field(description="What came of considering or reviewing."),
    ] = None
    approves: Annotated[DocumentRef | None, Field(description="Verb: the document that is approved.")] = None
    adopts: Annotated[DocumentRef | None, Field(description="Verb: the document that is adopted.")] = None
    endorses: Annotated[DocumentRef | None, Field(description="Verb: the document that is endorsed.")] = None
    appoints: Annotated[
        Annotated[Many[AreaRef], Field(min_length=1)] | None,
        Field(description="Verb: the areas to which states are appointed; the tenures stand with each."),
    ] = None
    amends_list: Annotated[bool | None, Field(description="Whether it changes the list of coordinators.")] = None
    appoints_person: Annotated[Person | None, Field(description="Verb: who is appointed to an office.")] = None
    calls_on: Annotated[
        Literal["members", "coordinators", "secretariat", "chairmanship"] | None,
        Field(description="Verb: who is asked to do something."),
    ] = None
    before: Annotated[Day | None, Field(description="The request is met before this day.")] = None
    by: Annotated[Day | None, Field(description="The request is met on this day at the latest.")] = None
    for_: Annotated[DocumentRef | None, Field(description="The document that the request serves.")] = None
    through: Annotated[DocumentRef | None, Field(description="The decision paper by which it was done.")] = None
    silence: Annotated[Silence | None, Field(description="What was decided stands unless this silence is broken.")] = (
        None
    )
    preliminary: Annotated[bool | None, Field(description="Whether a final approval is still to come.")] = None
    text: Annotated[LongText | None, Field(description="Free wording, beside a verb or in its place.")] = None
    unofficial: Annotated[
        Many[Lang], Field(description="Languages in which the text is our wording, not that of the organ.")
    ] = ()
    source: Annotated[SourceRef | None, Field(description="Where it is written, if not where the meeting is.")] = None

    @property
    def verb(self) -> str:
        """Give the key of the decision's verb."""
        return next(self._verbs(), "")

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

    @property
    def stands(self) -> bool:
        """Tell whether the decision has effect: one subject to silence has none once that is broken."""
        return self.silence is None or self.silence.broken is None

    def _verbs(self) -> Iterator[str]:
        """Yield the verbs that have a value."""
        values = vars(self)
        return (verb for verb, name in _FIELDS.items() if values[name] is not None)

    @model_validator(mode="after")
    def _one_verb(self) -> "Decision":
        verbs = list(self._verbs())
        if len(verbs) > 1:
            raise misplaced(f"a decision has one verb, here are {' and '.join(verbs)}", verbs[1])
        if not verbs and self.text is None:
            raise ValueError(NO_VERB)
        given = {kebab(name) for name in self.model_fields_set if getattr(self, name) is not None}
        for companion in sorted(given & _COMPANIONS):
            if companion not in (VERBS[verbs[0]] if verbs else ()):
                raise misplaced(f"{companion} does not belong to {verbs[0] if verbs else 'a text'}", companion)
        return self

    @model_validator(mode="after")
    def _one_day(self) -> "Decision":
        if self.before is not None and self.by is not None:
            raise misplaced(ONE_DAY, "by")
        return self

    @model_validator(mode="after")
    def _citable(self) -> "Decision":
        if (self.number is None) == (self.key is None):
            raise ValueError(CITABLE)
        return self

    @model_validator(mode="after")
    def _own_wording(self) -> "Decision":
        if self.unofficial and self.text is None:
            raise misplaced(NO_TEXT, "unofficial")
        return self


class Meeting(Record):
    """A meeting of an organ. The id is the organ, the date, and -2 … for a further one of that day.

    A meeting of several days bears its last in `date`, which its decisions bear too, and its first in `began`.
    A written procedure bears the day of its decision.

    A decision is cited as MEETING/NUMBER, or MEETING/KEY where no number is known. What was put on record by
    mistake stays there, and says that it was not held. A meeting to come is on record with its day and agenda.

    Example:
        # registry/meetings/com-2023-06-15.yaml
        organ: com
        date: 2023-06-15
        began: 2023-06-14
        place: {en: Lakeside, fr: Rive-du-Lac}
        chair: XAA
        source: letters p. 5
        agenda:
          - {number: "1", title: {en: Fish, fr: Poissons}, documents: [charter], areas: [fish]}
        decisions:
          - {number: 1, recommends: ice-paper, to: asm, that-it: endorse}
          - {number: 2, considers: charter, outcome: consultations-continue}
          - number: 3
            calls-on: members
            before: 2023-10-01
            text: {en: The members are asked to count their fish.}
            unofficial: [en]
          - {number: 4, approves: ice-paper, silence: {until: 2023-06-30}}
          - {number: 5, reviews: {areas: [fish], dimensions: [people]}, outcome: noted}
    """

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"held": {"const": False}}, "required": ["held"]},
            "then": {"properties": dict.fromkeys(_OF_HELD, False), "errorMessage": _NOT_HELD},
        }
    )

    organ: Annotated[OrganRef, Field(description="The organ that met.")]
    date: Annotated[Day, Field(description="Its day, or the last of several: its decisions bear it.")]
    began: Annotated[Day | None, Field(description="Its first day, where it lasted longer than one.")] = None
    place: Annotated[Text | None, Field(description="Where it met.")] = None
    held: Annotated[bool | None, Field(description="False where it was not held: moved, or here by mistake.")] = None
    form: Annotated[
        Literal["regular", "informal", "online", "written-procedure"], Field(description="How it met, or decided.")
    ] = "regular"
    chair: Annotated[StateRef | None, Field(description="The chairing state.")] = None
    list: Annotated[Literal["annexed"] | None, Field(description="The list of coordinators is annexed.")] = None
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )
    agenda: Annotated[
        Many[AgendaItem], Field(max_length=500, description="What was to be discussed, in its order.")
    ] = ()
    decisions: Annotated[
        Many[Decision], Field(max_length=500, description="What it decided, in the order of the paper.")
    ] = ()
    corrections: Corrections = ()

    @model_validator(mode="after")
    def _in_order(self) -> "Meeting":
        if self.began and self.began >= self.date:
            raise misplaced(f"the meeting cannot have begun on {self.began}: it ended on {self.date}", "began")
        for index, decision in enumerate(self.decisions):
            key = decision.silence.key_before(self.date) if decision.silence else None
            if key:
                message = f"the silence cannot end before the decision of {self.date}"
                raise misplaced(message, "decisions", index, "silence", key)
        return self

    @model_validator(mode="after")
    def _held(self) -> "Meeting":
        wrong = [key for key in _OF_HELD if key in self.model_fields_set]
        if self.held is False and wrong:
            raise misplaced(_NOT_HELD, wrong[0])
        return self

    @cached_property
    def cited(self) -> Mapping[str, Decision]:
        """Give the decisions by what they are cited by; of several that share it, the first."""
        return {decision.label: decision for decision in reversed(self.decisions)}


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
