"""What a register shows, as a picture that can be compared: as decided, or on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar
from zlib import crc32

from cicareg.listed import Holder, Listing, PostLine
from cicareg.picture import BASIS, NAME, Facts, Item, Picture, Seat, Stand
from cicareg.questions.decisions import in_words
from cicareg.questions.listing import as_decided, as_decided_by, as_decided_now, on_day
from cicareg.questions.papers import STATUSLESS
from cicareg.questions.posts import Post, posts, top
from cicareg.questions.status import document_status
from cicareg.questions.touched import Touched
from cicareg.reading import Entry
from cicareg.records.area import Area
from cicareg.records.base import Record
from cicareg.records.coordinators import Coordinators
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.records.meeting import Decision, Meeting
from cicareg.records.state import State
from cicareg.registry import Registry

R = TypeVar("R", bound=Record)
_SERVING = frozenset({"in-force", "not-stated", "acting"})
_PAPERS = ("decisions", "documents", "corrections", "events")


def picture_decided(registry: Registry, of: str, names: Registry, meeting: str) -> Picture:
    """Give the register as decided by a meeting.

    Decisions are put in the words of another state of the register, `names`: what is renamed since has not
    changed what was decided.
    """
    listing = as_decided(registry, _lang(registry), meeting, gaps=True)
    entry = registry.get(Meeting, meeting)
    known = _known_by(registry, entry.record.date) if entry else registry
    return _picture(registry, of, listing, _papers(known, names))


def picture_recorded(registry: Registry, of: str, names: Registry, only: Touched | None = None) -> Picture:
    """Give what is on record of posts, papers and events, or of `only` some, with the list as it was last decided."""
    listing = as_decided_now(registry, _lang(registry), only.posts if only else None)
    return _picture(registry, of, listing, _papers(registry, names, only), only)


def picture_by(registry: Registry, of: str, names: Registry, day: date) -> Picture:
    """Give the register as decided by the end of a day."""
    listing = as_decided_by(registry, _lang(registry), day, gaps=True)
    return _picture(registry, of, listing, _papers(_known_by(registry, day), names))


def picture_serving(registry: Registry, of: str, day: date) -> Picture:
    """Give who serves on a day; of decisions and documents it says nothing."""
    listing = on_day(registry, _lang(registry), day, gaps=True)
    serving = tuple(
        line._replace(holders=tuple(holder for holder in line.holders if holder.status in _SERVING))
        for line in listing.posts
    )
    return _picture(registry, of, listing._replace(posts=serving), ())


def seat_of(line: PostLine, names: Mapping[str, str]) -> Seat:
    """Give a post of a list with its names by language."""
    facts = (("number", line.number), ("dimension", line.dimension), *_names(names))
    return Seat(line.area, facts, tuple(map(_stand, line.holders)))


def _stand(holder: Holder) -> Stand:
    return Stand(holder.state, holder.role, holder.term, holder.status == "acting", holder.basis)


def _picture(
    registry: Registry,
    of: str,
    listing: Listing,
    items: Iterator[Item] | tuple[()],
    only: Touched | None = None,
) -> Picture:
    lines = {line.area: line for line in listing.posts}
    read: list[tuple[Post, PostLine]] = [(post, lines[post.id]) for post in posts(registry, lines)]
    seats = tuple(seat_of(line, post.name) for post, line in read)
    unread = frozenset(line.area for _, line in read if line.status == "unreadable") | _broken(registry, only)
    says = {"number", "dimension", BASIS, "states", "dimensions", *(_PAPERS if items else ())}
    says |= {f"{NAME} {lang}" for lang in top(registry).languages}
    unknown = sum(line.status == "not-recorded" for _, line in read)
    note = f"{of}: nothing is on record of who held {_counted(unknown)} then"
    found = (*_states(registry), *_dimensions(registry), *items)
    return Picture(of, frozenset(says), seats, found, unread, (note,) if unknown else ()).placed()


def _broken(registry: Registry, only: Touched | None) -> frozenset[str]:
    """Give the areas that cannot be read: they are not gone."""
    ids = registry.ids(Area) if only is None else only.posts
    return frozenset(id_ for id_ in ids if registry.broken(Area, id_))


def _counted(number: int) -> str:
    return "1 post" if number == 1 else f"{number} posts"


def _lang(registry: Registry) -> str:
    """Give a language that the names of holders are asked in; a picture has them by their codes."""
    return top(registry).languages[0]


def _names(names: Mapping[str, str]) -> Facts:
    return tuple((f"{NAME} {lang}", text) for lang, text in names.items())


def _states(registry: Registry) -> Iterator[Item]:
    for entry in registry.of(State):
        yield Item("state", entry.id, _sorted(_names(entry.record.name)))


def _dimensions(registry: Registry) -> Iterator[Item]:
    for dimension in top(registry).dimensions:
        facts = (("number", str(dimension.number)), *_names(dimension.name))
        yield Item("dimension", dimension.id, _sorted(facts))


def _known_by(registry: Registry, day: date) -> Registry:
    """Give the register less the meetings after a day, and the documents that bear a later one."""
    later = {entry.path for entry in registry.of(Meeting) if entry.record.date > day}
    for entry in registry.of(Document):
        borne = [known for known in (entry.record.first_draft, entry.record.date) if known]
        if borne and min(borne) > day:
            later.add(entry.path)
    return Registry({path: registry.reading(path) for path in registry.paths if path not in later})


def _entries(registry: Registry, model: type[R], only: Touched | None) -> Iterable[Entry[R]]:
    """Give the records of a kind, or those of them that may look different."""
    if only is None:
        return registry.of(model)
    return filter(None, (registry.get(model, id_) for id_ in only.ids(model)))


def _papers(registry: Registry, names: Registry, only: Touched | None = None) -> Iterator[Item]:
    """Yield the decisions, documents, events and corrections on record; no organ decides on an event."""
    for meeting in _entries(registry, Meeting, only):
        for label, decision in meeting.record.cited.items():
            yield Item("decision", f"{meeting.id}/{label}", (("says", _said(names, decision)),))
    for document in _entries(registry, Document, only):
        yield Item("document", document.id, _sorted(_document(registry, document.id, document.record)))
    for event in _entries(registry, Event, only):
        yield Item("event", event.id, _sorted(_event(event.record)))
    yield from _corrections(registry, only)


def _said(names: Registry, decision: Decision) -> str:
    """Say what a decision does; one on a restricted document does not say more than its id."""
    ids = [id_ for id_ in (decision.document, decision.through, decision.for_) if id_]
    if any((entry := names.get(Document, id_)) and entry.record.restricted for id_ in ids):
        return f"{decision.verb} {', '.join(ids)}"
    return in_words(names, decision)


def _document(registry: Registry, id_: str, record: Document) -> Iterator[tuple[str, str]]:
    yield "kind", record.kind
    if record.kind != STATUSLESS:
        yield "status", str(document_status(registry, id_))
    if record.version:
        yield "version", record.version
    if record.supersedes:
        yield "supersedes", record.supersedes
    if record.restricted:
        yield "restricted", "yes"
        return
    yield from _names(record.title)
    for lang, text in (record.body or {}).items():
        yield f"text {lang}", f"{crc32(text.encode()):08x}"


def _event(record: Event) -> Iterator[tuple[str, str]]:
    """Yield the facts of an event; of a restricted one only what became of it."""
    yield "status", record.status
    if record.restricted:
        yield "restricted", "yes"
        return
    yield "dates", str(record.dates)
    if record.moved_to:
        yield "moved-to", str(record.moved_to)
    for key, several in (("organisers", record.organisers), ("areas", record.areas), ("dimensions", record.dimensions)):
        if several:
            yield key, ", ".join(several)
    if record.plan:
        yield "plan", record.plan
    yield from _names(record.title)


def _corrections(registry: Registry, only: Touched | None) -> Iterator[Item]:
    found = [(f"areas/{entry.id}", entry.record.corrections) for entry in _entries(registry, Area, only)]
    posts_of = _entries(registry, Coordinators, only)
    found += [(f"coordinators/{entry.id}", entry.record.corrections) for entry in posts_of]
    found += [(f"meetings/{entry.id}", entry.record.corrections) for entry in _entries(registry, Meeting, only)]
    found += [(f"documents/{entry.id}", entry.record.corrections) for entry in _entries(registry, Document, only)]
    found += [(f"events/{entry.id}", entry.record.corrections) for entry in _entries(registry, Event, only)]
    for record, corrections in found:
        for number, one in enumerate(corrections, start=1):
            facts = (("source", one.source), ("what", one.what), ("why", one.why))
            yield Item("correction", f"{record}/{number}", facts)


def _sorted(facts: Facts | Iterator[tuple[str, str]]) -> Facts:
    return tuple(sorted(facts))
