"""The card of an event: what it is, when and where, by whom, and what became of it."""

from cicareg.card import Card
from cicareg.questions.cards.card import CardOf, rows, texts
from cicareg.questions.naming import any_name, post_label, state_label
from cicareg.questions.posts import top
from cicareg.records.event import Event
from cicareg.registry import Registry


def _card(registry: Registry, id_: str) -> Card:
    entry = registry.get(Event, id_)
    if entry is None:
        raise KeyError(id_)
    event = entry.record
    names = {dimension.id: any_name(dimension.name) for dimension in top(registry).dimensions}
    shown = rows(
        ("id", id_),
        ("title", texts(event.title, event.unofficial)),
        ("purpose", texts(event.purpose, event.unofficial)),
        ("concept", texts(event.concept, event.unofficial)),
        ("areas", [post_label(registry, area) for area in event.areas]),
        ("dimensions", [names.get(dimension, dimension) for dimension in event.dimensions]),
        ("dates", str(event.dates)),
        ("status", event.status),
        ("moved to", str(event.moved_to) if event.moved_to else None),
        ("place", texts(event.place, event.unofficial)),
        ("format", event.format),
        ("organisers", [state_label(registry, state) for state in event.organisers]),
        ("partners", [any_name(partner) for partner in event.partners]),
        ("plan", event.plan),
        ("documents", ", ".join(event.documents)),
        ("proposed by", ", ".join(state_label(registry, state) for state in event.proposed_by)),
        ("submitted", event.submitted),
        ("answers", ", ".join(event.answers)),
        ("restricted", "yes" if event.restricted else None),
        ("source", event.source),
    )
    return Card(any_name(event.title), shown, registry.where(entry))


CARD = CardOf("event", _card)
