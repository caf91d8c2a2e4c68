"""Record that a co-coordinator acts as coordinator."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands import _means, _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._asking import is_person
from cicareg.commands._desk import Desk
from cicareg.errors import Exit

if TYPE_CHECKING:
    from cicareg.changes.act import ActAs
    from cicareg.registry import Registry

GROUP = "Record what was decided", 18


def run(
    ctx: typer.Context,
    area: opt.Area = None,
    state: opt.State = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day on which it acts.")] = None,
    consent: Annotated[
        list[str] | None,
        typer.Option(
            "--consent",
            metavar="STATE",
            help="A co-coordinator that consented; may be repeated.",
            autocompletion=_offers.states_by_code,
        ),
    ] = None,
    notified: Annotated[
        str | None, typer.Option("--notified", metavar="DATE", help="Day on which the states were told of it.")
    ] = None,
    note: opt.Note = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Record that a co-coordinator acts as coordinator.

    One may while there is none; all other co-coordinators of the area have to consent. It ends with the next
    appointment of a coordinator, which needs no further command.

    \b
    Examples:
      cicareg act 3.8 KGZ --from 2024-03-01 --consent TUR --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj

    complete = None not in (area, state, from_) and bool(consent or yes)

    def make(registry: "Registry") -> "ActAs":
        from cicareg.changes.act import ActAs
        from cicareg.commands import _questions

        _questions.note(registry, note, _questions.optional_day(notified))  # before any question
        where = _questions.area(registry, area)
        day = _questions.day(from_, "--from", "From which day (such as 2024-03-01)")
        if not complete and is_person():
            _questions.refuse_led(registry, where, day)
        who = _questions.helper(registry, state, where)
        ask = not consent and not complete and is_person()
        return ActAs(
            area=where,
            state=who,
            from_=day,
            consent=_questions.consents(registry, where, who, day) if ask else _means.states(registry, consent),
            notified=_questions.optional_day(notified),
            note=note,
        )

    return perform(desk, "act", make, How(dry_run, no_commit, yes, message, complete))
