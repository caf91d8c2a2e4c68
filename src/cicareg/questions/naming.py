"""What things are called: in a language where something is published, in English in messages."""

from collections.abc import Mapping

from cicareg.errors import CicaregError
from cicareg.records.area import Area
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State
from cicareg.registry import Registry


def named(text: Mapping[str, str], lang: str, what: str) -> str:
    """Give the text in a language; a missing one is refused by name, never replaced by another language."""
    if lang in text:
        return text[lang]
    raise CicaregError(f"{what} has no text in {lang!r}", hint="add it to the record, or take another --lang")


def any_name(text: Mapping[str, str]) -> str:
    """Give the English text, or the first there is: for messages, never for what is published."""
    return text.get("en") or next(iter(text.values()), "")


def state_label(registry: Registry, state: str) -> str:
    """Give the name of a state for messages; its code where it is not on record."""
    entry = registry.get(State, state)
    return any_name(entry.record.name) if entry else state


def post_label(registry: Registry, area: str) -> str:
    """Give the short name of a post for messages; its id where it is not on record."""
    entry = registry.get(Area, area)
    if entry is None:
        return area
    if entry.record.name:
        return any_name(entry.record.short or entry.record.name)
    for top in registry.of(RegistryRecord):
        for dimension in top.record.dimensions:
            if dimension.id == entry.record.dimension:
                return f"{any_name(dimension.name)} dimension"
    return area
