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
THRESHOLDS = range(1, 101)  # what a threshold may be; outside it the default holds


def _format(value: Any) -> Any:
    if not isinstance(value, int) or isinstance(value, bool):
        raise PydanticKnownError("int_type")
    if value > FORMAT:
        raise ValueError(f"this register has format {value}, newer than {FORMAT}: install a newer cicareg")
    if value < 1:
        raise ValueError(f"there is no format {value}; cicareg reads format {FORMAT}: write format: {FORMAT}")
    return value


class Organisation(Record):
    """The body whose register this is."""

    name: Annotated[Text, Field(description="Its full name in each language.")]
    short: Annotated[Text, Field(description="Its short name or abbreviation in each language.")]
    forms: Annotated[Forms, Field(description="Case forms of the full name that sentences need.")] = {}
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the names are our translation.")] = ()
    seat: Annotated[Text | None, Field(description="Where its secretariat sits, and writes from.")] = None


class Source(Record):
    """A paper or a report that facts of the register rest on."""

    title: Annotated[Line, Field(description="What it is called.")]
    date: Annotated[Day | None, Field(description="Its day.")] = None
    trust: Annotated[Literal["official", "press"], Field(description="How far it can be relied on.")]


class Organ(Record):
    """An organ of the body, and what it may decide."""

    name: Annotated[Text, Field(description="Its name, as documents print it.")]
    short: Annotated[Text | None, Field(description="Its short name or abbreviation.")] = None
    forms: Annotated[Forms, Field(description="Case forms of the name that sentences need.")] = {}
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the names are our translation.")] = ()
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )
    may: Annotated[Many[Id], Field(description="What it may do: appoint, adopt, endorse, approve-concept-paper …")] = ()


class Office(Record):
    """An office of the body that a person holds."""

    name: Annotated[Text, Field(description="Its name, as documents print it.")]
    forms: Annotated[Forms, Field(description="Case forms of the name that sentences need.")] = {}
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the names are our translation.")] = ()
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )


class Dimension(Record):
    """A dimension: a group of priority areas, or a post itself."""

    id: Annotated[Id, Field(description="What records call it by.")]
    number: Annotated[Number, Field(description="Its number in the list.")]
    name: Annotated[Text, Field(description="Its name, as lists print it.")]
    unofficial: Annotated[Many[Lang], Field(description="Languages in which the name is our translation.")] = ()
    source: Annotated[SourceRef | None, Field(description="Where this is written: a source and the place in it.")] = (
        None
    )


class RuleSettings(Record):
    """How the body wants one rule judged; other keys are the rule's thresholds (whole numbers)."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[int, Field(ge=0, le=5000)]]  # so many years after any date is a date

    severity: Annotated[Severities | None, Field(description="How a breach is reported.")] = None
    rests_on: Annotated[DemandRef | None, Field(description="LAW/PARAGRAPH/DEMAND that the rule rests on.")] = None


class DutySettings(Record):
    """How the body wants one kind of duty counted; other keys are the kind's thresholds (whole numbers)."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[int, Field(ge=0, le=5000)]]

    rests_on: Annotated[DemandRef | None, Field(description="LAW/PARAGRAPH/DEMAND that the duty rests on.")] = None


class RegistryRecord(Record):
    """The register as a whole: whose it is, on what it rests, its organs and dimensions, its rules and duties.

    Example:
        # registry/registry.yaml
        format: 1
        organisation:
          name: {en: Council of the Frozen Lakes, fr: Conseil des lacs gelés}
          short: {en: CFL, fr: CLG}
        languages: [en, fr]
        sources:
          letters: {title: Letters of the members, date: 2020-02-03, trust: official}
          gazette: {title: The Lake Gazette, trust: press}
        organs:
          asm: {name: {en: Assembly, fr: Assemblée}, may: [adopt, endorse, appoint-person, recommend, consider]}
          com:
            name: {en: Committee, fr: Comité}
            may: [appoint, approve-concept-paper, approve-annual-plan, recommend, consider, call-on, review]
        dimensions:
          - {id: nature, number: 1, name: {en: Nature, fr: Nature}}
          - {id: people, number: 2, name: {en: People, fr: Population}}
        rules:
          minimum-tenure: {severity: error, years: 2, rests-on: charter/3/two-years}
          one-coordinator: {severity: error, maximum: 1, rests-on: charter/1/one-coordinator}
        duties:
          extension: {rests-on: charter/4/extension}
          concept-paper: {months: 6, rests-on: charter/6/papers}
    """

    format: Annotated[
        Literal[1], BeforeValidator(_format), Field(description="The format of the register that its files follow.")
    ]
    organisation: Annotated[Organisation, Field(description="Whose register this is.")]
    languages: Annotated[
        Many[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]],
        Field(min_length=1, description="The languages of what is published, by their codes."),
    ]
    sources: Annotated[dict[Id, Source], Field(description="What facts rest on, by the id that records cite.")] = {}
    organs: Annotated[dict[Id, Organ], Field(description="The organs, by the id that their meetings begin with.")] = {}
    offices: Annotated[
        dict[Id, Office], Field(description="The offices that persons are appointed to, by the id that decisions name.")
    ] = {}
    dimensions: Annotated[Many[Dimension], Field(description="The dimensions, in the order of the list.")] = ()
    rules: Annotated[
        dict[Id, RuleSettings],
        Field(description="How rules are judged here, by name; one that is not named has its default."),
    ] = {}
    duties: Annotated[
        dict[Id, DutySettings],
        Field(description="How duties are counted here, by kind; one that is not named has its default."),
    ] = {}


KIND = Kind("registry", RegistryRecord, "registry.yaml", spare=("rules", "duties"), context=True)
