"""All duties of a register: found by their kinds, cited, each with an id of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from cicareg.collect import collect
from cicareg.deadlines.duty import Duty
from cicareg.deadlines.kind import Arises, DutyKind, Inquiry, Over
from cicareg.deadlines.settings import rests_on, thresholds_of
from cicareg.questions.known import known_on
from cicareg.questions.posts import post_of, posts, top
from cicareg.questions.status import citation, in_force_since
from cicareg.records.document import Document
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry


@cache
def kinds_of_duty() -> Mapping[str, DutyKind]:
    """Give every kind of duty by name, sorted."""
    found = collect("cicareg.deadlines", DutyKind, nested=True)
    return {kind.name: kind for kind in sorted(found, key=lambda kind: kind.name)}


def duties(registry: Registry, until: date) -> tuple[Duty, ...]:
    """Give all duties of a register that arise by a day, met and void ones too, in the order of their days.

    What was decided or notified later is not known on that day. A kind whose demand is not on record here makes none.
    """
    known = known_on(registry, until)
    found = (duty for kind in kinds_of_duty().values() for duty in _of_kind(known, kind, until))
    return tuple(sorted((d for d in found if d.since is None or d.since <= until), key=lambda duty: duty.order))


def duties_of_post(registry: Registry, area: str) -> tuple[Duty, ...]:
    """Give the duties of one post that its own record makes, whenever they arise."""
    post = post_of(registry, area)
    kinds = [kind for kind in kinds_of_duty().values() if kind.over is Over.POST and post is not None]
    found = (duty for kind in kinds for duty in _made(registry, kind, [post], date.max))
    return tuple(sorted(found, key=lambda duty: duty.order))


def _of_kind(registry: Registry, kind: DutyKind, until: date) -> Iterator[Duty]:
    return _made(registry, kind, _subjects(registry, kind.over), until)


def _subjects(registry: Registry, over: Over) -> Iterable[Any]:
    match over:
        case Over.POST:
            return posts(registry)
        case Over.DOCUMENT:
            return (entry for entry in registry.of(Document) if entry.record.counts)
        case Over.MEETING:
            return registry.of(Meeting)
        case Over.REGISTER:
            return (top(registry),)


def _made(registry: Registry, kind: DutyKind, subjects: Iterable[Any], until: date) -> Iterator[Duty]:
    demand = rests_on(registry, kind)
    cites = citation(registry, demand) if demand else None
    if demand and cites is None:
        return
    law = (demand or "").partition("/")[0]
    since = in_force_since(registry, law)
    ask, seen = Inquiry(registry, kind.name, thresholds_of(registry, kind), law, until), Counter[str]()
    for subject in subjects:
        for duty in kind.derive(ask, subject):
            seen[duty.id] += 1
            again = f"-{seen[duty.id]}" if seen[duty.id] > 1 else ""
            yield _bound(kind, duty._replace(id=duty.id + again, cites=cites), since)


def _bound(kind: DutyKind, duty: Duty, since: date | None) -> Duty:
    """Void what arose before the text that it rests on was in force."""
    day = duty.since if kind.arises is Arises.FIRST else duty.day
    if since is None or day is None or day >= since or duty.cites is None:
        return duty
    return duty._replace(met=None, ends=None, void=f"{duty.cites.law} is in force from {since} only")
