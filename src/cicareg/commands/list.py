"""Show the list of posts and who holds them."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._desk import Desk, choice, day_of, is_screen, put, width
from cicareg.errors import Exit, UsageError
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.storage.cache import Answer

GROUP = "Look things up", 11


def run(
    ctx: typer.Context,
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
            help="One of table, markdown, json, csv.",
            autocompletion=_offers.formats("listing", "table"),
        ),
    ] = "table",
) -> Exit:
    """Show who holds which post.

    Without an option it is the list as last decided; --decided gives it as it stood after a meeting, --on
    tells who serves on a day, --pending who proposes itself.

    \b
    Examples:
      cicareg list
      cicareg list --decided soc-2023-08-22
      cicareg list --on 2024-06-30 --by state
      cicareg list --pending
      cicareg list --lang ru --format markdown
    """
    from cicareg.commands._register import answered

    desk: Desk = ctx.obj
    if "" in (decided, on):
        raise UsageError("--decided and --on need a value", hint="an empty one says neither meeting nor day")
    if sum(map(bool, (decided, on, pending))) > 1:
        raise UsageError("--decided, --on and --pending exclude each other", hint="take one of them")
    by_state = choice(by, ("area", "state"), "grouping") == "state"
    day = day_of(on) if on else None
    meeting = decided.lower() if decided else None
    shown = Look(width(), desk.wants_color(), is_screen())

    def make(register: "Register") -> "Answer":
        from cicareg.annexes.overview import overview
        from cicareg.commands._formats import chosen
        from cicareg.commands._words import language, words_of
        from cicareg.questions.listing import as_decided, on_day, still_pending

        write = chosen(format_, lambda found: found if found.listing or found.table else None)
        register.warn()
        registry, spoken = register.registry, language(register, lang)
        words = words_of(register, spoken)
        if pending:
            listing = still_pending(registry, spoken, by_state=by_state)
            if not listing.posts:
                register.say("cicareg: no proposal is pending")
        elif day is None:
            listing = as_decided(registry, spoken, meeting, by_state=by_state)
        else:
            listing = on_day(registry, spoken, day, by_state=by_state)
        if write.listing:
            return register.answer(write.listing(listing))
        return register.answer(write.table(overview(listing, words), shown) if write.table else "")

    put(answered(desk, ("list", meeting, day, pending, by, lang, format_, shown), make).text)
    return Exit.OK
