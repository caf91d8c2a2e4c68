"""registry.yaml: whose register this is, its organs, dimensions, sources and rules."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticKnownError

from cicareg.records.base import (
    Day,
    DemandRef,
    Forms,
    Id,
    Kind,
    Lang,
    Line,
    Many,
    Number,
    Record,
    Severities,
    SourceRef,
    Text,
)

FORMAT = 1


def _format(value: Any) -> Any:
    if not isinstance(value, int) or isinstance(value, bool):
        raise PydanticKnownError("int_type")
    if value > FORMAT:
        raise ValueError(f"this register has format {value}, newer than {FORMAT}: install a newer cicareg")
    return value


class Organisation(Record):
    """The body whose register this is."""

    name: Annotated[Text, Field(description="Its full name in each language.")]
    short: Annotated[Text, Field(description="Its short name or abbreviation in each language.")]


class Source(Record):
    """A paper or a report that facts of the register rest on."""

    title: Annotated[Line, Field(description="What it is called.")]
    date: Annotated[Day | None, Field(description="Its day.")] = None
    trust: Annotated[Literal["official", "press"], Field(description="How far it can be relied on.")]


class Organ(Record):
    """An organ of the body, and what it may decide."""

    name: Text
    short: Text | None = None
    forms: Annotated[Forms, Field(description="Case forms of the name that sentences need.")] = {}
    unofficial: Many[Lang] = ()
    source: SourceRef | None = None
    may: Annotated[Many[Id], Field(description="What it may do: appoint, adopt, endorse, approve-concept-paper …")] = ()


class Dimension(Record):
    """A dimension: a group of priority areas, or a post itself."""

    id: Id
    number: Number
    name: Text
    unofficial: Many[Lang] = ()
    source: SourceRef | None = None


class RuleSettings(Record):
    """How the body wants one rule judged; other keys are the rule's thresholds (whole numbers)."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[int, Field(ge=0, le=5000)]]  # so many years after any date is a date

    severity: Severities | None = None
    rests_on: Annotated[DemandRef | None, Field(description="LAW/PARAGRAPH/DEMAND that the rule rests on.")] = None


class RegistryRecord(Record):
    """The register as a whole."""

    format: Annotated[Literal[1], BeforeValidator(_format)]
    organisation: Organisation
    languages: Annotated[Many[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]], Field(min_length=1)]
    sources: dict[Id, Source] = {}
    organs: dict[Id, Organ] = {}
    dimensions: Many[Dimension] = ()
    rules: dict[Id, RuleSettings] = {}


KIND = Kind("registry", RegistryRecord, "registry.yaml", spare="rules", context=True)
