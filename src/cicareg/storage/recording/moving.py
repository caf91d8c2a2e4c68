"""Move the branch forward to a commit that rests on others' work, and the files with it.

What the person has changed and not committed stays as it is; where it stands in the way, nothing is moved.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cicareg.storage import git
from cicareg.storage.blobs import ABSENT
from cicareg.storage.recording.branching import LostError, move_branch
from cicareg.storage.recording.disk import keep_files
from cicareg.storage.recording.healing import heal
from cicareg.storage.recording.indexing import copy_index, drop_copy, index_held, put_index
from cicareg.storage.recording.journal import Journal, remove_journal
from cicareg.storage.recording.lock import Lock
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.refusing import refused, refused_by_git
from cicareg.storage.recording.standing import tip
from cicareg.storage.recording.values import Base
from cicareg.visible import visible_line

_NAMED = re.compile(r"'([^'\n]+)'|^\t(.+)$", re.MULTILINE)


def refuse_in_the_way(places: Places, base: Base, new: str) -> None:
    """Refuse where moving to a commit would lose what the person has not committed."""
    with _copied(places):
        _refuse(places, base, new)
    drop_copy(places)


def move_to(places: Places, lock: Lock, base: Base, new: str, why: str) -> str:
    """Move branch and files from their base to a commit; LostError where the branch has moved on.

    Gives what is to be said of files that somebody changed in that very moment.
    """
    with _copied(places) as index:
        if tip(places) != base:
            raise LostError
        _refuse(places, base, new)
        Journal(base.branch, base.commit, new, False, (), {}, whole=True).write(places.aside)
        move_branch(places, lock, base, new, why)
        done = git.read_step(places.top, index, base.commit, new, dry=False)
        if done.well:
            keep_files(places.top, git.steps(places.top, base.commit, new))
            put_index(places, ())
    if not done.well:  # somebody was faster than we looked
        return heal(places).said
    drop_copy(places)
    remove_journal(places.aside)
    return ""


@contextmanager
def _copied(places: Places) -> Iterator[Path]:
    """Hold the index, and give a copy of it that knows the files as they are."""
    with index_held(places):
        copy_index(places, {})
        index = places.aside / "index"
        git.refresh(places.top, index)
        yield index


def _refuse(places: Places, base: Base, new: str) -> None:
    hint = "commit your own changes first, or put them aside: git stash, cicareg sync, git stash pop"
    blocked = list(_unknown(places, base, new))
    if blocked:
        raise _in_the_way(blocked, "move your own files elsewhere, then cicareg sync")
    done = git.read_step(places.top, places.aside / "index", base.commit, new, dry=True)
    if not done.well:
        found = [one or other for one, other in _NAMED.findall(done.said)]
        raise _in_the_way(found, hint) if found else refused_by_git("git cannot move the files", done)


def _unknown(places: Places, base: Base, new: str) -> Iterator[str]:
    """Yield the files that would come, and in whose place something stands that git does not know."""
    come = [path for path, step in git.steps(places.top, base.commit, new).items() if step.old[0] == ABSENT]
    staged = git.differing(places.top, ".", None, base.commit)
    for path in come:
        if os.path.lexists(places.top / path) and path not in staged:
            yield path


def _in_the_way(paths: Iterable[str], hint: str) -> Exception:
    named = ", ".join(dict.fromkeys(visible_line(path) for path in paths))
    return refused(f"what others changed would overwrite work of yours that is not committed: {named}", hint)
