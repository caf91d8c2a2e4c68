"""Look for a text through all records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from cicareg.finding import Place
from cicareg.kinds import kinds
from cicareg.names import closest, folded
from cicareg.records.base import Record
from cicareg.registry import Registry
from cicareg.yaml_text import Step, child, compose, plain, spot

_NAME = 80  # characters: what is longer is a sentence, of which only the words are compared


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text was found: the place, the field (items of a list count from 1), and the whole value."""

    place: Place
    field: str
    value: str


def search(registry: Registry, text: str) -> Iterator[Hit]:
    """Yield every value of every record that holds the text, whatever its case, and every key that is data."""
    wanted = folded(text)
    for path in registry.paths:
        composed = compose(registry.text(path) or "{}\n")
        for steps, value, is_key in _values(composed.data, ()):
            if wanted in folded(value):
                place = Place(path, *spot(child(composed.places, steps, key=is_key)))
                yield Hit(place, ".".join(str(step + 1 if isinstance(step, int) else step) for step in steps), value)


def alike(registry: Registry, text: str) -> str | None:
    """Give the name or word on record that a text which is not found was most likely meant to be, or None."""
    known: dict[str, None] = {}
    for path in registry.paths:
        written = registry.text(path) or "{}\n"
        data = plain(written) or compose(written).data
        for value in dict.fromkeys(value for _, value, _ in _values(data, ())):
            words = re.findall(r"[^\W\d_][\w'-]*\w", value)
            known.update(dict.fromkeys([value, *words] if words and len(value) <= _NAME else words))
    return closest(text, known)


def _values(data: Any, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str, bool]]:
    """Yield each scalar with its path, and each key that is no field's name (an id, a language) as a value."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in _field_names():
                yield (*path, key), key, True
            yield from _values(value, (*path, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _values(item, (*path, index))
    elif data is not None:
        yield path, str(data).lower() if isinstance(data, bool) else str(data), False


@cache
def _field_names() -> frozenset[str]:
    """Give the keys of the fields of all kinds of records and of their parts."""
    names: set[str] = set()
    seen: set[Any] = set()
    left: list[Any] = [kind.model for kind in kinds()]
    while left:
        annotation = left.pop()
        if not (isinstance(annotation, type) and issubclass(annotation, Record)):
            left += get_args(annotation)
        elif annotation not in seen:
            seen.add(annotation)
            for name, field in annotation.model_fields.items():
                names.add(field.alias or name)
                left.append(field.annotation)
    return frozenset(names)
