"""Describe the files of a register."""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import as_files, compare_all, deliver, deliver_all
from cicareg.commands._desk import Desk, choice, typed
from cicareg.errors import Exit, UsageError

if TYPE_CHECKING:
    from cicareg.description import Description
    from cicareg.records.base import Kind

GROUP = "Set up", 41

_KINDS = ("registry", "states", "area", "coordinators", "meeting", "document", "event", "law")


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
    check: Annotated[
        Path | None, typer.Option("--check", metavar="DIR", help="With --all: compare with the files of a folder.")
    ] = None,
) -> Exit:
    """Describe the files of a kind, for editors or as a page.

    The schema (draft 7) enumerates what acts do not add: the register's states, areas, dimensions, organs, sources and
    languages; the rest is told by its looks, unless --live. Outside a register everything is told so. A page
    is the same everywhere. --check tells whether a folder still holds what --all would write to it: after a
    change of the register, or with a newer cicareg, it may not.

    \b
    Examples:
      cicareg schema coordinators
      cicareg schema --all -o schemas
      cicareg schema --all --check schemas
      cicareg schema --all -o docs/records --format markdown

    \b
    Exit code:
      1  a file in the folder of --check is stale, missing or superfluous
    """
    from cicareg.commands._formats import chosen
    from cicareg.schemas.schema import by_name

    desk: Desk = ctx.obj
    kinds = by_name()
    write, form = chosen(format_, lambda found: found.kind and (found.kind, found))
    if (kind is None) != every:
        raise UsageError("name one kind, or --all of them", hint=f"there are: {', '.join(kinds)}")
    if live and form.name == "markdown":
        raise UsageError("a page enumerates nothing, so --live has no use for it", hint="cicareg schema KIND --live")
    if check is not None and (output is not None or not every):
        raise UsageError("--check goes with --all, and not with -o", hint="cicareg schema --all --check schemas")
    if kind is not None:
        described = {kind: kinds[choice(kind, tuple(kinds), "kind")]}
        deliver("".join(map(write, _described(desk, described, live=live).values())), output)
        return Exit.OK
    folder = check or output
    if folder is None:
        raise UsageError("--all needs a folder", hint="cicareg schema --all -o schemas")
    pages = _described(desk, kinds, live=live)
    gists = {name: page.prose.partition("\n")[0] for name, page in pages.items()}
    files = as_files({name: write(page) for name, page in pages.items()}, form, "Kinds of record", gists)
    if check is not None:
        same = compare_all(files, folder, form.suffix, _writing(desk, folder, format_, live=live))
        return Exit.OK if same else Exit.FINDINGS
    deliver_all(files, folder)
    return Exit.OK


def _described(desk: Desk, kinds: "Mapping[str, Kind]", *, live: bool) -> "dict[str, Description]":
    """Describe kinds, by what the register at hand offers where there is one."""
    from cicareg.commands._register import open_register
    from cicareg.schemas.describing import describe
    from cicareg.schemas.offers import NOTHING, offers
    from cicareg.storage.locating import NoRegisterError

    offered = NOTHING
    with contextlib.suppress(NoRegisterError):
        register = open_register(desk)
        register.warn()
        offered = offers(register.registry, live=live)
    return {name: describe(found, offered) for name, found in kinds.items()}


def _writing(desk: Desk, folder: Path, format_: str, *, live: bool) -> str:
    """Give the command that writes the files of a folder anew."""
    told = f" -C {typed(desk.folder)}" if desk.folder else ""
    how = f"{' --live' * live}{f' --format {format_}' * (format_ != 'json')}"
    return f"cicareg{told} schema --all{how} -o {typed(folder)}"
