"""Say in words for officers what a model refused, and at which key or value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cicareg.names import did_you_mean
from cicareg.yaml_text import Step


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that does not fit: the path to it, whether its key is meant, and what is wrong."""

    path: tuple[Step, ...]
    message: str
    key: bool = False


def misfits(error: ValidationError, data: Any, model: type[BaseModel]) -> Iterator[Misfit]:
    """Yield what a validation error says about the data, each path as the file has it."""
    for detail in error.errors(include_url=False):
        yield _misfit(detail, data, model)


def _misfit(detail: ErrorDetails, data: Any, model: type[BaseModel]) -> Misfit:
    path, key = _path(detail["loc"], data)
    context: Mapping[str, Any] = detail.get("ctx", {})
    kind, value = detail["type"], detail.get("input")
    if kind == "missing":
        return Misfit(path, f"the key {detail['loc'][-1]} is missing")
    if kind == "extra_forbidden":
        known = _keys(model, path[:-1])
        return Misfit(path, f"unknown key {path[-1]}{did_you_mean(str(path[-1]), known)}", key=True)
    if kind == "misplaced":
        return Misfit((*path, str(context["key"])), str(context["message"]), key=True)
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
_LIMITS = {
    "string_too_long": "longer than {max_length} characters",
    "too_short": "nothing is listed here",
    "greater_than_equal": "{shown} is less than {ge}",
    "less_than_equal": "{shown} is more than {le}",
}


def _wrong(kind: str, value: Any, context: Mapping[str, Any]) -> str:
    shown = _shown(value)
    if kind in _WANTED:
        return f"{_WANTED[kind]} is wanted, not {shown}"
    if kind in _LIMITS:
        return _LIMITS[kind].format(shown=shown, **context)
    if kind == "string_type":
        quote = f': put it in quotes, "{value}"' if isinstance(value, int) else ""
        return f"a text is wanted, not {shown}{quote}"
    if kind == "literal_error":
        return _not_one_of(value, str(context["expected"]))
    if kind == "string_pattern_mismatch":
        return f"{shown} is not {_PATTERNS.get(str(context['pattern']), 'written as it must be here')}"
    return f"{shown} does not fit here ({kind.replace('_', ' ')})"


def _not_one_of(value: Any, expected: str) -> str:
    choices = expected.replace("'", "").replace(" or ", ", ").split(", ")
    guess = did_you_mean(value, choices) if isinstance(value, str) else ""
    return f"{_shown(value)} is not one of {', '.join(choices)}{guess}"


_PATTERNS = {
    r"^\S(?:[^\n]*\S)?$": "one line of text, without spaces at its ends",
    r"\S": "text that is not empty",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "made of lower-case letters, digits and single hyphens",
    r"^[a-z]{2,3}$": "a language code such as en",
    r"^[0-9]+(?:\.[0-9]+)*$": "a paragraph number such as 1.10",
}


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


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
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel):
            fields = {field.alias or name: field for name, field in current.model_fields.items()}
            current = _model_in(fields[step].annotation) if step in fields else None
    if isinstance(current, type) and issubclass(current, BaseModel):
        return [field.alias or name for name, field in current.model_fields.items()]
    return []


def _model_in(annotation: Any) -> Any:
    """Find the model inside a type such as `tuple[Model, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found is not None:
            return found
    return None
