"""Show the list of posts and who holds them, the documents, the meetings, or the events."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver, deliver_file, refuse_screen
from cicareg.commands._desk import Desk, choice, day_of, is_screen, width
from cicareg.commands._events import STATUSES, Filters
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
_LISTS = ("posts", "documents", "meetings", "events")


def run(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="[WHAT]",
            help="One of posts, documents, meetings, events.",
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
    at: Annotated[
        str | None, typer.Option("--at", metavar="REV|DATE", help="The list as it was on record then.")
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
            help="Of the documents or events, those of this status, such as draft, adopted or held.",
            autocompletion=_offers.words(*_STATUSES, *STATUSES),
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="YEAR", min=1945, max=2200, help="Of the events, those of this year."),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option("--area", metavar="AREA", help="Of the events, those of this area.", autocompletion=_offers.areas),
    ] = None,
    dimension: Annotated[
        str | None,
        typer.Option("--dimension", metavar="DIMENSION", help="Of the events, those of this dimension and its areas."),
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(
            "--state",
            metavar="STATE",
            help="Of the events, those that this state organises or proposed.",
            autocompletion=_offers.states_by_code,
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
    """Show who holds which post; list documents, meetings and events.

    Without an option it is the list of posts as last decided; --decided gives it as it stood after a meeting,
    --on tells who serves on a day, --pending who proposes itself. The status of a document is what the decisions
    on record made it.

    Two questions are kept apart: --decided and --on ask what held when, by all that is on record; --at asks what was
    on record when, and goes with both. REV is what git calls a commit: a branch, a tag, HEAD~1. A DATE is the last
    commit on the line of the branch by the end of that day, by UTC, so that the answer is the same everywhere; a
    branch or tag of that name is heads/NAME or tags/NAME.

    \b
    Examples:
      cicareg list
      cicareg list --decided soc-2023-08-22
      cicareg list --on 2024-06-30 --by state
      cicareg list --pending
      cicareg list --at 2026-12-31
      cicareg list --on today --at HEAD~1
      cicareg list --lang ru --format markdown
      cicareg list documents --status recommended
      cicareg list meetings
      cicareg list events --year 2023 --status held
      cicareg list --format xlsx -o list.xlsx
    """
    from cicareg.commands._formats import chosen
    from cicareg.commands._listing import Asked, carried, text, workbook
    from cicareg.commands._register import answered, made, open_at

    desk: Desk = ctx.obj
    if "" in (decided, on, at):
        raise UsageError("--decided, --on and --at need a value", hint="an empty one says neither meeting nor day")
    if sum(map(bool, (decided, on, pending))) > 1:
        raise UsageError("--decided, --on and --pending exclude each other", hint="take one of them")
    _refuse_foreign(choice(what, _LISTS, "list"), status, posts=bool(decided or on or pending or by != "area"))
    if status is not None:
        status = choice(status.replace(" ", "-"), STATUSES if what == "events" else _STATUSES, "status")
    filters = Filters(year, area, dimension, state, status)
    filters.refuse_foreign(what)
    by_state = choice(by, ("area", "state"), "grouping") == "state"
    meeting, day = decided.lower() if decided else None, day_of(on) if on else None
    asked = Asked(what, meeting, day, pending, by_state, status, lang, filters)
    write = chosen(format_, partial(carried, what))
    if write.workbook:
        refuse_screen(output, write.suffix)
        book = partial(workbook, asked, write)
        deliver_file(book(open_at(desk, at)) if at else made(desk, book), output)
        return Exit.OK
    shown = Look(width(), desk.wants_color(), is_screen()) if output is None else Look(width())
    make = partial(text, asked, write, shown)
    answer = make(open_at(desk, at)) if at else answered(desk, ("list", asked, format_, shown), make)
    deliver(answer.text, output)
    return Exit.OK


def _refuse_foreign(what: str, status: str | None, *, posts: bool) -> None:
    """Refuse an option of another list."""
    if posts and what != "posts":
        raise UsageError("--decided, --on, --pending and --by belong to the list of posts", hint="cicareg list --help")
    if status is not None and what not in ("documents", "events"):
        raise UsageError(
            "--status belongs to the lists of documents and of events", hint="cicareg list documents --status draft"
        )
