"""Take back what an act recorded."""

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cicareg.commands import _act_options as opt
from cicareg.commands._acting import How, perform
from cicareg.commands._asking import is_person
from cicareg.commands._desk import Desk
from cicareg.errors import CicaregError, Exit, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from cicareg.changes.undo import Undo
    from cicareg.registry import Registry
    from cicareg.storage.acts import Kept

GROUP = "Put right", 23


def run(
    ctx: typer.Context,
    operation: Annotated[
        str | None,
        typer.Argument(
            metavar="OPERATION|last",
            help="The operation, as it was told when it was recorded; `last` is the last act of yours that stands.",
        ),
    ] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why it is taken back.")] = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
) -> Exit:
    """Take back what an act recorded.

    This is a new act: the history keeps both, and the files say that the first was an error. It is possible as long
    as what the act recorded stands as it left it. What changed in the world is no error: for that there are
    `terminate`, `withdraw` and new decisions.

    \b
    Examples:
      cicareg undo --help

    \b
    Exit code:
      4  refused: no such act, changed since, a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj
    which = _which(operation, yes=yes)
    root = desk.root()

    def make(registry: "Registry") -> "Undo":
        from cicareg.commands._questions import words

        reason = None if why is None and is_person() else words(why, "--why", "")
        kept, id_ = _kept(root, which)  # before anybody is asked why
        reason = reason or words(None, "--why", "Why is it taken back")
        return _request(root, registry, (kept, id_), reason)

    return perform(desk, "undo", make, How(dry_run, no_commit, yes, message, complete=False))


def _which(operation: str | None, *, yes: bool) -> str:
    """Give an operation, or `last`; a person who names none means the last one, and sees which that is."""
    if operation is None and not yes and is_person():
        return "last"
    if operation is None:
        raise UsageError("OPERATION is missing", hint="an operation, or last: the last act of yours")
    which = operation.lower()
    if which != "last" and not re.fullmatch(r"[0-9a-f]{12}", which):
        raise UsageError(f"{operation!r} is no operation", hint="it has 12 digits (0-9, a-f), or is the word last")
    return which


def _request(root: "Path", registry: "Registry", found: "tuple[Kept, str]", why: str) -> "Undo":
    """Find what an act of the history did to the files."""
    from cicareg.changes.taking_out import is_event, made_of
    from cicareg.changes.undo import Undo, source_of, written
    from cicareg.changes.undoing import deeds

    kept, id_ = found
    done = [
        written(deed)
        for path, raw in sorted(kept.after.items())
        if kept.before[path] is not None or not is_event(path)  # a new event is taken back as a whole
        for deed in deeds(path, _data(path, kept.before[path]), _data(path, raw) or {})
    ]
    whose = f" (recorded by {kept.by} on {kept.on})" if kept.by else ""
    made = tuple(made_of(path, _data(path, kept.after[path]) or {}) for path in sorted(_new(kept)))
    said = source_of(id_)
    was_undone = any(said in (registry.text(path) or "") for path in kept.after)  # else the history is not searched
    again = _again(root, id_) if was_undone else ""
    return Undo(id_, kept.message.partition("\n")[0] + whose, tuple(done), why, made, again)


def _new(kept: "Kept") -> list[str]:
    """Give the files that an act made."""
    return [path for path, raw in kept.before.items() if raw is None]


def _again(root: "Path", operation: str) -> str:
    """Give the operation that took back the last undo of an act, and stands; nothing where the act is undone."""
    undos = [operation]
    while (last := _undo_of(root, undos[-1])) is not None:
        undos.append(last)
    return undos[-1] if len(undos) % 2 else ""


def _undo_of(root: "Path", operation: str) -> str | None:
    """Give the last undo of an operation."""
    from cicareg.changes.messages import read
    from cicareg.changes.undo import Undo
    from cicareg.storage.acts import find_line

    def is_it(message: str) -> bool:
        told = read(message)
        return told is not None and isinstance(told.request, Undo) and told.request.operation == operation

    message = find_line(root, f'"operation": "{operation}"', is_it)
    told = read(message) if message else None
    return told.id if told else None


class _Standing:
    """Tells of the messages of acts, the newest first, which are of an act that stands: no undo, nor taken back."""

    def __init__(self) -> None:
        """Know of no undo yet."""
        self.taken_back: set[str] = set()

    def __call__(self, message: str) -> bool:
        """Tell of one; of an undo that stands, remember what it took back."""
        from cicareg.changes.messages import read
        from cicareg.changes.undo import Undo

        told = read(message)
        if told is None or told.id in self.taken_back:
            return False
        if not isinstance(told.request, Undo):
            return True
        self.taken_back.add(told.request.operation)
        return False


def _kept(root: "Path", which: str) -> "tuple[Kept, str]":
    """Give the act, with its operation."""
    from cicareg.changes.messages import read
    from cicareg.changes.requests import acts
    from cicareg.storage.acts import find_act, find_last

    def is_it(message: str) -> bool:
        told = read(message)
        return told is not None and told.id == which

    standing = _Standing()
    kept = find_last(root, acts(), standing) if which == "last" else find_act(root, which, is_it)
    told = read(kept.message) if kept else None
    if kept is None or told is None:
        none = "no act of yours that stands" if standing.taken_back else "no act of yours"
        what = f"{none} is on record on this branch" if which == "last" else f"no operation {which!r} on this branch"
        raise CicaregError(what, hint="all acts with their operations: git log --grep=Operation:", code=Exit.REFUSED)
    return kept, told.id


def _data(path: str, raw: bytes | None) -> dict[str, Any] | None:
    from cicareg.yaml_text import FaultError, compose, decode

    if raw is None:
        return None
    try:
        composed = compose(decode(raw))
    except FaultError:
        composed = None
    if composed is None or composed.faults:
        message = f"{path} cannot be read as that commit left it"
        raise CicaregError(message, hint="cicareg correct changes one fact", code=Exit.REFUSED)
    return composed.data
