"""Good order: a name or number means one thing."""

from collections.abc import Iterable, Iterator

from cicareg.finding import Severity
from cicareg.names import folded
from cicareg.records.area import Area
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State
from cicareg.registry import Entry
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.yaml_text import Step


@rule(Severity.ERROR)
def unique_names(ask: Inquiry) -> Iterator[Breach]:
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
    yield from _names(sorted(ask.registry.of(State), key=ask.registry.where))  # as the file has them
    yield from _names(ask.registry.of(Area))
    yield from _numbers(ask.registry.of(Area))
    for top in ask.registry.of(RegistryRecord):
        yield from _dimensions(top)


def _names(entries: Iterable[Entry[State]] | Iterable[Entry[Area]]) -> Iterator[Breach]:
    owners: dict[str, At] = {}
    for entry in entries:
        for path, name in _spellings(entry):
            owner = owners.setdefault(folded(name), At(entry, path, key=not path, message="the first to have it"))
            if owner.entry is not entry:
                at = At(entry, path, key=not path)
                yield Breach(at, f"{name} is already a name of {owner.entry.id}", related=(owner,))


def _spellings(entry: Entry[State] | Entry[Area]) -> Iterator[tuple[tuple[Step, ...], str]]:
    yield (), entry.id
    for field in ("name", "formal", "short"):
        for lang, name in (getattr(entry.record, field, None) or {}).items():
            yield (field, lang), name
    for index, alias in enumerate(entry.record.aliases):
        yield ("aliases", index), alias


def _numbers(areas: Iterable[Entry[Area]]) -> Iterator[Breach]:
    owners: dict[tuple[str, int | None], Entry[Area]] = {}
    for area in areas:
        dimension, number = area.record.dimension, area.record.number
        owner = owners.setdefault((dimension, number), area)
        if owner is not area:
            what = f"the dimension {dimension} as a whole" if number is None else f"number {number} of {dimension}"
            at = At(area, ("dimension" if number is None else "number",))
            yield Breach(at, f"{what} is already {owner.id}", related=(At(owner, message="the first to have it"),))


def _dimensions(top: Entry[RegistryRecord]) -> Iterator[Breach]:
    owners: dict[str | int, int] = {}
    for index, dimension in enumerate(top.record.dimensions):
        for field, value in (("id", dimension.id), ("number", dimension.number)):
            if owners.setdefault(value, index) != index:
                other = top.record.dimensions[owners[value]]
                yield Breach(At(top, ("dimensions", index, field)), f"{field} {value} is already that of {other.id}")
