"""Give what is on record to other programs: a calendar."""

from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, choice, day_of
from cicareg.errors import Exit

GROUP = "Publish", 33
_WHAT = ("ics",)


def run(
    ctx: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help="One of ics (a calendar).", autocompletion=_offers.words(*_WHAT))
    ],
    area: Annotated[
        str | None, typer.Option("--area", metavar="AREA", help="Of this area only.", autocompletion=_offers.areas)
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(
            "--state",
            metavar="STATE",
            help="What this state owes, with all meetings.",
            autocompletion=_offers.states_by_code,
        ),
    ] = None,
    today: Annotated[
        str,
        typer.Option("--today", metavar="DATE", help="As known on this day.", autocompletion=_offers.words("today")),
    ] = "today",
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="LANG", help="Language of the titles.", autocompletion=_offers.langs),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
    allow_missing: Annotated[bool, typer.Option("--allow-missing", help="Mark names that the language lacks.")] = False,
) -> Exit:
    """Give meetings, events and duties as a calendar.

    Mail programs and telephones take it in, or subscribe to where it is published. Each entry keeps its id: a new
    export moves what was corrected, and adds nothing twice. What is done stays, and says so.

    \b
    Examples:
      cicareg export ics -o cica.ics
      cicareg export ics --area 2.3 -o ict.ics
      cicareg export ics --state kaz --lang ru --allow-missing -o kaz.ics
    """
    from cicareg.commands._exporting import Wanted, calendar
    from cicareg.commands._register import answered

    desk: Desk = ctx.obj
    choice(what, _WHAT, "export")
    wanted = Wanted(area, state, day_of(today), lang, allow_missing)
    deliver(answered(desk, ("export", what, wanted), lambda register: calendar(wanted, register)).text, output)
    return Exit.OK
