"""Look for a text in all records."""

from typing import Annotated

import typer

from cicareg.commands._desk import Desk, put, tell
from cicareg.errors import Exit, UsageError
from cicareg.visible import visible_line


def run(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to look for, in any case and language.")],
) -> Exit:
    """Find a text in all records.

    Each place is printed with the field and its value.

    \b
    Examples:
      cicareg find türkiye
      cicareg find 2024-2025
      cicareg find "Zhang Ling"
    """
    from cicareg.commands._register import open_and_warn
    from cicareg.questions.searching import search

    desk: Desk = ctx.obj
    if not text.strip():
        raise UsageError("an empty text stands everywhere", hint="cicareg find TEXT")
    hits = list(search(open_and_warn(desk).registry, text))
    put("".join(visible_line(f"{hit.place}: {hit.field}: {' '.join(hit.value.split())}") + "\n" for hit in hits))
    if not hits:
        tell(f"cicareg: {text!r} stands in no record")
    return Exit.OK
