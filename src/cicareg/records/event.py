"""events/YEAR/*.yaml: the events that are planned, and what became of them."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from cicareg.dates import Dates
from cicareg.records.base import (
    AreaRef,
    Dates_,
    Day,
    DecisionRef,
    DimensionRef,
    DocumentRef,
    Kind,
    Lang,
    LongText,
    Many,
    Record,
    SourceRef,
    StateRef,
    Text,
    misplaced,
)
from cicareg.records.correction import Corrections

EventStatus = Literal["planned", "held", "postponed", "cancelled"]
EventFormat = Literal["online", "offline", "hybrid"]
STATUSES: tuple[EventStatus, ...] = ("planned", "held", "postponed", "cancelled")
# What may become of an event; one that was held or cancelled is a thing of the past.
ONWARDS: Mapping[EventStatus, frozenset[EventStatus]] = {
    "planned": frozenset({"held", "postponed", "cancelled"}),
    "postponed": frozenset({"held", "cancelled"}),
}
UNSETTLED = frozenset({"moved-to", "place", "format"})  # what is not yet settled of an event to come
_NOT_MOVED = "moved-to belongs to an event that was postponed, whatever became of it then: give its status"


class Event(Record):
    """An event: a workshop, a training course, a meeting of experts; planned, held, postponed or cancelled.

    The file stands in the folder of the year in which `dates` begin, and stays there when the event is postponed.
    Dates are kept as exactly as they are known: a day, some days, a month, or a year. An event may belong to areas,
    to whole dimensions, or to neither.

    Example:
        # registry/events/2024/ice-rescue-course.yaml
        title: {en: Course on rescue from ice, fr: Cours de sauvetage sur la glace}
        purpose: {en: The members show each other how they bring people back to the shore.}
        concept: {en: Two days of exercises and one of talks.}
        areas: [ice]
        dates: 2024-02-06/2024-02-08
        place: {en: Lakeside, fr: Rive-du-Lac}
        format: hybrid
        organisers: [XAA, XBB]
        partners: [School of Rescuers]
        status: postponed
        moved-to: 2024-12
        proposed-by: [XAA]
        submitted: 2023-09-20
        source: letters p. 11
    """

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"anyOf": [{"not": {"required": ["status"]}}, {"properties": {"status": {"const": "planned"}}}]},
            "then": {"properties": {"moved-to": False}, "errorMessage": _NOT_MOVED},
        }
    )

    title: Annotated[Text, Field(description="Its title.")]
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the texts are our translation.")] = ()
    purpose: Annotated[LongText | None, Field(description="What it is for.")] = None
    concept: Annotated[LongText | None, Field(description="Its brief concept.")] = None
    areas: Annotated[Many[AreaRef], Field(description="The areas that it belongs to.")] = ()
    dimensions: Annotated[Many[DimensionRef], Field(description="The dimensions that it belongs to as a whole.")] = ()
    dates: Annotated[Dates_, Field(description="When it is planned to take place, as exactly as is known.")]
    place: Annotated[Text | None, Field(description="Where it takes place.")] = None
    format: Annotated[EventFormat | None, Field(description="Whether people meet in one place.")] = None
    organisers: Annotated[Many[StateRef], Field(description="The states that organise it.")] = ()
    partners: Annotated[Many[Text], Field(description="Organisers that are no states.")] = ()
    plan: Annotated[DocumentRef | None, Field(description="The annual plan that it stands in.")] = None
    documents: Annotated[Many[DocumentRef], Field(description="The documents that it deals with.")] = ()
    status: Annotated[EventStatus, Field(description="What became of it.")] = "planned"
    moved_to: Annotated[
        Dates_ | None, Field(description="The new dates of one that was postponed, also when it was held later.")
    ] = None
    proposed_by: Annotated[Many[StateRef], Field(description="The states that proposed it.")] = ()
    submitted: Annotated[Day | None, Field(description="The day on which it was proposed.")] = None
    answers: Annotated[Many[DecisionRef], Field(description="The requests that it answers.")] = ()
    restricted: Annotated[bool, Field(description="Never reaches a published output.")] = False
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )
    corrections: Corrections = ()

    @model_validator(mode="after")
    def _moved(self) -> "Event":
        if self.moved_to is not None and self.status == "planned":
            raise misplaced(_NOT_MOVED, "moved-to")
        return self

    @property
    def when(self) -> Dates:
        """Give the dates that count: the new ones of an event that was postponed, else its own."""
        return self.moved_to or self.dates


def _year(event: Event) -> int:
    return event.dates.start.year


def _plans(_id: str, event: Event) -> tuple[str, ...]:
    return (event.plan,) if event.plan else ()


def _areas(_id: str, event: Event) -> tuple[str, ...]:
    return event.areas


def _dimensions(_id: str, event: Event) -> tuple[str, ...]:
    return event.dimensions


def _documents(_id: str, event: Event) -> tuple[str, ...]:
    return event.documents


def _answers(_id: str, event: Event) -> tuple[str, ...]:
    return event.answers


def _states(_id: str, event: Event) -> tuple[str, ...]:
    return (*event.organisers, *event.proposed_by)


KIND = Kind(
    "event",
    Event,
    "events/*/*.yaml",
    indexes={
        "plan": _plans,
        "area": _areas,
        "dimension": _dimensions,
        "document": _documents,
        "answers": _answers,
        "state": _states,
    },
    year_of=_year,
)
