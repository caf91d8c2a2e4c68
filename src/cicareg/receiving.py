"""What a push brings to a register: every new commit is checked, and compared with what it came from."""

from collections import Counter, OrderedDict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from cicareg.checking.walking import SharedReadings, Walk
from cicareg.errors import CicaregError
from cicareg.finding import Finding, Severity
from cicareg.formats.fingerprint import new_among, sense
from cicareg.guarding.guard import guard
from cicareg.layout import TOP
from cicareg.migrations.stated import refuse_newer
from cicareg.reading import Reading
from cicareg.storage.entries import weighed
from cicareg.storage.git import sizes
from cicareg.storage.received import Commit, Update, lost
from cicareg.storage.revision import NOTHING, Holding, Repository, Revision, held, holding
from cicareg.storage.worktree import refuse_large

_KEPT = 8  # states whose list of files is kept: a commit is compared with those just before it


class Verdict(NamedTuple):
    """What is wrong with a commit: findings, or a sentence where it cannot be judged."""

    commit: str
    findings: tuple[Finding, ...] = ()
    said: str = ""

    @property
    def refuses(self) -> bool:
        """Tell whether the commit cannot be taken."""
        return bool(self.said) or any(finding.severity is Severity.ERROR for finding in self.findings)


def rewritten(repository: Repository, pushed: Collection[Update], branches: Collection[str] = ()) -> Iterator[str]:
    """Yield a sentence for each branch that would lose a commit."""
    for update in pushed:
        gone, branch = lost(repository, update, pushed, branches), f"the branch {update.name}"
        if gone and update.new:
            yield f"{branch} would no longer have the commit {gone[:10]}: what was published is not rewritten"
        elif gone:
            yield f"{branch} cannot be deleted: its commit {gone[:10]} would stand in no guarded branch"


def judged_commits(repository: Repository, commits: Collection[Commit]) -> Iterator[Verdict]:
    """Yield what is wrong with each of some commits, in their order: against the rules, or against its parents."""
    trees = held(repository, (id_ for commit in commits for id_ in (commit.id, *commit.parents)))
    states = _States(repository)
    for commit in commits:
        tree, before = trees[commit.id], [trees[parent] for parent in commit.parents]
        if any(tree != other for other in before or [None]):
            verdict = _judged(states, commit, tree, before)
            if verdict.said or verdict.findings:
                yield verdict


def _judged(states: "_States", commit: Commit, tree: str | None, before: list[str | None]) -> Verdict:
    try:
        errors = states.errors(tree)
        known = Counter[tuple[str, ...]]()
        for other in before if errors else ():
            known |= Counter(map(sense, states.errors_before(other)))
        fresh = [*new_among(errors, known)]
        for parent, other in zip(commit.parents, before, strict=True):
            fresh += [finding for finding in states.guarded(other, tree, parent[:10]) if finding not in fresh]
    except CicaregError as error:
        return Verdict(commit.id, said=error.message)
    return Verdict(commit.id, tuple(sorted(fresh, key=lambda finding: finding.order)))


class _States:
    """The states of a register by the ids of their trees; what two of them share is read once."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._walk = Walk()
        self._read: dict[tuple[str, str], Reading] = {}
        self._sizes: dict[str, int] = {}
        self._found: OrderedDict[str | None, Holding] = OrderedDict()
        self._errors: dict[str | None, tuple[Finding, ...]] = {}

    def errors(self, tree: str | None) -> tuple[Finding, ...]:
        """Give the errors of a state that no departure covers."""
        if tree not in self._errors:
            self._errors[tree] = self._checked(tree)
        return self._errors[tree]

    def errors_before(self, tree: str | None) -> tuple[Finding, ...]:
        """Give those of a state that is there already: one that cannot be checked has none that are known."""
        try:
            return self.errors(tree)
        except CicaregError:
            return ()

    def guarded(self, old: str | None, new: str | None, revision: str) -> tuple[Finding, ...]:
        """Give what is gone or altered between two states."""
        if old == new:
            return ()
        before, after = self._holding(old).blobs, self._holding(new).blobs
        differing = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        return guard(self._readings(before, differing), self._readings(after, differing), differing, revision)

    def _checked(self, tree: str | None) -> tuple[Finding, ...]:
        found = self._holding(tree)
        if not found.blobs:
            return ()
        new = dict.fromkeys(blob for blob in found.blobs.values() if blob not in self._sizes)
        self._sizes |= sizes(self._repository.folder, new, inside=self._repository.inside) if new else {}
        blobs, listed = weighed(found.blobs, found.unfit, self._sizes)
        refuse_large(listed)
        revision = self._revision(blobs, blobs)
        if TOP in blobs:
            refuse_newer({TOP: revision[TOP]})
        readings = SharedReadings(revision, blobs, self._read)
        report = self._walk.check(readings, blobs, listed.findings())
        return tuple(f for f in report.findings if f.severity is Severity.ERROR and f.departure is None)

    def _readings(self, blobs: Mapping[str, str], paths: Collection[str]) -> SharedReadings:
        return SharedReadings(self._revision(blobs, paths), blobs, self._read)

    def _revision(self, blobs: Mapping[str, str], paths: Collection[str]) -> Revision:
        revision = Revision(self._repository, blobs)
        unread = [path for path in sorted(paths) if path in blobs and (path, blobs[path]) not in self._read]
        if unread:
            revision.fetch(unread)
        return revision

    def _holding(self, tree: str | None) -> Holding:
        if tree not in self._found:
            self._found[tree] = holding(self._repository, tree) if tree else NOTHING
            if len(self._found) > _KEPT:
                self._found.popitem(last=False)
        self._found.move_to_end(tree)
        return self._found[tree]
