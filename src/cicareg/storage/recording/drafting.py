"""What of a plan changes anything on the commit that it rests on."""

from cicareg.storage import git
from cicareg.storage.blobs import id_of
from cicareg.storage.recording.places import Places
from cicareg.storage.recording.values import Base, Draft, Plan


def drafted(places: Places, base: Base, plan: Plan) -> Draft | None:
    """Give the draft of a plan; None where the commit has all as planned already."""
    wanted = from_top(places, plan)
    before = git.ids(places.top, base.commit, wanted)
    files = {path: raw for path, raw in wanted.items() if before.get(path) != id_of(raw, places.kind)}
    return Draft(base, plan, files, before) if files else None


def from_top(places: Places, plan: Plan) -> dict[str, bytes]:
    """Give the planned contents by path from the top of the repository; a path that leads elsewhere is a bug."""
    for path in plan.files:
        parts = path.split("/")
        if not path.isprintable() or any(part in ("", ".", "..") or part.lower() == ".git" for part in parts):
            raise ValueError(f"no path of a record: {path!r}")
    return {f"{places.prefix}{path}": raw for path, raw in plan.files.items()}
