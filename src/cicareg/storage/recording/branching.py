"""The one moment at which something becomes true: a branch names another commit."""

from cicareg.storage import git
from cicareg.storage.recording.lock import Lock
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.refusing import refused_by_git
from cicareg.storage.recording.standing import tip
from cicareg.storage.recording.values import Base

OUR_MOVE = "cicareg: "  # how git's own list of where a branch has been tells our moves


class LostError(Exception):
    """Somebody else moved the branch meanwhile."""


def move_branch(places: Places, lock: Lock, base: Base, new: str, why: str) -> None:
    """Let the branch of a base name a commit; LostError where it has moved on, refused where git does not do it."""
    done = git.move_branch(places.top, base.branch, (base.commit, new), f"{OUR_MOVE}{why}", lock.handle)
    if done.well or git.holds(places.top, base.branch, new):
        return
    if tip(places) != base:
        raise LostError
    raise refused_by_git("git does not put the commit on the branch", done)
