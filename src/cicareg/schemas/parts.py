"""What a schema defines once by name: days, terms, published text, and what references may name."""

from collections.abc import Mapping

from cicareg.dates import DATE_FORMS
from cicareg.kinds import kinds
from cicareg.schemas import patterns
from cicareg.schemas.draft import Schema
from cicareg.schemas.offers import Offers
from cicareg.terms import FIRST_YEAR, FORMS, LAST_YEAR

_TERMS, _DATES = (tuple(forms.replace(" or ", ", ").split(", ")) for forms in (FORMS, DATE_FORMS))


def part(name: str, base: Schema, offers: Offers) -> Schema:
    """Define a part from what its type says and what the register offers; it may hold marks of other parts."""
    match name:
        case "line":
            return {
                **base,
                "not": {"type": "string", "pattern": "\n"},
            }  # in some dialects `$` stands before a last line break too
        case "prose" | "fact":
            return base
        case "day":
            return _like(patterns.DAY, "must be a day of the calendar, written like 2024-03-15", ("2024-03-15",))
        case "term":
            return _like(patterns.TERM, f"must be a term, written like {FORMS}", _TERMS)
        case "dates":
            text = _like(patterns.DATES, f"must be dates, written like {DATE_FORMS}", _DATES)
            return {**text, "type": ["string", "integer"], "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        case "text" | "long-text":
            return _text(base, offers.of("language"))
        case "source":
            return _source(offers.of("source"))
    return _among(offers.ids[name]) if name in offers.ids else _looks(name, base, offers.of("organ"))


def _like(pattern: str, message: str, examples: tuple[str, ...] = ()) -> Schema:
    shown = {"examples": list(examples)} if examples else {}
    return {"type": "string", "pattern": pattern, "patternErrorMessage": message, "maxLength": 1000, **shown}


def _text(by_language: Schema, languages: tuple[str, ...] | None) -> Schema:
    """Let text stand for each language, or alone where that means English."""
    alone: Schema = by_language["additionalProperties"]
    return {"anyOf": [alone, by_language]} if languages is None or "en" in languages else by_language


def _among(ids: Mapping[str, str]) -> Schema:
    names = {"enumDescriptions": list(ids.values())} if any(ids.values()) else {}
    return {"type": "string", "enum": list(ids), **names} if ids else {"not": {}}


def _source(known: tuple[str, ...] | None) -> Schema:
    """Let the place follow a source, which no list can hold: an editor offers the ids to begin with."""
    if known is None:
        message = "must be the id of a source and the place in it, such as letters p. 3"
        return _like(f"^{patterns.source(patterns.ID)}$", message)
    message = f"must begin with a source on record: {', '.join(known)}"
    return _like(f"^{patterns.source(patterns.one_of(known))}$", message, known) if known else _among({})


def _looks(name: str, base: Schema, organs: tuple[str, ...] | None) -> Schema:
    organ = patterns.one_of(organs) if organs else patterns.ID
    match name:
        case "meeting":
            return _like(f"^{patterns.meeting(organ)}$", "must be a meeting, cited like ORGAN-2024-03-15")
        case "decision":
            message = "must be a decision, cited as MEETING/NUMBER or MEETING/KEY"
            return _like(f"^{patterns.meeting(organ)}/{patterns.ID}$", message)
        case "demand":
            return _like(patterns.DEMAND, "must be a demand, cited as LAW/PARAGRAPH/DEMAND")
        case "language":
            return base
    looks = next((kind.id_pattern for kind in kinds() if kind.name == name), patterns.ID)
    return _like(f"^(?:{looks})$", f"must be the id of a record of the kind {name}")
