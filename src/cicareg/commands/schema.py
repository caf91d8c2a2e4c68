"""Describe the files of a register."""

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver, deliver_all
from cicareg.commands._desk import Desk, choice
from cicareg.errors import Exit, UsageError

GROUP = "Set up", 41

_KINDS = ("registry", "states", "area", "coordinators", "meeting", "document", "law")


def run(
    ctx: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help=f"One of {', '.join(_KINDS)}.", autocompletion=_offers.words(*_KINDS)),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Write all kinds, one file each, to the folder of -o.")] = False,
    live: Annotated[
        bool, typer.Option("--live", help="Enumerate meetings, decisions, documents and demands too.")
    ] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of json (JSON Schema), markdown.",
            autocompletion=_offers.formats("kind"),
        ),
    ] = "json",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="PATH", help="Write to a file (with --all: to a folder) instead."),
    ] = None,
) -> Exit:
    """Describe the files of a kind, for editors or as a page.

    The schema (draft 7) enumerates what acts do not add: the register's states, areas, dimensions, organs, sources and
    languages; the rest is told by its looks, unless --live. Outside a register everything is told so. A page
    is the same everywhere.

    \b
    Examples:
      cicareg schema coordinators
      cicareg schema --all -o schemas
      cicareg schema --all -o docs/records --format markdown
    """
    from cicareg.commands._formats import chosen
    from cicareg.commands._register import open_register
    from cicareg.schemas.describing import describe
    from cicareg.schemas.offers import NOTHING, offers
    from cicareg.schemas.schema import by_name
    from cicareg.storage.locating import NoRegisterError

    desk: Desk = ctx.obj
    kinds = by_name()
    write, form = chosen(format_, lambda found: found.kind and (found.kind, found))
    if (kind is None) != every:
        raise UsageError("name one kind, or --all of them", hint=f"there are: {', '.join(kinds)}")
    if live and form.name == "markdown":
        raise UsageError("a page enumerates nothing, so --live has no use for it", hint="cicareg schema KIND --live")
    if every and output is None:
        raise UsageError("--all needs a folder", hint="cicareg schema --all -o schemas")
    if kind is not None:
        kinds = {kind: kinds[choice(kind, tuple(kinds), "kind")]}
    offered = NOTHING
    with contextlib.suppress(NoRegisterError):
        register = open_register(desk)
        register.warn()
        offered = offers(register.registry, live=live)
    described = {name: describe(found, offered) for name, found in kinds.items()}
    texts = {name: write(page) for name, page in described.items()}
    if every and output is not None:
        gists = {name: page.prose.partition("\n")[0] for name, page in described.items()}
        deliver_all(texts, output, form, "Kinds of record", gists)
    else:
        deliver("".join(texts.values()), output)
    return Exit.OK
