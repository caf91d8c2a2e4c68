"""Write a produced file: whole or not at all, never through a link."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from cicareg.errors import CicaregError
from cicareg.storage.files import UnfitError, read_file
from cicareg.visible import visible

_MASK = 0o666
_MOST = 16 * 1024 * 1024


def write_output(path: Path, raw: bytes) -> None:
    """Write the bytes to a file beside the target, then put it in place; CicaregError leaves the old file."""
    _replaceable(path)
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _failed(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))  # noqa: PTH101  # the name is text here
        os.replace(temporary, path)  # noqa: PTH105  # see above
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108  # see above
        raise _failed(path, error) from None


def write_outputs(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder, each whole or not at all; the folder is made where it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failed(folder, error) from None
    for name, raw in files.items():
        write_output(folder / name, raw)


def differing(folder: Path, files: Mapping[str, bytes], suffix: str) -> dict[str, str]:
    """Say, by name and in order, how a folder is other than if these files had just been written to it.

    A file with their suffix that is none of them is superfluous; what else lies there is somebody else's.
    """
    try:
        there = {name for name in os.listdir(folder) if name.endswith(suffix)}  # noqa: PTH208  # names only
    except FileNotFoundError:
        there = set()
    except OSError as error:
        raise CicaregError(f"{visible(str(folder))} cannot be compared: {error.strerror}") from None
    stale = {name for name, raw in files.items() if name in there and read_published(folder / name) != raw}
    found = {
        **dict.fromkeys(stale, "stale"),
        **dict.fromkeys(files.keys() - there, "missing"),
        **dict.fromkeys(there - files.keys(), "superfluous"),
    }
    return dict(sorted(found.items()))


def _replaceable(path: Path) -> None:
    """Refuse a folder, a device or a pipe (also behind a link): only files and links to them are replaced."""
    try:
        mode = path.stat().st_mode
    except OSError:  # nothing is there, or a link that leads nowhere
        return
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "not a regular file"
        raise CicaregError(f"{visible(str(path))} is {what} and is not replaced", hint="name a file")


def _mode(path: Path) -> int:
    """Give the mode of the file that is replaced, or what a new file gets here."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _MASK & ~mask


def _failed(path: Path, error: OSError) -> CicaregError:
    return CicaregError(f"{visible(str(path))} cannot be written: {error.strerror}", hint="nothing was changed")


def read_published(path: Path) -> bytes:
    """Give the bytes of a published file to compare with: a regular file of at most 16 MiB, or a link to one."""
    try:
        return read_file(str(path), "a published file", most=_MOST, links=True)
    except UnfitError as error:
        raise CicaregError(f"{visible(str(path))} cannot be compared: {error}") from None
