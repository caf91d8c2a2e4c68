"""What a register offers for a reference: the ids that it may be, each with a name to show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cicareg.questions.naming import any_name
from cicareg.questions.posts import posts
from cicareg.records.area import Area
from cicareg.records.document import Document
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State
from cicareg.registry import Registry

Ids = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Offers:
    """Ids with their names, by what a reference is to; a reference to anything else is told by its looks."""

    ids: Mapping[str, Ids]

    def of(self, name: str) -> tuple[str, ...] | None:
        """Give the ids of one sort, or None where they are not known."""
        return tuple(self.ids[name]) if name in self.ids else None


NOTHING = Offers({})


def offers(registry: Registry, *, live: bool = False) -> Offers:
    """Give what the register offers; meetings, decisions, documents and demands, which acts add, only when live.

    A file that cannot be read offers nothing: then any id that looks right will do.
    """
    found: dict[str, Ids] = {}
    if not registry.broken(State, None):
        found["state"] = {id_: _state(registry, id_) for id_ in registry.ids(State)}
    for top in registry.of(RegistryRecord):
        found |= _of_top(top.record)
        numbered = {post.id: f"{post.number} {any_name(post.name)}" for post in posts(registry)}
        found["area"] = {**numbered, **{id_: "" for id_ in registry.ids(Area) if id_ not in numbered}}
    return Offers(found | _live(registry) if live else found)


def _state(registry: Registry, id_: str) -> str:
    entry = registry.get(State, id_)
    return any_name(entry.record.name) if entry else ""


def _of_top(top: RegistryRecord) -> dict[str, Ids]:
    return {
        "language": dict.fromkeys(top.languages, ""),
        "source": {id_: source.title for id_, source in top.sources.items()},
        "organ": {id_: any_name(organ.name) for id_, organ in top.organs.items()},
        "dimension": {dimension.id: f"{dimension.number} {any_name(dimension.name)}" for dimension in top.dimensions},
    }


def _live(registry: Registry) -> dict[str, Ids]:
    documents = {entry.id: any_name(entry.record.title) for entry in registry.of(Document)}
    return {
        "meeting": dict.fromkeys(registry.ids(Meeting), ""),
        "document": {id_: documents.get(id_, "") for id_ in registry.ids(Document)},
        "decision": dict(_decisions(registry)),
        "demand": dict(_demands(registry)),
    }


def _decisions(registry: Registry) -> Iterator[tuple[str, str]]:
    for meeting in registry.of(Meeting):
        for decision in meeting.record.decisions:
            yield f"{meeting.id}/{decision.label}", f"{decision.verb} {decision.document or ''}".strip()


def _demands(registry: Registry) -> Iterator[tuple[str, str]]:
    for law in registry.of(Law):
        for paragraph, demands in law.record.paragraphs.items():
            yield from ((f"{law.id}/{paragraph}/{demand.id}", demand.asks) for demand in demands)
