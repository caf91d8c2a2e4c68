"""Record an act, or write its files only: one at a time, and whatever stops one leaves nothing half done."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from cicareg.errors import CicaregError
from cicareg.storage import git
from cicareg.storage.blobs import id_of
from cicareg.storage.recording.branching import LostError
from cicareg.storage.recording.checking import Changed
from cicareg.storage.recording.committing import Run, commit_plan, refuse_touched
from cicareg.storage.recording.drafting import from_top
from cicareg.storage.recording.healing import finish, has_landed, heal
from cicareg.storage.recording.indexing import refuse_held
from cicareg.storage.recording.journal import Journal, Target, read_journal, remove_journal
from cicareg.storage.recording.leaving import leave, message_of
from cicareg.storage.recording.lock import locked
from cicareg.storage.recording.places import places_of
from cicareg.storage.recording.putting import missing_folders, prepare
from cicareg.storage.recording.refusing import InterruptedRecordingError, refused, unwritten
from cicareg.storage.recording.standing import standing
from cicareg.storage.recording.values import Base, Plan, Recorded, Written

_WAIT = 5.0
_NEXT = "what is missing in the files is made up for by the next act"


def record(
    root: Path,
    make: Callable[[Base], Plan | None],
    *,
    tries: int = 10,
    wait: float = _WAIT,
    changed: Changed | None = None,
) -> Recorded | None:
    """Record what is planned on the last commit, as one commit and in the files.

    Where nothing is planned, nothing is given, or what healing said. `make` is called again where somebody else was
    faster; it raises CicaregError to refuse. The planned files must be as they were last committed; whether all of
    the register is, `make` asks `refuse_unclean`. `changed` is given the contents that a hook of the person made
    otherwise, and raises to refuse them; without it they are refused. Another act is waited for `wait` seconds.
    """
    with _guarded(root, wait) as run:
        run.changed = changed
        return _tried(run, make, tries)


def put_files(root: Path, make: Callable[[Base], Plan | None], *, wait: float = _WAIT) -> Written:
    """Write what is planned on the last commit without a commit: all of the files or none.

    `make` is called as `record` calls it, and only then: what it sees is what is written over.
    """
    with _guarded(root, wait) as run:
        base = standing(run.places)
        plan = make(base)
        if plan is not None:
            run.lock.tell(plan.message.partition("\n")[0])
            _put(run, base, plan)
            leave(run.places, plan.files, plan.message)
        return Written(plan, run.said, message_of(run.places))


@contextlib.contextmanager
def _guarded(root: Path, wait: float) -> Iterator[Run]:
    """Hold the lock, heal, act, and whatever stops the act, heal again and say what is true."""
    places = places_of(root)
    try:
        with locked(places.lock, wait) as lock:
            run = Run(places, lock, said=heal(places).said)
            try:
                yield run
            except BaseException as error:  # noqa: BLE001  # what is not told in our words goes on as it is
                _stopped(run, error)
    except OSError as error:
        raise unwritten(error) from None


def _stopped(run: Run, error: BaseException) -> NoReturn:
    """Heal after what stopped an act, and raise what says whether it is recorded, and what healing found before it."""
    found = _why(run, error)
    if run.said:
        found = _after(run.said, found)
    if found is error:
        raise error
    raise found from None


def _after(said: str, error: BaseException) -> BaseException:
    """Give an error that also tells what healing said before the act: no later run says it again."""
    if isinstance(error, CicaregError):
        error.message = f"{error.message} (before that: {said})"
        error.args = (error.message,)
    else:
        error.add_note(said)
    return error


def _why(run: Run, error: BaseException) -> BaseException:
    """Heal, and give what says whether the act is recorded: the branch tells."""
    interrupted = isinstance(error, KeyboardInterrupt)
    try:
        commit, written = _come_of(run)
    except CicaregError as doubt:
        if interrupted:
            return InterruptedRecordingError(None, doubt.hint, doubt.message)
        return CicaregError(f"{error}, and then: {doubt.message}", hint=doubt.hint, code=doubt.code)
    with contextlib.suppress(OSError, CicaregError, KeyboardInterrupt):  # the next run does it
        heal(run.places)
    if interrupted:
        return InterruptedRecordingError(commit, written)
    if commit or written:
        return CicaregError(f"{f'recorded as {commit}' if commit else written}, but then: {error}", hint=_NEXT)
    return unwritten(error) if isinstance(error, OSError) else error


def _come_of(run: Run) -> tuple[str | None, str]:
    """Give what a stopped act was recorded as, and whether its files are written; refused where nobody can tell."""
    journal = run.journal or read_journal(run.places.aside)
    commit = journal.commit if journal and has_landed(run.places, journal) else None
    return commit, "the files are written" if journal and journal.decided else ""


def _tried(run: Run, make: Callable[[Base], Plan | None], tries: int) -> Recorded | None:
    refuse_held(run.places)
    for _ in range(tries):
        base = standing(run.places)
        plan = make(base)
        if plan is None:
            return Recorded(None, base.commit, run.said) if run.said else None
        run.lock.tell(plan.message.partition("\n")[0])
        try:
            return commit_plan(run, base, plan)
        except LostError:
            heal(run.places)
    raise refused(f"the branch was moved {tries} times by others while the act was recorded", "try again")


def _put(run: Run, base: Base, plan: Plan) -> None:
    places = run.places
    wanted = from_top(places, plan)
    before = git.ids(places.top, base.commit, wanted)
    targets = {path: Target(before.get(path, ""), id_of(raw, places.kind)) for path, raw in wanted.items()}
    refuse_touched(places, base.commit, targets)
    journal = Journal("", "", "", False, missing_folders(places.top, wanted), targets)
    journal.write(places.aside)
    prepare(places.top, journal, wanted)
    decided = journal._replace(decided=True)
    decided.write(places.aside)
    run.journal = decided
    finish(places, decided)
    remove_journal(places.aside)
