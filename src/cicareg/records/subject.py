"""What an organ reviews: areas, dimensions, or both."""

from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue, model_validator

from cicareg.records.base import AreaRef, DimensionRef, Many, Record

SUBJECTS = ("areas", "dimensions")
_NOTHING = "a review names areas, dimensions or both"


def some_subject(message: str) -> dict[str, JsonValue]:
    """Demand areas or dimensions in JSON Schema; otherwise the message is shown."""
    return {"anyOf": [{"required": [key], "errorMessage": message} for key in SUBJECTS]}


class Subject(Record):
    """The areas, and the dimensions as a whole, in which the implementation is reviewed."""

    model_config = ConfigDict(json_schema_extra=some_subject(_NOTHING))

    areas: Annotated[Many[AreaRef], Field(description="The areas that it concerns.")] = ()
    dimensions: Annotated[Many[DimensionRef], Field(description="The dimensions that it concerns as a whole.")] = ()

    @model_validator(mode="after")
    def _something(self) -> "Subject":
        if not self.areas and not self.dimensions:
            raise ValueError(_NOTHING)
        return self
