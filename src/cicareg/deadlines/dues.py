"""Which duties somebody asked for, with their states and names."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from cicareg.deadlines.all_duties import duties
from cicareg.deadlines.duty import Duty, State, state_on
from cicareg.dues import DueLine, Dues
from cicareg.questions.naming import dimension_label, post_label, whose_label
from cicareg.questions.posts import Post, post_of, top
from cicareg.records.state import State as StateRecord
from cicareg.registry import Registry


class Wanted(NamedTuple):
    """Which duties are wanted: of these areas, states and kinds (none: of all), and how far ahead.

    `within` is a number of days: only what is due until then, besides what is overdue. With `every`, also what is
    met, has lapsed or does not apply.
    """

    areas: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    within: int | None = None
    every: bool = False


def dues(registry: Registry, today: date, wanted: Wanted) -> Dues:
    """Give the duties asked for as they stand on a day, in the order of their days."""
    posts = [post for area in wanted.areas if (post := post_of(registry, area))]
    shown: list[DueLine] = []
    others: list[DueLine] = []
    for duty in duties(registry, today):
        state = state_on(duty, today)
        if state is not None and _asked(duty, wanted, posts):
            (shown if _shows(duty, state, today, wanted) else others).append(_line(registry, duty, state))
    return Dues(today, tuple(shown), tuple(others))


def _asked(duty: Duty, wanted: Wanted, posts: Collection[Post]) -> bool:
    if wanted.kinds and duty.duty not in wanted.kinds:
        return False
    if wanted.states and duty.who not in wanted.states:
        return False
    return not wanted.areas or any(duty.area == p.id or duty.dimension == p.dimension.id for p in posts)


def _shows(duty: Duty, state: State, today: date, wanted: Wanted) -> bool:
    if state not in ("open", "overdue") and not wanted.every:
        return False
    if wanted.within is None or state == "overdue" or duty.day is None:  # what has no day is due as long as it stands
        return True
    return duty.day - today <= timedelta(days=wanted.within)


def _line(registry: Registry, duty: Duty, state: State) -> DueLine:
    number, name = _where(registry, duty)
    return DueLine(
        id=duty.id,
        duty=duty.duty,
        state=state,
        who=duty.who,
        whose=whose_label(registry, duty.who),
        is_state=registry.get(StateRecord, duty.who) is not None,
        what=duty.what,
        area=duty.area,
        dimension=duty.dimension,
        number=number,
        area_name=name,
        since=duty.since,
        by=duty.by,
        after=duty.after,
        decision=duty.decision,
        about=duty.about,
        cites=duty.cites,
        met_by=duty.met.by if duty.met and state == "met" else None,
        met_on=duty.met.on if duty.met and state == "met" else None,
        because=_because(duty, state),
    )


def _where(registry: Registry, duty: Duty) -> tuple[str, str]:
    """Give number and name of the area or the dimension that a duty is of."""
    post = post_of(registry, duty.area) if duty.area else None
    if post is not None:
        return post.number, post_label(registry, post.id)
    for dimension in top(registry).dimensions:
        if dimension.id == duty.dimension:
            return str(dimension.number), dimension_label(registry, dimension.id)
    return "", ""


def _because(duty: Duty, state: State) -> str | None:
    if state == "not-applicable":
        return duty.void
    return f"not met by {duty.ends or duty.by}" if state == "lapsed" else None
