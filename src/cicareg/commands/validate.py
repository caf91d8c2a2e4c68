"""Check the register."""

from pathlib import Path
from typing import Annotated

import typer

from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, choice, width
from cicareg.errors import Exit


def run(
    ctx: typer.Context,
    format_: Annotated[str, typer.Option("--format", help="text or json")] = "text",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write to a file instead.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Print notes as well.")] = False,
) -> Exit:
    """Check the register against its rules.

    Every finding is printed with its place and the paragraph it rests on. The result depends on the files
    only, never on the day. It exits with 0 when there is no error (with --strict: no warning either), else
    with 1.

    \b
    Examples:
      cicareg validate
      cicareg validate --notes
      cicareg validate --format json -o findings.json
    """
    from cicareg.commands._register import open_register
    from cicareg.finding import Severity
    from cicareg.formats.format import Look, formats
    from cicareg.rules.engine import check

    desk: Desk = ctx.obj
    able = {name: found.findings for name, found in formats().items() if found.findings}
    write = able[choice(format_, tuple(sorted(able)), "format")]
    report = check(open_register(desk).loaded)
    look = Look(width(), color=output is None and desk.wants_color(), notes=notes)
    deliver(write(report, look), output)
    failed = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
    return Exit.FINDINGS if failed else Exit.OK
