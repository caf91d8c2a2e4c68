"""What an act would rest on, and whether the clone is in a state to record one."""

from pathlib import Path

from cicareg.storage import git
from cicareg.storage.recording.places import Places, places_of
from cicareg.storage.recording.refusing import refused
from cicareg.storage.recording.values import Base

_REBASE = "putting commits on top of others (git rebase)"
_PICK = "copying a commit (git cherry-pick)"
_UNDER_WAY = {  # what git has begun by the file that says so, how it goes on, and how it is dropped
    "MERGE_HEAD": ("joining two versions (git merge)", "git merge --continue", "git merge --abort"),
    "rebase-merge": (_REBASE, "git rebase --continue", "git rebase --abort"),
    "rebase-apply": (_REBASE, "git rebase --continue", "git rebase --abort (or: git am --abort)"),
    "CHERRY_PICK_HEAD": (_PICK, "git cherry-pick --continue", "git cherry-pick --abort"),
    "REVERT_HEAD": ("taking a commit back (git revert)", "git revert --continue", "git revert --abort"),
    "sequencer": (f"{_PICK} or taking one back", "git cherry-pick --continue", "git cherry-pick --abort"),
    "BISECT_LOG": ("searching the history (git bisect)", "", "git bisect reset"),
}
_NAME = 'git config user.name "First Last"; git config user.email name@example.org'


def base_of(root: Path) -> Base:
    """Give what an act would rest on; refused where the state of the clone does not allow one."""
    return standing(places_of(root))


def standing(places: Places) -> Base:
    """Do the same where the places are known."""
    for name, (what, onward, back) in _UNDER_WAY.items():
        if (places.own / name).exists():
            hint = f"finish it: {onward}; or drop it: {back}" if onward else f"end it: {back}"
            raise refused(f"git has begun something here and not finished it: {what}", hint)
    base = tip(places)
    if base is None and git.on_branch(places.top):
        raise refused("nothing is committed here yet", f"git add {places.prefix}registry && git commit")
    if base is None:
        raise refused(
            "this clone stands on a single commit, on no branch: what is recorded here would be lost",
            "go back to the branch that you work on: git switch NAME; git branch shows the names",
        )
    if not git.has_identity(places.top):
        raise refused("git does not know who you are: your name or your address is not set", _NAME)
    return base


def tip(places: Places) -> Base | None:
    """Give branch and commit as they are now."""
    found = git.tip(places.top)
    return Base(*found) if found else None
