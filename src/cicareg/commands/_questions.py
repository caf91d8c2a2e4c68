"""The questions of acts, in plain words: each gives what was given, else asks the person at the terminal."""

from typing import TYPE_CHECKING

from cicareg.commands import _means
from cicareg.commands._asking import asked, is_person
from cicareg.names import did_you_mean

if TYPE_CHECKING:
    from cicareg.registry import Registry
    from cicareg.terms import Role

_NONE = "-"
_NO_TERM = (_NONE, "none")
_MOST = 40  # choices that are shown; of more, the person types a name


def area(registry: "Registry", given: str | None) -> str:
    """Give the id of an area."""
    from cicareg.questions.naming import any_name
    from cicareg.questions.posts import posts

    if given is not None:
        return _means.area(registry, given)
    found = posts(registry)
    choices = {post.number: any_name(post.area.record.short or post.name) for post in found}
    said = "Which area (its number, or part of its name)"
    return asked(
        None, "AREA", said, lambda typed: _means.area(registry, typed), choices if len(found) <= _MOST else None
    )


def state(registry: "Registry", given: str | None, area: str, question: str = "Which state (code or name)") -> str:
    """Give the code of a state; those that stand on the area are offered."""
    if given is not None:
        return _means.state(registry, given)
    return asked(None, "STATE", question, lambda typed: _means.state(registry, typed), _standing(registry, area))


def _standing(registry: "Registry", area: str) -> dict[str, str]:
    from cicareg.questions.holdings import holdings
    from cicareg.questions.naming import state_label
    from cicareg.questions.standing import standing
    from cicareg.records.coordinators import Coordinators

    post = registry.get(Coordinators, area)
    held = [h.tenure for h in standing(holdings(registry, post))] if post else []
    return {t.state: f"{state_label(registry, t.state)}, {t.role}{f', {t.term}' if t.term else ''}" for t in held}


def refuse_led(registry: "Registry", area: str, day: str) -> None:
    """Refuse an area where nobody can act on that day, before more is asked: it has a coordinator, or nobody at all."""
    from cicareg.changes.change import refused
    from cicareg.changes.naming import post, states

    serving, place = _serving(registry, area, day), post(registry, area)
    leads = tuple(state for state, role in serving if role == "coordinator")
    if leads:
        message = f"{states(registry, leads)} is coordinator of {place} on {day}: nobody acts while there is one"
        raise refused(message, hint="cicareg terminate records that a service ends")
    if not serving:
        raise refused(f"nobody serves {place} on {day}: only a co-coordinator may act", hint=f"cicareg show {area}")


def helper(registry: "Registry", given: str | None, area: str) -> str:
    """Give the code of the co-coordinator that acts; only co-coordinators are offered."""
    if given is not None:
        return _means.state(registry, given)
    found = {code: said for code, said in _standing(registry, area).items() if ", co-coordinator" in said}
    question = "Which co-coordinator acts (code or name)"
    return asked(None, "STATE", question, lambda typed: _means.state(registry, typed), found)


def consents(registry: "Registry", area: str, acting: str, day: str) -> tuple[str, ...]:
    """Ask which of the other co-coordinators of that day consented; where there are none, nobody is asked."""
    from cicareg.questions.naming import state_label

    others = _others(registry, area, acting, day)
    if not others:
        return ()
    codes = {str(number): code for number, code in enumerate(others, start=1)}

    def take(typed: str) -> tuple[str, ...]:
        parts = [codes.get(part.strip(), part) for part in typed.split(",")]
        return () if typed == _NONE else _means.states(registry, parts)

    question = f"Which of them consented (with commas between them; {_NONE} for none)"
    return asked(None, "--consent", question, take, {code: state_label(registry, code) for code in others})


def _others(registry: "Registry", area: str, acting: str, day: str) -> tuple[str, ...]:
    serving = _serving(registry, area, day)
    return tuple(dict.fromkeys(state for state, role in serving if role == "co-coordinator" and state != acting))


def _serving(registry: "Registry", area: str, day: str) -> tuple[tuple[str, str], ...]:
    """Give who serves an area on a day, each with the role."""
    from cicareg.questions.holdings import holdings
    from cicareg.records.coordinators import Coordinators
    from cicareg.terms import parse_day

    post, on = registry.get(Coordinators, area), parse_day(day)
    served = [h for h in (holdings(registry, post) if post else ()) if h.span and h.span.covers(on)]
    return tuple((h.tenure.state, h.tenure.role) for h in served)


