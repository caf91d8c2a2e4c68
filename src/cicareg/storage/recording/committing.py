"""The commit point: the branch names the commit of an act, and the files follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from cicareg.storage import git
from cicareg.storage.recording.checking import Changed, agreed, odd_dates
from cicareg.storage.recording.healing import finish, told
from cicareg.storage.recording.ids import id_of, id_on_disk
from cicareg.storage.recording.indexing import copy_index, drop_copy, index_held, put_index
from cicareg.storage.recording.journal import Journal, Target, remove_journal
from cicareg.storage.recording.lock import Lock
from cicareg.storage.recording.making import make_commit, remove_folder
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.putting import missing_folders, prepare
from cicareg.storage.recording.refusing import refused, refused_by_git
from cicareg.storage.recording.standing import tip
from cicareg.storage.recording.values import Base, Draft, Plan, Recorded
from cicareg.visible import visible_line

OUR_MOVE = "cicareg: "  # how git's own list of where a branch has been tells our moves


class LostError(Exception):
    """Somebody else moved the branch meanwhile."""


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
    wanted = from_top(places, plan)
    before = git.ids(places.top, base.commit, wanted)
    files = {path: raw for path, raw in wanted.items() if before.get(path) != id_of(raw, places.kind)}
    if not files:
        return Recorded(None, base.commit, run.said)
    draft = Draft(base, plan, files)
    made, heard = make_commit(places, draft)
    contents = agreed(places, draft, made, run.changed)
    targets = {path: Target(before.get(path, ""), id_, mode) for path, (mode, id_) in made.changes.items()}
    journal = Journal(base.branch, base.commit, made.commit, False, missing_folders(places.top, files), targets)
    odd = odd_dates(made, places.lock.stat().st_mtime)
    run.journal = journal
    last = _put(run, journal, contents, plan.message.partition("\n")[0])
    return Recorded(made.commit, base.commit, "\n".join(filter(None, (run.said, heard, odd, last))))


def from_top(places: Places, plan: Plan) -> dict[str, bytes]:
    """Give the planned contents by path from the top of the repository; a path that leads elsewhere is a bug."""
    for path in plan.files:
        parts = path.split("/")
        if not path.isprintable() or any(part in ("", ".", "..") or part.lower() == ".git" for part in parts):
            raise ValueError(f"no path of a record: {path!r}")
    return {f"{places.prefix}{path}": raw for path, raw in plan.files.items()}


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
        _move_branch(run, journal, title)
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


def _move_branch(run: Run, journal: Journal, title: str) -> None:
    top, step = run.places.top, (journal.base, journal.commit)
    done = git.move_branch(top, journal.branch, step, f"{OUR_MOVE}{title}", run.lock.handle)
    if done.well or git.holds(top, journal.branch, journal.commit):
        return
    if tip(run.places) != Base(journal.branch, journal.base):
        raise LostError
    raise refused_by_git("git does not put the commit on the branch", done)
