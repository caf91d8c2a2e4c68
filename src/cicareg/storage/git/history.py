"""The commits of a branch, and the names that lead to them."""

import os
from pathlib import Path
from typing import NamedTuple

from cicareg.errors import CicaregError
from cicareg.storage.git.reading import answer, read
from cicareg.storage.git.recording import Done, write
from cicareg.storage.git.running import checked, environment, run

_FIELDS = 6


class Commit(NamedTuple):
    """A commit of a branch: its id, those it rests on, who made it and when (seconds and zone), its message."""

    id: str
    parents: list[str]
    name: str
    email: str
    date: str
    message: str

    @property
    def subject(self) -> str:
        """Give the first line of the message."""
        return self.message.partition("\n")[0]


class Step(NamedTuple):
    """How a file differs between two commits: mode and id in the first and in the second, zeros where it is not."""

    old: tuple[str, str]
    new: tuple[str, str]


def commits(folder: Path, since: str, tip: str) -> list[Commit]:
    """Give the commits of a tip that another commit does not rest on, the oldest first; all of them without another."""
    options = ("-z", "--topo-order", "--reverse", "--date=raw", "--encoding=UTF-8", "--no-show-signature")
    reach = (f"{since}..{tip}",) if since else (tip,)
    form = "--format=%H%x00%P%x00%an%x00%ae%x00%ad%x00%B"
    raw = read(folder, "log", *options, "--no-ext-diff", "--no-mailmap", form, *reach, "--")
    parts = raw.decode("utf-8", "replace").split("\0")[:-1]
    found = (parts[start : start + _FIELDS] for start in range(0, len(parts), _FIELDS))
    return [Commit(id_, parents.split(), *rest) for id_, parents, *rest in found]


def moves(folder: Path, branch: str) -> list[tuple[str, str]]:
    """Give what a branch has named in this clone, each with why it was moved there; nothing where git keeps none."""
    told = answer(folder, "log", "--walk-reflogs", "-z", "--format=%H %gs", "--no-show-signature", branch, "--") or ""
    found = (text.partition(" ") for text in told.split("\0") if text)
    return [(commit, why) for commit, _, why in found]


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
    done = run(folder, ("for-each-ref", "--format=%(refname)", name), environment({}))
    return name in os.fsdecode(checked(folder, done)).splitlines() or b"ignoring broken ref" in done.stderr


def tree_of(folder: Path, commit: str, path: str) -> str | None:
    """Give the id of all that a commit has at a path from the top of the repository; None where that is nothing."""
    return answer(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{path}")


def is_shallow(folder: Path) -> bool:
    """Tell whether the clone lacks older commits."""
    return read(folder, "rev-parse", "--is-shallow-repository") == b"true\n"


def steps(folder: Path, old: str, new: str) -> dict[str, Step]:
    """Give each file that differs between two commits, by path from the top of the repository."""
    options = ("-r", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff")
    parts = os.fsdecode(read(folder, "diff-tree", *options, old, new, "--")).split("\0")[:-1]
    told = ((about.removeprefix(":").split(" "), path) for about, path in zip(parts[::2], parts[1::2], strict=True))
    return {path: Step((modes[0], modes[2]), (modes[1], modes[3])) for modes, path in told}


def name_commit(folder: Path, name: str, commit: str) -> Done:
    """Let a name of ours lead to a commit, wherever it led before."""
    done = write(folder, ("update-ref", "--no-deref", name, commit))
    return Done(done.returncode == 0, done.stderr.decode("utf-8", "backslashreplace").strip())
