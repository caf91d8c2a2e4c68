"""A document with its body, as plain data for the template `document.html`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cicareg.annexes.voice import Data, Voice
from cicareg.body import Clause, Heading, Numbered, Part, Plain, Point, parse
from cicareg.errors import CicaregError
from cicareg.questions.status import is_final, life
from cicareg.records.document import Document

_DEEPEST = 6  # lists in lists: below that all stand at one depth


def document_data(voice: Voice, id_: str, until: date | None = None) -> Data:
    """Give what the template of a document prints: what it is and whose, and its parts in order.

    It is a draft where nothing final was decided on it (by a day, where one is given).
    Raises CicaregError where the body or a name is not on record in the language.
    """
    entry = voice.on_record(Document, id_)
    record = entry.record
    if record.body is None:
        is_note = record.kind == "note-verbale"
        hint = f"cicareg render note {id_}" if is_note else f"write its text under body: in {entry.path}"
        raise CicaregError(f"{id_} has no body on record", hint=hint)
    return {
        "body": voice.body(),
        "document": voice.document(id_, restricted=True),
        "organ": voice.organ(record.organ) if record.organ else None,
        "chairmanship": voice.state(record.chairmanship) if record.chairmanship else None,
        "draft": is_draft(voice, id_, until),
        "version": record.version or "",
        "date": voice.day(record.date) if record.date else None,
        "applies": voice.term(record.applies),
        "prepared_by": [voice.state(state) for state in record.prepared_by],
        "restricted": voice.words.restricted if record.restricted else "",
        "parts": _parts(parse(voice.text(record.body, f"the body of {id_}"))),
        "translations": voice.translations,
    }


def is_draft(voice: Voice, id_: str, until: date | None) -> bool:
    """Tell whether nothing final was decided on a document: by a day, or at all."""
    final = (step for step in life(voice.registry, id_) if is_final(step.decision) and not step.decision.for_)
    return not any(until is None or step.event.day <= until for step in final)


def _parts(parts: Sequence[Part]) -> list[dict[str, Any]]:
    """Give the parts; a paragraph that goes with an item above it is a further line of that item."""
    given: list[dict[str, Any]] = []
    for part in parts:
        if isinstance(part, Plain) and part.depth and given and given[-1]["sort"] == "item":
            given[-1]["lines"].append(part.text)
        else:
            given.append(_part(part))
    return given


def _part(part: Part) -> dict[str, Any]:
    """Give one part as a mapping, which is all that a template may see."""
    match part:
        case Heading():
            return {"sort": "heading", "level": min(part.level + 1, 6), "text": part.text}
        case Clause():
            words = {"before": part.before, "opening": part.opening, "gap": part.gap, "text": part.text}
            return {"sort": "clause", **words}
        case Numbered():
            return {"sort": "item", "marker": part.marker, "depth": min(part.depth, _DEEPEST), "lines": [part.text]}
        case Point():
            return {"sort": "item", "marker": "", "depth": min(part.depth, _DEEPEST), "lines": [part.text]}
        case Plain():
            return {"sort": "plain", "text": part.text}
