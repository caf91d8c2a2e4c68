"""The ids that git gives to contents."""

from hashlib import sha1, sha256
from pathlib import Path

from cicareg.storage.files import UnfitError, read_file

_HASHES = {"sha1": sha1, "sha256": sha256}


def id_of(raw: bytes, kind: str) -> str:
    """Give the id of a content in a repository of this kind (sha1 or sha256)."""
    return _HASHES[kind](b"blob %d\0%b" % (len(raw), raw), usedforsecurity=False).hexdigest()


def id_on_disk(path: Path, kind: str) -> str:
    """Give the id of what a file holds; nothing where there is none, `unfit` for what is no file."""
    if not path.is_symlink() and not path.exists():
        return ""
    try:
        return id_of(read_file(str(path)), kind)
    except UnfitError:
        return "unfit"


def kind_of(commit: str) -> str:
    """Give the kind of a repository by the length of its ids."""
    return "sha1" if len(commit) == 40 else "sha256"
