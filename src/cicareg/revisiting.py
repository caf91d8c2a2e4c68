"""A register beside the one that a revision holds: what was on record there, and what became of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from cicareg.inspecting import Inspection, Progress
from cicareg.layout import TOP
from cicareg.storage.repository import prefix

if TYPE_CHECKING:
    from cicareg.checking.held import Held
    from cicareg.finding import Report
    from cicareg.moment import Moment
    from cicareg.questions.touched import Touched
    from cicareg.registry import Registry
    from cicareg.storage.revision import Repository


def revision_of(root: Path, name: str) -> str | None:
    """Give the id of the commit that is named in the repository of a register; None for one without commits."""
    from cicareg.storage.revision import commit_of

    return commit_of(_repository(root), name)


def moment_of(root: Path, told: str) -> "Moment":
    """Give the commit that a revision, or a day by its end, stands for in the repository of a register."""
    from cicareg.storage.moments import moment_of as found

    return found(_repository(root), told)


def inspected_at(root: Path, told: str, moment: "Moment", progress: Progress) -> Inspection:
    """Inspect the register as a commit holds it; `told` is what the person called it."""
    from cicareg.storage.revision import read_revision

    tree, listed = read_revision(_repository(root), moment.commit, told)
    return Inspection(root, tree, listed.findings(), progress)


def compared_at(
    root: Path, told: tuple[str, str], moments: "tuple[Moment, Moment]", progress: Progress
) -> "tuple[Registry, Registry, Touched | None]":
    """Give the records that two commits hold, and what of them may look different (None: anything).

    Where that is little, little is read: what differs, what that names, and what the whole register rests on. A
    record that is asked for all the same is read then.
    """
    from cicareg.questions.touched import close, further, touched
    from cicareg.storage.revision import open_revision

    repository = _repository(root)
    first, one = open_revision(repository, moments[0].commit, told[0])
    second, two = open_revision(repository, moments[1].commit, told[1], first)
    made = Inspection(root, first, one.findings(), progress), Inspection(root, second, two.findings(), progress)
    same = second.same(first)
    made[1].readings.share(made[0].readings, same)
    differing = (first.blobs.keys() | second.blobs.keys()) - same
    sides = tuple(zip((first, second), (each.asked for each in made), strict=True))
    for revision, _ in sides:
        revision.fetch(path for path in close(differing) if path in revision)
    for revision, registry in sides:
        revision.fetch(path for path in further(registry, differing) if path in revision)
    (_, before), (_, after) = sides
    found = touched(before, after, differing)
    if found is None:
        for revision, _ in sides:
            revision.fetch_all()
    return before, after, found


def held_at(root: Path, commit: str) -> "Held":
    """Give the register as a commit has it, for planning; refused where it is newer than the program."""
    from cicareg.checking.again import Readings
    from cicareg.checking.held import Held
    from cicareg.migrations.stated import refuse_newer
    from cicareg.storage.revision import read_revision

    tree, listed = read_revision(_repository(root), commit, commit)
    refuse_newer({TOP: tree[TOP]})
    return Held(Readings(tree), listed.findings())


def guarded(inspection: Inspection, name: str, commit: str | None) -> "Report":
    """Give the report of a register with what a commit had on record and it no longer has so."""
    from cicareg.checking.again import Readings
    from cicareg.guarding.guard import guard
    from cicareg.storage.revision import Revision, held, holding

    report, repository = inspection.report, _repository(inspection.root)
    if commit is None:
        return report
    before = Revision(repository, holding(repository, held(repository, [commit])[commit]).blobs)
    now = {path: blob.hex() for path, blob in inspection.blobs.items()}
    differing = {path for path in before.blobs.keys() | now.keys() if before.blobs.get(path) != now.get(path)}
    before.fetch(sorted(path for path in differing if path in before))
    found = guard(Readings(before), inspection.readings, differing, name)
    return report.with_also(found)


def _repository(root: Path) -> "Repository":
    from cicareg.storage.revision import Repository

    return Repository(root, prefix(root))
