"""Mappings whose values are made when they are asked for."""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V")


class LazyMapping(Mapping[str, V]):
    """A mapping of which the keys are known; how a value is made, a subclass says."""

    def __init__(self, keys: Collection[str]) -> None:
        """Take the keys."""
        self._keys = keys

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a key, without making its value."""
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._keys)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._keys)
