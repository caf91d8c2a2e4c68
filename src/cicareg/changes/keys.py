"""The keys of records in their order, and data of models as it is written: what acts put into files."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from cicareg.kinds import kind_of, place_of
from cicareg.records.base import Record, kebab


@cache
def keys_of(model: type[Record]) -> tuple[str, ...]:
    """Give the keys of a record or part in the order in which they are written."""
    return tuple(kebab(name) for name in model.model_fields)


def path_of(model: type[Record], id_: str) -> str:
    """Give the path of the file that holds a record, or would hold it."""
    before, only = place_of(kind_of(model))
    return only or f"{before}{id_}.yaml"


def stated(pairs: Iterable[tuple[str, Any]]) -> Mapping[str, Any]:
    """Make data of keys and values, less what is not stated (None, nothing, an empty list)."""
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in pairs if value not in (None, "", ())
    }
