"""The card of a document: what it is, its status, and the decisions that made it."""

from collections import Counter

from cicareg.body import Heading, parse
from cicareg.card import Card
from cicareg.questions.cards.card import CardOf, rows, texts
from cicareg.questions.decisions import in_words
from cicareg.questions.naming import any_name, post_label, state_label
from cicareg.questions.posts import top
from cicareg.questions.status import document_status, law_status, life, versions
from cicareg.records.document import Document
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry


def _card(registry: Registry, id_: str) -> Card:
    entry = registry.get(Document, id_)
    if entry is None:
        raise KeyError(id_)
    record = entry.record
    organ = top(registry).organs.get(record.organ or "")
    status = document_status(registry, id_)
    shown = rows(
        ("id", id_),
        ("kind", record.kind.replace("-", " ")),
        ("number", record.number),
        ("version", record.version),
        ("date", record.date),
        ("first draft", record.first_draft),
        ("organ", any_name(organ.name) if organ else None),
        ("chairmanship", state_label(registry, record.chairmanship) if record.chairmanship else None),
        ("prepared by", ", ".join(state_label(registry, state) for state in record.prepared_by)),
        ("meeting", record.meeting),
        ("title", texts(record.title, record.unofficial)),
        ("short", texts(record.short, record.unofficial)),
        ("dimensions", ", ".join(record.dimensions)),
        ("areas", [post_label(registry, area) for area in record.areas]),
        ("applies", str(record.applies) if record.applies else None),
        ("supersedes", record.supersedes),
        ("answers", [_request(registry, reference) for reference in record.answers]),
        ("versions", _versions(registry, id_)),
        ("forwards", ", ".join(record.forwards)),
        ("pages", record.pages),
        ("languages", ", ".join(record.languages)),
        ("body", [_extent(lang, text) for lang, text in (record.body or {}).items()]),
        ("received", None if record.counts else "no: it is on record by mistake"),
        ("restricted", "yes" if record.restricted else None),
        ("source", record.source),
        ("status", str(status) if record.kind != "note-verbale" else None),
        ("since", status.since),
        ("decisions", [f"{s.event.day} {s.citation}: {in_words(registry, s.decision)}" for s in life(registry, id_)]),
        ("law", _law(registry, id_)),
    )
    return Card(any_name(record.title), shown, registry.where(entry))


def _versions(registry: Registry, id_: str) -> list[str]:
    """Give all versions with what decisions made of each; nothing where there is one only."""
    found = [entry for version in versions(registry, id_) if (entry := registry.get(Document, version))]
    if len(found) < 2:
        return []
    return [
        f"{f'{e.record.version}: ' if e.record.version else ''}{e.id} ({document_status(registry, e.id)})"
        for e in found
    ]


def _request(registry: Registry, reference: str) -> str:
    """Give a request that a document answers, with what is asked."""
    meeting_id, _, label = reference.partition("/")
    meeting = registry.get(Meeting, meeting_id)
    asked = meeting.record.cited.get(label) if meeting else None
    return f"{reference}: {in_words(registry, asked)}" if asked else reference


def _extent(lang: str, text: str) -> str:
    number = sum(not isinstance(part, Heading) for part in parse(text))
    return f"{lang}: {number} {'paragraph' if number == 1 else 'paragraphs'}"


def _law(registry: Registry, id_: str) -> str:
    law = registry.get(Law, id_)
    if law is None:
        return ""
    demands = [demand for found in law.record.paragraphs.values() for demand in found]
    strengths = ", ".join(f"{number} {strength}" for strength, number in Counter(d.strength for d in demands).items())
    status = law_status(registry, law.record)
    return f"{len(law.record.paragraphs)} paragraphs of {law.record.text_of} ({status}); demands: {strengths}"


CARD = CardOf("document", _card)
