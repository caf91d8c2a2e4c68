"""The one place that runs the git program; one git command a function.

What the environment says of another repository is dropped. A reading command changes nothing, asks no other
machine, and runs nothing that the configuration of a repository names: the repository may be hostile.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from cicareg.errors import CicaregError
from cicareg.visible import visible

INDEX = "GIT_INDEX_FILE"
# What `git rev-parse --local-env-vars` names: it belongs to the repository that git was started for.
LOCAL = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
        "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE", INDEX,
        "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_SHALLOW_FILE", "GIT_COMMON_DIR",
    }
)  # fmt: skip
_PATHSPECS = frozenset(f"GIT_{how}_PATHSPECS" for how in ("LITERAL", "GLOB", "NOGLOB", "ICASE"))
_QUIET = {"LC_ALL": "C", "LANGUAGE": "C", "GIT_TERMINAL_PROMPT": "0"}
_NO_FETCH = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}  # the second is for git before 2.45
_READING = (
    *("--no-pager", "--no-replace-objects", "--literal-pathspecs", "--no-optional-locks"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
)


class Entry(NamedTuple):
    """An entry of the index: its mode in octal digits, the id of its content, its stage (0: merged), its path."""

    mode: str
    blob: str
    stage: str
    path: str


def staged(folder: Path, under: str, index: str | None) -> list[Entry]:
    """List what the index has at or below a path of a folder; paths are those from the folder."""
    raw = _read(folder, "ls-files", "--stage", "-z", "--", under, index=index)
    found = (line.partition("\t") for line in os.fsdecode(raw).split("\0") if line)
    return [Entry._make((*about.split(" "), path)) for about, _, path in found]


def differing(folder: Path, under: str, index: str | None, tree: str) -> set[str]:
    """Give the paths at or below a path of a folder that a commit of the index would have otherwise than a tree."""
    options = ("--cached", "--ita-invisible-in-index", "--no-ext-diff", "--no-renames", "--relative", "--name-only")
    raw = _read(folder, "diff-index", *options, "-z", tree, "--", under, index=index)
    return {path for path in os.fsdecode(raw).split("\0") if path}


def sizes(folder: Path, blobs: Iterable[str]) -> dict[str, int]:
    """Give the size of each of these contents."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    lines = _read(folder, "cat-file", "--batch-check=%(objectname) %(objectsize)", given=asked).decode().splitlines()
    return {blob: int(size) for blob, size in (_told(line) for line in lines)}


def contents(folder: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """Give each of these contents."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    return dict(_parts(_read(folder, "cat-file", "--batch=%(objectname) %(objectsize)", given=asked)))


def has_identity(folder: Path) -> bool:
    """Tell whether a commit made here would bear a name and an address that somebody has set."""
    command = ("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
    return _run(folder, command, _environment({})).returncode == 0


def make_repository(folder: Path) -> None:
    """Make a folder a repository whose first branch is `main`."""
    _write(folder, "init", "--quiet", "--initial-branch=main")


def set_option(folder: Path, key: str, value: str) -> None:
    """Set an option of the repository."""
    _write(folder, "config", "--local", key, value)


def stage_all(folder: Path) -> None:
    """Stage every file below a folder, also those that the person ignores elsewhere."""
    _write(folder, "add", "--force", "--", ".")


def commit(folder: Path, message: str) -> None:
    """Commit what is staged, with the person's own hooks and signature."""
    _write(folder, "commit", "--quiet", "--message", message)


def require() -> str:
    """Give the program git; refused where there is none."""
    program = shutil.which("git")
    if program is None:
        raise CicaregError("the program git was not found: it is not installed, or not on the PATH")
    return program


def _read(folder: Path, *words: str, given: bytes = b"", index: str | None = None) -> bytes:
    surroundings = _environment({**_NO_FETCH, **({INDEX: index} if index else {})})
    return _checked(folder, _run(folder, (*_READING, *words), surroundings, given))


def _write(folder: Path, *words: str) -> None:
    _checked(folder, _run(folder, words, _environment({})))


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in LOCAL | _PATHSPECS}
    return {**kept, **_QUIET, **more}


def _run(
    folder: Path, words: tuple[str, ...], environment: dict[str, str], given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    command = [require(), "-C", str(folder), *words]
    return subprocess.run(command, env=environment, input=given, capture_output=True, check=False)  # noqa: S603  # git, with words of ours


def _checked(folder: Path, done: subprocess.CompletedProcess[bytes]) -> bytes:
    """Give what git printed; where it failed, say so in our words as far as they are known."""
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "backslashreplace").strip()
    where = visible(str(folder))
    if "not a git repository" in said:
        raise CicaregError(f"{where} is not in a git repository")
    if "dubious ownership" in said:
        hint = "if you trust it: git config --global --add safe.directory, then the top folder of the repository"
        raise CicaregError(f"{where} is in a repository that belongs to somebody else: git does not read it", hint=hint)
    last = said.splitlines()[-1].removeprefix("fatal: ").removeprefix("error: ") if said else f"exit {done.returncode}"
    raise CicaregError(f"git failed in {where}: {last}")


def _told(header: str) -> tuple[str, int]:
    """Read what git says before a content."""
    blob, _, size = header.partition(" ")
    if not size.isdecimal():
        raise CicaregError(
            f"the index names content that the repository does not have: {blob}", hint="git fsck says what is lost"
        )
    return blob, int(size)


def _parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    start = 0
    while start < len(raw):
        end = raw.index(b"\n", start)
        blob, size = _told(raw[start:end].decode())
        yield blob, raw[end + 1 : end + 1 + size]
        start = end + size + 2
