"""What things are called: in a language where something is published, in English in messages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cicareg.errors import CicaregError
from cicareg.records.area import Area
from cicareg.records.document import Document
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State
from cicareg.registry import Registry


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one language: one that is missing is refused, or marked where gaps are allowed.

    Never does another language stand in its place.
    """

    lang: str
    gaps: bool = False

    def __call__(self, text: Mapping[str, str], what: str) -> str:
        """Give the text in the language; `what` says whose it is."""
        if self.lang in text:
            return text[self.lang]
        if self.gaps:
            return gap(f"{what} ({self.lang})")
        raise CicaregError(f"{what} has no text in {self.lang!r}", hint="add it to the record, or take another --lang")


def gap(what: str) -> str:
    """Give what stands where something is missing and gaps are allowed: nobody overlooks it."""
    return f"[??? {what}]"


def any_name(text: Mapping[str, str]) -> str:
    """Give the English text, or the first there is: for messages, never for what is published."""
    return text.get("en") or next(iter(text.values()), "")


def state_label(registry: Registry, state: str) -> str:
    """Give the name of a state for messages; its code where it is not on record."""
    entry = registry.get(State, state)
    return any_name(entry.record.name) if entry else state


def dimension_label(registry: Registry, dimension: str) -> str:
    """Give the name of a dimension for messages, such as `Human dimension`; its id where it is not on record."""
    for top in registry.of(RegistryRecord):
        for known in top.record.dimensions:
            if known.id == dimension:
                return f"{any_name(known.name)} dimension"
    return dimension


def post_label(registry: Registry, area: str) -> str:
    """Give the short name of a post for messages; its id where it is not on record."""
    entry = registry.get(Area, area)
    if entry is None:
        return area
    if entry.record.name:
        return any_name(entry.record.short or entry.record.name)
    named = dimension_label(registry, entry.record.dimension)
    return area if named == entry.record.dimension else named


def subject_labels(registry: Registry, areas: Iterable[str], dimensions: Iterable[str]) -> list[str]:
    """Give the names of dimensions and areas for messages, each once: a post may be a dimension."""
    named = (*(dimension_label(registry, id_) for id_ in dimensions), *(post_label(registry, id_) for id_ in areas))
    return list(dict.fromkeys(named))


def document_label(registry: Registry, document: str) -> str:
    """Give the short title of a document for messages; the id of one that is restricted or not on record."""
    entry = registry.get(Document, document)
    return any_name(entry.record.short or entry.record.title) if entry and not entry.record.restricted else document


def whose_label(registry: Registry, who: str) -> str:
    """Give the name of whoever a duty is for: a state, an organ, the Secretariat or the Chairmanship."""
    for top in registry.of(RegistryRecord):
        if who in top.record.organs:
            organ = top.record.organs[who]
            return any_name(organ.short or organ.name)
    return who.capitalize() if who in ("secretariat", "chairmanship") else state_label(registry, who)
