"""A register beside the one that a revision holds: what was on record there, and what became of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from cicareg.inspecting import Inspection, Progress
from cicareg.layout import TOP
from cicareg.storage.repository import prefix

if TYPE_CHECKING:
    from cicareg.checking.held import Held
    from cicareg.finding import Report
    from cicareg.storage.revision import Repository


def revision_of(root: Path, name: str) -> str | None:
    """Give the id of the commit that is named in the repository of a register; None for one without commits."""
    from cicareg.storage.revision import commit_of

    return commit_of(_repository(root), name)


def inspected_at(root: Path, name: str, commit: str | None, progress: Progress) -> Inspection:
    """Inspect the register as a commit holds it."""
    from cicareg.storage.revision import read_revision

    tree, listed = read_revision(_repository(root), commit, name)
    return Inspection(root, tree, listed.findings(), progress)


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
