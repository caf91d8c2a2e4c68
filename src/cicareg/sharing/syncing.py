"""Share the acts of a clone through a remote: ask, make again, send, move on; as often as others are faster."""

import contextlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cicareg.changes.messages import read
from cicareg.errors import CicaregError, Exit
from cicareg.sharing.ours import deeds_of, refuse_disorder, refuse_state, warnings
from cicareg.sharing.replaying import Replay, replayed
from cicareg.storage import git
from cicareg.storage.recording import Base, refuse_unclean
from cicareg.storage.recording.branching import LostError
from cicareg.storage.recording.healing import heal
from cicareg.storage.recording.lock import Lock, locked
from cicareg.storage.recording.moving import move_to, refuse_in_the_way
from cicareg.storage.recording.places import Places, places_of
from cicareg.storage.recording.refusing import NOTHING, refused, unwritten
from cicareg.storage.recording.standing import standing, tip
from cicareg.storage.sharing import Outcome, Remote, Sent, clear, fetched, had, note_shared, remote_of, send
from cicareg.visible import visible

_WAIT = 5.0
_TRIES = 10
_PAUSE = 0.1
_NOTHING = "nothing was shared"
_BUSY = "another sync of this clone is under way"
_TELLS = "sharing with others"
_OURS = "your acts are on record here, and nothing is lost"


@dataclass
class Shared:
    """What came of it, as commits with their messages: what was sent, and what came in.

    `there` the other side had already; `known` were left out as another act had recorded the same; `void` were left
    out as they had been taken back before anybody saw them.
    """

    remote: str = ""
    sent: list[git.Commit] = field(default_factory=list)
    came: list[git.Commit] = field(default_factory=list)
    there: list[git.Commit] = field(default_factory=list)
    known: list[git.Commit] = field(default_factory=list)
    void: list[git.Commit] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def share(root: Path, given: str | None, *, asks: bool, pause: Callable[[float], None], tries: int = _TRIES) -> Shared:
    """Share what is recorded here through a remote, and take what others recorded there.

    Nobody who records an act here waits for the other machine: the lock of the clone is held for what is done here
    only. One sync of a clone at a time has a lock of its own. With `asks`, git may ask the person; `pause` waits so
    many seconds before a further try.
    """
    run = _Sharing(places_of(root), given, asks=asks)
    try:
        with locked(run.places.sharing, _WAIT, _BUSY) as lock:
            clear(run.places)
            lock.tell(_TELLS)
            return run.tried(pause, tries)
    except OSError as error:
        raise run.told(unwritten(error)) from None
    except KeyboardInterrupt:
        raise run.interrupted() from None
    except CicaregError as error:
        raise run.told(error) from None


