"""Correct what was recorded wrongly."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands import _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk
from cicareg.errors import Exit, UsageError

if TYPE_CHECKING:
    from cicareg.changes.correct import Correct
    from cicareg.registry import Registry

GROUP = "Put right", 22


def run(
    ctx: typer.Context,
    record: Annotated[
        str | None,
        typer.Argument(metavar="RECORD", help="An area, a meeting or a document.", autocompletion=_offers.things),
    ] = None,
    fact: Annotated[
        str | None,
        typer.Argument(metavar="FACT", help="The key in its file; of a list, counted from 1: tenures/3/term."),
    ] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help="What it shall say.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="It shall say nothing: the fact was none.")] = False,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why it is changed.")] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="TEXT", help="What that rests on: a decision, a source, a letter.")
    ] = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Change a fact that was recorded wrongly.

    The file keeps how it stood, why it was changed and on what that rests. What was not said before is only added.
    For what changed in the world there are other acts: a service that ends is ended, a new tenure is added.

    \b
    Examples:
      cicareg correct 2.3 tenures/3/term 2024-2026 --why "Misread." --source "doc-1016 annex" --dry-run
      cicareg correct soc-2023-08-22 form informal --why "Misread." --source "doc-1016 note verbale" --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj
    if remove and value is not None:
        raise UsageError("--remove and a value exclude each other")

    def make(registry: "Registry") -> "Correct":
        from cicareg.changes.correct import Correct
        from cicareg.commands import _kept_questions, _questions

        for given, option in ((why, "--why"), (source, "--source")):
            if given is not None:
                _questions.words(given, option, "")  # whoever is refused is not asked before
        what = _kept_questions.record(registry, record)
        said = _kept_questions.fact(registry, what, fact, gone=remove)
        return Correct(
            record=what,
            fact=said,
            value=None if remove else _kept_questions.value(registry, what, said, value),
            why=_questions.words(why, "--why", "Why it is changed"),
            source=_questions.words(source, "--source", "On what that rests (a decision, a source, a letter)"),
        )

    complete = None not in (record, fact, why, source) and (remove or value is not None)
    return perform(desk, "correct", make, How(dry_run, no_commit, yes, message, complete))
