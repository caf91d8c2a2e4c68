"""Check the register."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, choice, width
from cicareg.errors import Exit

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.explanation import Explanation


def run(
    ctx: typer.Context,
    format_: Annotated[str, typer.Option("--format", help="text, json, github, gitlab, sarif or junit")] = "text",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write to a file instead.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Print notes as well.")] = False,
) -> Exit:
    """Check the register against its rules.

    Every finding is printed with its place and the paragraph it rests on. The result depends on the files
    only, never on the day. It exits with 0 when there is no error (with --strict: no warning either), else
    with 1. The formats github, gitlab, sarif and junit name files from the top of the git repository.

    \b
    Examples:
      cicareg validate
      cicareg validate --notes
      cicareg validate --format json -o findings.json
      cicareg validate --format sarif -o findings.sarif
    """
    from cicareg.commands._register import open_register
    from cicareg.finding import Severity
    from cicareg.formats.format import Look, formats
    from cicareg.rules.engine import check
    from cicareg.storage.repository import prefix

    desk: Desk = ctx.obj
    able = {name: found.findings for name, found in formats().items() if found.findings}
    write = able[choice(format_, tuple(sorted(able)), "format")]
    register = open_register(desk)
    report = check(register.loaded)
    color = output is None and desk.wants_color()
    manual = partial(_manual, register)
    look = Look(width(), color, notes=notes, strict=strict, prefix=prefix(register.root), manual=manual)
    deliver(write(report, look), output)
    failed = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
    return Exit.FINDINGS if failed else Exit.OK


def _manual(register: "Register") -> "tuple[Explanation, ...]":
    """Make the pages of the rules, for the formats that carry them."""
    from cicareg.rules.explaining import explanations

    return explanations(register.registry)
