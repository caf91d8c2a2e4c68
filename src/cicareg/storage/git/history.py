"""The commits of a branch, and the names that lead to them."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cicareg.errors import CicaregError, Exit
from cicareg.storage.git.reading import answer, read
from cicareg.storage.git.recording import Done, done
from cicareg.storage.git.running import checked, environment, run

_FIELDS = 7


class Commit(NamedTuple):
    """A commit of a branch: its id, those it rests on, who made it, when (seconds and zone; the day), its message."""

    id: str
    parents: list[str]
    name: str
    email: str
    date: str
    day: str
    message: str

    @property
    def subject(self) -> str:
        """Give the first line of the message."""
        return self.message.partition("\n")[0]


class Made(NamedTuple):
    """A commit: its id, those it rests on, when it says it was made (author, committer), message, what it changes.

    What it changes: mode and id by path, from the top of the repository; the mode is 000000 for what it takes away.
    """

    commit: str
    parents: list[str]
    dates: tuple[int, int]
    message: str
    changes: dict[str, tuple[str, str]]


class Step(NamedTuple):
    """How a file differs between two commits: mode and id in the first and in the second, zeros where it is not."""

    old: tuple[str, str]
    new: tuple[str, str]


def commits(folder: Path, since: str, tip: str) -> list[Commit]:
    """Give the commits of a tip that another commit does not rest on, the oldest first."""
    return _logged(folder, "--topo-order", "--reverse", f"{since}..{tip}")


def commits_besides(folder: Path, tip: str, known: Sequence[str]) -> list[Commit]:
    """Give the commits of a tip that none of these commits is or rests on, the oldest first."""
    return _logged(folder, "--topo-order", "--reverse", tip, "--not", *known)


def matching(folder: Path, pattern: str, most: int) -> list[Commit]:
    """Give the newest commits on the branch with a line like this pattern in their message."""
    words = ("--extended-regexp", f"--grep={pattern}", f"--max-count={most}", "HEAD")
    return _logged(folder, *words, code=Exit.REFUSED)


def _logged(folder: Path, *words: str, code: Exit = Exit.UNREADABLE) -> list[Commit]:
    options = ("-z", "--date=raw", "--encoding=UTF-8", "--no-show-signature", "--no-ext-diff", "--no-mailmap")
    raw = read(folder, "log", *options, "--format=%H%x00%P%x00%an%x00%ae%x00%ad%x00%as%x00%B", *words, "--", code=code)
    parts = raw.decode("utf-8", "replace").split("\0")[:-1]
    found = (parts[start : start + _FIELDS] for start in range(0, len(parts), _FIELDS))
    return [Commit(id_, parents.split(), *rest) for id_, parents, *rest in found]


def made(folder: Path, commit: str = "HEAD") -> Made:
    """Give a commit, or the one that is checked out, with what it changes: all in one question."""
    form = "--pretty=format:%H%x00%P%x00%at %ct%x00%B%x00"
    options = ("--root", "--always", "--encoding=UTF-8", form)
    commit, parents, dates, message, *rest = _differences(folder, *options, commit)
    raws = [part.lstrip("\n") for part in rest if part.lstrip("\n")]
    author, _, committer = dates.partition(" ")
    changes = {path: step.new for path, step in _steps(raws).items()}
    return Made(commit, parents.split(), (int(author), int(committer)), message, changes)


def moves(folder: Path, branch: str) -> list[tuple[str, str]]:
    """Give what a branch has named in this clone, each with why it was moved there; nothing where git keeps none."""
    told = answer(folder, "log", "--walk-reflogs", "-z", "--format=%H %gs", "--no-show-signature", branch, "--") or ""
    found = (text.partition(" ") for text in told.split("\0") if text)
    return [(commit, why) for commit, _, why in found]


def last_by(folder: Path, tip: str, until: int | None = None) -> tuple[str, int] | None:
    """Give the last commit on the line of a tip that was made by a moment, and when: seconds, as its committer says.

    The line goes from each commit to its first parent.
    """
    bound = () if until is None else (f"--min-age={until}",)
    raw = read(folder, "rev-list", "--first-parent", "--max-count=1", *bound, "--format=%H %ct", tip, "--")
    return _timed(raw)


def first_of(folder: Path, tip: str) -> tuple[str, int]:
    """Give the first commit on the line of a tip, and when it was made."""
    raw = read(folder, "rev-list", "--first-parent", "--max-parents=0", "--format=%H %ct", tip, "--")
    return _timed(raw) or (tip, 0)


def _timed(raw: bytes) -> tuple[str, int] | None:
    """Read the second line that is printed of a commit."""
    line = raw.decode().partition("\n")[2].partition("\n")[0]
    commit, _, seconds = line.partition(" ")
    return (commit, int(seconds or 0)) if commit else None


def common(folder: Path, one: str, other: str) -> str | None:
    """Give the last commit that both rest on; None where there is no such."""
    return answer(folder, "merge-base", one, other)


def commit_of(folder: Path, name: str) -> str | None:
    """Give the commit that a full name leads to; None where there is no such name.

    A name that leads nowhere is not none: what it led to is lost.
    """
    found = answer(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None and _is_there(folder, name):
        raise CicaregError(
            f"the repository has lost the commit that it calls {name}", hint="git fsck says what is lost"
        )
    return found


def _is_there(folder: Path, name: str) -> bool:
    """Tell whether there is a name, be it a broken one: of that git only warns."""
    listed = run(folder, ("for-each-ref", "--format=%(refname)", name), environment({}))
    return name in os.fsdecode(checked(folder, listed)).splitlines() or b"ignoring broken ref" in listed.stderr


def tree_of(folder: Path, commit: str, path: str) -> str | None:
    """Give the id of all that a commit has at a path from the top of the repository; None where that is nothing."""
    return answer(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{path}")


def is_shallow(folder: Path) -> bool:
    """Tell whether the clone lacks older commits."""
    return read(folder, "rev-parse", "--is-shallow-repository") == b"true\n"


def steps(folder: Path, old: str, new: str) -> dict[str, Step]:
    """Give each file that differs between two commits, by path from the top of the repository."""
    return _steps(_differences(folder, old, new)[:-1])


def _differences(folder: Path, *words: str) -> list[str]:
    options = ("-r", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff")
    return os.fsdecode(read(folder, "diff-tree", *options, *words, "--")).split("\0")


def _steps(parts: Sequence[str]) -> dict[str, Step]:
    """Read what `diff-tree` says of each file, by turns: two modes, two ids, a letter; the path."""
    told = (about.removeprefix(":").split(" ") for about in parts[::2])
    return {path: Step((m[0], m[2]), (m[1], m[3])) for m, path in zip(told, parts[1::2], strict=True)}


def name_commit(folder: Path, name: str, commit: str) -> Done:
    """Let a name of ours lead to a commit, wherever it led before."""
    return done(folder, ("update-ref", "--no-deref", name, commit))
