"""Refuse pushes that break the register."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands._desk import Desk, tell
from cicareg.errors import Exit, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cicareg.receiving import Verdict

GROUP = "Check", 27
_SHOWN = 100  # lines of one commit


def run(
    ctx: typer.Context,
    register: Annotated[
        str,
        typer.Option(
            "--register", metavar="FOLDER", help="Folder of the repository that holds registry/; else its top."
        ),
    ] = ".",
    branch: Annotated[
        list[str] | None, typer.Option("--branch", metavar="NAME", help="Guard this branch only; may be repeated.")
    ] = None,
) -> Exit:
    """Refuse pushes that break the register.

    git runs it on the server as the hook pre-receive: it reads what is pushed from the standard input. Every new
    commit that touches the register is checked against the rules, and compared with each commit that it was made
    from, as validate --against REV does. Errors that were there before are not new. Of the first push to an empty
    repository the state that it brings is checked, and the history before it is not judged. A branch loses no
    commit: it goes forward only, and is deleted only where another branch has all that it has. With --branch, other
    branches are free. Either all of a push is taken or nothing; nothing is written.

    \b
    Examples:
      cicareg server-hook
      cicareg server-hook --register offices --branch main

    \b
    Exit code:
      1  the push is refused; each reason is a line on stderr
    """
    from cicareg.receiving import judged_commits, rewritten
    from cicareg.storage.received import new_commits, older, updates
    from cicareg.storage.revision import Repository

    desk: Desk = ctx.obj
    branches = branch or []
    repository = Repository(desk.folder or Path(), _below(register), inside=True)
    pushed = [u for u in updates(_given()) if not branches or u.ref.removeprefix("refs/heads/") in branches]
    reasons = [*rewritten(repository, pushed, branches)]
    new = new_commits(repository, pushed, branches)
    verdicts = [*judged_commits(repository, new)]
    for text in (*reasons, *(line for verdict in verdicts for line in _lines(verdict, repository.prefix))):
        tell(text)
    before = older(repository, new, branches)
    if not reasons and not any(verdict.refuses for verdict in verdicts):
        if before:
            tell(f"cicareg: the first push: checked as it stands; older commits, not judged: {before}")
        return Exit.OK
    tell("cicareg: the push is refused; nothing of it was taken")
    if reasons:
        tell("  cicareg sync puts your acts on what is there; git revert COMMIT takes back what a commit did")
    if verdicts:
        mend = "git commit --amend mends your last commit, git rebase -i an older one"
        tell(f"  cicareg explain RULE tells more; {'put it right, commit it, and push again' if before else mend}")
    return Exit.FINDINGS


def _given() -> str:
    if sys.stdin is None or sys.stdin.isatty():
        hint = "docs/server.md shows how it is installed"
        raise UsageError("server-hook is run by git, which says what is pushed on the standard input", hint=hint)
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")


def _below(folder: str) -> str:
    """Give a folder from the top of the repository as git writes it."""
    parts = [part for part in folder.split("/") if part not in ("", ".")]
    if ".." in parts or folder.startswith("/"):
        raise UsageError(f"--register names a folder within the repository, not {folder!r}")
    return "/".join(parts)


def _lines(verdict: "Verdict", prefix: str) -> "Iterator[str]":
    """Yield a line for each finding, paths from the top of the repository."""
    from cicareg.formats.findings import path_of
    from cicareg.formats.text import line
    from cicareg.look import Look

    look, commit = Look(prefix=prefix), verdict.commit[:10]
    if verdict.said:
        yield f"{commit}: {verdict.said}"
    for finding in verdict.findings[:_SHOWN]:
        place = finding.place._replace(path=path_of(finding.place, look))
        yield f"{commit}: {line(finding._replace(place=place), look)}"
    if len(verdict.findings) > _SHOWN:
        yield f"{commit}: and {len(verdict.findings) - _SHOWN} more"
