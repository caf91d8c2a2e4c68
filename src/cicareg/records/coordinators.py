"""coordinators/*.yaml: who holds or held a post, by what decision, and departures from the rules."""

from typing import Annotated, Literal

from pydantic import Field

from cicareg.records.base import (
    Day,
    DecisionRef,
    DocumentRef,
    Id,
    Kind,
    Line,
    Many,
    MeetingRef,
    Record,
    SourceRef,
    StateRef,
    Tenure_,
)
from cicareg.records.correction import Corrections
from cicareg.terms import Role

_MOST = 500  # of one post: each tenure is judged beside every other


class Based(Record):
    """Something that rests on a decision, on a published list, or on a source."""

    decision: Annotated[
        DecisionRef | None, Field(description="The deciding paragraph: MEETING/NUMBER or MEETING/KEY.")
    ] = None
    listed: Annotated[MeetingRef | None, Field(description="The meeting whose annexed list shows it.")] = None
    source: Annotated[SourceRef | None, Field(description="A source and the place in it.")] = None

    @property
    def bases(self) -> tuple[str, ...]:
        """Give the keys of the bases that are stated."""
        return tuple(key for key in ("decision", "listed", "source") if getattr(self, key) is not None)

    @property
    def ground(self) -> str:
        """Give what the first stated basis names, such as `soc-2023-08-22/4`, or nothing."""
        return next((str(getattr(self, key)) for key in self.bases), "")

    @property
    def basis(self) -> str:
        """Give the first stated basis as `decision soc-2023-08-22/4`, or nothing."""
        return next((f"{key} {getattr(self, key)}" for key in self.bases), "")


class Ended(Record):
    """How a tenure ended before its term (early termination)."""

    on: Annotated[Day, Field(description="Last day of the tenure.")]
    notified: Annotated[Day | None, Field(description="Day of the notice to all Member States.")] = None
    note: Annotated[DocumentRef | None, Field(description="The note that carried it, where that is on record.")] = None
    reason: Annotated[Line | None, Field(description="Why it ended early.")] = None


class Tenure(Based):
    """A state in a role on the post."""

    state: Annotated[StateRef, Field(description="The state, by its code.")]
    role: Annotated[Role, Field(description="In which role it holds the post.")]
    term: Annotated[Tenure_ | None, Field(description="The tenure as stated; left out where none is stated.")] = None
    inferred: Annotated[Many[Literal["role", "term"]], Field(description="What is deduced from the source.")] = ()
    notified: Annotated[Day | None, Field(description="Day of the written intention or request.")] = None
    note: Annotated[DocumentRef | None, Field(description="The note that carried it, where that is on record.")] = None
    via: Annotated[Line | None, Field(description="The ministry or agency that acts for the state.")] = None
    ended: Annotated[Ended | None, Field(description="How the tenure ended before its term.")] = None
    replaces: Annotated[Many[StateRef], Field(description="States that leave the post by this tenure.")] = ()


class Departure(Based):
    """A rule knowingly departed from by the organ: covers tenures of the same basis only."""

    rule: Annotated[Id, Field(description="The name of the rule, as findings give it.")]
    reason: Annotated[Line, Field(description="Why the organ departed from it; reports show it.")]
    until: Annotated[Day | None, Field(description="Last day that the departure covers.")] = None


class Acting(Record):
    """A co-coordinator that acts as coordinator, with the consent of the others."""

    state: Annotated[StateRef, Field(description="The co-coordinator that acts, by its code.")]
    from_: Annotated[Day, Field(description="First day; the last is derived from the next appointment.")]
    consented: Annotated[Many[StateRef], Field(description="The other co-coordinators, each of which consents.")] = ()
    notified: Annotated[Day | None, Field(description="Day on which the states were told of it.")] = None
    note: Annotated[DocumentRef | None, Field(description="The note that carried it, where that is on record.")] = None


class Proposal(Record):
    """A state's written intention to take a post (Modalities 1.10); pending until it is withdrawn or appointed."""

    state: Annotated[StateRef, Field(description="The state that proposes itself, by its code.")]
    role: Annotated[Role, Field(description="In which role.")]
    term: Annotated[Tenure_ | None, Field(description="The tenure that it proposes.")] = None
    notified: Annotated[Day, Field(description="Day of the written intention.")]
    note: Annotated[DocumentRef | None, Field(description="The note that carried it, where that is on record.")] = None
    via: Annotated[Line | None, Field(description="The ministry or agency that would act for the state.")] = None
    withdrawn: Annotated[Day | None, Field(description="Day on which the state took it back.")] = None


class Coordinators(Record):
    """Everybody who holds or held one post, in the order decided. The id is that of the area.

    Each tenure rests on exactly one basis: a decision, a list on record, or a source.

    Example:
        # registry/coordinators/fish.yaml
        tenures:
          - {state: XBB, role: coordinator, listed: com-2023-06-01}
          - state: XCC
            role: co-coordinator
            term: 2024-2025
            source: letters p. 4
            inferred: [role]
            notified: 2023-05-20
            via: Ministry of Fish
    """

    departures: Annotated[
        Many[Departure], Field(max_length=_MOST, description="The rules that the organ knowingly departed from.")
    ] = ()
    tenures: Annotated[
        Many[Tenure], Field(max_length=_MOST, description="Who holds or held the post, in the order decided.")
    ] = ()
    proposals: Annotated[
        Many[Proposal], Field(max_length=_MOST, description="Written intentions of states, as they came in.")
    ] = ()
    acting: Annotated[
        Many[Acting], Field(max_length=_MOST, description="Co-coordinators that act while there is no coordinator.")
    ] = ()
    corrections: Corrections = ()


def _decisions(_id: str, post: Coordinators) -> set[str]:
    return {tenure.decision for tenure in post.tenures if tenure.decision}


KIND = Kind("coordinators", Coordinators, "coordinators/*.yaml", named_after="area", indexes={"decision": _decisions})
