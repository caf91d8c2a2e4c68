"""The files that a new register begins with, and the new folder that they are written to."""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import cicareg
from cicareg.errors import UsageError
from cicareg.visible import visible

_PACKAGED = Path(cicareg.__file__).parent / "templates" / "_init"
_DOT = re.compile(r"(?<![^/])dot-")  # a packaged file that began with a dot would be taken for one of the package
_PROGRAMS = ".githooks/"


def starting_files(variant: str) -> dict[str, bytes]:
    """Give the files of a new register by their paths: those that all have, and those of a variant."""
    found = {}
    for folder in (_PACKAGED / "common", _PACKAGED / variant):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                found[_DOT.sub(".", path.relative_to(folder).as_posix())] = path.read_bytes()
    return found


@contextlib.contextmanager
def new_folder(folder: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """Write files to a folder that is empty or not there; where what follows fails, nothing of it is left."""
    _refuse(folder)
    made: list[Path] = []
    ours = False
    try:
        for path, raw in files.items():
            _write(folder / path, raw, 0o777 if path.startswith(_PROGRAMS) else 0o666, made)
        ours = not os.path.lexists(folder / ".git")
        yield
    except BaseException:
        if ours:
            shutil.rmtree(folder / ".git", ignore_errors=True)
        _undo(made)
        raise


def _refuse(folder: Path) -> None:
    """Refuse a folder that something is in."""
    name = visible(str(folder))
    if os.path.lexists(folder) and not folder.is_dir():
        raise UsageError(f"{name} is not a folder", hint="name a new folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"{name} is not empty: nothing is overwritten", hint="name a new folder")


def _write(path: Path, raw: bytes, mode: int, made: list[Path]) -> None:
    """Write a file that is not there yet, and the folders above it; note what was made."""
    for above in reversed([parent for parent in path.parents if not parent.exists()]):
        above.mkdir()
        made.append(above)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    made.append(path)
    with os.fdopen(handle, "wb") as file:
        file.write(raw)


def _undo(made: list[Path]) -> None:
    """Take away what was made; what somebody else put there meanwhile stays."""
    for path in reversed(made):
        with contextlib.suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
