"""Where what is remembered of a register lies: with its repository, else in the user's cache folder.

CICAREG_CACHE names another folder for it, absolute.
"""

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

_FOLDER = "cicareg"


def memory_of(root: Path, environment: Mapping[str, str]) -> Path | None:
    """Give the file for what is remembered of the register in a folder; None where there is no place for it."""
    folder = os.path.realpath(root)
    beside = _told(environment) or _git_folder(folder) or _user_folder(environment)
    if beside is None:
        return None
    return Path(beside) / _FOLDER / f"{crc32(os.fsencode(folder)):08x}.sqlite"


def _told(environment: Mapping[str, str]) -> str | None:
    told = environment.get("CICAREG_CACHE", "")
    return told if os.path.isabs(told) else None  # noqa: PTH117  # a Path is slow


def _git_folder(folder: str) -> str | None:
    """Find the git directory of the repository that a folder stands in, without running git."""
    while True:
        dot_git = os.path.join(folder, ".git")  # noqa: PTH118  # a Path for every folder is slow
        try:
            mode = os.lstat(dot_git).st_mode
        except OSError:
            mode = 0
        if stat.S_ISDIR(mode):
            return dot_git
        if stat.S_ISREG(mode):
            return _pointed_to(dot_git)
        parent = os.path.dirname(folder)  # noqa: PTH120  # see above
        if parent == folder:
            return None
        folder = parent


def _pointed_to(dot_git: str) -> str | None:
    """Follow the file that stands for the git directory in a linked working tree or a submodule."""
    try:
        with open(dot_git, encoding="utf-8") as file:  # noqa: PTH123  # see above
            line = file.read(4096).strip()
    except (OSError, UnicodeDecodeError):
        return None
    target = os.path.join(os.path.dirname(dot_git), line.removeprefix("gitdir: "))  # noqa: PTH118, PTH120
    return target if line.startswith("gitdir: ") and _is_repository(target) else None


def _is_repository(folder: str) -> bool:
    """Tell whether git made this folder: a file in an unpacked archive may point anywhere."""
    return os.path.isfile(os.path.join(folder, "HEAD"))  # noqa: PTH113, PTH118  # see above


def _user_folder(environment: Mapping[str, str]) -> str | None:
    if sys.platform == "win32":
        return environment.get("LOCALAPPDATA") or None
    if environment.get("XDG_CACHE_HOME", "").startswith("/"):
        return environment["XDG_CACHE_HOME"]
    home = environment.get("HOME", "")
    if not home.startswith("/") or not os.path.isdir(home):  # noqa: PTH112  # see above
        return None
    return f"{home}/Library/Caches" if sys.platform == "darwin" else f"{home}/.cache"
