"""What a repository holds: nothing is changed, no other machine is asked, nothing runs that its configuration names."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cicareg.errors import CicaregError, Exit
from cicareg.storage.git.running import INDEX, PATHSPECS, checked, environment, run

_NO_FETCH = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}  # the second is for git before 2.45
_CAREFUL = (
    *("--no-pager", "--no-replace-objects", "--no-optional-locks"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
)
_READING = (*_CAREFUL, "--literal-pathspecs")


class Entry(NamedTuple):
    """An entry of the index or a tree: mode in octal digits, id of the content, stage (0: merged), path."""

    mode: str
    blob: str
    stage: str
    path: str


def staged(folder: Path, under: str, index: str | None) -> list[Entry]:
    """List what the index has at or below a path of a folder; paths are those from the folder."""
    raw = read(folder, "ls-files", "--stage", "-z", "--", under, index=index)
    found = (line.partition("\t") for line in os.fsdecode(raw).split("\0") if line)
    return [Entry._make((*about.split(" "), path)) for about, _, path in found]


def differing(folder: Path, under: str, index: str | None, tree: str) -> set[str]:
    """Give the paths at or below a path of a folder that a commit of the index would have otherwise than a tree."""
    options = ("--cached", "--ita-invisible-in-index", "--no-ext-diff", "--no-renames", "--relative", "--name-only")
    raw = read(folder, "diff-index", *options, "-z", tree, "--", under, index=index)
    return {path for path in os.fsdecode(raw).split("\0") if path}


def layout(folder: Path) -> list[str]:
    """Give top folder, path from there, git directory, that of all working trees, hooks, index and kind of ids."""
    told = ("--show-toplevel", "--show-prefix", "--absolute-git-dir", "--git-common-dir")
    words = ("rev-parse", "--path-format=absolute", *told, "--git-path", "hooks", "--git-path", "index")
    done = run(folder, (*words, "--show-object-format"), environment({}))  # with the configured folder of hooks
    return os.fsdecode(checked(folder, done, Exit.REFUSED)).splitlines()


def tip(folder: Path) -> tuple[str, str] | None:
    """Give the full name of the branch that is checked out, and its commit; None where there is no such."""
    raw = read(folder, "for-each-ref", "--format=%(HEAD)%(refname) %(objectname)", "refs/heads", code=Exit.REFUSED)
    for line in os.fsdecode(raw).splitlines():
        if line.startswith("*"):
            branch, _, commit = line[1:].rpartition(" ")
            return branch, commit
    return None


def on_branch(folder: Path) -> bool:
    """Tell whether a branch is checked out, be it one without a commit."""
    return answer(folder, "symbolic-ref", "--quiet", "HEAD") is not None


def holds(folder: Path, branch: str, commit: str) -> bool:
    """Tell whether a branch holds a commit; where git cannot tell, that is no answer."""
    return answer(folder, "merge-base", "--is-ancestor", commit, branch) is not None


def is_held(folder: Path, commit: str) -> bool:
    """Tell whether any branch, or what is checked out, holds a commit."""
    checked_out = ("HEAD",) if answer(folder, "rev-parse", "--verify", "--quiet", "HEAD") else ()
    raw = read(folder, "rev-list", "--branches", *checked_out, "--")  # fails where a commit of theirs is missing
    return commit in os.fsdecode(raw).splitlines()


def files(folder: Path, tree: str, under: str) -> dict[str, tuple[str, str]]:
    """Give mode and id of each file at or below a path of a folder, in a commit; paths are those from the folder."""
    return as_files(lines(folder, tree, under))


def lines(folder: Path, tree: str, under: str) -> list[str]:
    """Give the same as git prints it, a line a file: `100644 blob ID`, a tab, the path."""
    return os.fsdecode(read(folder, "ls-tree", "-r", "-z", tree, "--", under)).split("\0")[:-1]


def as_files(lines: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Read such lines."""
    found = (line.partition("\t") for line in lines)
    return {path: _mode_and_id(about) for about, _, path in found}


