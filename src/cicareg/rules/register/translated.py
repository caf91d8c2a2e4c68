"""Good order: what is published has a name in every language of the register."""

from collections.abc import Iterator, Mapping

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.area import Area
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.yaml_text import Step


@rule((RegistryRecord, State, Area), Severity.WARNING)
def translated(ask: Inquiry, entry: Entry[RegistryRecord] | Entry[State] | Entry[Area]) -> Iterator[Breach]:
    """States, areas, dimensions and organs are named in every language of the register.

    A list or an annex in a language is refused where a name is missing in it: another language is never
    put in its place.

    Good:
        # registry/areas/fish.yaml
        dimension: nature
        number: 2
        name: {en: Fisheries, fr: Pêcheries}

    Bad:
        # registry/areas/fish.yaml
        dimension: nature
        number: 2
        name: Fisheries

    Mend: add the name, and list its language under `unofficial` where it is our own translation.
    """
    for top in ask.registry.of(RegistryRecord):
        for path, name in _names(entry.record):
            yield from _lacking(At(entry, path), name, top.record.languages)


def _names(record: RegistryRecord | State | Area) -> Iterator[tuple[tuple[Step, ...], Mapping[str, str]]]:
    if isinstance(record, RegistryRecord):
        for index, dimension in enumerate(record.dimensions):
            yield ("dimensions", index, "name"), dimension.name
        for key, organ in record.organs.items():
            yield ("organs", key, "name"), organ.name
    elif record.name:
        yield ("name",), record.name


def _lacking(at: At, name: Mapping[str, str], languages: tuple[str, ...]) -> Iterator[Breach]:
    lacking = [lang for lang in languages if lang not in name]
    if lacking:
        yield Breach(at, f"no name in {', '.join(lacking)}: lists and annexes in that language are refused")
