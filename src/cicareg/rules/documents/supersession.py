"""Good order: a version takes the place of an older one."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.registry import Registry
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Document, Severity.ERROR)
def supersession(ask: Inquiry, document: Entry[Document]) -> Iterator[Breach]:
    """A document supersedes an earlier one, never itself.

    Not by a detour either: whoever follows `supersedes` comes to a first version. Where both state a `version`
    in figures, that of the later one is higher.

    Good:
        # registry/documents/ice-paper-2.yaml
        kind: concept-paper
        title: Concept paper on ice, second version
        version: "2"
        supersedes: ice-paper

    Bad:
        # registry/documents/ice-paper-2.yaml
        kind: concept-paper
        title: Concept paper on ice, second version
        version: "2"
        supersedes: ice-paper-2

    Mend: name in `supersedes` the version just before this one, and leave it out in the first.
    """
    before = document.record.supersedes
    if before is None:
        return
    if _comes_back(ask.registry, document):
        by = "" if before == document.id else f", by way of {before}"
        yield Breach(At(document, ("supersedes",)), f"{document.id} supersedes itself{by}")
        return
    earlier = ask.registry.get(Document, before)
    own, other = _figures(document.record.version), _figures(earlier.record.version if earlier else None)
    if earlier and own and other and own <= other:
        message = f"version {document.record.version} supersedes {before}, which is version {earlier.record.version}"
        related = (At(earlier, ("version",), message="the version superseded"),)
        yield Breach(At(document, ("version",)), message, related=related)


def _comes_back(registry: Registry, document: Entry[Document]) -> bool:
    """Tell whether the chain of versions leads back to its beginning."""
    seen: set[str] = set()
    current: Entry[Document] | None = document
    while current and current.record.supersedes and current.record.supersedes not in seen:
        seen.add(current.record.supersedes)
        current = registry.get(Document, current.record.supersedes)
    return document.id in seen


def _figures(version: str | None) -> tuple[int, ...] | None:
    """Give a version such as 2 or 1.10 as numbers, else None."""
    parts = (version or "").split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else None
