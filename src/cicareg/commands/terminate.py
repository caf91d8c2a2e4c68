"""Record that a service ends early."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk
from cicareg.errors import Exit

if TYPE_CHECKING:
    from cicareg.changes.terminate import Terminate
    from cicareg.registry import Registry

GROUP = "Record what was decided", 17


def run(
    ctx: typer.Context,
    area: opt.Area = None,
    state: opt.State = None,
    on: Annotated[str | None, typer.Option("--on", metavar="LAST-DAY", help="The last day of its service.")] = None,
    notified: Annotated[
        str | None, typer.Option("--notified", metavar="DATE", help="Day of its notice to all Member States.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why it leaves.")] = None,
    note: opt.Note = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Record that a service ends before its term.

    All are told before it takes effect. The term that was agreed stays on record, with the day on which it ended
    and why.

    \b
    Examples:
      cicareg terminate 2.2 IND --on 2024-03-31 --notified 2024-03-01 --reason "Its ministry was dissolved." --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj

    def make(registry: "Registry") -> "Terminate":
        from cicareg.changes.terminate import Terminate
        from cicareg.commands import _questions

        _questions.note(registry, note, _questions.optional_day(notified))  # before any question
        where = _questions.area(registry, area)
        who = _questions.state(registry, state, where)
        last = _questions.day(on, "--on", "The last day of its service (such as 2024-03-31)")
        day = _questions.day(notified, "--notified", "The day of its notice to all Member States")
        return Terminate(
            area=where,
            state=who,
            on=last,
            notified=day,
            reason=_questions.words(reason, "--reason", "Why it leaves"),
            note=_questions.note(registry, note, day, ask=not complete),
        )

    complete = None not in (area, state, on, notified, reason)
    return perform(desk, "terminate", make, How(dry_run, no_commit, yes, message, complete))
