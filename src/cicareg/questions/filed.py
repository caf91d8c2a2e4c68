"""The documents about a post that came in: those of its area, and those of its dimension as a whole."""

from collections.abc import Mapping
from datetime import date

from cicareg.questions.posts import Post
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.registry import Registry

_About = Mapping[tuple[str, str, str], tuple[Entry[Document], ...]]


def filed(registry: Registry, kind: str, post: Post) -> tuple[Entry[Document], ...]:
    """Give the documents of a kind about a post or about its whole dimension, by id."""
    about = registry.once(filed, lambda: _about(registry))
    found = (*about.get((kind, "area", post.id), ()), *about.get((kind, "dimension", post.dimension.id), ()))
    return tuple(sorted({entry.id: entry for entry in found}.values(), key=lambda entry: entry.id))


def days_of(document: Document) -> tuple[date, ...]:
    """Give the days of a document that are on record: of its first draft, and the one that it bears."""
    return tuple(sorted({day for day in (document.first_draft, document.date) if day is not None}))


def _about(registry: Registry) -> _About:
    found: dict[tuple[str, str, str], list[Entry[Document]]] = {}
    for entry in registry.of(Document):
        record = entry.record
        if not record.counts:
            continue
        named = [("area", area) for area in record.areas] + [("dimension", one) for one in record.dimensions]
        for what, id_ in dict.fromkeys(named):
            found.setdefault((record.kind, what, id_), []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}
