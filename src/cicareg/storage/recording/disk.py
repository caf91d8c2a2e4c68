"""Write so that it is still there after a power cut."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_new(path: Path, raw: bytes, mode: int = 0o666) -> None:
    """Write a file that nothing else has a hand in: what bore its name is taken away, not written through."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    handle = os.open(path, _NEW, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, raw: bytes) -> None:
    """Write a file of ours anew, whole or not at all."""
    fresh = path.with_name(f"{path.name}.new")
    write_new(fresh, raw)
    fresh.replace(path)
    keep_folder(path.parent)


def keep_files(top: Path, paths: Iterable[str]) -> None:
    """See to it that what these files hold lasts, and their names."""
    folders = set()
    for path in paths:
        folders.add((top / path).parent)
        with contextlib.suppress(OSError):  # it is gone, or no file
            _keep(top / path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    keep_folders(folders)


def keep_folders(folders: Iterable[Path]) -> None:
    """See to it that the names in folders last; one that is gone has none."""
    for folder in sorted(set(folders)):
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            keep_folder(folder)


def keep_folder(folder: Path) -> None:
    """See to it that the names in a folder last."""
    if os.name == "posix":  # elsewhere a folder cannot be opened, and its names are kept in order by the system
        _keep(folder, os.O_RDONLY)


def _keep(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
