"""Look for a text through all records."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cicareg.finding import Place
from cicareg.names import folded
from cicareg.registry import Registry
from cicareg.yaml_text import Step, child, compose, spot


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text was found: the place, the field, and the whole value."""

    place: Place
    field: str
    value: str


def search(registry: Registry, text: str) -> Iterator[Hit]:
    """Yield every value (and key) of every record that holds the text, whatever its case."""
    wanted = folded(text)
    for path in sorted(registry.texts):
        if wanted not in folded(registry.texts[path]):
            continue
        composed = compose(registry.texts[path])
        for steps, value, is_key in _values(composed.data, ()):
            if wanted in folded(value):
                place = Place(path, *spot(child(composed.places, steps, key=is_key)))
                yield Hit(place, ".".join(str(step) for step in steps), value)


def _values(data: Any, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str, bool]]:
    """Yield each scalar with its path, and each key that is an id or a language as a value of its own."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), key, True
            yield from _values(value, (*path, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _values(item, (*path, index))
    elif data is not None:
        yield path, str(data).lower() if isinstance(data, bool) else str(data), False
