"""Show the templates in use, and copy one out for editing."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._desk import Desk, is_screen, put, put_bytes, tell, width
from cicareg.errors import Exit, UsageError
from cicareg.look import Look
from cicareg.visible import visible

if TYPE_CHECKING:
    from cicareg.storage.stock import Stocked

GROUP = "Publish", 32


def run(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A template, such as list.html: prints the one in use.")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="LANG", help="Only this language.", autocompletion=_offers.langs),
    ] = None,
    copy: Annotated[
        bool, typer.Option("--copy", help="Copy the packaged one to templates/ beside registry/, to be edited.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Exit 1 where a copy lags behind a newer default.")] = False,
) -> Exit:
    """Show the templates in use, and copy one out for editing.

    What is published is made of packaged templates, each overridden by the register's own of the same name. A copy
    says which default it was made from: one that lags behind a newer default is named. base.docx holds the looks of
    Word files: styles, margins, header and footer.

    \b
    Examples:
      cicareg templates
      cicareg templates note.html --lang en
      cicareg templates note.html --lang ru --copy
      cicareg templates base.docx --copy

    \b
    Exit code:
      1  with --check: a copy lags behind a newer default
    """
    from cicareg.commands._register import open_register
    from cicareg.questions.posts import top
    from cicareg.storage.stock import copy_out, in_use, stock
    from cicareg.storage.templates import is_for_all

    desk: Desk = ctx.obj
    register = open_register(desk)
    known = top(register.registry).languages
    langs = known if lang is None else (lang,)
    if lang is not None and lang not in known:
        raise UsageError(f"the register has no language {lang!r}", hint=f"there are: {', '.join(known)}")
    if name is None:
        if copy:
            raise UsageError("--copy needs the name of a template", hint="cicareg templates lists them")
        found = list(stock(register.root, langs))
        _print(found, Look(width(), desk.wants_color(), is_screen()))
        return Exit.FINDINGS if check and any(each.lags for each in found) else Exit.OK
    if len(langs) > 1 and not is_for_all(name):
        raise UsageError(f"{name} is in several languages", hint=f"--lang one of: {', '.join(known)}")
    if not copy:
        _show(in_use(register.root, langs[0], name), name)
        return Exit.OK
    path = copy_out(register.root, langs[0], name)
    tell(f"{visible(str(path))}: a copy of the default; what you change in it is used from now on")
    return Exit.OK


def _print(found: list["Stocked"], shown: Look) -> None:
    """Print the templates as a table: which is in use, and what is to be known about it."""
    from cicareg.document import Cell, Table
    from cicareg.formats.table import table

    heads = ("Language", "Template", "In use", "State")
    rows = tuple(
        tuple(Cell((text,)) if text else Cell() for text in (each.lang, each.name, each.origin, each.remark))
        for each in found
    )
    put(table(Table((tuple(Cell((head,)) for head in heads),), rows), shown))


def _show(raw: bytes, name: str) -> None:
    """Print a template; one that is no text goes to no screen."""
    from cicareg.storage.templates import is_for_all

    if is_for_all(name) and is_screen():
        raise UsageError(f"{name} is no text for a screen", hint=f"cicareg templates {name} --copy")
    put_bytes(raw)
