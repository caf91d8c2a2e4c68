"""Tell what took place about one thing, in its order, and who recorded it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, is_screen, width
from cicareg.errors import Exit
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.commands._register import Register

GROUP = "Look things up", 14


def run(
    ctx: typer.Context,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A state, area, meeting or document: id, number, name or alias, or an unambiguous part of one.",
            autocompletion=_offers.things,
        ),
    ],
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of text, markdown, json.",
            autocompletion=_offers.formats("timeline"),
        ),
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
) -> Exit:
    """Tell what took place, in its order, and who recorded it.

    Tenures, proposals, services as acting coordinator, departures, decisions and corrections that concern a state,
    area, meeting or document stand by the day on which they took place, each with what it rests on. With it stands
    the commit of the branch that first recorded it; what a later one altered or took out is told too, with the
    correction that says why. An entry is known again by what it says, wherever its line has moved and whatever its
    file was called.

    \b
    Examples:
      cicareg history 2.3
      cicareg history kaz
      cicareg history soc-2023-08-22 --format markdown
      cicareg history "road map" --format json
    """
    from cicareg.commands._formats import chosen
    from cicareg.commands._history import timelines
    from cicareg.commands._register import made

    desk: Desk = ctx.obj
    write = chosen(format_, lambda found: found.timeline)
    shown = Look(width(), desk.wants_color(), is_screen()) if output is None else Look(width())

    def make(register: "Register") -> str:
        found = timelines(register, id_, published=format_ != "text")
        return "\n".join(write(each, shown) for each in found)

    deliver(made(desk, make), output)
    return Exit.OK
