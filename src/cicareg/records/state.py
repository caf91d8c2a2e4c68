"""states.yaml: the states, their names in each language, and since when they are members."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from cicareg.names import folded
from cicareg.records.base import Forms, Kind, Lang, Line, Many, Record, SourceRef, Text, Year, spelt


class Membership(Record):
    """Since when (or until when) a state is a member, and who says so."""

    year: Annotated[Year, Field(description="The year.")]
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )


class State(Record):
    """A state. Its id is its ISO 3166 alpha-3 code.

    Example:
        # registry/states.yaml
        XAA:
          name: {en: Alderia, fr: Aldérie}
          formal: {en: Republic of Alderia}
          aliases: [Aldermark]
          member-since: {year: 2000, source: letters p. 1}
        XBB:
          name: {en: Borland, fr: Borlande}
          forms: {fr: {genitive: de Borlande}}
          member-since: {year: 2000}
        XCC:
          name: {en: Corvania, fr: Corvanie}
          member-since: {year: 2000}
    """

    name: Annotated[Text, Field(description="The one short name that lists print, in each language.")]
    formal: Annotated[Text | None, Field(description="The formal name.")] = None
    aliases: Annotated[Many[Line], Field(description="Other names that are accepted on input.")] = ()
    forms: Annotated[Forms, Field(description="Case forms of the short name that sentences need.")] = {}
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the names are our translation.")] = ()
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )
    member_since: Annotated[Membership | None, Field(description="First year of membership.")] = None
    member_until: Annotated[Membership | None, Field(description="Last year of membership.")] = None


def spellings(id_: str, state: State) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield everything that a state is called, with the path to it."""
    yield from spelt(id_, state.aliases, name=state.name, formal=state.formal)


def _names(id_: str, state: State) -> Iterator[str]:
    return (folded(name) for _, name in spellings(id_, state))


KIND = Kind("state", State, "states.yaml", keyed=True, id_pattern="[A-Z]{3}", indexes={"name": _names}, context=True)
