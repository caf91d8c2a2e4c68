"""The agenda of a meeting."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from cicareg.records.base import AreaRef, DimensionRef, DocumentRef, Line, Many, Record, Text, misplaced
from cicareg.records.subject import SUBJECTS, some_subject

_OF_WHAT = "a review is one of areas or dimensions: name them"


class AgendaItem(Record):
    """An item of the agenda of a meeting."""

    model_config = ConfigDict(json_schema_extra={"dependencies": {"review": some_subject(_OF_WHAT)}})

    number: Annotated[Line | None, Field(description="Its number as printed, such as 1 or 3 (a).")] = None
    title: Annotated[Text, Field(description="What is to be discussed.")]
    documents: Annotated[Many[DocumentRef], Field(description="The documents before the meeting.")] = ()
    areas: Annotated[Many[AreaRef], Field(description="The areas that it concerns.")] = ()
    dimensions: Annotated[Many[DimensionRef], Field(description="The dimensions that it concerns as a whole.")] = ()
    review: Annotated[
        bool | None, Field(description="Whether the implementation in these areas and dimensions is to be reviewed.")
    ] = None

    @model_validator(mode="after")
    def _of_what(self) -> "AgendaItem":
        if self.review is not None and not any(getattr(self, key) for key in SUBJECTS):
            raise misplaced(_OF_WHAT, "review")
        return self
