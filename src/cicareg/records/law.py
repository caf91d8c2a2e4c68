"""law/*.yaml: the demands of a law, paragraph by paragraph, with their strength."""

from typing import Annotated

from pydantic import Field, model_validator

from cicareg.records.base import Day, DocumentRef, Id, Kind, Line, Many, Prose, Record, SourceRef, Strength, misplaced

Paragraph = Annotated[str, Field(pattern=r"^[0-9]+(?:\.[0-9]+)*$")]
# What an organ may knowingly depart from; a demand of any other strength binds.
SOFT = frozenset({"as a rule", "recommended", "expected", "should", "may"})


class Demand(Record):
    """One thing that a paragraph asks, in the register's own words."""

    id: Id
    strength: Strength
    asks: Prose
    unchecked: Annotated[Line | None, Field(description="Why no rule checks it.")] = None


class Law(Record):
    """A law. Its status is that of its document on the day of the text summarised here."""

    document: DocumentRef
    text_of: Annotated[Day, Field(description="The day of the text that the paragraphs summarise.")]
    source: SourceRef | None = None
    paragraphs: dict[Paragraph, Annotated[Many[Demand], Field(min_length=1)]]

    @model_validator(mode="after")
    def _ids(self) -> "Law":
        for paragraph, demands in self.paragraphs.items():
            ids = [demand.id for demand in demands]
            twice = next((i for i, id_ in enumerate(ids) if id_ in ids[:i]), None)
            if twice is not None:
                message = f"paragraph {paragraph} has two demands with the id {ids[twice]}"
                raise misplaced(message, "paragraphs", paragraph, twice, "id")
        return self


def _id_fault(id_: str, law: Law) -> tuple[str, str] | None:
    if id_ == law.document:
        return None
    return "document", f"the file is named {id_}, its document is {law.document}"


KIND = Kind("law", Law, "law/*.yaml", id_fault=_id_fault, context=True)
