"""Show which posts are filled, and who holds how many."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, choice, day_of, is_screen, width
from cicareg.errors import Exit, UsageError
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.formats.format import Format
    from cicareg.storage.cache import Answer

GROUP = "Look things up", 13


class Asked(NamedTuple):
    """Of which list, and by what."""

    meeting: str | None
    day: date | None
    by: str


def run(
    ctx: typer.Context,
    decided: Annotated[
        str | None,
        typer.Option(
            "--decided", metavar="MEETING", help="As it stood after this meeting.", autocompletion=_offers.meetings
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE|today", help="As it is on this day.", autocompletion=_offers.words("today")),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="WHAT", help="By area or by state.", autocompletion=_offers.words("area", "state")
        ),
    ] = "area",
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of table, markdown, html, json, csv.",
            autocompletion=_offers.formats("table", "rows"),
        ),
    ] = "table",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
) -> Exit:
    """Show at a glance which posts are filled, and who holds how many.

    By area: who leads and who helps, with vacancies by dimension. By state: a sign for each post, and how many it
    holds; states without a post are named. Without an option it is the list as last decided.

    \b
    Examples:
      cicareg coverage
      cicareg coverage --by state
      cicareg coverage --on 2024-06-30
      cicareg coverage --by state --decided soc-2023-08-22 --format csv
    """
    from cicareg.commands._formats import chosen
    from cicareg.commands._register import answered

    desk: Desk = ctx.obj
    if "" in (decided, on):
        raise UsageError("--decided and --on need a value", hint="an empty one says neither meeting nor day")
    if decided and on:
        raise UsageError("--decided and --on exclude each other", hint="take one of them")
    choice(by, ("area", "state"), "grouping")
    asked = Asked(decided.lower() if decided else None, day_of(on) if on else None, by)
    write = chosen(format_, lambda found: found if found.table or found.rows else None)
    shown = Look(width(), desk.wants_color(), is_screen()) if output is None else Look(width())

    def make(register: "Register") -> "Answer":
        return register.answer(_text(asked, write, shown, register))

    deliver(answered(desk, ("coverage", asked, format_, shown), make).text, output)
    return Exit.OK


def _text(asked: Asked, write: "Format", shown: Look, register: "Register") -> str:
    """Make a text of it."""
    from cicareg.annexes.coverage import areas_rows, areas_table, states_rows, states_table
    from cicareg.commands._words import language
    from cicareg.questions.coverage import coverage
    from cicareg.questions.listing import as_decided, on_day

    register.warn()
    registry, lang = register.registry, language(register, None)
    listing = on_day(registry, lang, asked.day) if asked.day else as_decided(registry, lang, asked.meeting)
    found = coverage(registry, listing)
    if write.rows:
        return write.rows(areas_rows(found) if asked.by == "area" else states_rows(found))
    table = areas_table(found) if asked.by == "area" else states_table(found)
    return write.table(table, shown) if write.table else ""
