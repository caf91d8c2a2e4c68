"""What an act would rest on, and whether the clone is in a state to record one."""

from pathlib import Path

from cicareg.storage import git
from cicareg.storage.recording.places import Places, places_of
from cicareg.storage.recording.refusing import refused
from cicareg.storage.recording.values import Base

_UNDER_WAY = {
    "MERGE_HEAD": ("a merge", "git merge --continue, or git merge --abort"),
    "rebase-merge": ("a rebase", "git rebase --continue, or git rebase --abort"),
    "rebase-apply": ("a rebase", "git rebase --continue, or git rebase --abort (git am --abort)"),
    "CHERRY_PICK_HEAD": ("a cherry-pick", "git cherry-pick --continue, or git cherry-pick --abort"),
    "REVERT_HEAD": ("a revert", "git revert --continue, or git revert --abort"),
    "sequencer": ("a cherry-pick or a revert", "git cherry-pick --continue, or git cherry-pick --abort"),
    "BISECT_LOG": ("a bisection", "git bisect reset"),
}
_NAME = 'git config user.name "First Last"; git config user.email name@example.org'


def base_of(root: Path) -> Base:
    """Give what an act would rest on; refused where the state of the clone does not allow one."""
    return standing(places_of(root))


def standing(places: Places) -> Base:
    """Do the same where the places are known."""
    for name, (what, hint) in _UNDER_WAY.items():
        if (places.own / name).exists():
            raise refused(f"{what} is not finished ({name})", f"finish it first: {hint}")
    base = tip(places)
    if base is None and git.on_branch(places.top):
        raise refused("the branch has no commit yet", f"git add {places.prefix}registry && git commit")
    if base is None:
        raise refused("no branch is checked out (detached HEAD): the act would be on none", "git switch BRANCH")
    if not git.has_identity(places.top):
        raise refused("git does not know who commits: user.name and user.email are not set", _NAME)
    return base


def tip(places: Places) -> Base | None:
    """Give branch and commit as they are now."""
    found = git.tip(places.top)
    return Base(*found) if found else None
