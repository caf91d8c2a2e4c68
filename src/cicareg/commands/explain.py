"""Explain a rule."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import as_files, deliver, deliver_all
from cicareg.commands._desk import Desk, is_screen, width
from cicareg.errors import Exit, UsageError
from cicareg.look import Look
from cicareg.names import did_you_mean

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.explanation import Explanation

GROUP = "Check", 26


def run(
    ctx: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help="The name of a rule.", autocompletion=_offers.rules),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Write all rules, one file each, to the folder of -o.")] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of text, markdown.",
            autocompletion=_offers.formats("explanations"),
        ),
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="PATH", help="Write to a file (with --all: to a folder) instead."),
    ] = None,
) -> Exit:
    """Explain a rule, or list all rules.

    A page tells what the rule demands, the paragraph it rests on, examples, how to mend a breach and how to
    record a departure. Outside a register the defaults are shown, without paragraphs.

    \b
    Examples:
      cicareg explain
      cicareg explain one-coordinator
      cicareg explain --all -o docs/rules --format markdown
    """
    from cicareg.commands._register import answered
    from cicareg.storage.cache import Answer
    from cicareg.storage.locating import NoRegisterError

    desk: Desk = ctx.obj
    if every and (rule is not None or output is None):
        raise UsageError("--all needs a folder, and no rule", hint="cicareg explain --all -o docs/rules")
    if every and output is not None:
        _write_all(desk, format_, output)
        return Exit.OK
    shown = Look(width(), desk.wants_color(), is_screen()) if output is None else Look()

    def make(register: "Register | None") -> Answer:
        from cicareg.commands._formats import chosen

        write = chosen(format_, lambda found: found.explanations)
        return Answer(write(_pages(register, rule), shown))

    try:
        answer = answered(desk, ("explain", rule, format_, shown), make)
    except NoRegisterError:
        answer = make(None)
    deliver(answer.text, output)
    return Exit.OK


def _write_all(desk: Desk, format_: str, folder: Path) -> None:
    """Write a page for each rule, and an index of them."""
    from cicareg.commands._formats import chosen
    from cicareg.commands._register import open_register
    from cicareg.storage.locating import NoRegisterError

    write, form = chosen(format_, lambda found: found.explanations and (found.explanations, found))
    register = None
    with contextlib.suppress(NoRegisterError):
        register = open_register(desk)
    pages = {page.name: page for page in _pages(register)}
    texts = {name: write([page], Look()) for name, page in pages.items()}
    deliver_all(as_files(texts, form, "Rules", {name: page.title for name, page in pages.items()}), folder)


def _pages(register: "Register | None", rule: str | None = None) -> "list[Explanation]":
    """Explain one rule or all, by what the register at hand says of them where there is one."""
    from cicareg.rules.explaining import explanations

    pages = {page.name: page for page in explanations(register.registry if register else None)}
    if rule is None:
        return list(pages.values())
    if rule.lower() not in pages:
        raise UsageError(f"no rule {rule!r}{did_you_mean(rule, pages)}", hint="cicareg explain lists all rules")
    return [pages[rule.lower()]]
