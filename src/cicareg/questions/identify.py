"""Which record a person means: by id, number, name, alias, or an unambiguous part of a name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cicareg.errors import UsageError
from cicareg.names import did_you_mean, folded
from cicareg.questions.naming import any_name, post_label
from cicareg.questions.posts import posts
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.records.meeting import Meeting
from cicareg.records.state import State
from cicareg.registry import Registry


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """A record that something typed may mean."""

    kind: str
    id: str
    label: str


def identify(registry: Registry, typed: str, kinds: Iterable[str]) -> tuple[Identity, ...]:
    """Give what was meant: whatever has that very id or name, else the one thing with that part in its name.

    Two records of different kinds may share an id (a document and its law): then both are meant.
    Raises UsageError where nothing or more than one thing fits, with what comes close.
    """
    known = [(folded(name), identity) for name, identity in _names(registry) if identity.kind in set(kinds)]
    wanted = folded(typed)
    exact = {identity for name, identity in known if name == wanted}
    if exact:
        return _one_id(typed, exact)
    part = {identity for name, identity in known if wanted and wanted in name}
    if part:
        return _one_id(typed, part)
    close = did_you_mean(typed, [name for name, _ in _names(registry)])
    raise UsageError(f"nothing on record is called {typed!r}{close}", hint=f"look through all: cicareg find {typed!r}")


def _one_id(typed: str, found: set[Identity]) -> tuple[Identity, ...]:
    if len({identity.id for identity in found}) > 1:
        some = "; ".join(f"{identity.id} ({identity.label})" for identity in sorted(found)[:8])
        raise UsageError(f"{typed!r} may mean: {some}", hint="give the id of the one you mean")
    return tuple(sorted(found))


def _names(registry: Registry) -> Iterator[tuple[str, Identity]]:
    yield from _states(registry)
    yield from _areas(registry)
    for meeting in registry.of(Meeting):
        yield meeting.id, Identity("meeting", meeting.id, f"meeting of {meeting.record.date}")
    for event in registry.of(Event):
        called = Identity("event", event.id, any_name(event.record.title))
        yield from ((name, called) for name in (event.id, *event.record.title.values()))
    for document in registry.of(Document):
        identity = Identity("document", document.id, any_name(document.record.title))
        texts = (document.record.title, document.record.short or {})
        number = [document.record.number] if document.record.number else []
        for name in (document.id, *number, *(name for text in texts for name in text.values())):
            yield name, identity


def _states(registry: Registry) -> Iterator[tuple[str, Identity]]:
    for state in registry.of(State):
        record = state.record
        identity = Identity("state", state.id, any_name(record.name))
        forms = (form for cases in record.forms.values() for form in cases.values())
        for name in (state.id, *record.name.values(), *(record.formal or {}).values(), *record.aliases, *forms):
            yield name, identity


def _areas(registry: Registry) -> Iterator[tuple[str, Identity]]:
    for post in posts(registry):
        record = post.area.record
        identity = Identity("area", post.id, post_label(registry, post.id))
        for name in (post.id, post.number, *post.name.values(), *(record.short or {}).values(), *record.aliases):
            yield name, identity
