"""What git calls a file: the mode that a tree has it with, and the id of its content."""

import importlib
from functools import cache
from pathlib import Path
from typing import Any

from cicareg.storage.files import UnfitError, read_file

REGULAR, PROGRAM = "100644", "100755"
FILES = (REGULAR, PROGRAM)
LINK = "120000"
SUBMODULE = "160000"
ABSENT = "000000"  # what a difference says of a side that has no such file


def id_of(raw: bytes, kind: str, what: str = "blob") -> str:
    """Give the id of a content (or of another object) in a repository of this kind (sha1 or sha256)."""
    return digest_of(raw, kind, what).hex()


def digest_of(raw: bytes, kind: str = "sha1", what: str = "blob") -> bytes:
    """Give the same as bytes."""
    found: bytes = _hash(kind)(b"%b %d\0%b" % (what.encode(), len(raw), raw), usedforsecurity=False).digest()
    return found


@cache
def _hash(kind: str) -> Any:
    """Load hashlib when it is needed: it takes as long as all the rest."""
    return getattr(importlib.import_module("hashlib"), kind)


def id_on_disk(path: Path, kind: str) -> str:
    """Give the id of what a file holds; nothing where there is none, `unfit` for what is no file."""
    if not path.is_symlink() and not path.exists():
        return ""
    try:
        return id_of(read_file(str(path)), kind)
    except UnfitError:
        return "unfit"


def kind_of(id_: str) -> str:
    """Give the kind of a repository by the length of its ids."""
    return "sha1" if len(id_) == 40 else "sha256"
