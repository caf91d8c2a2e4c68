"""Good order: a name or number means one thing."""

from collections.abc import Iterator
from typing import Any

from cicareg.finding import Severity
from cicareg.names import folded
from cicareg.reading import Entry
from cicareg.records import area, state
from cicareg.records.area import Area
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.yaml_text import Step


@rule((RegistryRecord, State, Area), Severity.ERROR)
def unique_names(ask: Inquiry, entry: Entry[Any]) -> Iterator[Breach]:
    """Every name and every number means one thing.

    No two states share a code, name, formal name or alias, in whichever language; nor do two posts share
    an id, name, short name or alias. Capitals and spaces make no difference. Two areas of a dimension
    have different numbers, a whole dimension is a post once, and dimensions have ids and numbers of
    their own. Else what an officer types could mean two things.

    Good:
        # registry/areas/people.yaml
        dimension: people
        number: 1
        name: {en: Schools, fr: Écoles}
        aliases: [Teaching]

    Bad:
        # registry/areas/people.yaml
        dimension: people
        number: 1
        name: {en: Schools, fr: Écoles}
        aliases: [frozen water]

    Mend: keep the name where it belongs and take it away elsewhere; give the number that was decided.
    """
    if isinstance(entry.record, RegistryRecord):
        yield from _dimensions(entry)
        return
    yield from _names(ask, entry)
    if isinstance(entry.record, Area):
        yield from _number(ask, entry)


def _names(ask: Inquiry, entry: Entry[State] | Entry[Area]) -> Iterator[Breach]:
    for path, name in _spellings(entry):
        owner = _first(ask, entry, "name", folded(name))
        if owner.id != entry.id:
            first = next(where for where, spelling in _spellings(owner) if folded(spelling) == folded(name))
            related = At(owner, first, key=not first, message="the first to have it")
            yield Breach(At(entry, path, key=not path), f"{name} is already a name of {owner.id}", related=(related,))


def _spellings(entry: Entry[State] | Entry[Area]) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(entry.record, State):
        return state.spellings(entry.id, entry.record)
    return area.spellings(entry.id, entry.record)


def _first(ask: Inquiry, entry: Entry[Any], index: str, key: str) -> Entry[Any]:
    """Give the first record of the same kind under a key of an index: in one file as that has them, else by id."""
    owners = ask.registry.stating(type(entry.record), index, key)
    if len(owners) == 1 or not entry.prefix:
        return owners[0]
    return min(owners, key=ask.registry.where)


def _number(ask: Inquiry, entry: Entry[Area]) -> Iterator[Breach]:
    dimension, number = entry.record.dimension, entry.record.number
    owner = _first(ask, entry, "number", f"{dimension} {number or ''}")
    if owner.id != entry.id:
        what = f"the dimension {dimension} as a whole" if number is None else f"number {number} of {dimension}"
        at = At(entry, ("dimension" if number is None else "number",))
        yield Breach(at, f"{what} is already {owner.id}", related=(At(owner, message="the first to have it"),))


def _dimensions(top: Entry[RegistryRecord]) -> Iterator[Breach]:
    owners: dict[str | int, int] = {}
    for index, dimension in enumerate(top.record.dimensions):
        for field, value in (("id", dimension.id), ("number", dimension.number)):
            if owners.setdefault(value, index) != index:
                other = top.record.dimensions[owners[value]]
                yield Breach(At(top, ("dimensions", index, field)), f"{field} {value} is already that of {other.id}")
