"""Open one file of a folder that may be hostile: never a link, never anything but a regular file."""

import errno
import os
import stat

from cicareg.errors import CicaregError
from cicareg.limits import MAX_BYTES

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
LINK = "a symbolic link in the register: put the file itself here"


class UnfitError(Exception):
    """The directory entry is not a file that is read; says in words what it is."""


def too_large(size: int, what: str, most: int) -> str:
    """Say that a file is larger than what it should be can be."""
    return f"the file has {size:,} bytes; {what} has at most {most:,}"


def read_file(path: str, what: str = "a record", *, most: int = MAX_BYTES, links: bool = False) -> bytes:
    """Give the bytes of a regular file of at most so many bytes; UnfitError for anything else.

    `what` names in messages what is read; with `links`, the file may be reached through a symbolic link.
    """
    if not links and not _NO_LINK and os.path.islink(path):  # noqa: PTH114  # Path would be built for every file
        raise UnfitError(LINK)
    try:
        handle = os.open(path, _FLAGS if links else _FLAGS | _NO_LINK)
    except OSError as error:
        if not links and error.errno in (errno.ELOOP, errno.EMLINK):
            raise UnfitError(LINK) from None
        raise CicaregError(f"{path} cannot be read: {error.strerror}") from None
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise UnfitError(f"a folder with the name of {what}")
        if not stat.S_ISREG(status.st_mode):
            raise UnfitError("not a regular file")
        if status.st_size > most:
            raise UnfitError(too_large(status.st_size, what, most))
        raw = os.read(handle, status.st_size + 1)
        return raw if len(raw) == status.st_size else raw + _rest(handle, most + 1 - len(raw))
    except OSError as error:
        raise CicaregError(f"{path} cannot be read: {error.strerror}") from None
    finally:
        os.close(handle)


def _rest(handle: int, left: int) -> bytes:
    """Read on in a file that did not come at once, or that grows."""
    parts = []
    while left > 0 and (part := os.read(handle, left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
