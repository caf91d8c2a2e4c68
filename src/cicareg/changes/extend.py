"""Extend the service of a state by a tenure that adjoins its last one (Modalities 1.12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cicareg.changes.appoint import Appoint
from cicareg.changes.appoint import plan as appoint
from cicareg.changes.change import Act, Change, refused
from cicareg.changes.naming import post, states
from cicareg.changes.posts import area_on_record, coordinators_of, term_of
from cicareg.errors import CicaregError, UsageError
from cicareg.questions.holdings import Holding, holdings
from cicareg.registry import Registry
from cicareg.terms import Term, next_day


@dataclass(frozen=True, slots=True)
class Extend:
    """Whose service is extended, by which term and decision; `notified` is the day of the request."""

    area: str
    state: str
    term: str
    decision: str
    notified: str | None = None
    note: str | None = None
    departures: tuple[str, ...] = ()
    place: str | None = None


def plan(registry: Registry, asked: Extend) -> Change:
    """Appoint the state anew in the role that it has, from the day after its last tenure."""
    area_on_record(registry, asked.area)
    term = term_of(asked.term)
    extended = _extended(registry, asked, term)
    coordinator = extended.tenure.role == "coordinator"
    known = any(
        (t.state, t.role, str(t.term), t.decision) == (asked.state, extended.tenure.role, asked.term, asked.decision)
        for t in extended.post.record.tenures
    )
    appointed = Appoint(
        area=asked.area,
        term=asked.term,
        decision=asked.decision,
        coordinators=(asked.state,) if coordinator else (),
        co_coordinators=() if coordinator else (asked.state,),
        notified=asked.notified,
        note=asked.note,
        via=None if known else extended.tenure.via,  # what is on record says it, or does not
        departures=asked.departures,
        place=asked.place,
    )
    name = f"{states(registry, [asked.state])} as {extended.tenure.role} of {post(registry, asked.area)}"
    return appoint(registry, appointed)._replace(subject=f"Extend {name} for {asked.term}")


def _extended(registry: Registry, asked: Extend, term: Term) -> Holding:
    """Give the tenure that the term adjoins; refused where there is none."""
    record = coordinators_of(registry, asked.area)
    served = [h for h in (holdings(registry, record) if record else ()) if h.tenure.state == asked.state and h.span]
    if not served:
        name, place = states(registry, [asked.state]), post(registry, asked.area)
        raise refused(
            f"{name} does not serve {place}: there is nothing to extend", hint="cicareg appoint records a new service"
        )
    found = next((h for h in served if _adjoins(h, term)), None)
    if found is None:
        raise _not_adjoining(registry, asked, served)
    return found


def _adjoins(holding: Holding, term: Term) -> bool:
    end = holding.span.end if holding.span else None
    return end is not None and holding.ends_by == "term" and next_day(end) == term.start


def _not_adjoining(registry: Registry, asked: Extend, served: Sequence[Holding]) -> CicaregError:
    last = max(served, key=lambda h: (h.span.start if h.span else date.min, h.index))
    name = states(registry, [asked.state])
    end = last.span.end if last.span else None
    if last.tenure.term is None and end is None:
        message = f"the tenure of {name} has no stated end, so nothing adjoins it"
        return refused(message, hint="cicareg appoint records the tenure that was decided now")
    if end is None or last.ends_by != "term":
        return refused(
            f"the service of {name} ended early: there is nothing to extend", hint="cicareg appoint records a new one"
        )
    begins = next_day(end)
    return UsageError(
        f"an extension begins on {begins}, the day after the tenure {last.tenure.term} of {name}",
        hint=f"--term {begins}/LAST-DAY, or in years or months that begin there",
    )


ACT = Act("extend", Extend, plan)
