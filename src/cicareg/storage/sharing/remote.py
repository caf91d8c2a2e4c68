"""Which remote is shared with, which branch of it, and what it has."""

import re
from typing import NamedTuple

from cicareg.errors import CicaregError, Exit, UsageError
from cicareg.names import did_you_mean
from cicareg.storage import git
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.refusing import NOTHING, refused, refused_by_git
from cicareg.storage.recording.values import Base
from cicareg.storage.revision import Repository, ids_of
from cicareg.visible import visible

_NO_BRANCH = re.compile(r"^fatal: couldn't find remote ref ", re.MULTILINE)
_HEADS = "refs/heads/"
_OURS = "refs/cicareg"


class Remote(NamedTuple):
    """A remote by name, the full name of the branch there, and whether git may ask the person on the way."""

    name: str
    branch: str
    asks: bool

    @property
    def fetched(self) -> str:
        """Give our name for what the branch was when it was last looked at."""
        return f"{_OURS}/fetched/{self.name}/{self.branch.removeprefix(_HEADS)}"

    @property
    def shared(self) -> str:
        """Give our name for what was last shared: the branch there must still rest on it."""
        return f"{_OURS}/shared/{self.name}/{self.branch.removeprefix(_HEADS)}"

    @property
    def tracked(self) -> str:
        """Give git's usual name for the branch there."""
        return f"refs/remotes/{self.name}/{self.branch.removeprefix(_HEADS)}"


def remote_of(places: Places, base: Base, given: str | None, *, asks: bool) -> Remote:
    """Give the remote that was named, else that of the branch, else the only one."""
    known = [name for name in git.remotes(places.top) if not name.startswith("-")]
    own, branch = git.upstream(places.top, base.branch)
    name = given or (own if own in known else None) or (known[0] if len(known) == 1 else None)
    listed = ", ".join(known)
    if not known:
        hint = "git remote add origin ADDRESS, with the address of the repository that all share"
        raise refused("this clone knows no other repository to share with", hint)
    if name is None:
        raise UsageError(
            "this clone knows several repositories to share with", hint=f"name one: cicareg sync {known[0]} ({listed})"
        )
    if name not in known:
        raise UsageError(
            f"no repository to share with is called {visible(name)!r}{did_you_mean(name, known)}",
            hint=f"there are: {listed}",
        )
    return Remote(name, branch if name == own and branch.startswith(_HEADS) else base.branch, asks)


def clear(places: Places) -> None:
    """Remove what a killed process left locked of our own names: who holds the lock of sharing is alone with them."""
    for left in sorted((places.common / _OURS).rglob("*.lock")):
        left.unlink(missing_ok=True)


def fetched(places: Places, remote: Remote) -> str | None:
    """Bring the branch of a remote here and give its commit; None where it has no such branch."""
    done = git.fetch(places.top, remote.name, remote.branch, remote.fetched, asks=remote.asks)
    if done.code == 0:
        there = git.commit_of(places.top, remote.fetched)
        _refuse_rewritten(places, remote, there)
        return there
    if _NO_BRANCH.search(done.err) is None:
        raise _unasked(remote, done)
    if any(git.commit_of(places.top, name) for name in (remote.shared, remote.tracked)):
        branch = remote.branch.removeprefix(_HEADS)
        raise refused(
            f"{remote.name} has no {branch} any more: somebody deleted or renamed it",
            f"ask who did; if it is to be there again: git push {remote.name} HEAD:{remote.branch}; "
            f"if it has another name: git branch --set-upstream-to={remote.name}/NAME",
        )
    return None


def had(places: Places, remote: Remote) -> list[str]:
    """Give commits here that some branch or tag of a remote rests on by its own word, or did when last looked at."""
    done = git.named(places.top, remote.name, asks=remote.asks)
    if done.code != 0:
        raise _unasked(remote, done)
    found = [tuple(line.split("\t", 1)) for line in done.out.splitlines()]
    tracked = (name.replace(_HEADS, f"refs/remotes/{remote.name}/", 1) for _, name in found if name.startswith(_HEADS))
    here = ids_of(Repository(places.top), [f"{name}^{{commit}}" for name in (*(id_ for id_, _ in found), *tracked)])
    return [*dict.fromkeys(id_ for id_ in here if id_)]


def note_shared(places: Places, remote: Remote, commit: str) -> None:
    """Remember what both sides have."""
    done = git.name_commit(places.top, remote.shared, commit)
    if not done.well:
        raise refused_by_git("git cannot note what was shared", done)


def _unasked(remote: Remote, done: git.Asked) -> CicaregError:
    said = visible(done.err)
    return CicaregError(f"{remote.name} cannot be asked", code=Exit.UNREADABLE, but=NOTHING, said=said)


def _refuse_rewritten(places: Places, remote: Remote, there: str | None) -> None:
    """Refuse where commits that both sides had are not there any more: they must not come back by chance."""
    before = git.commit_of(places.top, remote.shared)
    if before and there and not git.holds(places.top, there, before):
        raise refused(
            f"what was shared before is no longer on {remote.name}: somebody has overwritten its history",
            f"ask who did it; git log {there[:10]}..{before[:10]} shows what is gone. "
            f"If it is to stay gone: git update-ref -d {remote.shared}, then as they tell you (git rebase, git reset)",
        )
