"""What became of the entries of a register, by the commits of its repository."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cicareg.changes.messages import read as read_message
from cicareg.changes.requests import to_text
from cicareg.kinds import kind_at
from cicareg.loading import read as read_file
from cicareg.moment import day_of
from cicareg.records.base import Record
from cicareg.registry import Registry
from cicareg.storage import git
from cicareg.storage.repository import prefix, top
from cicareg.storage.revision import Repository
from cicareg.storage.versions import Scope, Versions, versions
from cicareg.timeline import Recorded
from cicareg.tracing.traced import Trail
from cicareg.tracing.tracing import Tracer


class Retraced(NamedTuple):
    """What was found: the trail of the entries, the commits by their ids, and whether there is a repository at all.

    `lacking` tells that the clone has not the older commits.
    """

    trail: Trail
    commits: Mapping[str, Recorded]
    tracked: bool
    lacking: bool = False


def retraced(root: Path, registry: Registry, scope: Scope) -> Retraced:
    """Follow the entries of the files in scope through the commits of the branch, to the files at hand."""
    tracked = top(root) is not None
    found = versions(Repository(root, prefix(root)), scope) if tracked else Versions((), {})
    tracer = Tracer(_Reader(found.contents).read)
    tracer.follow(found.commits)
    at_hand = {path: _record(registry, path) for path in _paths(registry, scope) | (tracer.paths & {*registry.paths})}
    commits = {told.id: _recorded(told, lacking=found.lacking) for told in found.commits}
    return Retraced(tracer.at_hand(at_hand), commits, tracked, found.lacking)


class _Reader:
    """Reads contents as records, each once."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents = contents
        self.read = lru_cache(maxsize=4096)(self._read)

    def _read(self, path: str, blob: str) -> Record | None:
        found = kind_at(path)
        if found is None or found[0].keyed or blob not in self._contents:
            return None
        entry = read_file(path, self._contents[blob]).entries.get(found[1])
        return entry.record if entry else None


def _record(registry: Registry, path: str) -> Record | None:
    found = kind_at(path)
    entry = registry.get(found[0].model, found[1]) if found else None
    return entry.record if entry else None


def _paths(registry: Registry, scope: Scope) -> set[str]:
    """Give the files at hand that are in scope."""
    met = tuple(f"{folder}/" for folder in scope.folders)
    others = (path for path in registry.paths if path.startswith(met or ("\0",)))
    mentioning = {path for path in others if scope.word and scope.word in (registry.text(path) or "")}
    return mentioning | (scope.files & {*registry.paths})


def _recorded(told: git.Told, *, lacking: bool) -> Recorded:
    operation = read_message(told.message)
    return Recorded(
        told.id,
        day_of(told.seconds),
        told.name,
        told.message.partition("\n")[0],
        operation.act.name if operation else "",
        operation.id if operation else "",
        to_text(operation.request) if operation else "",
        lacking and not told.parents,
        _note(told.message, is_act=operation is not None),
    )


def _note(message: str, *, is_act: bool) -> str:
    """Give what a message says after its first line, without the trailers of an act."""
    body = message.partition("\n")[2].strip()
    return (body.rpartition("\n\n")[0] if is_act else body).strip()
