"""What the commits of a branch did to some files."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cicareg.storage.git.reading import read

_FIELDS = 5
_CONFIGURED = ("-c", "log.follow=false", "-c", "log.showRoot=true")
_OPTIONS = (
    *("--full-history", "--parents", "--topo-order", "--reverse", "--diff-merges=first-parent"),
    *("--raw", "-z", "--no-abbrev", "--find-renames", "--relative", "--no-ext-diff"),
    *("--encoding=UTF-8", "--no-show-signature", "--no-mailmap"),
)


class Moved(NamedTuple):
    """A file that a commit changed: its path before and after (nothing: it was not, or is no more), its content's id.

    Paths are those from the folder asked about.
    """

    old: str
    new: str
    blob: str


class Told(NamedTuple):
    """A commit: id, those it rests on among the commits told, author, when it was made, message, what it changed.

    What it changed is told beside the first commit that it rests on.
    """

    id: str
    parents: tuple[str, ...]
    name: str
    seconds: int
    message: str
    moved: tuple[Moved, ...]


def past(folder: Path, tip: str, paths: Sequence[str]) -> list[Told]:
    """Give the commits behind a tip that changed something at or below some paths, and the merges; the oldest first."""
    form = "--format=%H%x00%P%x00%an%x00%ct%x00%B%x00"
    raw = read(folder, *_CONFIGURED, "log", *_OPTIONS, form, tip, "--", *paths)
    return list(_commits(os.fsdecode(raw).split("\0")))


def _commits(parts: Sequence[str]) -> Iterator[Told]:
    at = 0
    while at + _FIELDS < len(parts):
        id_, parents, name, seconds, message = parts[at : at + _FIELDS]
        at += _FIELDS
        moved: list[Moved] = []
        while at < len(parts) and (about := parts[at].lstrip("\n"))[:1] in ("", ":"):
            at += 1
            if about:
                old, new = parts[at], parts[at + (about.split(" ")[4][0] == "R")]
                at += 2 if about.split(" ")[4][0] == "R" else 1
                moved.append(_moved(about, old, new))
        yield Told(
            id_.lstrip("\n"), tuple(parents.split()), _text(name), int(seconds or 0), _text(message), tuple(moved)
        )


def _moved(about: str, old: str, new: str) -> Moved:
    """Read what is said of a file: two modes, two ids, a letter."""
    before, after, _, blob, _ = about.removeprefix(":").split(" ")
    return Moved(old if _is_file(before) else "", new if _is_file(after) else "", blob if _is_file(after) else "")


def _is_file(mode: str) -> bool:
    return mode.startswith("100")


def _text(said: str) -> str:
    return os.fsencode(said).decode("utf-8", "replace")
