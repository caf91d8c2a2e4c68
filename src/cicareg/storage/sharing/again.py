"""Make the commit of an act again, on another commit than it was made on."""

from collections.abc import Mapping
from typing import NamedTuple

from cicareg.storage import git
from cicareg.storage.recording.checking import Changed, agreed
from cicareg.storage.recording.drafting import drafted
from cicareg.storage.recording.making import make_commit, remove_folder
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.values import Base, Plan


class Again(NamedTuple):
    """A commit that was made again, and the contents of its files, by path from the register's folder."""

    commit: str
    files: Mapping[str, bytes]


def commit_again(places: Places, base: Base, plan: Plan, old: git.Commit, changed: Changed) -> Again | None:
    """Commit a plan in the name of whoever made a commit, and of its day; None where all is as planned already.

    No branch names it yet. `changed` judges what a hook made otherwise.
    """
    draft = drafted(places, base, plan)
    if draft is None:
        return None
    author = {"GIT_AUTHOR_NAME": old.name, "GIT_AUTHOR_EMAIL": old.email, "GIT_AUTHOR_DATE": f"@{old.date}"}
    try:
        made, _ = make_commit(places, draft, author)
        contents = agreed(places, draft, made, changed)
    finally:
        remove_folder(places)
    return Again(made.commit, {path.removeprefix(places.prefix): raw for path, raw in contents.items()})
