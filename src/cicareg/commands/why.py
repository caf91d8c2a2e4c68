"""Explain why one entry is on record."""

from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, is_screen, width
from cicareg.errors import Exit
from cicareg.look import Look

GROUP = "Look things up", 15


def run(
    ctx: typer.Context,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="AREA/STATE, AREA/N (N-th tenure), AREA/RULE (departure), MEETING/NUMBER, or as history names it.",
            autocompletion=_offers.things,
        ),
    ],
    format_: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="One of text, json.", autocompletion=_offers.formats("why")),
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
) -> Exit:
    """Explain why one entry is on record, and how the rules judge it.

    An entry is a tenure, a proposal, a service as acting coordinator, a departure, a decision, a correction. Told are
    the decision, list or source that it rests on, the commit that recorded it with its message (of an act with all
    that was asked), what was altered or put right since, and what every rule for such a record says of this entry,
    with its paragraph. Where a name stands for several entries, they are listed.

    \b
    Examples:
      cicareg why ict-security/3
      cicareg why 2.1/turkey
      cicareg why sme/one-coordinator
      cicareg why soc-2023-08-22/4 --format json
    """
    from cicareg.commands._formats import chosen
    from cicareg.commands._history import explained
    from cicareg.commands._register import made

    desk: Desk = ctx.obj
    write = chosen(format_, lambda found: found.why)
    shown = Look(width(), desk.wants_color(), is_screen()) if output is None else Look(width())
    deliver(made(desk, lambda register: write(explained(register, id_), shown)), output)
    return Exit.OK
