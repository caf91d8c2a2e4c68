"""Explain a rule."""

import contextlib
from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._desk import Desk, is_screen, put, width
from cicareg.errors import Exit, UsageError
from cicareg.names import did_you_mean


def run(
    ctx: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", help="Name of a rule; without it, all rules.", autocompletion=_offers.rules),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", help="text or markdown", autocompletion=_offers.formats("explanations"))
    ] = "text",
) -> Exit:
    """Explain a rule, or list all rules.

    A page tells what the rule demands, the paragraph it rests on, examples, how to mend a breach and how to
    record a departure. Outside a register the defaults are shown, without paragraphs.

    \b
    Examples:
      cicareg explain
      cicareg explain one-coordinator
      cicareg explain --format markdown > docs/rules.md
    """
    from cicareg.commands._formats import chosen
    from cicareg.commands._register import open_register
    from cicareg.look import Look
    from cicareg.registry import Registry
    from cicareg.rules.explaining import explanations
    from cicareg.storage.locating import NoRegisterError

    desk: Desk = ctx.obj
    write = chosen(format_, lambda found: found.explanations)
    registry: Registry | None = None
    with contextlib.suppress(NoRegisterError):
        registry = open_register(desk).registry
    pages = {page.name: page for page in explanations(registry)}
    if rule is not None and rule.lower() not in pages:
        raise UsageError(f"no rule {rule!r}{did_you_mean(rule, pages)}", hint="cicareg explain lists all rules")
    shown = list(pages.values()) if rule is None else [pages[rule.lower()]]
    put(write(shown, Look(width(), desk.wants_color(), is_screen())))
    return Exit.OK
