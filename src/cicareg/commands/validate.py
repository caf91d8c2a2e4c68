"""Check the register."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._deliver import deliver
from cicareg.commands._desk import Desk, width
from cicareg.errors import Exit, UsageError
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.explanation import Explanation
    from cicareg.storage.cache import Answer

GROUP = "Check", 25


def run(
    ctx: typer.Context,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of text, json, github, gitlab, sarif, junit.",
            autocompletion=_offers.formats("findings"),
        ),
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Print notes as well.")] = False,
    at: Annotated[str | None, typer.Option("--at", metavar="REV|DATE", help="Check what was on record then.")] = None,
    staged: Annotated[bool, typer.Option("--staged", help="Check what is staged for the next commit.")] = False,
    against: Annotated[
        str | None, typer.Option("--against", metavar="REV", help="Check that nothing on record in a revision is lost.")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read everything anew, and remember nothing.")] = False,
) -> Exit:
    """Check the register against its rules.

    Every finding is printed with its place and the paragraph it rests on. The result depends on the files
    only, never on the day. The formats github, gitlab, sarif and junit name files from the top of the git
    repository. With --staged, what is not staged counts for nothing: that is what the git hook runs. The
    register is then that of -C or of the repository here, whatever CICAREG_REGISTRY names.

    REV is what git calls a commit: a branch, a tag, HEAD~1. A DATE is the last commit on the line of the branch by
    the end of that day, UTC. With --against, a tenure, decision, departure or other fact of that revision that is
    gone or altered without a correction is an error (history), and so is more than a quarter of the records of a
    kind gone (mass-removal). What is added is never one.

    \b
    Examples:
      cicareg validate
      cicareg validate --notes
      cicareg validate --format json -o findings.json
      cicareg validate --format sarif -o findings.sarif
      cicareg validate --staged
      cicareg validate --against HEAD~1
      cicareg validate --at HEAD~1
      cicareg validate --at 2026-12-31

    \b
    Exit code:
      1  there are errors (with --strict: or warnings)
    """
    from cicareg.commands._register import answered, open_at, open_staged
    from cicareg.storage.attributes import joined_as_text
    from cicareg.storage.repository import prefix

    desk: Desk = ctx.obj
    if staged and at is not None:
        raise UsageError("--staged and --at exclude each other", hint="--at REV checks what is committed")
    root = desk.root_here() if staged else desk.root()
    color = output is None and desk.wants_color()
    shown = Look(width(), color, notes=notes, strict=strict, prefix=prefix(root))
    base = (against, _commit(root, against)) if against is not None else None
    beside = () if staged or at is not None else joined_as_text(root)

    def make(register: "Register") -> "Answer":
        from cicareg.commands._formats import chosen
        from cicareg.finding import Severity

        write = chosen(format_, lambda found: found.findings)
        report = (register.report_against(*base) if base else register.report).with_also(beside)
        failed = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
        text = write(report, shown._replace(manual=partial(_manual, register, guarded=base is not None)))
        return register.answer(text, Exit.FINDINGS if failed else Exit.OK)

    if staged:
        answer = make(open_staged(desk))
    elif at is not None:
        answer = make(open_at(desk, at))
    else:
        answer = answered(desk, ("validate", format_, shown, base, beside), make, memory=not no_cache)
    deliver(answer.text, output)
    return Exit(answer.code)


def _commit(root: Path, name: str) -> str | None:
    from cicareg.revisiting import revision_of

    return revision_of(root, name)


def _manual(register: "Register", *, guarded: bool) -> "tuple[Explanation, ...]":
    """Make the pages of what was checked, for the formats that carry them."""
    from cicareg.guarding.guard import HISTORY, REMOVAL
    from cicareg.rules.explaining import explanations

    pages = explanations(register.registry)
    return pages if guarded else tuple(page for page in pages if page.name not in (HISTORY, REMOVAL))
