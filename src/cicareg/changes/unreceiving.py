"""What becomes of a document that an act put on record, when the act is taken back: no file goes."""

from collections.abc import Collection, Mapping, Sequence

from cicareg.changes.correcting import correction, data_of
from cicareg.changes.keys import keys_of
from cicareg.changes.resting import label_of
from cicareg.changes.undoing import Deed
from cicareg.editing import Edit, Put
from cicareg.kinds import kind_at
from cicareg.questions.status import life
from cicareg.records.document import KIND as DOCUMENT
from cicareg.records.document import Document
from cicareg.registry import Registry


def id_of(path: str) -> str | None:
    """Give the id of the document that a file holds; None of another record."""
    found = kind_at(path)
    return found[1] if found is not None and found[0] is DOCUMENT else None


def named_by(registry: Registry, id_: str, deeds: Sequence[Deed]) -> str | None:
    """Give what else names a document than what is taken back: a decision, or the paper that took its place."""
    own = {f"{found[1]}/{label_of(deed.now)}" for deed in deeds if deed.now and (found := _decision(deed))}
    decided = next((step.citation for step in life(registry, id_) if step.citation not in own), None)
    later = next((entry.id for entry in registry.stating(Document, "supersedes", id_)), None)
    return f"decision {decided}" if decided else f"document {later}" if later else None


def _decision(deed: Deed) -> tuple[object, str] | None:
    return kind_at(deed.path) if deed.key == "decisions" and isinstance(deed.now, dict) else None


def unreceived(
    registry: Registry, kept: Mapping[str, str | None], why: str, source: str
) -> Mapping[str, Sequence[Edit]]:
    """Mark the documents that nothing else names as never received, each with a correction that says why."""
    marked = (Put(("received",), False, keys_of(Document)),)
    return {
        path: (correction(path, "received", True, why, source), *marked)
        for path, by in kept.items()
        if by is None and data_of(registry, path).get("received") is not False
    }


def told(kept: Mapping[str, str | None]) -> Collection[str]:
    """Say what becomes of each document."""
    return [
        f"the document {id_of(path)}, which that act put on record, stays there: {by} names it"
        if by
        else f"the document {id_of(path)} was put on record by that act: it is marked as never received"
        for path, by in kept.items()
    ]
