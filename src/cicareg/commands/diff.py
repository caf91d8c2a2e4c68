"""Show what differs in meaning between two states of the register."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, is_screen, width
from cicareg.commands._sides import NOW, remembered, side
from cicareg.errors import Exit, UsageError
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.storage.cache import Answer

_REDLINES = ("html", "docx", "pdf")  # the same as render redline
GROUP = "Look things up", 14


def run(
    ctx: typer.Context,
    before: Annotated[
        str,
        typer.Argument(
            metavar="A",
            help="A day or a meeting; on:DATE, at:REV or file:PATH.",
            show_default=False,
            autocompletion=_offers.sides,
        ),
    ],
    after: Annotated[
        str,
        typer.Argument(
            metavar="[B]",
            help="The same (else the register as it is).",
            show_default=False,
            autocompletion=_offers.sides,
        ),
    ] = NOW,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of text, markdown, json; as a redline html, docx, pdf.",
            autocompletion=_offers.formats("difference"),
        ),
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="LANG", help="Language of a redline (else English).", autocompletion=_offers.langs
        ),
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where anything differs.")] = False,
) -> Exit:
    """Show what differs between two states of the register.

    What is compared is what they mean, not how they are written. A day (2023-08-22) is the list as decided by the end
    of that day, a meeting the list as it decided; on:DATE is who serves on that day; at:REV is what was on record in a
    commit, branch or tag, or at the end of a day. file:PATH is a published list: JSON, CSV, Markdown, HTML or Word, or
    a Word annex of somebody else; what cannot be read of it is named with its place. What only one side says is not
    compared, and named once. A redline is the list itself, with what is gone struck and what is new underlined.

    \b
    Examples:
      cicareg diff 2023-08-21 2023-08-22
      cicareg diff soc-2023-08-22 on:2024-06-30
      cicareg diff at:HEAD
      cicareg diff 2023-08-21 2023-08-22 --format markdown
      cicareg diff 2023-08-21 2023-08-22 --format docx -o redline.docx

    \b
    Exit code:
      1  with --exit-code: something differs
      3  something cannot be read or written; of a list, what could be read is compared
    """
    from cicareg.commands._publisher import Wanted
    from cicareg.commands._register import answered
    from cicareg.commands._rendering import render_one

    desk: Desk = ctx.obj
    sides = side(before), side(after)
    if format_ in _REDLINES and exit_code:
        raise UsageError("--exit-code belongs to text, markdown and json", hint="cicareg diff A B --exit-code")
    if format_ in _REDLINES:
        return render_one(desk, Wanted("redline", None, None, lang, sides=sides), format_, output, None)
    if lang is not None:
        raise UsageError("--lang belongs to a redline", hint="cicareg diff A B --lang ru --format docx -o FILE")
    shown = Look(width(), desk.wants_color(), is_screen()) if output is None else Look(width())
    make = partial(_answer, desk, sides, format_, shown)
    answer = answered(desk, ("diff", sides, format_, shown), make, memory=all(map(remembered, sides)))
    deliver(answer.text, output)
    return Exit(answer.code) if exit_code or answer.code != Exit.FINDINGS else Exit.OK


def _answer(desk: Desk, sides: tuple[str, str], format_: str, look: Look, register: "Register") -> "Answer":
    from cicareg.commands._formats import chosen
    from cicareg.commands._sides import compared_sides

    write = chosen(format_, lambda found: found.difference)
    shown, whole = compared_sides(desk, register, sides)
    code = Exit.FINDINGS if shown.compared.difference else Exit.OK
    return register.answer(write(shown, look), code if whole else Exit.UNREADABLE)
