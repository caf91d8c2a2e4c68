"""The parameters that acts have in common."""

from typing import Annotated

import typer

from cicareg.commands import _offers

Area = Annotated[
    str | None,
    typer.Argument(metavar="AREA", help="An area: id, number (2.3) or name.", autocompletion=_offers.areas),
]
State = Annotated[
    str | None,
    typer.Argument(metavar="STATE", help="A state: code, name or alias.", autocompletion=_offers.states_by_code),
]
Coordinators = Annotated[
    list[str] | None,
    typer.Option(
        "--coordinator",
        metavar="STATE",
        help="Becomes coordinator; may be repeated.",
        autocompletion=_offers.states_by_code,
    ),
]
CoCoordinators = Annotated[
    list[str] | None,
    typer.Option(
        "--co-coordinator",
        metavar="STATE",
        help="Becomes co-coordinator; may be repeated.",
        autocompletion=_offers.states_by_code,
    ),
]
Term = Annotated[
    str | None,
    typer.Option("--term", metavar="TERM", help="The tenure: 2026-2027, 2026-03/2028-02 or 2026-03-15/2028-03-14."),
]
Decision = Annotated[
    str | None,
    typer.Option(
        "--decision",
        metavar="MEETING/N",
        help="The deciding paragraph, such as soc-2023-08-22/4.",
        autocompletion=_offers.decisions,
    ),
]
Departures = Annotated[
    list[str] | None,
    typer.Option(
        "--departure",
        metavar="RULE=REASON",
        help="A rule that the organ knowingly departed from; may be repeated.",
        autocompletion=_offers.rules,
    ),
]
Place = Annotated[
    str | None,
    typer.Option("--place", metavar="PLACE", help="Where the meeting was held, if it is not on record yet."),
]
Note = Annotated[
    str | None,
    typer.Option(
        "--note",
        metavar="DOCUMENT",
        help="The note verbale that carried the notice, where it is on record.",
        autocompletion=_offers.notes,
    ),
]
Via = Annotated[
    str | None, typer.Option("--via", metavar="BODY", help="The ministry or agency that acts for the state.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")]
NoCommit = Annotated[bool, typer.Option("--no-commit", help="Write the files, and leave the commit to you.")]
Message = Annotated[
    str | None, typer.Option("--message", metavar="TEXT", help="What else the history shall say of it.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask: record it if the rules allow it.")]
