"""What all records are made of: strict frozen models and the types of their fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, Strict
from pydantic_core import PydanticCustomError

from cicareg.terms import Term, parse_day, parse_term

T = TypeVar("T")


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
    )


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text field that names something else of the register."""

    to: str


def misplaced(key: str, message: str) -> PydanticCustomError:
    """Make the error of a whole-record check that belongs to one key of it."""
    return PydanticCustomError("misplaced", "{message}", {"message": message, "key": key})


def _day(value: Any) -> date:
    return parse_day(_text_of(value, "a day is written like 2024-03-15"))


def _term(value: Any) -> Term:
    return parse_term(_text_of(value, "a term is written like 2024-2025"))


def _text_of(value: Any, wanted: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{wanted}, not {value!r}" if value is not None else f"{wanted}; here is nothing")
    return value


def _languages(value: Any) -> Any:
    return {"en": value} if isinstance(value, str) else value


Many = Annotated[tuple[T, ...], Strict(False)]
Line = Annotated[str, Field(pattern=r"^\S(?:[^\n]*\S)?$", max_length=1000)]
Prose = Annotated[str, Field(pattern=r"\S", max_length=100_000)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=64)]
Lang = Annotated[str, Field(pattern=r"^[a-z]{2,3}$"), Ref("language")]
Day = Annotated[date, BeforeValidator(_day)]
Tenure_ = Annotated[Term, PlainValidator(_term)]
Year = Annotated[int, Field(ge=1945, le=2200)]
Number = Annotated[int, Field(ge=1, le=9999)]

# Published text: one string (English), or one for each language.
Text = Annotated[dict[Lang, Line], BeforeValidator(_languages)]
LongText = Annotated[dict[Lang, Prose], BeforeValidator(_languages)]
# The case forms of a name by language: {ru: {genitive: …}}.
Forms = dict[Lang, dict[Id, Line]]

StateRef = Annotated[str, Ref("state")]
AreaRef = Annotated[str, Ref("area")]
DimensionRef = Annotated[str, Ref("dimension")]
OrganRef = Annotated[str, Ref("organ")]
MeetingRef = Annotated[str, Ref("meeting")]
DecisionRef = Annotated[str, Ref("decision")]
DocumentRef = Annotated[str, Ref("document")]
DemandRef = Annotated[str, Ref("demand")]
# A source and the place in it: `digest-2023-q3 p. 33`.
SourceRef = Annotated[Line, Ref("source")]

Strength = Literal["shall", "must", "will", "as a rule", "recommended", "expected", "should", "may", "cannot"]
Role = Literal["coordinator", "co-coordinator"]
Severities = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its name, its model, and where its files stand in the register.

    `path` is a folder of files named after ids (`areas/*.yaml`) or one file. With `keyed`, the
    one file holds many records, each under its id. `id_pattern` is what an id looks like;
    `named_after` is another kind whose id it is; `id_fault` tells by which key (and how) a record
    contradicts its id.
    """

    name: str
    model: type[Record]
    path: str
    keyed: bool = False
    id_pattern: str = r"[a-z0-9]+(?:-[a-z0-9]+)*"
    named_after: str | None = None
    id_fault: Callable[[str, Any], tuple[str, str] | None] | None = None

    @property
    def folder(self) -> str | None:
        """Give the folder of the kind's files, or None for a kind that lives in one file."""
        return self.path.removesuffix("/*.yaml") if self.path.endswith("/*.yaml") else None


def say(text: Mapping[str, str], lang: str) -> str | None:
    """Give the text in the language, or None: another language is never put in its place."""
    return text.get(lang)
