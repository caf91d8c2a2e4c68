"""What things are called: in a language where something is published, in English in messages."""

from collections.abc import Mapping
from dataclasses import dataclass

from cicareg.errors import CicaregError
from cicareg.records.area import Area
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
