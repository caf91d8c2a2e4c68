"""The register in a folder: find it, see which files it has, and read them as a tree."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cicareg.errors import CicaregError
from cicareg.finding import Finding, Place, Severity
from cicareg.layout import ROOT
from cicareg.lazy import LazyMapping
from cicareg.limits import MAX_BYTES
from cicareg.storage.files import LINK, UnfitError, read_file, too_large
from cicareg.visible import visible, visible_line

TAB = "\t"
_MAX_TOTAL = 32 * 1024 * 1024
DEEPEST = 8  # folders, registry/ among them
FOLDER = "a folder with the name of a record"
IRREGULAR = "not a regular file"
_YAML = re.compile(r"\.ya?ml$", re.IGNORECASE)
_OTHER = re.compile(r"\.md$|^README|^LICENSE|~$", re.IGNORECASE)  # files that nobody takes for a record


@dataclass(slots=True)
class Listed:
    """The entries of a register's folders: record files, with what the system says of them, and what is unfit.

    `stats` has for each folder a line a file, in the order of the names: name, a tab, times of the last change
    in nanoseconds, size, number. Where a line is the same, so is the file, unless it was changed again in the
    moment that it was listed. `unfit` says by path why an entry that should be a record is not read.
    """

    stats: dict[str, list[str]] = field(default_factory=dict)
    unfit: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def paths(self) -> Iterator[str]:
        """Yield the paths of all files."""
        for folder, lines in self.stats.items():
            for line in lines:
                yield f"{folder}/{line.partition(TAB)[0]}"

    def findings(self) -> tuple[Finding, ...]:
        """Give a finding for each entry that is unfit."""
        places = ((Place(visible_line(path), 1, 1, 1, 1), said) for path, said in self.unfit.items())
        return tuple(Finding(place, Severity.ERROR, "file", said) for place, said in places)


def look(root: Path) -> Listed:
    """List every record file below `registry/`; links are not followed, nothing is opened."""
    if (root / ROOT).is_symlink():
        raise CicaregError(f"{visible(str(root / ROOT))} is a symbolic link: the register must be a folder")
    listed = Listed()
    _list(str(root), ROOT, listed)
    refuse_large(listed)
    return listed


def refuse_large(listed: Listed) -> None:
    """Refuse a register that is larger than any is."""
    if listed.size > _MAX_TOTAL:
        raise CicaregError(f"the register is larger than {_MAX_TOTAL:,} bytes")


def named_like_a_record(name: str) -> bool:
    """Tell whether somebody might take the name of a file for that of a record."""
    return _YAML.search(name) is not None


def is_other(name: str) -> bool:
    """Tell whether a file is one that nobody takes for a record."""
    return not name.endswith(".yaml") and _OTHER.search(name) is not None


def _list(root: str, folder: str, listed: Listed) -> None:
    lines = listed.stats[folder] = []
    for entry in _sorted(root, folder):
        name, path = entry.name, f"{folder}/{entry.name}"
        regular = entry.is_file(follow_symlinks=False)
        if entry.is_dir(follow_symlinks=False) and not named_like_a_record(name) and path.count("/") <= DEEPEST:
            _list(root, path, listed)
            continue
        if regular and is_other(name):
            continue
        status = entry.stat(follow_symlinks=False)
        if said := problem(path) or (not regular and _no_file(status)) or _too_large(status):
            listed.unfit[path] = said
        else:
            listed.size += status.st_size
            lines.append(f"{name}{TAB}{status_line(status)}")


def status_line(status: os.stat_result) -> str:
    """Give what tells whether a file was changed: two times in nanoseconds, size, number."""
    return f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino}"


def _sorted(root: str, folder: str) -> list[os.DirEntry[str]]:
    """Give the entries of a folder by name; hidden ones are not ours."""
    try:
        with os.scandir(os.path.join(root, folder)) as listing:  # noqa: PTH118  # a Path for every file is slow
            found = [entry for entry in listing if not entry.name.startswith(".")]
    except OSError as error:
        raise CicaregError(f"{visible(folder)} cannot be read: {error.strerror}") from None
    return sorted(found, key=lambda entry: entry.name)


def problem(path: str) -> str | None:
    """Say why a file is no record by its name: it lies too deep, cannot be printed, or lost its ending."""
    if path.count("/") > DEEPEST:
        return f"more than {DEEPEST} folders deep: neither this nor what is below is read"
    if not path.isprintable() or (not path.isascii() and visible_line(path) != path):
        return "the file name holds characters that cannot be printed: rename the file"
    if not path.endswith(".yaml") and not named_like_a_record(path):
        return "no record: the name of a record's file ends in .yaml; keep other files elsewhere"
    return None


def _no_file(status: os.stat_result) -> str:
    if stat.S_ISLNK(status.st_mode):
        return LINK
    return FOLDER if stat.S_ISDIR(status.st_mode) else IRREGULAR


def _too_large(status: os.stat_result) -> str | None:
    return too_large(status.st_size, "a record", MAX_BYTES) if status.st_size > MAX_BYTES else None


class Worktree(LazyMapping[bytes]):
    """The record files of a folder as a tree; a file is read when it is asked for."""

    def __init__(self, root: Path, listed: Listed) -> None:
        """Take the folder and what was listed there."""
        super().__init__(dict.fromkeys(listed.paths()))
        self._root = str(root)

    def __getitem__(self, path: str) -> bytes:
        """Read a file; CicaregError where it is no longer what was listed."""
        if path not in self:
            raise KeyError(path)
        try:
            return read_file(os.path.join(self._root, path))  # noqa: PTH118  # see above
        except UnfitError as error:
            raise CicaregError(f"{path} changed while the register was read: {error}", hint="try again") from None
