"""Render what is published: the list, decisions, documents, notes, plans, and all that belongs to a meeting."""

from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._desk import Desk, choice, day_of
from cicareg.errors import Exit, UsageError

GROUP = "Publish", 31
_ONE = ("list", "decisions", "document", "note", "plan", "redline", "amendments")  # what becomes one file
_MANY = ("package", "documents")  # what becomes a folder of them
_COMPARED = ("redline", "amendments")  # what is made of two states of the list
_NAMED = ("decisions", "document", "note", "plan", "package", *_COMPARED)  # what needs an id


def run(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="One of list, decisions, document, note, plan, redline, amendments, package, documents.",
            autocompletion=_offers.words(*_ONE, *_MANY),
        ),
    ],
    id_: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="The meeting, document, note, or the plan or its year.",
            autocompletion=_offers.rendered,
        ),
    ] = None,
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="[B]",
            help="With redline and amendments, ID is side A of diff, and this B.",
            autocompletion=_offers.sides,
        ),
    ] = None,
    decided: Annotated[
        str | None,
        typer.Option(
            "--decided",
            metavar="MEETING",
            help="With list: after this meeting (else after the last).",
            autocompletion=_offers.meetings,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE|today", help="With list: who serves on this day."),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="LANG", help="Language of the document (else English).", autocompletion=_offers.langs
        ),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="One of markdown, html, docx, pdf; a package takes several, with commas.",
            autocompletion=_offers.formats("document", "file"),
        ),
    ] = "markdown",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE|DIR", help="Write to a file or a folder.")
    ] = None,
    check: Annotated[
        Path | None, typer.Option("--check", metavar="FILE|DIR", help="Compare with what is published instead.")
    ] = None,
    restricted: Annotated[
        bool,
        typer.Option(
            "--restricted", help="Render the document, and the events of a plan, even where they are restricted."
        ),
    ] = False,
    allow_missing: Annotated[
        bool, typer.Option("--allow-missing", help="Mark names and forms that the language lacks.")
    ] = False,
) -> Exit:
    """Render what is published: the list, decisions, papers, plans.

    A package is all that belongs to a meeting: its notes verbales, decisions, annexed list and documents, with an
    index; documents are all that have a body on record; an annual plan is composed of its events. A redline is the
    list as it is at one side, with what differs from another struck and underlined; amendments are the sentences by
    which a decision makes one of the other: both take the sides of diff. The same register gives the same bytes. The
    words come from templates/ beside registry/, else from the packaged templates. What is restricted is never part of
    a folder.

    \b
    Examples:
      cicareg render list --decided soc-2023-08-22
      cicareg render decisions soc-2023-08-22 --lang ru
      cicareg render list --lang kk --to docx -o list-kk.docx
      cicareg render amendments soc-2023-08-22 --lang ru
      cicareg render redline 2023-08-21 2023-08-22 --to docx -o redline.docx
      cicareg render package soc-2023-08-22 --to markdown,pdf -o package

    \b
    Exit code:
      1  what --check compares differs from what the register says
    """
    from cicareg.commands._publisher import Wanted
    from cicareg.commands._rendering import render_many, render_one

    desk: Desk = ctx.obj
    choice(what, (*_ONE, *_MANY), "document")
    if other is not None and what not in _COMPARED:
        raise UsageError(f"{what} takes one id at the most", hint="cicareg render --help")
    if (id_ is None) != (what not in _NAMED):
        needs = f"cicareg render {what} ID" if what in _NAMED else f"cicareg render {what}"
        raise UsageError(f"{what} needs the id" if id_ is None else f"{what} takes no id", hint=needs)
    if what != "list" and (decided or on):
        raise UsageError("--decided and --on belong to the list", hint="cicareg render list --decided MEETING")
    if decided and on:
        raise UsageError("--decided and --on exclude each other", hint="take one of them")
    if output is not None and check is not None:
        raise UsageError("-o and --check exclude each other", hint="write the file, or compare it: take one")
    if restricted and what not in ("document", "note", "plan"):
        raise UsageError(
            "--restricted belongs to one document, note or plan", hint="what is restricted enters no folder"
        )
    if what in _COMPARED and id_ is not None:
        return _compared(desk, what, (id_, other), (lang, to, output, check), gaps=allow_missing)
    meeting = decided.lower() if decided else None
    day = day_of(on) if on else None
    wanted = Wanted(what, id_.lower() if id_ else meeting, day, lang, restricted, allow_missing)
    if what in _MANY:
        formats = tuple(dict.fromkeys(part.strip() for part in to.split(",")))
        return render_many(desk, wanted, formats, output, check)
    return render_one(desk, wanted, to, output, check)


def _compared(
    desk: Desk,
    what: str,
    sides: tuple[str, str | None],
    how: tuple[str | None, str, Path | None, Path | None],
    *,
    gaps: bool,
) -> Exit:
    """Render what is made of two sides of a comparison."""
    from cicareg.commands._publisher import Wanted
    from cicareg.commands._rendering import render_one
    from cicareg.commands._sides import NOW, side

    lang, to, output, check = how
    wanted = Wanted(what, None, None, lang, gaps=gaps, sides=(side(sides[0]), side(sides[1] or NOW)))
    return render_one(desk, wanted, to, output, check)
