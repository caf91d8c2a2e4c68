"""Run the git program, in an environment that says nothing of another repository."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from cicareg.errors import CicaregError, Exit
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
PATHSPECS = frozenset(f"GIT_{how}_PATHSPECS" for how in ("LITERAL", "GLOB", "NOGLOB", "ICASE"))
_FOREIGN = LOCAL | PATHSPECS
_QUIET = {"LC_ALL": "C", "LANGUAGE": "C", "GIT_TERMINAL_PROMPT": "0"}


def require() -> str:
    """Give the program git; refused where there is none."""
    program = shutil.which("git")
    if program is None:
        raise CicaregError("the program git was not found: it is not installed, or not on the PATH")
    return program


def environment(more: Mapping[str, str], dropped: frozenset[str] = _FOREIGN) -> dict[str, str]:
    """Give this process's environment without what it says of a repository, and with more."""
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, **_QUIET, **more}


def run(
    folder: Path, words: tuple[str, ...], surroundings: dict[str, str], given: bytes = b"", held: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, among our processes, so that what interrupts us interrupts it.

    The open file `held` stays open until it has ended, too.
    """
    command = [require(), "-C", str(folder), *words]
    kept = () if held is None or sys.platform == "win32" else (held,)
    done = subprocess.run(  # noqa: S603  # git, with words of ours
        command, env=surroundings, input=given, capture_output=True, check=False, pass_fds=kept
    )
    if done.returncode == -signal.SIGINT:  # it may hear of it before we do
        raise KeyboardInterrupt
    return done


def checked(folder: Path, done: subprocess.CompletedProcess[bytes], code: Exit = Exit.UNREADABLE) -> bytes:
    """Give what git printed; where it failed, say so in our words as far as they are known."""
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "backslashreplace").strip()
    where = visible(str(folder))
    if "not a git repository" in said:
        raise CicaregError(f"{where} is not in a git repository", code=code)
    if "dubious ownership" in said:
        hint = "if you trust it: git config --global --add safe.directory, then the top folder of the repository"
        raise CicaregError(
            f"{where} is in a repository that belongs to somebody else: git does not read it", hint=hint, code=code
        )
    last = said.splitlines()[-1].removeprefix("fatal: ").removeprefix("error: ") if said else f"exit {done.returncode}"
    raise CicaregError(f"git failed in {where}: {last}", code=code)
