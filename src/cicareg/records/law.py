"""law/*.yaml: the demands of a law, paragraph by paragraph, with their strength."""

from typing import Annotated

from pydantic import Field, model_validator

from cicareg.records.base import Day, DocumentRef, Id, Kind, Line, Many, Prose, Record, SourceRef, Strength, misplaced

Paragraph = Annotated[str, Field(pattern=r"^[0-9]+(?:\.[0-9]+)*$")]
# What an organ may knowingly depart from; a demand of any other strength binds.
SOFT = frozenset({"as a rule", "recommended", "expected", "should", "may"})


class Demand(Record):
    """One thing that a paragraph asks, in the register's own words."""

    id: Annotated[Id, Field(description="Its name within the paragraph.")]
    strength: Annotated[Strength, Field(description="How strongly it binds, in the words of the law.")]
    asks: Annotated[Prose, Field(description="What it asks, in the register's own words.")]
    unchecked: Annotated[Line | None, Field(description="Why no rule checks it.")] = None


class Law(Record):
    """A law. Its status is that of its document on the day of the text summarised here.

    Rules rest on its demands, cited as LAW/PARAGRAPH/DEMAND.

    Example:
        # registry/law/charter.yaml
        document: charter
        text-of: 2023-07-01
        paragraphs:
          "1":
            - {id: organ, strength: shall, asks: The Committee appoints.}
            - {id: one-coordinator, strength: as a rule, asks: One coordinator for an area.}
          "2":
            - {id: notice, strength: shall, asks: A state gives notice before it is approved.}
          "3":
            - {id: two-years, strength: recommended, asks: A tenure lasts two years.}
          "4":
            - {id: extension, strength: must, asks: An extension is asked for before the tenure ends.}
            - {id: termination, strength: must, asks: Notice comes before the early end.}
          "5":
            - {id: acting, strength: may, asks: "A co-coordinator may act, with consent."}
          "6":
            - {id: papers, strength: shall, asks: The Committee approves concept papers.}
            - {id: friendship, strength: should, asks: The members are friends., unchecked: No file shows it.}
    """

    document: Annotated[DocumentRef, Field(description="The document that is this law; the file bears its id.")]
    text_of: Annotated[Day, Field(description="The day of the text that the paragraphs summarise.")]
    source: Annotated[SourceRef | None, Field(description="Where the text is: a source and the place in it.")] = None
    paragraphs: Annotated[
        dict[Paragraph, Annotated[Many[Demand], Field(min_length=1)]],
        Field(description='The demands of each paragraph, by its number in quotes: "1.10".'),
    ]

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
