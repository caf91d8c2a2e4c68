"""areas/*.yaml: the posts to be filled: priority areas, and dimensions that have none."""

from typing import Annotated

from pydantic import Field, model_validator

from cicareg.records.base import DimensionRef, Forms, Kind, Lang, Line, Many, Number, Record, SourceRef, Text, misplaced


class Area(Record):
    """A priority area of a dimension; without number and name, the dimension itself is the post."""

    dimension: DimensionRef
    number: Annotated[Number | None, Field(description="Number within the dimension.")] = None
    name: Text | None = None
    short: Text | None = None
    aliases: Annotated[Many[Line], Field(description="Other names that are accepted on input.")] = ()
    forms: Forms = {}
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the names are our translation.")] = ()
    source: SourceRef | None = None

    @model_validator(mode="after")
    def _number_with_name(self) -> "Area":
        if (self.number is None) != (self.name is None):
            given, lacking = ("number", "name") if self.name is None else ("name", "number")
            raise misplaced(f"an area with a {given} also needs a {lacking} (a dimension as post has neither)", given)
        return self


KIND = Kind("area", Area, "areas/*.yaml")
