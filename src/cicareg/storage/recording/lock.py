"""One act at a time: a lock that ends with the process that holds it."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from cicareg.storage.recording.refusing import refused
from cicareg.visible import visible_line

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_PAUSE = 0.05
_SHORTEST = 0.002
_TIMES = 12
_LONGEST = 400

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 20  # beyond what is written: who waits may read it

    def _taken(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Lock:
    """A lock that is held; it says who holds it."""

    def __init__(self, handle: int) -> None:
        """Take the open file."""
        self.handle = handle

    def tell(self, what: str) -> None:
        """Let those who wait read what is being done."""
        os.ftruncate(self.handle, 0)
        os.lseek(self.handle, 0, os.SEEK_SET)
        os.write(self.handle, f"{visible_line(what)[:_LONGEST]}, process {os.getpid()}".encode())


@contextlib.contextmanager
def locked(path: Path, wait: float, busy: str = "another act is being recorded") -> Iterator[Lock]:
    """Hold a lock; refused, with who holds it, where nobody gets on for so many seconds, or after twelve times that.

    `busy` says what is in the way then.
    """
    path.parent.mkdir(exist_ok=True)
    handle = os.open(path, _FLAGS, 0o666)
    try:
        _await(handle, wait, busy)
        lock = Lock(handle)
        lock.tell("which has just begun")
        yield lock
    finally:
        os.close(handle)


def _await(handle: int, wait: float, busy: str) -> None:
    """Take a lock as soon as it is free; who has waited longer looks more often, so that late-comers come later."""
    begun = since = time.monotonic()
    seen = _progress(handle)
    while not _taken(handle):
        now, new = time.monotonic(), _progress(handle)
        if new != seen:
            since, seen = now, new
        if now - since > wait or now - begun > _TIMES * wait:
            raise refused(f"{busy} ({_holder(handle)})", "wait for it, then try again")
        time.sleep(max(_SHORTEST, _PAUSE / (1 + 4 * (now - begun))))


def _progress(handle: int) -> tuple[int, bytes]:
    """Give what changes whenever somebody says what is being done now."""
    return os.fstat(handle).st_mtime_ns, _raw(handle)


def _raw(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, 8 * _LONGEST)


def _holder(handle: int) -> str:
    since = datetime.fromtimestamp(os.fstat(handle).st_mtime).astimezone()
    who = visible_line(_raw(handle).decode("utf-8", "replace"))
    return f"since {since:%Y-%m-%d %H:%M:%S}: {who or 'by another process'}"
