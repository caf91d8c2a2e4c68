"""Bring to an end what a run began that was stopped: forward if the branch holds it, else back. The branch decides."""

import time
from pathlib import Path
from typing import NamedTuple

from cicareg.errors import CicaregError
from cicareg.storage import git
from cicareg.storage.recording.following import follow
from cicareg.storage.recording.indexing import copy_index, drop_copy, index_held, put_index, release_ours
from cicareg.storage.recording.journal import Journal, began, read_journal, remove_journal
from cicareg.storage.recording.making import remove_folder
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.putting import settle
from cicareg.storage.recording.refusing import refused
from cicareg.visible import visible_line

_MOMENT = 1.0


class Healed(NamedTuple):
    """What was found: the commit that a stopped run had recorded, and one line where there was anything to do."""

    commit: str | None
    said: str


def heal(places: Places) -> Healed:
    """Bring to an end what was begun; may be done again at any time, under the lock."""
    release_ours(places)
    left = remove_folder(places)
    journal = read_journal(places.aside)
    drop_copy(places)
    if journal is None:
        return Healed(None, "an act that was interrupted is not recorded; what it left is gone" if left else "")
    _release_branch(places, journal)
    if journal.commit and not has_landed(places, journal):
        settle(places.top, journal, (), places.kind)
        remove_journal(places.aside)
        what = "a sync" if journal.whole else "an act"
        return Healed(None, f"{what} that was interrupted is not recorded; what it left is gone")
    if journal.whole:
        stay = told(_followed(places, journal))
        return Healed(None, f"a sync that was interrupted is finished{stay and '; '}{stay}")
    stay = told(_finished(places, journal))
    what = f"recorded as {journal.commit}" if journal.commit else "written" if journal.decided else "not written"
    return Healed(journal.commit or None, f"an act that was interrupted is {what}{stay and '; '}{stay}")


def has_landed(places: Places, journal: Journal) -> bool:
    """Tell whether an act is recorded: whether its branch, any other, or what is checked out holds its commit.

    A branch may have been renamed since. Refused where git cannot tell: then all stays as it is.
    """
    if not journal.commit:
        return False
    try:
        return _is_on_branch(places, journal) or git.is_held(places.top, journal.commit)
    except CicaregError as error:
        doubt = f"whether {journal.commit} is recorded, which was interrupted, cannot be told: {error.message}"
        hint = "git fsck says what is broken; once that is right, the next act finds out"
        raise refused(f"{doubt}; what waits for it is kept", hint, but="nothing else was recorded") from None


def _is_on_branch(places: Places, journal: Journal) -> bool:
    try:
        return git.holds(places.top, journal.branch, journal.commit)
    except CicaregError:  # the branch is gone, or what it names is
        return False


def finish(places: Places, journal: Journal) -> list[str]:
    """Put in place what a commit or the journal says is true; give the files that somebody changed: they stay."""
    return settle(places.top, journal, _forward(places, journal), places.kind)


def told(stay: list[str]) -> str:
    """Say which files stay as somebody made them."""
    return f"changed meanwhile and left as it is: {', '.join(map(visible_line, stay))}" if stay else ""


def _finished(places: Places, journal: Journal) -> list[str]:
    if not journal.commit:
        stay = finish(places, journal)
        remove_journal(places.aside)
        return stay
    but = f"an act is recorded as {journal.commit}, and its files follow when that is over"
    with index_held(places, but=but):
        staged = git.differing(places.top, ".", None, journal.base)
        forward = _forward(places, journal)
        behind = {
            path: (journal.targets[path].mode, journal.targets[path].new) for path in forward if path not in staged
        }
        copy_index(places, behind)
        stay = finish(places, journal)
        put_index(places, behind.keys() - stay)
    drop_copy(places)
    remove_journal(places.aside)
    return stay


def _followed(places: Places, journal: Journal) -> list[str]:
    stay = follow(places, journal.base, journal.commit)
    remove_journal(places.aside)
    return stay


def _forward(places: Places, journal: Journal) -> list[str]:
    """Give the targets that shall be put in place: those of which the checked-out commit says so."""
    if not journal.commit:
        return list(journal.targets) if journal.decided else []
    now = git.ids(places.top, "HEAD", journal.targets)
    return [path for path, target in journal.targets.items() if now.get(path) == target.new]


def _release_branch(places: Places, journal: Journal) -> None:
    """Take away the locks of the branch that our own git left when it was killed.

    One that holds the commit of the journal is ours. An empty one is, where it is not older than the journal and
    stays as it is for a moment: git holds an empty lock no longer than that.
    """
    if not journal.commit:
        return
    since = began(places.aside)
    locks = [places.common / f"{journal.branch}.lock", places.own / "HEAD.lock"]
    doubtful = [lock for lock in locks if _is_ours(lock, journal.commit, since) is None]
    if doubtful:
        time.sleep(_MOMENT)
    for lock in locks:
        if _is_ours(lock, journal.commit, since) is not False and lock.exists():
            lock.unlink(missing_ok=True)


def _is_ours(lock: Path, commit: str, since: float) -> bool | None:
    try:
        raw, written = lock.read_bytes(), lock.stat().st_mtime
    except FileNotFoundError:
        return False
    if raw.strip() == commit.encode():
        return True
    return None if not raw and written >= since else False
