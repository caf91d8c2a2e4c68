"""The register as it is staged: what the next commit would hold, whatever the working tree says."""

from collections.abc import Mapping
from pathlib import Path

from cicareg.errors import CicaregError
from cicareg.layout import ROOT, TOP
from cicareg.storage import git
from cicareg.storage.blobs import id_of, kind_of
from cicareg.storage.entries import named, weighed
from cicareg.storage.worktree import Listed, refuse_large
from cicareg.visible import visible_line


def read_staged(root: Path, index: str | None) -> tuple[Mapping[str, bytes], Listed]:
    """Give the record files that are staged in a folder, and what is unfit among them; the same as in a folder.

    `index` is the file that git uses as index instead of its own, where a hook was told of one.
    """
    entries = _entries(root, index)
    _refuse(entries)
    found, unfit = named(entries)
    sizes = git.sizes(root, dict.fromkeys(found.values()))
    found, listed = weighed(found, unfit, sizes)
    refuse_large(listed)
    raw = git.contents(root, dict.fromkeys(found.values()))
    return {path: raw[blob] for path, blob in sorted(found.items())}, listed


def _entries(root: Path, index: str | None) -> list[git.Entry]:
    """List what is staged; of what was only announced (`git add -N`), the index has an empty file."""
    entries = git.staged(root, ROOT, index)
    kind = kind_of(entries[0].blob) if entries else "sha1"
    empty, nothing = (id_of(b"", kind, what) for what in ("blob", "tree"))
    if all(entry.blob != empty for entry in entries):
        return entries
    held = git.differing(root, ROOT, index, nothing)
    return [entry for entry in entries if entry.path in held]


def _refuse(entries: list[git.Entry]) -> None:
    """Refuse an index that holds no register, or more than one."""
    unmerged = sorted({entry.path for entry in entries if entry.stage != "0"})
    if unmerged:
        more = f" and {len(unmerged) - 1} more" if len(unmerged) > 1 else ""
        message = f"two versions were joined and are not settled: git has several of {visible_line(unmerged[0])}{more}"
        raise CicaregError(message, hint=f"settle in each file what differs, then: git add {ROOT}")
    if any(entry.path == ROOT for entry in entries):
        raise CicaregError(f"the next commit would have {ROOT} as a link or another repository: it must be a folder")
    if not any(entry.path == TOP for entry in entries):
        raise CicaregError(f"the next commit would hold no register: git was not told of {TOP}", hint=f"git add {ROOT}")
