"""areas/*.yaml: the posts to be filled: priority areas, and dimensions that have none."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from cicareg.names import folded
from cicareg.records.base import (
    DimensionRef,
    Forms,
    Kind,
    Lang,
    Line,
    Many,
    Number,
    Record,
    SourceRef,
    Text,
    misplaced,
    spelt,
)
from cicareg.records.correction import Corrections


class Area(Record):
    """A priority area of a dimension; without number and name, the dimension itself is the post.

    The file is named after the id of the area. Who holds the post stands in `coordinators/`, in a file of the
    same name.

    Example:
        # registry/areas/snow.yaml
        dimension: nature
        number: 3
        name: {en: Safety on snow, fr: Sécurité sur la neige}
        short: {en: Snow, fr: Neige}
        aliases: [Avalanches]
        source: letters p. 12
    """

    model_config = ConfigDict(json_schema_extra={"dependencies": {"number": ["name"], "name": ["number"]}})

    dimension: Annotated[DimensionRef, Field(description="The dimension that it belongs to, or that is the post.")]
    number: Annotated[Number | None, Field(description="Number within the dimension.")] = None
    name: Annotated[Text | None, Field(description="Its name, as lists print it.")] = None
    short: Annotated[Text | None, Field(description="A short name, for messages and on input.")] = None
    aliases: Annotated[Many[Line], Field(description="Other names that are accepted on input.")] = ()
    forms: Annotated[Forms, Field(description="Case forms of the name that sentences need, by language.")] = {}
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the names are our translation.")] = ()
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )
    corrections: Corrections = ()

    @model_validator(mode="after")
    def _number_with_name(self) -> "Area":
        if (self.number is None) != (self.name is None):
            given, lacking = ("number", "name") if self.name is None else ("name", "number")
            raise misplaced(f"an area with a {given} also needs a {lacking} (a dimension as post has neither)", given)
        return self


def spellings(id_: str, area: Area) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield everything that an area is called, with the path to it."""
    yield from spelt(id_, area.aliases, name=area.name, short=area.short)


def _names(id_: str, area: Area) -> Iterator[str]:
    return (folded(name) for _, name in spellings(id_, area))


def _numbers(_id: str, area: Area) -> Iterator[str]:
    yield f"{area.dimension} {area.number or ''}"


KIND = Kind("area", Area, "areas/*.yaml", indexes={"name": _names, "number": _numbers})
