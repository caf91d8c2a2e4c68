"""Look for a text in all records."""

from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands._desk import Desk, put
from cicareg.errors import Exit, UsageError
from cicareg.visible import visible_line

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.storage.cache import Answer

GROUP = "Look things up", 13


def run(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to look for, in any letter case and language.")],
) -> Exit:
    """Find a text in all records.

    Each place is printed with the field and its value. Where there is none, stderr says so, and names what comes
    close; the exit code is 0 all the same.

    \b
    Examples:
      cicareg find türkiye
      cicareg find 2024-2025
      cicareg find "Zhang Ling"
    """
    from cicareg.commands._register import answered

    desk: Desk = ctx.obj
    if not text.strip():
        raise UsageError("an empty text stands everywhere", hint="cicareg find TEXT")

    def make(register: "Register") -> "Answer":
        from cicareg.questions.searching import search

        register.warn()
        hits = search(register.registry, text)
        lines = [visible_line(f"{hit.place}: {hit.field}: {' '.join(hit.value.split())}") for hit in hits]
        if not lines:
            _say_nothing_found(register, text)
        return register.answer("".join(f"{line}\n" for line in lines))

    put(answered(desk, ("find", text), make).text)
    return Exit.OK


def _say_nothing_found(register: "Register", text: str) -> None:
    """Say on stderr that there is nothing, and what to try next."""
    from cicareg.questions.searching import alike

    meant = alike(register.registry, text)
    register.say(f"cicareg: {text!r} stands in no record{f'; did you mean {visible_line(meant)}?' if meant else ''}")
    if meant is None:
        register.say("  try a part of it, or its name in another language")
