"""Show the list of posts and who holds them, the documents, or the meetings."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver, deliver_file, refuse_screen
from cicareg.commands._desk import Desk, choice, day_of, is_screen, width
from cicareg.errors import Exit, UsageError
from cicareg.look import Look

GROUP = "Look things up", 11
_STATUSES = (  # those of questions.status, as they are typed
    "draft",
    "under-consideration",
    "recommended",
    "adopted",
    "endorsed",
    "approved",
    "preliminarily-approved",
    "superseded",
)
_LISTS = ("posts", "documents", "meetings")


def run(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="[WHAT]",
            help="One of posts, documents, meetings.",
            show_default=False,
            autocompletion=_offers.words(*_LISTS),
        ),
    ] = "posts",
    decided: Annotated[
        str | None,
        typer.Option(
            "--decided",
            metavar="MEETING",
            help="The list as it stood after this meeting.",
            autocompletion=_offers.meetings,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar="DATE|today", help="Who serves on this day.", autocompletion=_offers.words("today")
        ),
    ] = None,
    pending: Annotated[
        bool, typer.Option("--pending", help="Who proposes itself, where nothing was decided on it yet.")
    ] = False,
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="WHAT", help="Group by area or by state.", autocompletion=_offers.words("area", "state")
        ),
    ] = "area",
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="Of the documents, those of this status, such as draft or adopted.",
            autocompletion=_offers.words(*_STATUSES),
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="LANG", help="Language of names and heads (else English).", autocompletion=_offers.langs
        ),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of table, markdown, html, json, csv, xlsx.",
            autocompletion=_offers.formats("listing", "table", "workbook"),
        ),
    ] = "table",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
) -> Exit:
    """Show who holds which post; list documents and meetings.

    Without an option it is the list of posts as last decided; --decided gives it as it stood after a meeting,
    --on tells who serves on a day, --pending who proposes itself. The status of a document is what the decisions
    on record made it.

    \b
    Examples:
      cicareg list
      cicareg list --decided soc-2023-08-22
      cicareg list --on 2024-06-30 --by state
      cicareg list --pending
      cicareg list --lang ru --format markdown
      cicareg list documents --status recommended
      cicareg list meetings
      cicareg list --format xlsx -o list.xlsx
    """
    from cicareg.commands._formats import chosen
    from cicareg.commands._listing import Asked, carried, text, workbook
    from cicareg.commands._register import answered, made

    desk: Desk = ctx.obj
    if "" in (decided, on):
        raise UsageError("--decided and --on need a value", hint="an empty one says neither meeting nor day")
    if sum(map(bool, (decided, on, pending))) > 1:
        raise UsageError("--decided, --on and --pending exclude each other", hint="take one of them")
    _refuse_foreign(choice(what, _LISTS, "list"), status, posts=bool(decided or on or pending or by != "area"))
    if status is not None:
        status = choice(status.replace(" ", "-"), _STATUSES, "status")
    by_state = choice(by, ("area", "state"), "grouping") == "state"
    meeting, day = decided.lower() if decided else None, day_of(on) if on else None
    asked = Asked(what, meeting, day, pending, by_state, status, lang)
    write = chosen(format_, partial(carried, what))
    if write.workbook:
        refuse_screen(output, write.suffix)
        deliver_file(made(desk, partial(workbook, asked, write)), output)
        return Exit.OK
    shown = Look(width(), desk.wants_color(), is_screen()) if output is None else Look(width())
    deliver(answered(desk, ("list", asked, format_, shown), partial(text, asked, write, shown)).text, output)
    return Exit.OK


def _refuse_foreign(what: str, status: str | None, *, posts: bool) -> None:
    """Refuse an option of another list."""
    if posts and what != "posts":
        raise UsageError("--decided, --on, --pending and --by belong to the list of posts", hint="cicareg list --help")
    if status is not None and what != "documents":
        raise UsageError("--status belongs to the list of documents", hint="cicareg list documents --status draft")
