"""How the files of a working tree go from one commit to another, with an index that is given."""

import os
from collections.abc import Iterable
from pathlib import Path

from cicareg.storage.git.recording import NO_HOOKS, Done, done
from cicareg.storage.git.running import INDEX


def read_step(top: Path, index: Path, old: str, new: str, *, dry: bool) -> Done:
    """Take files and index from one commit to another; refused, with nothing done, where that would lose work."""
    words = ("read-tree", "-m", "-u", *(("-n",) if dry else ()), old, new)
    return _run(top, index, words)


def refresh(top: Path, index: Path) -> None:
    """Let an index know which files are as it has them."""
    _run(top, index, ("update-index", "-q", "--refresh"))


def put_staged(top: Path, index: Path, paths: Iterable[str]) -> Done:
    """Write these files as an index has them, over what is there."""
    return _run(top, index, ("checkout-index", "--force", "-z", "--stdin"), _zeros(paths))


def kept_as(top: Path, paths: Iterable[str]) -> dict[str, str]:
    """Give the ids that these regular files of the working tree would have in a commit."""
    asked = [path for path in paths if "\n" not in path]
    if not asked:
        return {}
    given = os.fsencode("".join(f"{path}\n" for path in asked))
    told = _run(top, None, ("hash-object", "--stdin-paths"), given)
    return dict(zip(asked, told.out.splitlines(), strict=True)) if told.well else {}


def id_kept_as(top: Path, path: str, raw: bytes) -> str | None:
    """Give the id that a content would have in a commit at this path, as filters make it; None where one fails."""
    told = _run(top, None, ("hash-object", "--stdin", "--path", path), raw)
    return told.out.strip() if told.well else None


def _zeros(paths: Iterable[str]) -> bytes:
    return os.fsencode("".join(f"{path}\0" for path in paths))


def _run(top: Path, index: Path | None, words: tuple[str, ...], given: bytes = b"") -> Done:
    return done(top, (*NO_HOOKS, *words), {INDEX: str(index)} if index else {}, given)
