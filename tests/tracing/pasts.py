"""Pasts of the sample register: files committed one after the other, each on its day, and what became of entries."""

from collections.abc import Mapping
from pathlib import Path

from cicareg.commands import _progress
from cicareg.inspecting import inspected
from cicareg.retracing import Retraced, retraced
from cicareg.storage.versions import Scope
from cicareg.tracing.traced import Alteration, Traced
from tests.gitting import git, repository
from tests.support import write

AREA = Scope(frozenset({"registry/coordinators/ice.yaml"}), ("registry/meetings",), "ice")
AREAS = Scope(frozenset(), ("registry/coordinators",), "tenures")


class Past:
    """A repository that grows; each commit bears its number as its message."""

    def __init__(self, top: Path, files: Mapping[str, str | None] | None = None) -> None:
        """Begin with the sample register, in commit 1."""
        self.top = top
        self._number = 0
        write(repository(top), files)
        self.commit({})

    def put(self, files: Mapping[str, str | None]) -> None:
        """Write files below registry/, or take them away; nobody commits them."""
        for name, text in files.items():
            path = self.top / "registry" / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())

    def commit(self, files: Mapping[str, str | None], *words: str, by: str = "Nobody", message: str = "") -> str:
        """Commit files, or run another command of git that commits; give the id."""
        self.put(files)
        self._number += 1
        git(self.top, "add", "--all")
        day = {"GIT_COMMITTER_DATE": f"2030-01-{self._number:02}T12:00:00Z", "GIT_AUTHOR_NAME": by}
        said = message or str(self._number)
        if not words or words == ("--no-edit",):
            git(self.top, "commit", "--quiet", "--allow-empty", "--message", said, **day)
        else:
            git(self.top, *words, **day)
        return git(self.top, "rev-parse", "HEAD").strip()

    def found(self, scope: Scope = AREA) -> Retraced:
        """Retrace what is at hand."""
        return retraced(self.top, inspected(self.top, _progress).registry, scope)

    def told(self, scope: Scope = AREA, file: str = "") -> list[str]:
        """Give what became of each entry (of one file), in short."""
        found = self.found(scope)
        subjects = {id_: recorded.subject for id_, recorded in found.commits.items()}
        subjects[""] = "nobody"
        return [
            line(entry, subjects)
            for entry in found.trail.entries
            if entry.what != "record" and entry.path.endswith(file)
        ]


def line(entry: Traced, subjects: Mapping[str, str]) -> str:
    """Give `tenures XAA by 1; altered by 3 (…); gone by 4`."""
    named = entry.data.get("state") or entry.data.get("rule") or entry.data.get("number") or entry.data.get("what")
    parts = [f"{entry.what} {named} by {subjects[entry.first]}"]
    parts += [f"{key} by {subjects[commit]}" for key, commit in entry.added.items()]
    parts += [f"altered{_change(altered, subjects)}" for altered in entry.altered]
    parts += [f"gone{_change(entry.gone, subjects)}"] if entry.gone else []
    return "; ".join(parts)


def _change(altered: Alteration, subjects: Mapping[str, str]) -> str:
    why = f": {altered.correction['why']}" if altered.correction else ""
    said = f" ({altered.said})" if altered.said else ""
    return f" by {subjects[altered.commit]}{said}{why}"