class _Sharing:
    """One run: the places, the remote that was asked for, how far it has come and what has come of it."""

    def __init__(self, places: Places, given: str | None, *, asks: bool) -> None:
        self.places, self._given, self._asks = places, given, asks
        self._done = Shared()
        self._stage = _NOTHING
        self._theirs: list[git.Commit] = []
        self._fork = ""
        self._older = 0

    def told(self, error: CicaregError) -> CicaregError:
        """Give an error with how far it came."""
        return error.standing(self._stage) if error.but == NOTHING else error

    def interrupted(self) -> CicaregError:
        """Give what says that somebody interrupted, and how far it came."""
        return CicaregError(f"interrupted; {self._stage}", code=Exit.INTERRUPTED)

    def tried(self, pause: Callable[[float], None], tries: int) -> Shared:
        """Share; whatever stops it, branch and files are left whole, and the words say how far it came."""
        doubt: str | None = ""
        for number in range(tries):
            if number:
                pause(random.uniform(0, _PAUSE * 2 ** min(number, 5)))  # noqa: S311  # so that two do not meet again
            with self._alone():
                base = standing(self.places)
                refuse_unclean(self.places.root, base)
            remote = remote_of(self.places, base, self._given, asks=self._asks)
            self._done.remote = remote.name
            try:
                doubt = self._once(base, remote)
            except LostError:
                doubt = ""
            if doubt is None:
                return self._done
        raise self._spent(tries, doubt)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[Lock]:
        """Hold the lock of the clone for what is done here; heal what an act or a sync left, before and after."""
        with locked(self.places.lock, _WAIT) as lock:
            lock.tell(_TELLS)
            said = heal(self.places).said
            self._done.said += [said] if said else []
            try:
                yield lock
            except (CicaregError, LostError, KeyboardInterrupt):
                heal(self.places)
                raise

    def _spent(self, tries: int, doubt: str | None) -> CicaregError:
        name, hint = self._done.remote, "try again: cicareg sync"
        if doubt:
            what = f"sending to {name} breaks off, and your acts are not there so far; {_OURS}"
            return CicaregError(f"{what}. It said:\n{visible(doubt)}", hint=hint, code=Exit.UNCONFIRMED)
        return CicaregError(f"others were faster {tries} times; {self._stage}; {_OURS}", hint=hint, code=Exit.MOVED)

    def _once(self, before: Base, remote: Remote) -> str | None:
        """Try once; None where all is shared, else what was said of a doubtful end, or nothing: others were faster."""
        there = fetched(self.places, remote)
        with self._alone() as lock:
            base = self._still_on(before.branch)
            replay = self._replay(base, there, remote, lock)
            if replay.tip != base.commit:
                refuse_in_the_way(self.places, base, replay.tip)
        if replay.tip != there:
            sent = self._send(remote, replay, there)
            if sent.outcome is not Outcome.THERE:
                return sent.said if sent.outcome is Outcome.IN_DOUBT else ""
        self._note(replay)
        if replay.tip != base.commit:
            self._move(base, replay.tip, remote)
        note_shared(self.places, remote, replay.tip)
        if there and self._theirs:
            self._done.said += warnings(self.places, self._fork, self._theirs, there)
        if self._older:
            what = "1 older commit was" if self._older == 1 else f"{self._older} older commits were"
            self._done.said.append(f"{remote.name} was empty: the register was checked as it stands; {what} not judged")
        return None

    def _still_on(self, branch: str) -> Base:
        """Give the branch as it is now: acts that were recorded since go with the others; it must be the same one."""
        base = tip(self.places)
        if base is None or base.branch != branch:
            raise LostError
        return base

    def _move(self, base: Base, new: str, remote: Remote) -> None:
        """Move on to what both sides have; LostError where an act was recorded since."""
        with self._alone() as lock:
            said = move_to(self.places, lock, base, new, f"sync with {remote.name}")
        self._done.said += [said] if said else []
        sent = {operation_of(commit) for commit in self._done.sent} - {""}
        self._done.came += [commit for commit in self._theirs if operation_of(commit) not in sent]

    def _send(self, remote: Remote, replay: Replay, there: str | None) -> Sent:
        before, self._stage = self._stage, f"whether {remote.name} has your acts is not known: cicareg sync finds out"
        sent = send(self.places, remote, replay.tip, there)
        self._stage = f"your acts are on {remote.name}" if sent.outcome is Outcome.THERE else before
        if sent.outcome is Outcome.REFUSED:
            what = f"{remote.name} does not take your acts; {_OURS}"
            raise CicaregError(f"{what}. It said:\n{visible(sent.said)}", code=Exit.REFUSED)
        if sent.outcome is Outcome.THERE:
            self._done.sent += replay.again
            self._done.said += replay.said
        return sent

    def _note(self, replay: Replay) -> None:
        """Note what was left out; a further try finds it again, and finds there what this run has sent."""
        done = self._done
        noted = {commit.id for commit in (*done.sent, *done.there, *done.known, *done.void)}
        for kept, found in ((done.there, replay.there), (done.known, replay.known), (done.void, replay.void)):
            kept += [commit for commit in found if commit.id not in noted]

    def _replay(self, base: Base, there: str | None, remote: Remote, lock: Lock) -> Replay:
        """Give the tip that both sides shall have, and what is new in it."""
        top = self.places.top
        self._theirs, self._older = [], 0
        if there is None:
            return Replay(base.commit, again=self._new(base, remote))
        fork = there if there == base.commit else git.common(top, base.commit, there)
        if fork is None:
            raise self._strangers(remote)
        self._fork = fork
        ours, self._theirs = git.commits(top, fork, base.commit), git.commits(top, fork, there)
        if not self._theirs:
            refuse_disorder(self.places, base.branch, ours)
            return Replay(base.commit, again=ours)
        if not ours:
            return Replay(there)
        deeds = deeds_of(self.places, fork, ours, remote)
        return replayed(self.places, base.branch, deeds, self._theirs, lock.tell)

    def _new(self, base: Base, remote: Remote) -> list[git.Commit]:
        """Give the commits for a branch that the remote does not have yet: those that no other branch there has.

        Where it has nothing of this history, the state that is sent counts: what led to it was made before anything
        was shared.
        """
        known = had(self.places, remote)
        ours = git.commits_besides(self.places.top, base.commit, known)
        if known:
            refuse_disorder(self.places, base.branch, ours)
            return ours
        refuse_state(self.places, ours[-1])
        self._older = len(ours) - 1
        return ours

    def _strangers(self, remote: Remote) -> CicaregError:
        name = remote.name
        if git.is_shallow(self.places.top):
            hint = f"git fetch --unshallow {name}, then cicareg sync"
            return refused(f"this clone lacks the older history that it has in common with {name}", hint)
        what = f"{name} holds another register, or another beginning of it: nothing there is in common with this clone"
        return refused(
            what, f"git remote get-url {name} shows its address; git remote set-url {name} ADDRESS changes it"
        )


def operation_of(commit: git.Commit) -> str:
    """Give the operation that a commit tells of; nothing where it is no act."""
    told = read(commit.message)
    return told.id if told else ""
