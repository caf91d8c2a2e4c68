"""Long work says on stderr how far it is, where a person looks at it."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

_LONG = 2000  # files: below that an answer comes before a line could be read


@contextmanager
def standing(text: str, size: int) -> Iterator[None]:
    """Show a line while something long is done; nothing is left of it."""
    if size < _LONG or not _is_watched():
        yield
        return
    _write(text)
    try:
        yield
    finally:
        _write("")


def counted(items: Mapping[str, T], what: str, long: int = _LONG) -> Iterator[tuple[str, T]]:
    """Go through a mapping and count on stderr, where it is long."""
    size, step = len(items), long // 4
    shown = size >= long and _is_watched()
    try:
        for number, (key, value) in enumerate(items.items()):
            if shown and number % step == 0:
                _write(f"{what} {number:,} of {size:,} files")
            yield key, value
    finally:
        if shown:
            _write("")


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _write(text: str) -> None:
    """Replace what stands on the line."""
    sys.stderr.write(f"\r\x1b[K{text}")
    sys.stderr.flush()