def holders(registry: "Registry") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ask who becomes coordinator and who co-coordinator; one of the two may be nobody."""

    def take(typed: str) -> tuple[str, ...]:
        return () if typed == _NONE else _means.states(registry, [typed])

    leads = asked(None, "--coordinator", f"Coordinator (code or name; {_NONE} for none)", take)
    helps = asked(None, "--co-coordinator", f"Co-coordinators (with commas between them; {_NONE} for none)", take)
    return leads, helps


def term(given: str | None, question: str = "Tenure (such as 2026-2027)") -> str:
    """Give a term as it was stated."""
    from cicareg.changes.posts import term_of

    return asked(given, "--term", question, lambda typed: str(term_of(typed)))


def decision(registry: "Registry", given: str | None) -> str:
    """Give a decision as it is cited."""
    from cicareg.changes.deciding import reference

    question = "By which decision (MEETING/NUMBER, such as soc-2023-08-22/4)"
    return str(reference(registry, asked(given, "--decision", question, lambda typed: str(reference(registry, typed)))))


def day(given: str | None, option: str, question: str) -> str:
    """Give an ISO day, or that of `today`."""
    from cicareg.commands._desk import day_of

    return str(day_of(given)) if given is not None else asked(None, option, question, lambda typed: str(day_of(typed)))


def optional_day(given: str | None, option: str = "", question: str = "", *, ask: bool = False) -> str | None:
    """Give an ISO day that need not be given; it may be asked for all the same."""
    from cicareg.commands._desk import day_of

    if given is not None or not ask:
        return str(day_of(given)) if given is not None else None
    said = f"{question} (such as 2025-10-01; {_NONE} where it is not on record)"
    typed = asked(None, option, said, lambda typed: _NONE if typed == _NONE else str(day_of(typed)))
    return None if typed == _NONE else typed


def note(registry: "Registry", given: str | None, notified: str | None = None, *, ask: bool = False) -> str | None:
    """Give the note verbale that carried a notice, which need not be given; asked for where any can have done so."""
    from cicareg.errors import UsageError
    from cicareg.questions.naming import any_name
    from cicareg.records.document import Document

    if given is not None:
        return _means.note(registry, given, notified)
    known = _means.notes(registry, notified) if ask and is_person() else ()
    if not known:
        return None
    choices = {id_: any_name(found.record.title) for id_ in known if (found := registry.get(Document, id_))}

    def take(typed: str) -> str:
        if typed not in (*known, _NONE):
            _means.note(registry, typed, notified)
            raise UsageError(f"no note verbale {typed!r} on record{did_you_mean(typed, known)}")
        return typed

    question = f"The note verbale that carried that ({_NONE} where it is not on record)"
    typed = asked(None, "--note", question, take, choices if len(known) <= _MOST else None)
    return None if typed == _NONE else typed


def has_proposed(registry: "Registry", area: str, appointed: "tuple[tuple[str, Role], ...]") -> bool:
    """Tell whether a proposal of each of these is pending: the day of its intention is on record."""
    from cicareg.questions.pending import pending, proposed
    from cicareg.records.coordinators import Coordinators

    waiting = pending(registry, registry.get(Coordinators, area))
    return all(proposed(waiting, state, role, None) for state, role in appointed)


def appointed_term(given: str | None) -> str | None:
    """Give the term of an appointment as it was stated; None where the person says that none was."""
    return _or_none(given, f"Tenure (such as 2026-2027; {_NONE} where none is stated)")


def optional_term(given: str | None, *, ask: bool = False) -> str | None:
    """Give a term that need not be given; it may be asked for all the same."""
    if given is None and not ask:
        return None
    return _or_none(given, f"The tenure that it proposes (such as 2026-2027; {_NONE} where it proposes none)")


def _or_none(given: str | None, question: str) -> str | None:
    from cicareg.changes.posts import term_of

    def take(typed: str) -> str:
        return _NONE if typed.casefold() in _NO_TERM else str(term_of(typed))

    typed = take(given) if given is not None else asked(None, "--term", question, take)
    return None if typed == _NONE else typed


def refuse_none(typed: str) -> None:
    """Refuse the sign for none where something has to be said."""
    from cicareg.errors import UsageError

    if typed.strip() == _NONE:
        raise UsageError("this is needed")


def words(given: str | None, option: str, question: str) -> str:
    """Give a text that says something, and that a file may hold."""
    from cicareg.editing import EditError
    from cicareg.editing.scalars import checked
    from cicareg.errors import UsageError

    def take(typed: str) -> str:
        if not typed.strip():
            raise UsageError(f"{option} says nothing")
        try:
            checked(typed.strip())
        except EditError as error:
            raise UsageError(f"{option}: {error}", hint="type it anew, without that character") from None
        return typed.strip()

    def needed(typed: str) -> str:
        refuse_none(typed)
        return take(typed)

    return take(given) if given is not None else asked(None, option, question, needed)
