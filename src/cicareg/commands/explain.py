"""Explain a rule or a kind of duty."""

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
        typer.Argument(
            metavar="RULE", help="The name of a rule, or of a kind of duty.", autocompletion=_offers.explained
        ),
    ] = None,
    duties: Annotated[bool, typer.Option("--duties", help="The kinds of duty instead of the rules.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Write all, one file each, to the folder of -o.")] = False,
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
    """Explain a rule or a kind of duty, or list all rules.

    A page tells what the rule demands, the paragraph it rests on, examples, how to mend a breach and how to
    record a departure; of a kind of duty, from when to when it counts, and what meets it. Outside a register the
    defaults are shown, without paragraphs.

    \b
    Examples:
      cicareg explain
      cicareg explain one-coordinator
      cicareg explain --duties
      cicareg explain extension
      cicareg explain --all -o docs/rules --format markdown
    """
    from cicareg.commands._register import answered
    from cicareg.storage.cache import Answer
    from cicareg.storage.locating import NoRegisterError

    desk: Desk = ctx.obj
    if every and (rule is not None or output is None):
        raise UsageError("--all needs a folder, and no rule", hint="cicareg explain --all -o docs/rules")
    if every and output is not None:
        _write_all(desk, format_, output, duties=duties)
        return Exit.OK
    shown = Look(width(), desk.wants_color(), is_screen()) if output is None else Look()

    def make(register: "Register | None") -> Answer:
        from cicareg.commands._formats import chosen

        write = chosen(format_, lambda found: found.explanations)
        return Answer(write(_pages(register, rule, duties=duties), shown))

    try:
        answer = answered(desk, ("explain", rule, duties, format_, shown), make)
    except NoRegisterError:
        answer = make(None)
    deliver(answer.text, output)
    return Exit.OK


def _write_all(desk: Desk, format_: str, folder: Path, *, duties: bool) -> None:
    """Write a page for each rule or kind of duty, and an index of them."""
    from cicareg.commands._formats import chosen
    from cicareg.commands._register import open_register
    from cicareg.storage.locating import NoRegisterError

    write, form = chosen(format_, lambda found: found.explanations and (found.explanations, found))
    register = None
    with contextlib.suppress(NoRegisterError):
        register = open_register(desk)
    pages = {page.name: page for page in _pages(register, duties=duties)}
    texts = {name: write([page], Look()) for name, page in pages.items()}
    deliver_all(
        as_files(texts, form, "Duties" if duties else "Rules", {name: page.title for name, page in pages.items()}),
        folder,
    )


def _pages(register: "Register | None", name: str | None = None, *, duties: bool = False) -> "list[Explanation]":
    """Explain one rule or kind of duty, or all, by what the register at hand says of them where there is one."""
    from cicareg.deadlines.explaining import duty_explanations
    from cicareg.rules.explaining import explanations

    registry = register.registry if register else None
    if name is None:
        return list(duty_explanations(registry) if duties else explanations(registry))
    pages = {page.name: page for page in (*explanations(registry), *duty_explanations(registry))}
    if name.lower() not in pages:
        hint = "cicareg explain lists all rules, with --duties the kinds of duty"
        raise UsageError(f"no rule or kind of duty {name!r}{did_you_mean(name, pages)}", hint=hint)
    return [pages[name.lower()]]