def ids(folder: Path, tree: str, paths: Iterable[str]) -> dict[str, str]:
    """Give the ids of those of these files that a commit has; paths are those from the top of the repository."""
    asked = list(paths)
    given = os.fsencode("".join(f"{tree}:{path}\n" for path in asked))
    lines = os.fsdecode(read(folder, "cat-file", "--batch-check=%(objectname) file", given=given)).splitlines()
    told = (line.rpartition(" ") for line in lines)
    return {path: id_ for path, (id_, _, what) in zip(asked, told, strict=True) if what == "file"}


def has_identity(folder: Path) -> bool:
    """Tell whether a commit made here would bear a name and an address that somebody has set."""
    command = ("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
    return run(folder, command, environment({})).returncode == 0


def author(folder: Path) -> str | None:
    """Give the address of whoever would be the author of a commit made now; None where git knows nobody."""
    said = answer(folder, "var", "GIT_AUTHOR_IDENT")
    return said.rpartition(">")[0].rpartition("<")[2] if said else None


def ignored_by(folder: Path, paths: Iterable[str]) -> list[str]:
    """Say for each of these paths that is ignored which line of which file ignores it."""
    given = os.fsencode("".join(f"{path}\0" for path in paths))
    words = (*_CAREFUL, "check-ignore", "--verbose", "--no-index", "-z", "--stdin")  # which reads no path as a pattern
    parts = os.fsdecode(run(folder, words, environment(_NO_FETCH), given).stdout).split("\0")[:-1]
    told = zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True)
    return [f"{path} is ignored by {source}:{line}: {pattern}" for source, line, pattern, path in told]


def attributes(folder: Path, name: str, paths: Iterable[str]) -> dict[str, str]:
    """Give for each of these paths what an attribute is, as git says it: a value, `set`, `unset`, `unspecified`."""
    given = os.fsencode("".join(f"{path}\0" for path in paths))
    parts = os.fsdecode(read(folder, "check-attr", "-z", "--stdin", name, given=given)).split("\0")[:-1]
    return dict(zip(parts[::3], parts[2::3], strict=True))


def sizes(folder: Path, blobs: Iterable[str], *, inside: bool = False) -> dict[str, int]:
    """Give the size of each of these contents."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    raw = read(folder, "cat-file", "--batch-check=%(objectname) %(objectsize)", given=asked, inside=inside)
    return {blob: int(size) for blob, size in (_told(line) for line in raw.decode().splitlines())}


def contents(folder: Path, blobs: Iterable[str], *, inside: bool = False) -> dict[str, bytes]:
    """Give each of these contents."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    raw = read(folder, "cat-file", "--batch=%(objectname) %(objectsize)", given=asked, inside=inside)
    return dict(_parts(raw))


def read(
    folder: Path,
    *words: str,
    given: bytes = b"",
    index: str | None = None,
    inside: bool = False,
    code: Exit = Exit.UNREADABLE,
) -> bytes:
    """Give what a command prints that changes nothing.

    `inside` a hook of git its environment stands: what is being received is found by it alone.
    """
    more = {**_NO_FETCH, **({INDEX: index} if index else {})}
    surroundings = environment(more, PATHSPECS) if inside else environment(more)
    return checked(folder, run(folder, (*_READING, *words), surroundings, given), code)


def answer(folder: Path, *words: str) -> str | None:
    """Run a command that only reads and says by exit code 1 that there is no answer: then None."""
    done = run(folder, (*_READING, *words), environment(_NO_FETCH))
    return None if done.returncode == 1 else os.fsdecode(checked(folder, done)).strip()


def _told(header: str) -> tuple[str, int]:
    """Read what git says before a content."""
    blob, _, size = header.partition(" ")
    if not size.isdecimal():
        raise lost(blob)
    return blob, int(size)


def lost(blob: str) -> CicaregError:
    """Make the error of a content that the repository should have and has not."""
    return CicaregError(
        f"the repository does not have what one of its files holds: {blob}", hint="git fsck says what is lost"
    )


def _parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    start = 0
    while start < len(raw):
        end = raw.index(b"\n", start)
        blob, size = _told(raw[start:end].decode())
        yield blob, raw[end + 1 : end + 1 + size]
        start = end + size + 2


def _mode_and_id(about: str) -> tuple[str, str]:
    """Read what `ls-tree` says of a file: mode, kind, id."""
    mode, _, id_ = about.split(" ")
    return mode, id_
