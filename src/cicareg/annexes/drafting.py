"""The next step of a duty: which one it is, and for whom."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from cicareg.deadlines.all_duties import duties
from cicareg.deadlines.duty import Duty, state_on
from cicareg.errors import UsageError
from cicareg.names import did_you_mean
from cicareg.questions.extending import ending, request_for
from cicareg.questions.naming import whose_label
from cicareg.records.state import State
from cicareg.registry import Registry

ANY = "*"  # stands for any one part of an id
_REMINDED = frozenset(
    {"concept-paper", "report", "contribution", "request", "paper-lapses", "consideration", "extension"}
)
_PROPOSED = frozenset({"vacancy", "review", "annual-plan", "departure"})
_LISTED = "cicareg due --all --format csv lists the ids"


class Step(NamedTuple):
    """The next step: a reminder to those who owe, or a proposal to the organ that decides."""

    sort: Literal["reminder", "proposal"]
    duties: tuple[Duty, ...]


def next_step(registry: Registry, wanted: str, today: date) -> Step:
    """Give the next step of a duty by its id; with a part that is `*`, of all equal duties that are still owed.

    UsageError where there is no such duty, or nothing is left to do about it.
    """
    found = _found(registry, wanted.lower(), today)
    if len(found) == 1 and _is_requested(registry, found[0], today):
        return Step("proposal", found)
    left = _owed(found, today)
    duty = left[0]
    if duty.duty in _PROPOSED:
        return Step("proposal", left)
    if duty.duty not in _REMINDED:
        known = ", ".join(sorted(_REMINDED | _PROPOSED))
        raise UsageError(f"nothing is drafted for a duty of the kind {duty.duty}", hint=f"for these: {known}")
    if duty.duty == "consideration" and duty.after and today <= duty.after:  # until then the paper may be approved
        raise UsageError(f"{duty.id} falls due after {duty.after}: there is no next step before", hint=_LISTED)
    for one in left:
        if one.who != "chairmanship" and registry.get(State, one.who) is None:
            message = f"{one.id} is for the {whose_label(registry, one.who)}: there is nobody to remind"
            raise UsageError(message, hint="cicareg agenda MEETING brings it before the organ")
    return Step("reminder", left)


def _found(registry: Registry, wanted: str, today: date) -> tuple[Duty, ...]:
    known = duties(registry, today)
    parts = wanted.split("/")
    found = tuple(duty for duty in known if _fits(parts, duty.id.split("/")))
    if not found:
        guess = did_you_mean(wanted, [duty.id for duty in known])
        raise UsageError(f"no duty {wanted} has arisen by {today}{guess}", hint=_LISTED)
    if len({duty._replace(id="", who="", met=None, void=None, ends=None, since=None) for duty in found}) > 1:
        several = ", ".join(duty.id for duty in found[:3])
        raise UsageError(f"{wanted} is more than one duty: {several} …", hint="a * may stand for the state only")
    return found


def _fits(parts: Sequence[str], own: Sequence[str]) -> bool:
    return len(parts) == len(own) and all(part in (ANY, mine) for part, mine in zip(parts, own, strict=True))


def _owed(found: tuple[Duty, ...], today: date) -> tuple[Duty, ...]:
    """Give those that are open or overdue; UsageError says why there is none."""
    left = tuple(duty for duty in found if state_on(duty, today) in ("open", "overdue"))
    if left:
        return left
    duty = found[0]
    if len(found) > 1:
        raise UsageError(f"none of these {len(found)} duties is open on {today}", hint=_LISTED)
    raise UsageError(f"{duty.id} {_ended(duty, today)}: there is no next step", hint=_LISTED)


def _ended(duty: Duty, today: date) -> str:
    match state_on(duty, today):
        case "met":
            return f"is met by {duty.met.by}" if duty.met else "is met"
        case "lapsed":
            return f"has lapsed after {duty.ends or duty.by}"
        case _:
            return f"does not apply ({duty.void})"


def _is_requested(registry: Registry, duty: Duty, today: date) -> bool:
    """Tell whether a state asked to go on and nothing was decided on it yet."""
    if duty.duty != "extension" or duty.area is None or state_on(duty, today) != "met":
        return False
    held = ending(registry, duty.area, duty.who, duty.by)
    return held is not None and request_for(registry, duty.area, duty.who, held.tenure.role, today) is not None
