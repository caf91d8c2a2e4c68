"""Note a state's written intention to take a post."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands import _asking, _means
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk
from cicareg.errors import Exit

if TYPE_CHECKING:
    from cicareg.changes.propose import Propose
    from cicareg.registry import Registry

GROUP = "Record what was decided", 19


def run(
    ctx: typer.Context,
    area: opt.Area = None,
    coordinator: opt.Coordinators = None,
    co_coordinator: opt.CoCoordinators = None,
    term: opt.Term = None,
    notified: Annotated[
        str | None, typer.Option("--notified", metavar="DATE", help="Day of the written intention.")
    ] = None,
    note: opt.Note = None,
    via: opt.Via = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Note a state's written intention to take a post.

    It is pending until the state is appointed (`appoint` takes it up) or takes it back (`withdraw`). The rules say
    beforehand how an appointment would be judged.

    \b
    Examples:
      cicareg propose 3.8 --coordinator KGZ --term 2026-2027 --notified 2025-10-01 --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj
    complete = None not in (area, notified) and bool(coordinator or co_coordinator)

    def make(registry: "Registry") -> "Propose":
        from cicareg.changes.propose import Propose
        from cicareg.commands import _questions

        _questions.note(registry, note, _questions.optional_day(notified))  # before any question
        where = _questions.area(registry, area)
        leads, helps = _means.states(registry, coordinator), _means.states(registry, co_coordinator)
        if not leads and not helps and _asking.is_person():
            leads, helps = _questions.holders(registry)
        day = _questions.day(notified, "--notified", "Day of the written intention (such as 2025-10-01)")
        return Propose(
            area=where,
            notified=day,
            coordinators=leads,
            co_coordinators=helps,
            term=_questions.optional_term(term, ask=not complete and _asking.is_person()),
            note=_questions.note(registry, note, day, ask=not complete),
            via=via,
        )

    return perform(desk, "propose", make, How(dry_run, no_commit, yes, message, complete))
