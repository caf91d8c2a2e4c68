"""Find every reference that a record makes, from the types of its fields."""

from collections.abc import Callable, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from cicareg.records.base import Ref

Path = tuple[str | int, ...]
Reference = tuple[Path, Ref, str, bool]  # path, what it names, the text, whether it is a key
# Puts the references of a value into a list: a list, because a register holds too many for generators in generators.
Walk = Callable[[Any, Path, list[Reference]], None]


def references(record: BaseModel) -> list[Reference]:
    """Give the path, kind and text of each reference in a record, in the order of its fields."""
    found: list[Reference] = []
    _of_model(record, (), found)
    return found


def _of_model(record: BaseModel, path: Path, found: list[Reference]) -> None:
    values = vars(record)
    for attribute, key, walk in _fields(type(record)):
        if value := values[attribute]:  # neither None nor empty
            walk(value, (*path, key), found)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Walk], ...]:
    found = []
    for name, field in model.model_fields.items():
        walk = _walk(field.annotation, tuple(field.metadata))
        if walk is not None:
            found.append((name, field.alias or name, walk))
    return tuple(found)


def _walk(annotation: Any, metadata: tuple[Any, ...] = ()) -> Walk | None:
    """Make the walker of a type, or None where no reference can be below it."""
    ref = next((m for m in metadata if isinstance(m, Ref)), None)
    if ref is not None:
        return _one(ref)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _walk(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        return next((w for w in map(_walk, arguments) if w is not None), None)
    if origin is tuple:
        return _items(_walk(arguments[0]))
    if origin in (dict, Mapping):
        return _mapping(_walk(arguments[0]), _walk(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model
    return None


def _one(ref: Ref) -> Walk:
    return lambda value, path, found: found.append((path, ref, value, False))


def _items(inner: Walk | None) -> Walk | None:
    if inner is None:
        return None

    def walk(value: Any, path: Path, found: list[Reference]) -> None:
        for index, item in enumerate(value):
            inner(item, (*path, index), found)

    return walk


def _mapping(of_key: Walk | None, of_value: Walk | None) -> Walk | None:
    if of_key is None and of_value is None:
        return None

    def walk(value: Any, path: Path, found: list[Reference]) -> None:
        for key, item in value.items():
            below = (*path, key)
            if of_key is not None:
                of_key(key, below, found)
                found[-1] = (*found[-1][:3], True)
            if of_value is not None:
                of_value(item, below, found)

    return walk
