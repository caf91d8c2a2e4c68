"""Record that a state took back its proposal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cicareg.changes.change import Act, Change, refused
from cicareg.changes.keys import keys_of, path_of
from cicareg.changes.naming import listed, post, states
from cicareg.changes.posts import area_on_record, coordinators_of, day_of
from cicareg.editing import Put
from cicareg.errors import CicaregError, UsageError
from cicareg.questions.pending import pending
from cicareg.records.coordinators import Coordinators, Proposal
from cicareg.registry import Registry
from cicareg.terms import ROLES


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Which state takes back its proposals for an area, on which day; `role` is None where it takes back all."""

    area: str
    state: str
    on: str
    role: str | None = None


def plan(registry: Registry, asked: Withdraw) -> Change:
    """Add the day to each pending proposal of the state; the proposal stays on record."""
    area_on_record(registry, asked.area)
    day = day_of(asked.on)
    record = coordinators_of(registry, asked.area)
    name, place = states(registry, [asked.state]), post(registry, asked.area)
    if asked.role is not None and asked.role not in ROLES:
        raise UsageError(f"no role {asked.role!r}", hint=f"there are: {', '.join(ROLES)}")
    whose = f"{name} as {asked.role} for {place}" if asked.role else f"{name} for {place}"
    change = Change(f"Withdraw the proposal of {whose}")
    proposals = record.record.proposals if record else ()
    waiting = pending(registry, record)
    mine = [p for p in proposals if p.state == asked.state and asked.role in (None, p.role)]
    chosen = [i for i, p in enumerate(proposals) if p in mine and p in waiting and p.notified <= day]
    if not chosen:
        if any(p.withdrawn == day for p in mine):
            return change
        raise _nothing(whose, mine, waiting, day)
    edits = tuple(Put(("proposals", i, "withdrawn"), asked.on, keys_of(Proposal)) for i in chosen)
    if len(chosen) > 1:
        roles = listed([role for role in ROLES if any(proposals[i].role == role for i in chosen)])
        change = change._replace(subject=f"Withdraw the {len(chosen)} proposals of {name} as {roles} for {place}")
    return change._replace(edits={path_of(Coordinators, asked.area): edits})


def _nothing(whose: str, mine: Sequence[Proposal], waiting: Sequence[Proposal], day: date) -> CicaregError:
    """Say why there is nothing to withdraw."""
    late = next((p for p in mine if p in waiting), None)
    if late is not None:
        hint = f"--on {late.notified}, or a later day"
        return refused(f"the proposal is of {late.notified}: it cannot be withdrawn on {day}", hint=hint)
    before = next((p.withdrawn for p in reversed(mine) if p.withdrawn), None)
    if before is not None:
        hint = "cicareg correct changes what was recorded wrongly"
        return refused(f"the proposal of {whose} was withdrawn on {before}", hint=hint)
    return refused(f"no proposal of {whose} is pending", hint="cicareg list --pending shows all")


ACT = Act("withdraw", Withdraw, plan)
