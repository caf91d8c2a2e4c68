"""Good order: what is published has a name in every language of the register."""

from collections.abc import Iterator, Mapping

from cicareg.finding import Severity
from cicareg.records.area import Area
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Severity.WARNING)
def translated(ask: Inquiry) -> Iterator[Breach]:
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
        languages = top.record.languages
        for state in ask.registry.of(State):
            yield from _lacking(At(state, ("name",)), state.record.name, languages)
        for area in ask.registry.of(Area):
            if area.record.name:
                yield from _lacking(At(area, ("name",)), area.record.name, languages)
        for index, dimension in enumerate(top.record.dimensions):
            yield from _lacking(At(top, ("dimensions", index, "name")), dimension.name, languages)
        for key, organ in top.record.organs.items():
            yield from _lacking(At(top, ("organs", key, "name")), organ.name, languages)


def _lacking(at: At, name: Mapping[str, str], languages: tuple[str, ...]) -> Iterator[Breach]:
    lacking = [lang for lang in languages if lang not in name]
    if lacking:
        yield Breach(at, f"no name in {', '.join(lacking)}: lists and annexes in that language are refused")
