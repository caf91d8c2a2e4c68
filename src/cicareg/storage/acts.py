"""The acts in the history of the branch: commits whose messages tell of them."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from cicareg.layout import ROOT
from cicareg.storage import git
from cicareg.storage.blobs import ABSENT

_MOST = (16, 1024, -1)  # how many commits are looked at: what is wanted is mostly among the newest; -1 is all


class Kept(NamedTuple):
    """The commit of an act: its id and message, and its files before (None: there was none) and after, by path.

    Paths are those from the register's folder. `by` and `on` say who recorded it on which day where that was not
    the person who asks.
    """

    commit: str
    message: str
    before: Mapping[str, bytes | None]
    after: Mapping[str, bytes]
    by: str = ""
    on: str = ""


def find_act(root: Path, operation: str, wanted: Callable[[str], bool]) -> Kept | None:
    """Give the act of an operation; `wanted` tells by the whole message, since its words may stand in any message."""
    return _found(root, f"^Operation: {re.escape(operation)}$", lambda told: wanted(told.message))


def find_last(root: Path, names: Iterable[str], wanted: Callable[[str], bool]) -> Kept | None:
    """Give the last act of the person who asks that has one of these names; `wanted` tells by the whole message.

    It is told those of others too, the newest first; if it is asked again, from the newest on.
    """
    mine = git.author(root)
    pattern = f"^Act: ({'|'.join(map(re.escape, names))})$"
    return _found(root, pattern, lambda told: wanted(told.message) and told.email == mine)


def find_line(root: Path, part: str, wanted: Callable[[str], bool]) -> str | None:
    """Give the newest message in which a line holds a text, of those that are wanted."""
    told = _told(root, re.escape(part), lambda told: wanted(told.message))
    return told.message if told else None


def _found(root: Path, pattern: str, is_it: Callable[[git.Commit], bool]) -> Kept | None:
    told = _told(root, pattern, is_it)
    return _kept(root, told) if told else None


def _told(root: Path, pattern: str, is_it: Callable[[git.Commit], bool]) -> git.Commit | None:
    for most in _MOST:
        told = git.matching(root, pattern, most)
        found = next((each for each in told if is_it(each)), None)
        if found is not None:
            return found
        if most < 0 or len(told) < most:
            return None
    return None


def _kept(root: Path, told: git.Commit) -> Kept:
    _, prefix, *_ = git.layout(root)
    made = git.made(root, told.id)
    kept = {path: id_ for path, (mode, id_) in made.changes.items() if mode != ABSENT}
    paths = {path.removeprefix(prefix): id_ for path, id_ in kept.items() if path.startswith(f"{prefix}{ROOT}/")}
    parent = made.parents[0] if made.parents else ""
    old = git.ids(root, parent, made.changes) if parent else {}
    raw = git.contents(root, dict.fromkeys([*paths.values(), *old.values()]))
    other = told.email != git.author(root)
    return Kept(
        told.id,
        told.message,
        {path: raw[old[prefix + path]] if prefix + path in old else None for path in paths},
        {path: raw[id_] for path, id_ in paths.items()},
        told.name if other else "",
        told.day if other else "",
    )
