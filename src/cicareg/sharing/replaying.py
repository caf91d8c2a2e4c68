"""Make acts again on what others have recorded meanwhile: the same request, judged by the rules as they stand there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from cicareg.changes.deciding import held_again, taken_up
from cicareg.changes.messages import read
from cicareg.changes.undo import Undo
from cicareg.checking.held import Held
from cicareg.errors import CicaregError, Exit
from cicareg.finding import Finding
from cicareg.planning import Planned, plan
from cicareg.planning.state import breaches
from cicareg.revisiting import held_at
from cicareg.sharing.ours import Deed, name_of, steps_of
from cicareg.storage import git
from cicareg.storage.recording import Base, Plan
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.refusing import refused
from cicareg.storage.sharing import Again, commit_again
from cicareg.visible import visible_line

_MOST = 3
_TRIED = 8  # the register is read anew for each


@dataclass
class Replay:
    """What came of acts that were made again.

    `again` are new commits on the tip, by the old ones; `there` the other side has already; `known` are on record by
    another act; `void` were taken back here before anybody saw them, and fit no longer. `said` are sentences of what
    an act changed there beyond what it changed here.
    """

    tip: str
    again: list[git.Commit] = field(default_factory=list)
    there: list[git.Commit] = field(default_factory=list)
    known: list[git.Commit] = field(default_factory=list)
    void: list[git.Commit] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def replayed(
    places: Places, branch: str, deeds: Sequence[Deed], theirs: Sequence[git.Commit], tell: Callable[[str], None]
) -> Replay:
    """Make acts again on the last commit of others; refused, with whose act is in the way, where a rule forbids one.

    `tell` is given the sentence of each act, for those who wait.
    """
    return _Replaying(places, branch, deeds, theirs, tell).run()


class _Replaying:
    """The acts of one clone, one after the other, on the tip of another."""

    def __init__(
        self,
        places: Places,
        branch: str,
        deeds: Sequence[Deed],
        theirs: Sequence[git.Commit],
        tell: Callable[[str], None],
    ) -> None:
        self._places, self._branch, self._deeds, self._theirs, self._tell = places, branch, deeds, theirs, tell
        self._landed = {told.id for commit in theirs if (told := read(commit.message))}
        self._void: set[str] = set()
        self._held = held_at(places.root, theirs[-1].id)
        self._done = Replay(theirs[-1].id)

    def run(self) -> Replay:
        """Make them all."""
        for deed in self._deeds:
            self._tell(f"making again: {deed.commit.subject}")
            if deed.told.id in self._landed:
                self._done.there.append(deed.commit)
            elif deed.told.id in self._void:
                self._done.void.append(deed.commit)
            else:
                self._one(deed)
        return self._done

    def _one(self, deed: Deed) -> None:
        try:
            planned = plan(self._held, deed.told.act, lambda _: deed.told.request)
        except CicaregError as error:
            self._refuse(deed, error.message, set())
            return
        found = _broken(self._held, planned)
        if found:
            places = (place for one in found for place in (one.place, *(other.place for other in one.related)))
            self._refuse(deed, f"{found[0].rule}: {found[0].message}", {place.path for place in places})
            return
        made = self._commit(deed, planned) if planned.change.edits else None
        if made is None:
            self._done.known.append(deed.commit)
            return
        self._done.again.append(deed.commit)
        self._done.tip = made.commit
        name = f"“{visible_line(deed.commit.subject)}” (operation {deed.told.id})"
        self._done.said += [held_again(meeting, name) for meeting in taken_up(planned.change.edits)]
        self._held = self._held.after(made.files)

    def _commit(self, deed: Deed, planned: Planned) -> Again | None:
        asked = Plan(planned.files, deed.commit.message)
        return commit_again(self._places, Base(self._branch, self._done.tip), asked, deed.commit, self._judge)

    def _judge(self, files: Mapping[str, bytes]) -> None:
        """Refuse what a hook of git made of the files where the rules do."""
        found = next(breaches(self._held.report, self._held.after(files).report), None)
        if found:
            what = f"a hook of git changed the files so that they break the rules: {found.place}: {found.message}"
            raise refused(what)

    def _refuse(self, deed: Deed, why: str, paths: set[str]) -> None:
        """Leave out an act that was taken back here; refuse any other. `paths` are where the rules find fault."""
        undo = next((other for other in self._deeds if _takes_back(other, deed)), None)
        if undo is None:
            raise self._conflict(deed, why, self._in_the_way(deed, paths))
        self._void.add(undo.told.id)
        self._done.void.append(deed.commit)

    def _in_the_way(self, deed: Deed, paths: set[str]) -> list[git.Commit]:
        """Give the last commit of theirs before which the act fits; where no such is found, those on the same files."""
        near = self._touching({*self._paths(deed.commit), *paths}) or list(self._theirs)
        for commit in reversed(near[-_TRIED:]):
            if commit.parents and self._fits(deed, commit.parents[0]):
                return [commit]
        return self._touching(paths) or near

    def _touching(self, paths: set[str]) -> list[git.Commit]:
        return [commit for commit in self._theirs if self._paths(commit) & paths]

    def _fits(self, deed: Deed, there: str) -> bool:
        """Tell whether an act could be made on a commit."""
        try:
            held = held_at(self._places.root, there)
            return not _broken(held, plan(held, deed.told.act, lambda _: deed.told.request))
        except CicaregError:
            return False

    def _conflict(self, deed: Deed, why: str, others: Sequence[git.Commit]) -> CicaregError:
        named = "; ".join(name_of(commit) for commit in others[-_MOST:])
        more = f"; and {len(others) - _MOST} before these" if len(others) > _MOST else ""
        return CicaregError(
            f"{visible_line(deed.commit.subject)} (operation {deed.told.id}) does not fit what others have recorded "
            f"meanwhile: {why}. In the way: {named}{more}. Nothing was shared, nothing was changed here",
            hint=f'take yours back: cicareg undo {deed.told.id} --why "…", then cicareg sync; '
            "record anew what still holds",
            code=Exit.REFUSED,
        )

    def _paths(self, commit: git.Commit) -> set[str]:
        """Give the files that a commit changed, by path from the register's folder."""
        return {path.removeprefix(self._places.prefix) for path in steps_of(self._places, commit)}


def _broken(held: Held, planned: Planned) -> list[Finding]:
    return list(breaches(held.report, held.after(planned.files).report)) if planned.change.edits else []


def _takes_back(other: Deed, deed: Deed) -> bool:
    return isinstance(other.told.request, Undo) and other.told.request.operation == deed.told.id
