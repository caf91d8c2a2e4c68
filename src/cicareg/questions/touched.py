"""What of a register may look different where two states of it differ in some files: the rest need not be read."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from cicareg.kinds import kind_at, kinds, place_of
from cicareg.layout import ROOT
from cicareg.records.area import Area
from cicareg.records.base import Record
from cicareg.records.coordinators import Coordinators
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.records.references import references
from cicareg.registry import Registry

_PAPERS = (Meeting, Document)  # each says something of others: where one differs, all are read


class Touched(NamedTuple):
    """The ids of the records that may look different."""

    posts: frozenset[str]
    meetings: frozenset[str]
    documents: frozenset[str]
    events: frozenset[str]

    def ids(self, model: type[Record]) -> Collection[str]:
        """Give those of a kind, sorted."""
        held = {Area: self.posts, Coordinators: self.posts, Meeting: self.meetings, Document: self.documents}
        return sorted(held.get(model, self.events))


def close(paths: Collection[str]) -> Iterator[str]:
    """Yield what is read in any case: the files of the register itself, those that differ, and their other halves."""
    yield from (place_of(kind)[1] for kind in kinds() if kind.folder is None)
    for path in paths:
        yield path
        found = kind_at(path)
        if found and found[0].model in (Area, Coordinators):
            yield from (f"{ROOT}/{folder}/{found[1]}.yaml" for folder in ("areas", "coordinators"))


def further(registry: Registry, paths: Collection[str]) -> Iterator[str]:
    """Yield the files of what the records in some files name; where papers are among these, all papers."""
    models = {found[0].model for path in paths if (found := kind_at(path))}
    if not models.isdisjoint(_PAPERS):
        yield from (path for path in registry.paths if (found := kind_at(path)) and found[0].model in _PAPERS)
    held = frozenset(registry.paths)
    for path in held.intersection(paths):
        for entry in registry.reading(path).entries.values():
            for _, ref, name, _ in references(entry.record):
                yield from _files_of(ref.to, name)


def _files_of(to: str, name: str) -> Iterator[str]:
    folder = {"area": "areas", "meeting": "meetings", "decision": "meetings", "document": "documents"}.get(to)
    if folder:
        yield f"{ROOT}/{folder}/{name.partition('/')[0]}.yaml"


def touched(before: Registry, after: Registry, paths: Collection[str]) -> Touched | None:
    """Tell what may look different where some files differ between two states; None where anything may.

    A post looks as its own two files and the meetings that these cite make it. So a meeting of which the organ, the
    day, or whether it was held is another may change any post, and so may the register itself. A law changes nothing.
    """
    found: dict[type[Record], set[str]] = {model: set() for model in (Area, Coordinators, Meeting, Document, Event)}
    for path in paths:
        at = kind_at(path)
        if at is None or at[0].model is Law:
            continue
        if at[0].model not in found or (at[0].model is Meeting and not _stays(before, after, at[1])):
            return None
        found[at[0].model].add(at[1])
    documents = set(found[Document])
    for registry in (before, after):
        documents |= {named for id_ in found[Meeting] for named in _named(registry, id_)}
    for registry in (before, after):
        documents |= {id_ for paper in tuple(documents) for id_ in _line(registry, paper)}
    return Touched(
        frozenset(found[Area] | found[Coordinators]),
        frozenset(found[Meeting]),
        frozenset(documents),
        frozenset(found[Event]),
    )


def _stays(before: Registry, after: Registry, id_: str) -> bool:
    """Tell whether a meeting is where it was for the posts: new, or of the same organ and day and held as before.

    What rests on a meeting that is not on record is an error: in a register that is in order no post can rest on one
    that is new.
    """
    old, new = before.get(Meeting, id_), after.get(Meeting, id_)
    if new is None or before.broken(Meeting, id_):
        return False
    facts = [(m.record.organ, m.record.date, m.record.held, m.record.list) for m in (old, new) if m]
    return len(set(facts)) == 1


def _named(registry: Registry, meeting: str) -> Iterator[str]:
    entry = registry.get(Meeting, meeting)
    for decision in entry.record.decisions if entry else ():
        yield from filter(None, (decision.document, decision.through, decision.for_))


def _line(registry: Registry, document: str) -> Iterator[str]:
    """Yield the documents whose place a document takes, one after the other."""
    seen = {document}
    entry = registry.get(Document, document)
    while entry and entry.record.supersedes and entry.record.supersedes not in seen:
        seen.add(entry.record.supersedes)
        yield entry.record.supersedes
        entry = registry.get(Document, entry.record.supersedes)
