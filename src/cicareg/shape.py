"""Say in words for officers what a model refused, and at which key or value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cicareg.names import did_you_mean
from cicareg.yaml_text import Step, shown

MAX_MISFITS = 100


class Misfit(NamedTuple):
    """One thing that does not fit: the path to it, whether its key is meant, and what is wrong."""

    path: tuple[Step, ...]
    message: str
    key: bool = False


def misfits(error: ValidationError, data: Any, model: type[BaseModel]) -> Iterator[Misfit]:
    """Yield what a validation error says about the data, each path as the file has it."""
    details = [detail for detail in error.errors(include_url=False) if not _follows(detail)]
    for detail in details[:MAX_MISFITS]:
        yield _misfit(detail, data, model)
    if len(details) > MAX_MISFITS:
        yield Misfit((), f"{len(details) - MAX_MISFITS:,} more things of this record do not fit")


def without_value(data: Any, path: tuple[Step, ...] = ()) -> Iterator[Misfit]:
    """Yield the keys of a record that have no value: a model cannot tell them from keys left out."""
    if isinstance(data, dict):
        for key, value in data.items():
            if value is None:
                yield Misfit((*path, key), f"the key {shown(key)} has no value: fill it in or take it away", key=True)
            yield from without_value(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from without_value(value, (*path, index))


def _follows(detail: ErrorDetails) -> bool:
    """Tell whether the error only counts a list short for items that do not fit, which have their own errors."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _misfit(detail: ErrorDetails, data: Any, model: type[BaseModel]) -> Misfit:
    path, key = _path(detail["loc"], data)
    context: Mapping[str, Any] = detail.get("ctx", {})
    kind, value = detail["type"], detail.get("input")
    if kind == "missing":
        return Misfit(path, f"the key {detail['loc'][-1]} is missing")
    if kind == "extra_forbidden":
        known = _keys(model, path[:-1])
        return Misfit(path, f"unknown key {shown(path[-1])}{did_you_mean(str(path[-1]), known)}", key=True)
    if kind == "misplaced":
        return Misfit((*path, *context["path"]), str(context["message"]), key=True)
    if kind == "value_error":
        return Misfit(path, str(context["error"]), key=key)
    return Misfit(path, _wrong(kind, value, context), key=key)


_WANTED = {
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping (key: value)",
    "mapping_type": "a mapping (key: value)",
    "model_type": "a mapping (key: value)",
    "model_attributes_type": "a mapping (key: value)",
}
_QUOTED = {"int_type": re.compile(r"0|-?[1-9][0-9]{0,17}"), "bool_type": re.compile(r"true|false")}
_LIMITS = {
    "string_too_long": "longer than {max_length} characters",
    "too_short": "{actual_length} of at least {min_length} values are listed here",
    "too_long": "{actual_length} values are listed here, at most {max_length} fit",
    "greater_than_equal": "{shown} is less than {ge}",
    "less_than_equal": "{shown} is more than {le}",
}


def _wrong(kind: str, value: Any, context: Mapping[str, Any]) -> str:
    this = shown(value)
    if kind in _WANTED:
        in_quotes = isinstance(value, str) and kind in _QUOTED and _QUOTED[kind].fullmatch(value)
        return f"{_WANTED[kind]} is wanted, not {this}{': take its quotes away' if in_quotes else ''}"
    if kind == "too_short" and not value:
        return "nothing is listed here"
    if kind in _LIMITS:
        return _LIMITS[kind].format(shown=this, **context)
    if kind == "string_type":
        quote = f': put it in quotes, "{this}"' if isinstance(value, int) else ""
        return f"a text is wanted, not {this}{quote}"
    if kind == "literal_error":
        return _not_one_of(value, str(context["expected"]))
    if kind == "string_pattern_mismatch":
        return f"{this} is not {PATTERNS.get(str(context['pattern']), 'written as it must be here')}"
    return f"{this} does not fit here ({kind.replace('_', ' ')})"


def _not_one_of(value: Any, expected: str) -> str:
    choices = expected.replace("'", "").replace(" or ", ", ").split(", ")
    guess = did_you_mean(value, choices) if isinstance(value, str) else ""
    return f"{shown(value)} is not one of {', '.join(choices)}{guess}"


# What a text must be, by the pattern of its type.
PATTERNS = {
    r"^\S(?:[^\n]*\S)?$": "one line of text, without spaces at its ends",
    r"\S": "a text with a word in it",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "made of lower-case letters, digits and single hyphens",
    r"^[a-z]{2,3}$": "a language code such as en",
    r"^[0-9]+(?:\.[0-9]+)*$": "a paragraph number such as 1.10",
}


def _path(loc: Sequence[Step], data: Any) -> tuple[tuple[Step, ...], bool]:
    """Drop from pydantic's location what is not in the data (names of unions, `[key]`)."""
    path: list[Step] = []
    key = bool(loc) and loc[-1] == "[key]"
    for position, step in enumerate(loc):
        inside = (isinstance(data, dict) and step in data) or (isinstance(data, list) and step in range(len(data)))
        if inside:
            data = data[step]
            path.append(step)
        elif position == len(loc) - 1 and isinstance(step, str) and isinstance(data, dict) and step != "[key]":
            path.append(step)  # a missing key: its place is that of the mapping
    return tuple(path), key


def _keys(model: type[BaseModel], path: Sequence[Step]) -> list[str]:
    """Give the keys that the model at the path knows."""
    current: Any = model
    for step in path:
        current = _below(current, step)
    return [field.alias or name for name, field in current.model_fields.items()] if _is_model(current) else []


def _below(annotation: Any, step: Step) -> Any:
    """Give the type of what stands under a key or index of a type, or None."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if _is_model(annotation):
        fields = {field.alias or name: field for name, field in annotation.model_fields.items()}
        return _plain(fields[str(step)].annotation) if step in fields else None
    return _plain(arguments[origin is dict]) if origin in (tuple, dict) else None


def _plain(annotation: Any) -> Any:
    """Take from a type what may be around it: `Annotated`, and `None` as the other choice."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    return _plain(arguments[0]) if origin in (Annotated, Union, UnionType) else annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
