"""Record the written intention of states to take a post (Modalities 1.10)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cicareg.changes.change import Act, Change
from cicareg.changes.evidence import evidence
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.changes.naming import in_role, listed, post, states
from cicareg.changes.posts import area_on_record, coordinators_of, day_of, term_of
from cicareg.editing import Append, Edit, Put
from cicareg.errors import UsageError
from cicareg.questions.posts import top
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators, Proposal
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry
from cicareg.terms import Role


@dataclass(frozen=True, slots=True)
class Propose:
    """Who proposes itself for what and for how long, by a notice of which day."""

    area: str
    notified: str
    coordinators: tuple[str, ...] = ()
    co_coordinators: tuple[str, ...] = ()
    term: str | None = None
    note: str | None = None
    via: str | None = None


def plan(registry: Registry, asked: Propose) -> Change:
    """Add a pending proposal for each state; an appointment of it takes it up."""
    named: tuple[tuple[str, Role], ...] = (
        *((state, "coordinator") for state in asked.coordinators),
        *((state, "co-coordinator") for state in asked.co_coordinators),
    )
    if not named:
        raise UsageError("nobody is named", hint="--coordinator STATE, --co-coordinator STATE")
    area_on_record(registry, asked.area)
    day_of(asked.notified)
    if asked.term:
        term_of(asked.term)
    record = coordinators_of(registry, asked.area)
    edits = tuple(edit for state, role in named for edit in _proposal(record, asked, state, role))
    path = path_of(Coordinators, asked.area)
    change = Change(_subject(registry, asked), {path: edits} if edits else {})
    return change._replace(supposed=_supposed(registry, asked, named) if edits else {})


def _supposed(registry: Registry, asked: Propose, named: Sequence[tuple[str, Role]]) -> Mapping[str, tuple[Edit, ...]]:
    """Suppose that the organ that may appoint did so on the day of the proposal."""
    organ = next((id_ for id_, organ in top(registry).organs.items() if "appoint" in organ.may), None)
    if organ is None:
        return {}
    meeting = f"{organ}-{asked.notified}-99"  # no organ meets so often on one day
    decision = {"number": 1, "appoints": [asked.area]}
    puts = (Put(("organ",), organ), Put(("date",), asked.notified), Append(("decisions",), decision))
    rest = (("decision", f"{meeting}/1"), ("notified", asked.notified))
    tenures = tuple(
        Append(("tenures",), stated((("state", state), ("role", role), ("term", asked.term), *rest)))
        for state, role in named
    )
    return {path_of(Meeting, meeting): puts, path_of(Coordinators, asked.area): tenures}


def _subject(registry: Registry, asked: Propose) -> str:
    roles: tuple[tuple[tuple[str, ...], Role], ...] = (
        (asked.coordinators, "coordinator"),
        (asked.co_coordinators, "co-coordinator"),
    )
    said = [f"{states(registry, codes)} as {in_role(codes, role)}" for codes, role in roles if codes]
    span = f" for {asked.term}" if asked.term else ""
    return f"Note the proposal of {listed(said)} of {post(registry, asked.area)}{span}"


def _proposal(record: Entry[Coordinators] | None, asked: Propose, state: str, role: Role) -> Iterator[Edit]:
    for index, known in enumerate(record.record.proposals if record else ()):
        same = (known.state, known.role, str(known.notified)) == (state, role, asked.notified)
        if same and known.withdrawn is None and str(known.term or "") == (asked.term or ""):
            pairs = (("note", asked.note, known.note), ("via", asked.via, known.via))
            yield from evidence(("proposals", index), pairs, keys_of(Proposal))
            return
    data = (("state", state), ("role", role), ("term", asked.term), ("notified", asked.notified))
    more = (("note", asked.note), ("via", asked.via))
    yield Append(("proposals",), stated((*data, *more)), keys_of(Coordinators))


ACT = Act("propose", Propose, plan)
