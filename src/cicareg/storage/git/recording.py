"""How a commit is made in a working tree of its own, and put on a branch.

What is written is on the disk when git says so. Hooks, signature and identity are the person's own.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import NamedTuple

from cicareg.storage.git.running import INDEX, environment, run

SURE = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.fsync=all", "-c", "maintenance.auto=false")
_SPARSE = (
    *("-c", "core.sparseCheckout=true", "-c", "core.sparseCheckoutCone=false"),
    *("-c", "sparse.expectFilesOutsideOfPatterns=true"),  # else git looks for each file that is not shown
)
NO_HOOKS = ("-c", f"core.hooksPath={os.devnull}")
_MESSAGE = ("-c", "i18n.commitEncoding=UTF-8", "-c", "user.useConfigOnly=true")
_TRUE = {"GIT_NO_REPLACE_OBJECTS": "1"}


class Done(NamedTuple):
    """How a git command ended: whether it says that it did its work, all that it and its hooks printed, its output."""

    well: bool
    said: str
    out: str = ""


def add_worktree(top: Path, folder: Path, commit: str) -> Done:
    """Make a working tree of its own at a commit; nothing is in it yet."""
    return done(top, (*NO_HOOKS, "worktree", "add", "--no-checkout", "--detach", "--quiet", str(folder), commit))


def fill(folder: Path) -> Done:
    """Take the index of a working tree from its commit, and from that the files that its sparse-checkout names."""
    return done(folder, (*NO_HOOKS, *_SPARSE, "read-tree", "-m", "-u", "HEAD"))


def stage(folder: Path, paths: Iterable[str]) -> Done:
    """Stage exactly these files."""
    given = os.fsencode("".join(f"{path}\0" for path in paths))
    literally = ("--literal-pathspecs", *NO_HOOKS, *_SPARSE)
    return done(folder, (*literally, "add", "--pathspec-from-file=-", "--pathspec-file-nul"), given=given)


def commit_staged(folder: Path, message: Path, hooks: str, variables: Mapping[str, str]) -> Done:
    """Commit what is staged, with the hooks of a folder, which are told these variables; the message stays as it is."""
    options = ("--quiet", "--cleanup=whitespace", "--file", str(message))
    return done(folder, (*_SPARSE, *_MESSAGE, "-c", f"core.hooksPath={hooks}", "commit", *options), variables)


def move_branch(top: Path, branch: str, step: tuple[str, str], why: str, held: int) -> Done:
    """Let a branch that names the first commit name the second; the file `held` stays open until that has ended."""
    old, new = step
    return done(top, ("update-ref", "-m", why, "--no-deref", branch, new, old), held=held)


def set_staged(top: Path, index: Path, files: Mapping[str, tuple[str, str]]) -> Done:
    """Let an index have for these files this mode and this content."""
    lines = "".join(f"{mode} {id_}\t{path}\0" for path, (mode, id_) in files.items())
    words = (*NO_HOOKS, "update-index", "--add", "-z", "--index-info")
    return done(top, words, {INDEX: str(index)}, os.fsencode(lines))


def look_again(top: Path, index: Path, paths: Iterable[str]) -> Done:
    """Let an index know the files of the folder as they are, so that git need not compare them again."""
    given = os.fsencode("".join(f"{path}\0" for path in paths))
    return done(top, (*NO_HOOKS, "update-index", "-z", "--stdin"), {INDEX: str(index)}, given)


def write(
    folder: Path,
    words: tuple[str, ...],
    variables: Mapping[str, str] | None = None,
    given: bytes = b"",
    held: int | None = None,
) -> CompletedProcess[bytes]:
    """Run a command that changes a repository: what it wrote is on the disk, and no object stands for another."""
    return run(folder, (*SURE, *words), environment({**_TRUE, **(variables or {})}), given, held=held)


def done(
    folder: Path,
    words: tuple[str, ...],
    variables: Mapping[str, str] | None = None,
    given: bytes = b"",
    held: int | None = None,
) -> Done:
    """Do the same, and tell how it ended."""
    ended = write(folder, words, variables, given, held)
    out, err = (raw.decode("utf-8", "backslashreplace") for raw in (ended.stdout, ended.stderr))
    return Done(ended.returncode == 0, (out + err).strip(), out)
