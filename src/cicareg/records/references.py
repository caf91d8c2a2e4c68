"""Find every reference that a record makes, from the types of its fields."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from cicareg.records.base import Ref

Path = tuple[str | int, ...]
Reference = tuple[Path, Ref, str, bool]  # path, what it names, the text, whether it is a key
Walk = Callable[[Any, Path], Iterator[Reference]]


def references(record: BaseModel, path: Path = ()) -> Iterator[Reference]:
    """Yield the path, kind and text of each reference in a record, in the order of its fields."""
    for attribute, key, walk in _fields(type(record)):
        value = getattr(record, attribute)
        if value is not None:
            yield from walk(value, (*path, key))


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
        return lambda value, path: iter([(path, ref, value, False)])
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
        return references
    return None


def _items(inner: Walk | None) -> Walk | None:
    if inner is None:
        return None

    def walk(value: Any, path: Path) -> Iterator[Reference]:
        for index, item in enumerate(value):
            yield from inner(item, (*path, index))

    return walk


def _mapping(of_key: Walk | None, of_value: Walk | None) -> Walk | None:
    if of_key is None and of_value is None:
        return None

    def walk(value: Any, path: Path) -> Iterator[Reference]:
        for key, item in value.items():
            if of_key is not None:
                yield from ((p, ref, text, True) for p, ref, text, _ in of_key(key, (*path, key)))
            if of_value is not None:
                yield from of_value(item, (*path, key))

    return walk
