"""The questions about what is on record already: which proposal, which record, which of its facts."""

from dataclasses import replace
from typing import TYPE_CHECKING

from cicareg.commands import _means
from cicareg.commands._asking import agreed, asked
from cicareg.commands._questions import words

if TYPE_CHECKING:
    from cicareg.changes.appoint import Appoint
    from cicareg.errors import CicaregError
    from cicareg.registry import Registry


def proposal(
    registry: "Registry", given: str | None, role: str | None, area: str, *, ask: bool
) -> tuple[str, str | None]:
    """Give the state whose proposal is meant, and the role (None: all of its); the pending ones are offered.

    Where more is to be asked, nothing is where none is pending.
    """
    from cicareg.questions.naming import state_label
    from cicareg.questions.pending import pending
    from cicareg.records.coordinators import Coordinators

    code = _means.state(registry, given) if given is not None else None
    if code is not None and not ask:
        return code, role
    waiting = [p for p in pending(registry, registry.get(Coordinators, area)) if role in (None, p.role)]
    if not any(code in (None, p.state) for p in waiting):
        raise _none_pending(registry, area, code, role)
    if code is not None:
        return code, role
    choices = {
        f"{p.state}/{p.role}": f"{state_label(registry, p.state)}{f', {p.term}' if p.term else ''}, of {p.notified}"
        for p in waiting
    }

    def take(typed: str) -> tuple[str, str | None]:
        code, slash, what = typed.partition("/")
        return _means.state(registry, code), what.strip() if slash else role

    return asked(None, "STATE", "Which state (code or name)", take, choices)


def _none_pending(registry: "Registry", area: str, state: str | None, role: str | None) -> "CicaregError":
    from cicareg.changes.change import refused
    from cicareg.changes.naming import post, states

    whose = f" of {states(registry, [state])}" if state else ""
    what = f" as {role}" if role else ""
    message = f"no proposal{whose}{what} for {post(registry, area)} is pending"
    return refused(message, hint="cicareg list --pending shows all")


def record(registry: "Registry", given: str | None) -> str:
    """Give the id of an area, a meeting or a document."""
    if given is not None:
        return _means.record(registry, given)
    return asked(None, "RECORD", "Which area, meeting, document or event", lambda typed: _means.record(registry, typed))


def fact(registry: "Registry", record: str, given: str | None, *, gone: bool) -> str:
    """Give a fact of a record; one that shall go may be gone already."""
    from cicareg.changes.correct import check_fact

    question = "Which fact (a key; of a list counted from 1: tenures/3/term)"

    def take(typed: str) -> str:
        said = words(typed, "FACT", question)
        check_fact(registry, record, said, gone=gone)
        return said

    return take(given) if given is not None else asked(None, "FACT", question, take)


def value(registry: "Registry", record: str, fact: str, given: str | None) -> str:
    """Give what a fact shall say."""
    from cicareg.changes.correct import check_value

    def take(typed: str) -> str:
        said = words(typed, "VALUE", "")
        check_value(registry, record, fact, said)
        return said

    return take(given) if given is not None else asked(None, "VALUE", "What it shall say", take)


def leaving(registry: "Registry", known: "Appoint") -> "Appoint":
    """Ask of each state that serves there in the other role whether it leaves that by this: it has one at a time."""
    from cicareg.changes.deciding import reference
    from cicareg.changes.posts import term_of
    from cicareg.questions.naming import post_label, state_label
    from cicareg.questions.other_role import days_of, other_role

    term = term_of(known.term) if known.term else None
    days = days_of(term.span if term else None, reference(registry, known.decision).day)
    for state, role in known.appointed:
        held = other_role(registry, known.area, (state, role), days)
        if held is None or state in known.replaces:
            continue
        name, place = state_label(registry, state), post_label(registry, known.area)
        if agreed(f"{name} is {held} of {place}. Does it leave that role by this?"):
            known = replace(known, replaces=(*known.replaces, state))
    return known


def meeting(registry: "Registry", given: str | None) -> str:
    """Give a meeting by organ and day, on record or not."""
    from cicareg.changes.deciding import meeting_of

    def take(typed: str) -> str:
        return meeting_of(registry, typed).meeting

    question = "Which meeting (its organ and day, such as soc-2026-12-01)"
    return take(given) if given is not None else asked(None, "MEETING", question, take)
