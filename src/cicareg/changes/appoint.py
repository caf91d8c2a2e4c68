"""Appoint states to an area for a tenure, by a decision (Modalities 1.9, 1.10)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cicareg.changes.change import Act, Change, join, refused
from cicareg.changes.deciding import Reference, cannot_carry, found, news, recorded, reference, refuse_other_place
from cicareg.changes.departing import departing, rule_and_reason
from cicareg.changes.evidence import evidence
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.changes.naming import in_role, listed, post, states
from cicareg.changes.posts import area_on_record, coordinators_of, term_of
from cicareg.editing import Append, Edit
from cicareg.errors import UsageError
from cicareg.questions.pending import pending, proposed, stated_term
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators, Proposal, Tenure
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry
from cicareg.terms import Role


@dataclass(frozen=True, slots=True)
class Appoint:
    """Who is appointed to what, for how long, by which decision; departures are `RULE=REASON`.

    `term` is None where the decision states none (Modalities 5.2).
    """

    area: str
    term: str | None
    decision: str
    coordinators: tuple[str, ...] = ()
    co_coordinators: tuple[str, ...] = ()
    notified: str | None = None
    note: str | None = None
    via: str | None = None
    replaces: tuple[str, ...] = ()
    departures: tuple[str, ...] = ()
    place: str | None = None

    @property
    def appointed(self) -> tuple[tuple[str, Role], ...]:
        """Give each state with its role, coordinators first, as given."""
        return (
            *((state, "coordinator") for state in self.coordinators),
            *((state, "co-coordinator") for state in self.co_coordinators),
        )


def plan(registry: Registry, asked: Appoint) -> Change:
    """Add a tenure for each state; the decision and its meeting are put on record where they are not."""
    if not asked.appointed:
        raise UsageError("nobody is named", hint="--coordinator STATE, --co-coordinator STATE")
    area_on_record(registry, asked.area)
    if asked.term is not None:
        term_of(asked.term)
    cited = reference(registry, asked.decision)
    record, path = coordinators_of(registry, asked.area), path_of(Coordinators, asked.area)
    waiting = [p for p in pending(registry, record) if p.notified <= cited.day]  # a later one was not decided on
    return Change(
        subject=_subject(registry, asked),
        edits=join(
            _decided(registry, cited, asked),
            {path: departing(record, asked.departures, cited)},
            {path: tuple(_tenures(registry, record, waiting, asked, cited))},
        ),
        posts=(asked.area,),
        remarks=(*news(registry, cited), *_taken_up(registry, waiting, asked)),
        authority=str(cited),
        departures=tuple(": ".join(rule_and_reason(text)) for text in asked.departures),
    )


def _subject(registry: Registry, asked: Appoint) -> str:
    said = [f"{states(registry, codes)} as {in_role(codes, role)}" for codes, role in _by_role(asked) if codes]
    span = f" for {asked.term}" if asked.term else ""
    return f"Appoint {listed(said)} of {post(registry, asked.area)}{span}"


def _by_role(asked: Appoint) -> Iterator[tuple[tuple[str, ...], Role]]:
    yield asked.coordinators, "coordinator"
    yield asked.co_coordinators, "co-coordinator"


def _decided(registry: Registry, cited: Reference, asked: Appoint) -> Mapping[str, Sequence[Edit]]:
    """See that the decision appoints to the area: one on record that appoints elsewhere does so here too."""
    meeting, index = found(registry, cited)
    if meeting is not None:
        refuse_other_place(meeting, asked.place)
    if meeting is None or index is None:
        return recorded(registry, cited, {"appoints": [asked.area], "amends-list": True}, place=asked.place)
    decision = meeting.record.decisions[index]
    if decision.appoints is None:
        raise cannot_carry(registry, cited, decision, "an appointment")
    if asked.area in decision.appoints:
        return {}
    return {path_of(Meeting, cited.meeting): (Append(("decisions", index, "appoints"), asked.area),)}


def _tenures(
    registry: Registry,
    record: Entry[Coordinators] | None,
    waiting: Sequence[Proposal],
    asked: Appoint,
    cited: Reference,
) -> Iterator[Edit]:
    decided = [t for t in (record.record.tenures if record else ()) if t.decision == str(cited)]
    replaces = tuple(code for code in asked.replaces if not any(code in t.replaces for t in decided))
    for state, role in asked.appointed:
        known = _known(record, state, role, asked.term, cited)
        if known is not None:
            yield from _evidence(known, asked)
            continue
        proposal = proposed(waiting, state, role, asked.term)
        notified = asked.notified or (str(proposal.notified) if proposal else None)
        note = asked.note or (proposal.note if proposal else None)
        via = asked.via or (proposal.via if proposal else None)
        data = (("state", state), ("role", role), ("term", asked.term), ("decision", str(cited)))
        more = (("notified", notified), ("note", note), ("via", via), ("replaces", replaces))
        yield Append(("tenures",), stated((*data, *more)), keys_of(Coordinators))
        replaces = ()  # whoever leaves leaves once
    if replaces:
        raise refused(
            f"this appointment is on record, and replaces {states(registry, replaces)} not",
            hint="cicareg correct adds it to the tenure: tenures/N/replaces",
        )


def _taken_up(registry: Registry, waiting: Sequence[Proposal], asked: Appoint) -> Iterator[str]:
    for state, role in asked.appointed:
        proposal = proposed(waiting, state, role, asked.term)
        if proposal:
            other = "" if proposal.term is None or str(proposal.term) == asked.term else _other(proposal, asked)
            if asked.notified and asked.notified != str(proposal.notified):
                other += f"; the tenure bears the notice of {asked.notified} that is given here"
            yield f"takes up the proposal of {states(registry, [state])} of {proposal.notified}{other}"


def _other(proposal: Proposal, asked: Appoint) -> str:
    return f", which is for {proposal.term}, and not for {asked.term or 'a tenure without a term'}"


def _known(
    record: Entry[Coordinators] | None, state: str, role: Role, term: str | None, cited: Reference
) -> tuple[int, Tenure] | None:
    """Give the tenure that was recorded so before."""
    wanted = (state, role, term, str(cited))
    for index, tenure in enumerate(record.record.tenures if record else ()):
        if (tenure.state, tenure.role, stated_term(tenure.term), tenure.decision) == wanted:
            return index, tenure
    return None


def _evidence(known: tuple[int, Tenure], asked: Appoint) -> Iterator[Edit]:
    """Add to a tenure on record what it did not say."""
    index, tenure = known
    pairs = (
        ("notified", asked.notified, tenure.notified),
        ("note", asked.note, tenure.note),
        ("via", asked.via, tenure.via),
    )
    return evidence(("tenures", index), pairs, keys_of(Tenure))


ACT = Act("appoint", Appoint, plan)
