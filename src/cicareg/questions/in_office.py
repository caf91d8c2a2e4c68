"""Who serves in which post on a day, and who are members."""

from datetime import date

from cicareg.questions.holdings import holdings
from cicareg.questions.posts import Post
from cicareg.questions.serving import acting_spans
from cicareg.records.state import State
from cicareg.registry import Registry
from cicareg.terms import Role


def in_office(registry: Registry, post: Post, day: date, role: Role | None = None) -> tuple[str, ...]:
    """Give the states that serve on a day, in one role or in any, in the order decided; who acts is a coordinator."""
    if post.coordinators is None:
        return ()
    held = holdings(registry, post.coordinators)
    states = [h.tenure.state for h in held if role in (None, h.tenure.role) and h.span and h.span.covers(day)]
    if role != "co-coordinator":
        states += [acting.state for _, acting, span in acting_spans(post.coordinators, held) if span.covers(day)]
    return tuple(dict.fromkeys(states))


def members_on(registry: Registry, day: date) -> tuple[str, ...]:
    """Give the states that are members in the year of a day: both years of a membership belong to it."""
    return tuple(entry.id for entry in registry.of(State) if is_member(entry.record, day))


def is_member(state: State, day: date) -> bool:
    """Tell whether a state is a member in the year of a day."""
    since, until = state.member_since, state.member_until
    return since is not None and since.year <= day.year and (until is None or day.year <= until.year)
