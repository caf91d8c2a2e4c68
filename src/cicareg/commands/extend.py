"""Record an extension."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands._acting import How, perform
from cicareg.commands._asking import is_person
from cicareg.commands._desk import Desk
from cicareg.errors import Exit

if TYPE_CHECKING:
    from cicareg.changes.extend import Extend
    from cicareg.registry import Registry

GROUP = "Record what was decided", 16


def run(
    ctx: typer.Context,
    area: opt.Area = None,
    state: opt.State = None,
    term: opt.Term = None,
    decision: opt.Decision = None,
    notified: Annotated[
        str | None, typer.Option("--notified", metavar="DATE", help="Day on which the state asked for it.")
    ] = None,
    note: opt.Note = None,
    departure: opt.Departures = None,
    place: opt.Place = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Record that a service is extended.

    It goes on in the role that it has.

    The new tenure begins on the day after the last one, which stays as it is. It is asked for before that ends, and
    the organ approves it.

    \b
    Examples:
      cicareg extend 2.3 RUS --term 2026-2027 --decision soc-2025-12-17/5 --notified 2025-11-03 --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj

    complete = None not in (area, state, term, decision)

    def make(registry: "Registry") -> "Extend":
        from cicareg.changes.extend import Extend
        from cicareg.commands import _questions

        _questions.note(registry, note, _questions.optional_day(notified))  # before any question
        where = _questions.area(registry, area)
        who = _questions.state(registry, state, where)
        span = _questions.term(term, "The new tenure (such as 2026-2027)")
        cited = _questions.decision(registry, decision)
        ask = not complete and is_person()
        day = _questions.optional_day(notified, "--notified", "Day on which it asked for that", ask=ask)
        return Extend(
            area=where,
            state=who,
            term=span,
            decision=cited,
            notified=day,
            note=_questions.note(registry, note, day, ask=not complete),
            departures=tuple(departure or ()),
            place=place,
        )

    return perform(desk, "extend", make, How(dry_run, no_commit, yes, message, complete))
