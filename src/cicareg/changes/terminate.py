"""End the service of a state before its term, by its notice to all (Modalities 1.12)."""

import json
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cicareg.changes.change import Act, Change, refused
from cicareg.changes.correcting import correction, data_of
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.changes.naming import listed, post, states
from cicareg.changes.posts import area_on_record, coordinators_of, day_of
from cicareg.editing import Edit, Put, Remove
from cicareg.questions.holdings import Holding, holdings
from cicareg.questions.services import services
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators, Ended, Tenure
from cicareg.registry import Registry
from cicareg.terms import ROLES


@dataclass(frozen=True, slots=True)
class Terminate:
    """Whose service ends, on which last day, on notice of which day, and why."""

    area: str
    state: str
    on: str
    notified: str
    reason: str
    note: str | None = None


def plan(registry: Registry, asked: Terminate) -> Change:
    """Add to each tenure of that day how it ended; the term that was agreed stays on record.

    What goes on from it without a break never begins: whoever never took up a post has no tenure, so it goes, and a
    correction keeps it.
    """
    area_on_record(registry, asked.area)
    day, _ = day_of(asked.on), day_of(asked.notified)
    record = coordinators_of(registry, asked.area)
    mine = [h for h in (holdings(registry, record) if record else ()) if h.tenure.state == asked.state]
    held = _held(registry, asked, mine, day)
    pairs = (("on", asked.on), ("notified", asked.notified), ("note", asked.note), ("reason", asked.reason))
    ended = stated(pairs)
    going = _going(registry, record, held, day)
    for holding in held:
        _refuse_other(registry, holding, ended, day, goes_on=bool(going))
    roles = listed([role for role in ROLES if any(h.tenure.role == role for h in held)])
    name = f"{states(registry, [asked.state])} as {roles} of {post(registry, asked.area)}"
    change = Change(f"End the service of {name} on {asked.on}", posts=(asked.area,))
    path = path_of(Coordinators, asked.area)
    puts = [Put((*h.path, "ended"), ended, keys_of(Tenure)) for h in held if h.tenure.ended is None and _lasts(h, day)]
    edits = (*puts, *_gone(registry, path, going, asked))
    if not edits:
        return change
    return change._replace(edits={path: edits}, remarks=(*_never(going), *_later(mine, going, day)))


def _lasts(holding: Holding, day: date) -> bool:
    """Tell whether a tenure would go on after a day."""
    return holding.tenure.term is None or holding.tenure.term.end != day


def _going(
    registry: Registry, record: Entry[Coordinators] | None, held: Sequence[Holding], day: date
) -> Sequence[Holding]:
    """Give the tenures by which the service of these would go on after the day."""
    found = (service for role in ROLES for service in services(registry, record, role))
    mine = [service for service in found if any(h in service for h in held)]
    return [h for service in mine for h in service if h.span and h.span.start > day and h.tenure.ended is None]


def _gone(registry: Registry, path: str, going: Sequence[Holding], asked: Terminate) -> Sequence[Edit]:
    """Take out what never begins, and keep it in corrections."""
    if not going:
        return ()
    was = data_of(registry, path)["tenures"]
    why = f"Its service ended on {asked.on}, before this began: {asked.reason}"
    source = f"notice of {asked.notified}"
    kept = [correction(path, "tenures", was[h.index], why, source) for h in going]
    return (*kept, *(Remove(h.path) for h in sorted(going, key=lambda h: -h.index)))


def _never(going: Sequence[Holding]) -> tuple[str, ...]:
    terms = listed([str(h.tenure.term or h.tenure.basis) for h in going]) if going else ""
    return (f"its tenure {terms} goes on from this one and never begins: a correction keeps it",) if going else ()


def _held(registry: Registry, asked: Terminate, mine: Sequence[Holding], day: date) -> Sequence[Holding]:
    """Give the tenures of the state that cover the day: of two roles at once both; else one that ended before it."""
    found = [h for h in mine if h.span and h.span.covers(day)] or [h for h in mine if _has_ended(h, day)][:1]
    if found:
        return found
    name, place = states(registry, [asked.state]), post(registry, asked.area)
    raise refused(f"{name} does not serve {place} on {day}", hint=f"cicareg show {asked.area} lists its tenures")


def _has_ended(holding: Holding, day: date) -> bool:
    """Tell whether a tenure would have covered the day, had it not been ended before."""
    if holding.tenure.ended is None:
        return False
    term, span = holding.tenure.term, holding.span
    return term.span.covers(day) if term else span is not None and span.start <= day


def _refuse_other(registry: Registry, holding: Holding, ended: Mapping[str, str], day: date, *, goes_on: bool) -> None:
    """Refuse a tenure that ended otherwise, or that ends on that day anyhow."""
    name, tenure = states(registry, [holding.tenure.state]), holding.tenure
    if tenure.ended is not None and _said(tenure.ended) != ended:
        raise refused(
            f"it is on record that {name} ended its service on {tenure.ended.on}",
            hint=f"to change that: cicareg correct {holding.post.id} {_other(holding, _said(tenure.ended), ended)}",
        )
    if tenure.ended is None and not _lasts(holding, day) and not goes_on:
        raise refused(f"the tenure {tenure.term} of {name} ends on {day} by itself: nothing needs to be recorded")


def _other(holding: Holding, said: Mapping[str, str], ended: Mapping[str, str]) -> str:
    """Give fact and value of the correction: the one key that differs, else how it ended as a whole."""
    fact = f"tenures/{holding.index + 1}/ended"
    differing = [key for key, value in ended.items() if said.get(key) != value]
    if len(differing) == 1 and said.keys() <= ended.keys():
        return f"{fact}/{differing[0]} {shlex.quote(ended[differing[0]])}"
    return f"{fact} {shlex.quote(json.dumps(dict(ended), ensure_ascii=False))}"


def _later(mine: Sequence[Holding], going: Sequence[Holding], day: date) -> tuple[str, ...]:
    """Say which tenures of the state on this post are to come all the same."""
    coming = [str(h.tenure.term or h.tenure.basis) for h in mine if h.span and h.span.start > day and h not in going]
    return (f"its tenure {', '.join(coming)} stays on record: end it too if it shall not begin",) if coming else ()


def _said(ended: Ended) -> dict[str, str]:
    pairs = (("on", ended.on), ("notified", ended.notified), ("note", ended.note), ("reason", ended.reason))
    return {key: str(value) for key, value in pairs if value is not None}


ACT = Act("terminate", Terminate, plan)
