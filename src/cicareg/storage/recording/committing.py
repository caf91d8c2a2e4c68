"""The commit point: the branch names the commit of an act, and the files follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from cicareg.storage import git
from cicareg.storage.blobs import id_on_disk
from cicareg.storage.recording.branching import LostError, move_branch
from cicareg.storage.recording.checking import Changed, agreed, odd_dates
from cicareg.storage.recording.drafting import drafted
from cicareg.storage.recording.healing import finish, told
from cicareg.storage.recording.indexing import copy_index, drop_copy, index_held, put_index
from cicareg.storage.recording.journal import Journal, Target, remove_journal
from cicareg.storage.recording.lock import Lock
from cicareg.storage.recording.making import make_commit, remove_folder
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.putting import missing_folders, prepare
from cicareg.storage.recording.refusing import refused
from cicareg.storage.recording.standing import tip
from cicareg.storage.recording.values import Base, Plan, Recorded
from cicareg.visible import visible_line


@dataclass(slots=True)
class Run:
    """What lasts for all tries: the places, the lock that is held, who judges what a hook changed, what was said.

    `journal` is what was about to be put in place last.
    """

    places: Places
    lock: Lock
    changed: Changed | None = None
    said: str = ""
    journal: Journal | None = None


def commit_plan(run: Run, base: Base, plan: Plan) -> Recorded:
    """Record a plan on its base; LostError where the branch has moved on."""
    places = run.places
    draft = drafted(places, base, plan)
    if draft is None:
        return Recorded(None, base.commit, run.said)
    made, heard = make_commit(places, draft)
    contents = agreed(places, draft, made, run.changed)
    targets = {path: Target(draft.before.get(path, ""), id_, mode) for path, (mode, id_) in made.changes.items()}
    journal = Journal(base.branch, base.commit, made.commit, False, missing_folders(places.top, draft.files), targets)
    odd = odd_dates(made, places.lock.stat().st_mtime)
    run.journal = journal
    last = _put(run, journal, contents, plan.message.partition("\n")[0])
    return Recorded(made.commit, base.commit, "\n".join(filter(None, (run.said, heard, odd, last))))


def _put(run: Run, journal: Journal, contents: Mapping[str, bytes], title: str) -> str:
    """Write all that needs room, then let the branch name the commit; after that names change only."""
    places = run.places
    with index_held(places):
        if tip(places) != Base(journal.branch, journal.base):
            raise LostError
        refuse_touched(places, journal.base, journal.targets)
        journal.write(places.aside)
        prepare(places.top, journal, contents)
        copy_index(places, {path: (target.mode, target.new) for path, target in journal.targets.items()})
        move_branch(places, run.lock, Base(journal.branch, journal.base), journal.commit, title)
        stay = finish(places, journal)
        put_index(places, journal.targets.keys() - stay)
    remove_folder(places)
    drop_copy(places)
    remove_journal(places.aside)
    return told(stay)


def refuse_touched(places: Places, base: str, targets: Mapping[str, Target]) -> None:
    """Refuse where somebody changed or staged a planned file: what is written rests on what is committed."""
    staged = git.differing(places.top, ".", None, base)
    for path, target in targets.items():
        if path in staged or id_on_disk(places.top / path, places.kind) != target.old:
            back = "git restore --staged --worktree FILE"
            hint = f"commit your own changes first: git commit --all; or take them back: {back}"
            raise refused(f"{visible_line(path)} is not as it was last committed", hint)
