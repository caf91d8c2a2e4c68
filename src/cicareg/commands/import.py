"""Take over what others wrote in a table."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands import _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk, choice, put
from cicareg.errors import Exit, UsageError

if TYPE_CHECKING:
    from cicareg.changes.imports import Import
    from cicareg.registry import Registry

GROUP = "Record what was decided", 21


def run(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(metavar="WHAT", help="What the table holds: events.", autocompletion=_offers.words("events")),
    ],
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="A table, as CSV.")] = None,
    plan: Annotated[
        str | None,
        typer.Option(
            "--plan", metavar="DOCUMENT", help="The annual plan that they are for.", autocompletion=_offers.documents
        ),
    ] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--answers", metavar="MEETING/N", help="The request that they answer.", autocompletion=_offers.decisions
        ),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by", metavar="STATE", help="The state that submitted them.", autocompletion=_offers.states_by_code
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day on which they were submitted.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="SOURCE", help="Where this is written: a source and the place in it."),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="LANG", help="The language of the texts (else English).", autocompletion=_offers.langs
        ),
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="Print such a table with one event, and do nothing.")
    ] = False,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Record the events of a table that a state sent.

    A row is an event, and the head names the columns. There have to be a title and dates. Names of states, areas and
    dimensions, or their codes and numbers, are separated by semicolons. Delimiters, encodings and quotes are those of
    the usual programs. What cannot be read is told by line and column, all of it at once, and then nothing is
    recorded. An event gets its id from its title; one that is on record with this title and these dates is the same.

    \b
    Examples:
      cicareg import events --example

    \b
    Exit code:
      1  something in the table cannot be read
      4  refused: a rule, the state of the clone, a hook of git
    """
    from cicareg.commands._importing import Told, example_of, submitted

    desk: Desk = ctx.obj
    choice(what, ("events",), "table")
    if example:
        put(example_of(desk))
        return Exit.OK
    if file is None:
        raise UsageError("FILE is missing", hint="cicareg import events --example shows such a file")
    told = Told(file, plan, tuple(answers or ()), tuple(by or ()), on, source, lang)

    def make(registry: "Registry") -> "Import":
        return submitted(registry, told)

    return perform(desk, "import", make, How(dry_run, no_commit, yes, message))
