"""Record an appointment."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands import _means, _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk
from cicareg.errors import Exit

if TYPE_CHECKING:
    from cicareg.changes.appoint import Appoint
    from cicareg.registry import Registry

GROUP = "Record what was decided", 15


def run(
    ctx: typer.Context,
    area: opt.Area = None,
    coordinator: opt.Coordinators = None,
    co_coordinator: opt.CoCoordinators = None,
    term: Annotated[
        str | None,
        typer.Option(
            "--term",
            metavar="TERM",
            help="The tenure: 2026-2027, 2026-03/2028-02 or 2026-03-15/2028-03-14; `none` where none is stated.",
        ),
    ] = None,
    decision: opt.Decision = None,
    notified: Annotated[
        str | None, typer.Option("--notified", metavar="DATE", help="Day of the written intention.")
    ] = None,
    note: opt.Note = None,
    via: opt.Via = None,
    replaces: Annotated[
        list[str] | None,
        typer.Option(
            "--replaces",
            metavar="STATE",
            help="Leaves the post by this; may be repeated.",
            autocompletion=_offers.states_by_code,
        ),
    ] = None,
    departure: opt.Departures = None,
    place: opt.Place = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Record whom a decision appoints to an area.

    It shows who stands there before and after, what each rule says, what falls due and which lines change; then it
    asks, and commits exactly that. A meeting or decision that is not on record is added from the citation.
    Recording the same again changes nothing.

    \b
    Examples:
      cicareg appoint 2.3 --coordinator RUS --term 2026-2027 --decision soc-2025-12-17/5 --dry-run
      cicareg appoint sme --co-coordinator "Sri Lanka" --term 2026-2027 --decision soc-2025-12-17/6 --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    from cicareg.commands import _asking

    desk: Desk = ctx.obj

    complete = None not in (area, term, decision) and bool(coordinator or co_coordinator)
    may_ask = _asking.is_person() and not yes  # of who serves there in the other role, only the register tells

    def make(registry: "Registry") -> "Appoint":
        from dataclasses import replace

        from cicareg.changes.appoint import Appoint
        from cicareg.commands import _kept_questions, _questions

        _questions.note(registry, note, _questions.optional_day(notified))  # before any question
        where = _questions.area(registry, area)
        leads, helps = _means.states(registry, coordinator), _means.states(registry, co_coordinator)
        if not leads and not helps and _asking.is_person():
            leads, helps = _questions.holders(registry)
        known = Appoint(
            area=where,
            term=_questions.appointed_term(term),
            decision=_questions.decision(registry, decision),
            coordinators=leads,
            co_coordinators=helps,
            via=via,
            replaces=_means.states(registry, replaces),
            departures=tuple(departure or ()),
            place=place,
        )
        ask = not complete and _asking.is_person() and not _questions.has_proposed(registry, where, known.appointed)
        day = _questions.optional_day(notified, "--notified", "Day of the written intention", ask=ask)
        known = replace(known, notified=day, note=_questions.note(registry, note, day, ask=ask and bool(day)))
        return _kept_questions.leaving(registry, known) if may_ask else known

    return perform(desk, "appoint", make, How(dry_run, no_commit, yes, message, complete and not may_ask))
