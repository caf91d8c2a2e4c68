"""Show what falls due."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, day_of, is_screen, width
from cicareg.errors import Exit, UsageError
from cicareg.look import Look

GROUP = "Look things up", 14
_DAYS = range(36_526)


def run(
    ctx: typer.Context,
    today: Annotated[
        str,
        typer.Option(
            "--today", metavar="DATE|today", help="The day that it is.", autocompletion=_offers.words("today")
        ),
    ] = "today",
    within: Annotated[
        int | None,
        typer.Option("--within", metavar="DAYS", help="Only what is overdue, or due within so many days."),
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(
            "--area", metavar="AREA", help="Only of this area; may be repeated.", autocompletion=_offers.areas
        ),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state",
            metavar="STATE",
            help="Only of this state; may be repeated.",
            autocompletion=_offers.states_by_code,
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", metavar="KIND", help="Only duties of this kind; may be repeated.", autocompletion=_offers.duties
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also what is met, has lapsed or does not apply, with the reason.")
    ] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of table, text, markdown, html, json, csv.",
            autocompletion=_offers.formats("table", "rows", "lines"),
        ),
    ] = "table",
    draft: Annotated[
        str | None,
        typer.Option(
            "--draft",
            metavar="ID",
            help="Write the next step of this duty as a draft instead; * in the place of the state is all who owe it.",
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="LANG", help="With --draft: its language (else English).", autocompletion=_offers.langs
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="With --draft: one of markdown, html, docx, pdf (else markdown).",
            autocompletion=_offers.formats("document", "file"),
        ),
    ] = None,
    allow_missing: Annotated[
        bool, typer.Option("--allow-missing", help="With --draft: mark names and forms that the language lacks.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
) -> Exit:
    """Show what falls due: who has to do what, and by when.

    Duties follow from the records, the law and the day: what is overdue, and what is open. In the table equal duties
    of many states are one row; the text has a sentence for each, with the paragraph, its strength and its status.
    What has no day is due as long as it stands. cicareg explain KIND tells how a kind of duty is counted.

    --draft writes the next step of one duty, named by its id (--format csv lists ids): a reminder note to the state
    that owes it, with the model of a request where it is an extension, or the draft of a decision for the organ. The
    draft of one who asked to go on is the decision. What is met, has lapsed or does not apply has no next step.

    \b
    Examples:
      cicareg due --today 2023-09-01
      cicareg due --today 2025-11-15 --within 60 --format text
      cicareg due --today 2023-09-01 --state russia --all
      cicareg due --kind request --format csv -o requests.csv
      cicareg due --today 2023-09-01 --draft "request/*/soc-2023-08-22-6" --lang ru
    """
    from cicareg.commands._due import Asked, carried, text
    from cicareg.commands._formats import chosen
    from cicareg.commands._publisher import Wanted
    from cicareg.commands._register import Register, answered
    from cicareg.commands._rendering import render_one
    from cicareg.storage.cache import Answer

    desk: Desk = ctx.obj
    if not today:
        raise UsageError("--today needs a value", hint="cicareg due --today 2023-09-01")
    given = {"--area": area, "--state": state, "--kind": kind, "--draft": None if draft is None else [draft]}
    empty = next((option for option, words in given.items() if words and not all(map(str.strip, words))), None)
    if empty:
        raise UsageError(f"{empty} needs a value", hint="an empty one would choose nothing")
    if draft is not None:
        _refuse_beside(
            {"--within": within, "--area": area, "--state": state, "--kind": kind, "--all": every}
            | {"--format (a draft has --to)": format_ != "table"}
        )
        return render_one(
            desk,
            Wanted("draft", draft.lower(), day_of(today), lang, gaps=allow_missing),
            to or "markdown",
            output,
            None,
        )
    if lang or to or allow_missing:
        raise UsageError("--lang, --to and --allow-missing belong to --draft", hint="cicareg due --draft ID --lang ru")
    if within is not None and within not in _DAYS:
        raise UsageError(f"--within is a number of days from 0 to {_DAYS[-1]}", hint="cicareg due --within 60")
    asked = Asked(day_of(today), within, tuple(area or ()), tuple(state or ()), tuple(kind or ()), every)
    write = chosen(format_, carried)
    shown = Look(width(), desk.wants_color(), is_screen()) if output is None else Look(width())

    def make(register: Register) -> Answer:
        return text(asked, write, shown, register)

    deliver(answered(desk, ("due", asked, format_, shown), make).text, output)
    return Exit.OK


def _refuse_beside(options: Mapping[str, object]) -> None:
    """Refuse what chooses among duties where one is named."""
    for option, value in options.items():
        if value is not None and value is not False:
            raise UsageError(f"{option} and --draft exclude each other", hint="--draft names the duty by its id")
