"""Share what is recorded, and take what others recorded."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cicareg.commands._asking import is_person
from cicareg.commands._desk import Desk, put, tell
from cicareg.errors import CicaregError, Exit
from cicareg.visible import visible_line

if TYPE_CHECKING:
    from cicareg.sharing import Shared
    from cicareg.storage.git import Commit

GROUP = "Share", 24
_MOST = 20


def run(
    ctx: typer.Context,
    remote: Annotated[
        str | None,
        typer.Argument(metavar="REMOTE", help="The name of a remote of git; else that of the branch, or the only one."),
    ] = None,
) -> Exit:
    """Share what is recorded with the other officers.

    What they recorded comes in, and what you recorded goes out. Where others recorded something meanwhile, each act
    of yours is made again on theirs and judged by the rules as they stand then; texts are never merged, and nothing
    is ever overwritten. An act that no longer fits is refused, with the act of the other officer that is in the
    way, and nothing is sent. It may be stopped at any time: the next `cicareg sync` finds out what has arrived.

    \b
    Examples:
      cicareg sync --help

    \b
    Exit code:
      4  refused: an act of another officer, the state of the clone, a hook of git or of the other side
      5  others were faster ten times: recorded here, not sent
      6  recorded here; whether it was sent is not known
    """
    from cicareg.sharing import share

    desk: Desk = ctx.obj
    done = share(desk.root(), remote, asks=is_person(), pause=time.sleep)
    for line in done.said:
        tell(line)
    try:
        put("".join(f"{line}\n" for line in _lines(done)))
    except CicaregError:
        raise CicaregError("all is shared, but the output cannot be written", code=Exit.UNCONFIRMED) from None
    return Exit.OK


def _lines(done: "Shared") -> Iterator[str]:
    from cicareg.sharing import operation_of

    def mine(commit: "Commit") -> str:
        operation = operation_of(commit)
        return f"{commit.subject} (operation {operation})" if operation else commit.subject

    def others(commit: "Commit") -> str:
        return f"{commit.subject} ({commit.name})"

    if not any((done.sent, done.came, done.there, done.known, done.void)):
        yield f"nothing to share: {done.remote} has what this clone has"
    yield from _listed(f"sent to {done.remote}:", done.sent, mine)
    yield from _listed(f"already on {done.remote}:", done.there, mine)
    yield from _listed("not sent, another act has recorded the same:", done.known, mine)
    void = "taken back before anybody saw it, so not sent, and no longer in the history here:"
    yield from _listed(void, done.void, mine)
    yield from _listed(f"new from {done.remote}:", done.came, others)


def _listed(title: str, commits: "Sequence[Commit]", name: "Callable[[Commit], str]") -> Iterator[str]:
    """Yield the last of some commits below a title."""
    if commits:
        yield title
    if len(commits) > _MOST:
        yield f"  … {len(commits) - _MOST} earlier"
    yield from (f"  {visible_line(name(commit))}" for commit in commits[-_MOST:])
