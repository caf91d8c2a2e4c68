"""A person of whom a decision speaks."""

from typing import Annotated

from pydantic import Field

from cicareg.records.base import Id, Lang, Many, Record, StateRef, Text


class Person(Record):
    """A person nominated for or appointed to an office of the body."""

    name: Annotated[Text, Field(description="The person's name.")]
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the name is our transcription.")] = ()
    nominated_by: Annotated[StateRef | None, Field(description="The state that nominates the person.")] = None
    office: Annotated[Id, Field(description="The office, such as deputy-secretary-general.")]
