"""The facts of a record as plain data, so that how a file writes them makes no difference."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from cicareg.dates import Dates
from cicareg.records.base import Record
from cicareg.terms import Term

Data = dict[str, Any]
CORRECTIONS = "corrections"
# What only serves to find and print a record states nothing about the past.
_SERVING = frozenset({"short", "aliases", "forms", "unofficial"})


def is_guarded(model: type[Record]) -> bool:
    """Tell whether records of a kind hold facts that change by correction only: those that can hold one."""
    return CORRECTIONS in model.model_fields


def facts_of(record: Record) -> Data:
    """Give the facts of a record by key; what it does not state has no key."""
    return {key: value for key, value in _of_model(record).items() if key not in _SERVING}


def translated(record: Record) -> frozenset[str]:
    """Give the languages in which the names of a record are a translation of ours, to be improved at any time."""
    return frozenset(getattr(record, "unofficial", ()))


def same(one: Any, other: Any) -> bool:
    """Tell whether two values state the same: a text alone is one in English, and what is empty states nothing."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return all(same(one.get(key), other.get(key)) for key in {*one, *other})
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Mapping) != isinstance(other, Mapping):
        held, text = (one, other) if isinstance(one, Mapping) else (other, one)
        return held == {"en": text} or (not held and text is None)
    return (one in (None, []) and other in (None, [])) or (type(one) is type(other) and one == other)


def _of_model(record: BaseModel) -> Data:
    found: Data = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if value in (None, (), {}) or (value is False and field.default is False):
            continue
        found[field.alias or name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _of_model(value)
    if isinstance(value, Term | Dates):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    return value
