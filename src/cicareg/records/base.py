"""What all records are made of: strict frozen models and the types of their fields."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, PlainValidator, Strict
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError

from cicareg.dates import Dates, parse_dates
from cicareg.terms import FIRST_YEAR, LAST_YEAR, Term, parse_day, parse_term
from cicareg.yaml_text import shown

T = TypeVar("T")
LONGEST = 40  # characters of a day or term
PART = "x-part"  # marks in the JSON Schema of a model what a whole schema defines once, under this name


@cache
def kebab(name: str) -> str:
    """Give the key of a field: `that_it` is written `that-it`."""
    return name.rstrip("_").replace("_", "-")


class Record(BaseModel):
    """A record or a part of one: frozen, nothing unknown, nothing converted silently."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        alias_generator=kebab,
        validate_by_alias=True,
        regex_engine="rust-regex",
        defer_build=True,  # a part is built with the record that it is part of, not by itself as well
    )


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text field that names something else of the register."""

    to: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Mark the schema of the type."""
        return {**handler(core), PART: self.to}


@dataclass(frozen=True, slots=True)
class Named:
    """Marks a type that a JSON Schema defines once, under this name."""

    name: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Mark the schema of the type."""
        return {**handler(core), PART: self.name}


def misplaced(message: str, *path: str | int) -> PydanticCustomError:
    """Make the error of a whole-record check that belongs to one key in it."""
    return PydanticCustomError("misplaced", "{message}", {"message": message, "path": path})


def _day(value: Any) -> date:
    return parse_day(_text_of(value, "a day is written like 2024-03-15"))


def _term(value: Any) -> Term:
    return parse_term(_text_of(value, "a term is written like 2024-2025"))


def _dates(value: Any) -> Dates:
    is_year = type(value) is int and FIRST_YEAR <= value <= LAST_YEAR  # YAML reads a year alone as a number
    return parse_dates(_text_of(str(value) if is_year else value, "dates are written like 2024-03-15"))


def _text_of(value: Any, wanted: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(f"{wanted}, not {shown(value)}")
    return value


def _languages(value: Any) -> Any:
    if not isinstance(value, str | dict):
        raise PydanticKnownError("string_type")
    return {"en": value} if isinstance(value, str) else value


Many = Annotated[tuple[T, ...], Strict(False)]
Line = Annotated[str, Field(pattern=r"^\S(?:[^\n]*\S)?$", max_length=1000), Named("line")]
Prose = Annotated[str, Field(pattern=r"\S", max_length=100_000), Named("prose")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=64)]
Lang = Annotated[str, Field(pattern=r"^[a-z]{2,3}$"), Ref("language")]
Day = Annotated[date, BeforeValidator(_day), Named("day")]
Tenure_ = Annotated[Term, PlainValidator(_term, json_schema_input_type=str), Named("term")]
Dates_ = Annotated[Dates, PlainValidator(_dates, json_schema_input_type=str), Named("dates")]
Year = Annotated[int, Field(ge=1945, le=2200)]
Number = Annotated[int, Field(ge=1, le=9999)]

# Published text: one string (English), or one for each language.
Text = Annotated[dict[Lang, Line], Field(min_length=1), BeforeValidator(_languages), Named("text")]
LongText = Annotated[dict[Lang, Prose], Field(min_length=1), BeforeValidator(_languages), Named("long-text")]
IN_TEXT = "in-text"  # a form that is no case: the name as it stands in a sentence, such as with its article
# The case forms of a name by language: {ru: {genitive: …}}.
Forms = dict[Lang, dict[Id, Line]]

StateRef = Annotated[Line, Ref("state")]
AreaRef = Annotated[Line, Ref("area")]
DimensionRef = Annotated[Line, Ref("dimension")]
OrganRef = Annotated[Line, Ref("organ")]
MeetingRef = Annotated[Line, Ref("meeting")]
DecisionRef = Annotated[Line, Ref("decision")]
DocumentRef = Annotated[Line, Ref("document")]
DemandRef = Annotated[Line, Ref("demand")]
# A source and the place in it: `digest-2023-q3 p. 33`.
SourceRef = Annotated[Line, Ref("source")]

Strength = Literal["shall", "must", "will", "as a rule", "recommended", "expected", "should", "may", "cannot"]
Severities = Literal["error", "warning", "note"]


def spelt(
    id_: str, aliases: Iterable[str], **names: Mapping[str, str] | None
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each spelling of a record with the path to it: its id, its names in each language, its aliases."""
    yield (), id_
    for field_name, text in names.items():
        for lang, name in (text or {}).items():
            yield (field_name, lang), name
    for index, alias in enumerate(aliases):
        yield ("aliases", index), alias


@dataclass(frozen=True, eq=False)  # a kind is itself only
class Kind:
    """A kind of record: its name, its model, and where its files stand in the register.

    `path` is a folder of files named after ids (`areas/*.yaml`) or one file; with `year_of` it is a folder of
    folders, one a year (`events/*/*.yaml`), and `year_of` gives the year of a record. With `keyed`, the
    one file holds many records, each under its id. `id_pattern` is what an id looks like;
    `named_after` is another kind whose id it is; `spare` are keys whose entries the record can do
    without; `id_fault` tells by which key (and how) a record contradicts its id. `indexes` are what records
    of the kind are looked up by: a name, and a function from id and record to the keys. On a kind that is
    `context` the reading of any other record may rest: it has few files.
    """

    name: str
    model: type[Record]
    path: str
    keyed: bool = False
    id_pattern: str = r"[a-z0-9]+(?:-[a-z0-9]+)*"
    named_after: str | None = None
    spare: tuple[str, ...] = ()
    id_fault: Callable[[str, Any], tuple[str, str] | None] | None = None
    indexes: Mapping[str, Callable[[str, Any], Iterable[str]]] = field(default_factory=dict)
    context: bool = False
    year_of: Callable[[Any], int] | None = None

    @cached_property
    def folder(self) -> str | None:
        """Give the folder of the kind's files, or of its years; None for a kind that lives in one file."""
        if not self.path.endswith("/*.yaml"):
            return None
        return self.path.removesuffix("/*.yaml").removesuffix("/*")
