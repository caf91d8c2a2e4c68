"""Open one file of a folder that may be hostile: never a link, never anything but a regular file."""

import os
import stat

from cicareg.errors import CicaregError
from cicareg.yaml_text import MAX_BYTES

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class UnfitError(Exception):
    """The directory entry is not a file that is read; says in words what it is."""


def read_file(path: str, what: str = "a record", *, most: int = MAX_BYTES, links: bool = False) -> bytes:
    """Give the bytes of a regular file of at most so many bytes; UnfitError for anything else.

    `what` names in messages what is read; with `links`, the file may be reached through a symbolic link.
    """
    if not links and os.path.islink(path):  # noqa: PTH114  # one system call; Path would be built for every file
        raise UnfitError("a symbolic link in the register: put the file itself here")
    try:
        handle = os.open(path, _FLAGS if links else _FLAGS | _NO_LINK)
    except OSError as error:
        raise CicaregError(f"{path} cannot be read: {error.strerror}") from None
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise UnfitError(f"a folder with the name of {what}")
        if not stat.S_ISREG(status.st_mode):
            raise UnfitError("not a regular file")
        if status.st_size > most:
            raise UnfitError(f"the file has {status.st_size:,} bytes; {what} has at most {most:,}")
        return _whole(handle, path, most + 1)
    finally:
        os.close(handle)


def _whole(handle: int, path: str, left: int) -> bytes:
    parts = []
    try:
        while left and (part := os.read(handle, left)):
            parts.append(part)
            left -= len(part)
    except OSError as error:
        raise CicaregError(f"{path} cannot be read: {error.strerror}") from None
    return b"".join(parts)
