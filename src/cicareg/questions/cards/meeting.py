"""The card of a meeting: when and where, and what it decided."""

from cicareg.card import Card
from cicareg.questions.cards.card import CardOf, rows, texts
from cicareg.questions.decisions import in_words
from cicareg.questions.held import why_not_held
from cicareg.questions.holdings import deciding_meeting
from cicareg.questions.naming import any_name, state_label, subject_labels
from cicareg.questions.posts import top
from cicareg.records.agenda import AgendaItem
from cicareg.records.coordinators import Coordinators
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry


def _card(registry: Registry, id_: str) -> Card:
    entry = registry.get(Meeting, id_)
    if entry is None:
        raise KeyError(id_)
    record = entry.record
    organ = top(registry).organs.get(record.organ)
    resting = sum(
        deciding_meeting(tenure) == id_ for post in registry.of(Coordinators) for tenure in post.record.tenures
    )
    shown = rows(
        ("id", id_),
        ("organ", any_name(organ.name) if organ else record.organ),
        ("began", record.began),
        ("date", record.date),
        ("held", f"no: {why_not_held(record)}" if record.held is False else None),
        ("place", texts(record.place)),
        ("form", record.form),
        ("chair", state_label(registry, record.chair) if record.chair else None),
        ("list", record.list),
        ("source", record.source),
        ("agenda", [_item(registry, item) for item in record.agenda]),
        ("decisions", [f"{d.label}: {in_words(registry, d)}" for d in record.decisions] or ["none on record"]),
        ("tenures", f"{resting} {'rests' if resting == 1 else 'rest'} on it" if resting else None),
    )
    name = any_name(organ.short or organ.name) if organ else record.organ
    return Card(f"{name}, {record.date}", shown, registry.where(entry))


def _item(registry: Registry, item: AgendaItem) -> str:
    number = f"{item.number}: " if item.number else ""
    named = (*item.documents, *subject_labels(registry, item.areas, item.dimensions))
    review = "review of " if item.review else ""
    said = f" [{review}{', '.join(named)}]" if named else ""
    return f"{number}{any_name(item.title)}{said}"


CARD = CardOf("meeting", _card)
