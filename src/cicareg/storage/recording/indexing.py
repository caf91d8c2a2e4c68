"""The index of the person's own working tree: locked as git locks it, changed in a copy, put in place whole.

Our lock is known by what it holds: it comes into being with these words in it, where git's own is empty or an index.
So a lock that a killed run left is told from one of somebody else.
"""

import contextlib
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from cicareg.storage import git
from cicareg.storage.recording.disk import keep_folder, write_new
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.refusing import NOTHING, refused, refused_by_git
from cicareg.visible import visible

_OURS = b"cicareg records an act\n"
_PAUSE = 0.05
_WAIT = 2.0


@contextlib.contextmanager
def index_held(places: Places, *, but: str = NOTHING) -> Iterator[None]:
    """Keep others from staging and committing; refused where somebody else does, saying what is true already."""
    lock = _lock(places)
    mark = places.aside / "mark"
    places.aside.mkdir(exist_ok=True)
    write_new(mark, _OURS)
    end = time.monotonic() + _WAIT
    while not _linked(mark, lock):
        if time.monotonic() > end:
            raise _held_by_another(lock, but)
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def refuse_held(places: Places) -> None:
    """Refuse where somebody else keeps the index locked for longer than a moment."""
    end = time.monotonic() + _WAIT
    while _lock(places).exists():
        if time.monotonic() > end:
            raise _held_by_another(_lock(places), NOTHING)
        time.sleep(_PAUSE)


def release_ours(places: Places) -> None:
    """Take away the lock that a killed run of ours left."""
    with contextlib.suppress(FileNotFoundError):
        if _lock(places).read_bytes() == _OURS:
            _lock(places).unlink()


def copy_index(places: Places, files: Mapping[str, tuple[str, str]]) -> None:
    """Make a copy of the index that has for these files this mode and this content."""
    shutil.copyfile(places.index_file, _copy(places))
    done = git.set_staged(places.top, _copy(places), files)
    if not done.well:
        raise refused_by_git("git cannot note what the next commit would hold", done)


def put_index(places: Places, paths: Iterable[str]) -> None:
    """Put the copy in the place of the index; the files it was made for are in place already."""
    git.look_again(places.top, _copy(places), paths)  # where that fails, git will compare these files itself
    _copy(places).replace(places.index_file)
    keep_folder(places.index_file.parent)


def drop_copy(places: Places) -> None:
    """Take away what a run left that did not come to its end."""
    for name in ("index", "index.lock", "mark", "message"):
        (places.aside / name).unlink(missing_ok=True)


def _lock(places: Places) -> Path:
    return places.index_file.with_name(f"{places.index_file.name}.lock")


def _copy(places: Places) -> Path:
    return places.aside / "index"


def _linked(mark: Path, lock: Path) -> bool:
    """Let the lock be, with its words, unless there is one."""
    try:
        os.link(mark, lock)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        try:
            _write_exclusive(lock)
        except FileExistsError:
            return False
    return True


def _write_exclusive(lock: Path) -> None:
    """Make the lock where it cannot come into being at once."""
    with lock.open("xb") as file:
        file.write(_OURS)


def _held_by_another(lock: Path, but: str) -> Exception:
    try:
        since = f" (since {datetime.fromtimestamp(lock.stat().st_mtime).astimezone():%Y-%m-%d %H:%M:%S})"
    except FileNotFoundError:
        since = ""
    hint = "wait until git is done; if no git is running, nothing needs that file: delete it"
    return refused(
        f"another git program is at work here, or was broken off: its lock is {visible(str(lock))}{since}",
        hint,
        but=but,
    )
