"""coordinators/*.yaml: who holds or held a post, by what decision, and departures from the rules."""

from typing import Annotated, Literal

from pydantic import Field

from cicareg.records.base import (
    Day,
    DecisionRef,
    Id,
    Kind,
    Line,
    Many,
    MeetingRef,
    Record,
    Role,
    SourceRef,
    StateRef,
    Tenure_,
)

_MOST = 500  # of one post: each tenure is judged beside every other


class Based(Record):
    """Something that rests on a decision, on a published list, or on a source."""

    decision: Annotated[DecisionRef | None, Field(description="MEETING/KEY of the deciding paragraph.")] = None
    listed: Annotated[MeetingRef | None, Field(description="The meeting whose annexed list shows it.")] = None
    source: Annotated[SourceRef | None, Field(description="A source and the place in it.")] = None

    @property
    def bases(self) -> tuple[str, ...]:
        """Give the keys of the bases that are stated."""
        return tuple(key for key in ("decision", "listed", "source") if getattr(self, key) is not None)

    @property
    def basis(self) -> str:
        """Give the first stated basis as `decision soc-2023-08-22/4`, or nothing."""
        return next((f"{key} {getattr(self, key)}" for key in self.bases), "")


class Ended(Record):
    """How a tenure ended before its term (early termination)."""

    on: Annotated[Day, Field(description="Last day of the tenure.")]
    notified: Annotated[Day | None, Field(description="Day of the notice to all Member States.")] = None
    reason: Line | None = None


class Tenure(Based):
    """A state in a role on the post."""

    state: StateRef
    role: Role
    term: Annotated[Tenure_ | None, Field(description="The tenure as stated; left out where none is stated.")] = None
    inferred: Annotated[Many[Literal["role", "term"]], Field(description="What is deduced from the source.")] = ()
    notified: Annotated[Day | None, Field(description="Day of the written intention or request.")] = None
    via: Annotated[Line | None, Field(description="The ministry or agency that acts for the state.")] = None
    ended: Ended | None = None
    replaces: Annotated[Many[StateRef], Field(description="States that leave the post by this tenure.")] = ()


class Departure(Based):
    """A rule knowingly departed from by the organ: covers tenures of the same basis only."""

    rule: Id
    reason: Line
    until: Annotated[Day | None, Field(description="Last day that the departure covers.")] = None


class Acting(Record):
    """A co-coordinator that acts as coordinator, with the consent of the others."""

    state: StateRef
    from_: Annotated[Day, Field(description="First day; the last is derived from the next appointment.")]
    consented: Many[StateRef] = ()
    notified: Day | None = None


class Coordinators(Record):
    """Everybody who holds or held one post, in the order decided. The id is that of the area."""

    departures: Annotated[Many[Departure], Field(max_length=_MOST)] = ()
    tenures: Annotated[Many[Tenure], Field(max_length=_MOST)] = ()
    acting: Annotated[Many[Acting], Field(max_length=_MOST)] = ()


def _decisions(_id: str, post: Coordinators) -> set[str]:
    return {tenure.decision for tenure in post.tenures if tenure.decision}


KIND = Kind("coordinators", Coordinators, "coordinators/*.yaml", named_after="area", indexes={"decision": _decisions})
