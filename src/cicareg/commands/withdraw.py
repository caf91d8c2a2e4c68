"""Record that a state takes back its proposal."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands import _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk
from cicareg.errors import Exit

if TYPE_CHECKING:
    from cicareg.changes.withdraw import Withdraw
    from cicareg.registry import Registry

GROUP = "Record what was decided", 20


def run(
    ctx: typer.Context,
    area: opt.Area = None,
    state: opt.State = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            help="Only its proposal as coordinator, or as co-coordinator; left out, all that are pending.",
            autocompletion=_offers.words("coordinator", "co-coordinator"),
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day on which the state took it back.")
    ] = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Record that a state takes back its proposal.

    The proposal stays on record, with the day on which it was withdrawn.

    \b
    Examples:
      cicareg withdraw --help

    \b
    Exit code:
      4  refused: no such proposal, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj

    def make(registry: "Registry") -> "Withdraw":
        from cicareg.changes.withdraw import Withdraw
        from cicareg.commands import _kept_questions, _questions

        where = _questions.area(registry, area)
        who, what = _kept_questions.proposal(registry, state, role, where, ask=on is None)
        return Withdraw(
            area=where,
            state=who,
            on=_questions.day(on, "--on", "The day on which it took it back"),
            role=what,
        )

    complete = None not in (area, state, on)
    return perform(desk, "withdraw", make, How(dry_run, no_commit, yes, message, complete))
