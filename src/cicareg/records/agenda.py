"""The agenda of a meeting."""

from typing import Annotated

from pydantic import Field

from cicareg.records.base import AreaRef, DocumentRef, Line, Many, Record, Text


class AgendaItem(Record):
    """An item of the agenda of a meeting."""

    number: Annotated[Line | None, Field(description="Its number as printed, such as 1 or 3 (a).")] = None
    title: Annotated[Text, Field(description="What is to be discussed.")]
    documents: Annotated[Many[DocumentRef], Field(description="The documents before the meeting.")] = ()
    areas: Annotated[Many[AreaRef], Field(description="The areas that it concerns.")] = ()
