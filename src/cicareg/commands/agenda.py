"""Show what a meeting has before it, as a provisional agenda with annotations."""

from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._desk import Desk
from cicareg.errors import Exit

GROUP = "Publish", 33


def run(
    ctx: typer.Context,
    meeting: Annotated[
        str,
        typer.Argument(
            metavar="MEETING",
            help="A meeting on record, or one to come: its organ and day, such as soc-2025-12-17.",
            autocompletion=_offers.meetings,
        ),
    ],
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="LANG", help="Language of the agenda (else English).", autocompletion=_offers.langs
        ),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="One of markdown, html, docx, pdf.",
            autocompletion=_offers.formats("document", "file"),
        ),
    ] = "markdown",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
    allow_missing: Annotated[
        bool, typer.Option("--allow-missing", help="Mark names and forms that the language lacks.")
    ] = False,
) -> Exit:
    """Show what a meeting has before it, as a provisional agenda.

    The items on record come first, as they stand. Then comes what else is for that organ: proposals and vacancies,
    tenures that end within a year, documents to be decided on, the review, silence procedures and departures, and
    reports since its last meeting; each with the paragraph it rests on, and the draft of a decision where there can
    be one. It shows what was on record, and due, on the day before the meeting, whatever day it is.

    \b
    Examples:
      cicareg agenda soc-2023-12-06
      cicareg agenda soc-2023-12-06 --lang kk --to docx -o agenda.docx
    """
    from cicareg.commands._publisher import Wanted
    from cicareg.commands._rendering import render_one

    desk: Desk = ctx.obj
    return render_one(desk, Wanted("agenda", meeting.lower(), None, lang, gaps=allow_missing), to, output, None)
