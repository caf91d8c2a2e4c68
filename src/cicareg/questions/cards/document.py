"""The card of a document: what it is, its status, and the decisions that made it."""

from collections import Counter

from cicareg.card import Card
from cicareg.questions.cards.card import CardOf, rows, texts
from cicareg.questions.decisions import in_words
from cicareg.questions.naming import any_name, post_label
from cicareg.questions.posts import top
from cicareg.questions.status import document_status, law_status, life
from cicareg.records.document import Document
from cicareg.records.law import Law
from cicareg.registry import Registry


def _card(registry: Registry, id_: str) -> Card:
    entry = registry.get(Document, id_)
    if entry is None:
        raise KeyError(id_)
    record = entry.record
    organ = top(registry).organs.get(record.organ or "")
    shown = rows(
        ("id", id_),
        ("kind", record.kind.replace("-", " ")),
        ("number", record.number),
        ("date", record.date),
        ("organ", any_name(organ.name) if organ else None),
        ("title", texts(record.title, record.unofficial)),
        ("short", texts(record.short, record.unofficial)),
        ("dimensions", ", ".join(record.dimensions)),
        ("areas", [post_label(registry, area) for area in record.areas]),
        ("supersedes", record.supersedes),
        ("forwards", ", ".join(record.forwards)),
        ("pages", record.pages),
        ("restricted", "yes" if record.restricted else None),
        ("source", record.source),
        ("status", document_status(registry, id_) if record.kind != "note-verbale" else None),
        ("decisions", [f"{s.event.day} {s.citation}: {in_words(registry, s.decision)}" for s in life(registry, id_)]),
        ("law", _law(registry, id_)),
    )
    return Card(any_name(record.title), shown, registry.where(entry))


def _law(registry: Registry, id_: str) -> str:
    law = registry.get(Law, id_)
    if law is None:
        return ""
    demands = [demand for found in law.record.paragraphs.values() for demand in found]
    strengths = ", ".join(f"{number} {strength}" for strength, number in Counter(d.strength for d in demands).items())
    status = law_status(registry, law.record)
    return f"{len(law.record.paragraphs)} paragraphs of {law.record.text_of} ({status}); demands: {strengths}"


CARD = CardOf("document", _card)
