"""Produce what is published."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, choice, put, tell
from cicareg.errors import CicaregError, Exit, UsageError
from cicareg.visible import visible_line

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.storage.cache import Answer

GROUP = "Publish", 31


def run(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="What to render: list, the annexed list of coordinators.",
            autocompletion=_offers.words("list"),
        ),
    ],
    decided: Annotated[
        str | None,
        typer.Option(
            "--decided",
            metavar="MEETING",
            help="After this meeting (else after the last).",
            autocompletion=_offers.meetings,
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="LANG", help="Language of the document (else English).", autocompletion=_offers.langs
        ),
    ] = None,
    to: Annotated[
        str,
        typer.Option("--to", metavar="FORMAT", help="Only markdown.", autocompletion=_offers.formats("document")),
    ] = "markdown",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
    check: Annotated[
        Path | None, typer.Option("--check", metavar="FILE", help="Compare with a published file instead.")
    ] = None,
) -> Exit:
    """Render the list as the annex of a decision.

    The same register gives the same bytes. The words come from templates/ beside registry/, else from the
    packaged templates.

    \b
    Examples:
      cicareg render list --decided soc-2023-08-22
      cicareg render list --lang kk -o list-kk.md
      cicareg render list --lang kk --check list-kk.md

    \b
    Exit code:
      1  the file of --check differs from what the register says
    """
    from cicareg.commands._register import answered

    desk: Desk = ctx.obj
    choice(what, ("list",), "document")
    if output is not None and check is not None:
        raise UsageError("-o and --check exclude each other", hint="write the file, or compare it: take one")
    meeting = decided.lower() if decided else None
    text = answered(desk, ("render", what, meeting, lang, to), partial(_list, meeting, lang, to)).text
    if check is not None:
        return compare(check, text)
    deliver(text, output)
    return Exit.OK


def _list(meeting: str | None, told: str | None, to: str, register: "Register") -> "Answer":
    """Make the annexed list after a meeting, or the last there is."""
    from cicareg.annexes.coordinators_list import annex_data
    from cicareg.annexes.filling import fill
    from cicareg.commands._formats import chosen
    from cicareg.commands._limits import bounded
    from cicareg.commands._words import language, templates_of, words_of
    from cicareg.questions.listing import latest_list

    write = chosen(to, lambda found: found.document)
    register.warn()
    register.refuse_unread()
    meeting = meeting or latest_list(register.registry)
    if meeting is None:
        raise CicaregError(
            "no meeting on record appointed anybody or annexed a list", hint="there is nothing to render"
        )
    lang = language(register, told)
    data = annex_data(register.registry, meeting, words_of(register, lang), lang)
    templates = templates_of(register, lang)
    with bounded(f"the template list.html ({lang})"):
        return register.answer(write(fill(templates, "list.html", data, lang)))


def compare(path: Path, text: str) -> Exit:
    """Say whether a published file still says what the register says, and where not."""
    import difflib

    from cicareg.commands._limits import bounded
    from cicareg.storage.output import read_published

    published = read_published(path)
    shown = visible_line(str(path))
    if published == text.encode("utf-8"):
        tell(f"{shown}: says what the register says")
        return Exit.OK
    with bounded(f"comparing {shown}"):
        old = published.decode("utf-8", "surrogateescape").split("\n")  # so that a carriage return is seen
        lines = difflib.unified_diff(old, text.split("\n"), str(path), "the register", lineterm="", n=1)
        said = "".join(visible_line(line) + "\n" for line in lines)
    put(said)
    tell(f"{shown}: no longer says what the register says")
    return Exit.FINDINGS
