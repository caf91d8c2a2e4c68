"""The format that a command is asked for."""

from collections.abc import Callable
from typing import TypeVar

from cicareg.commands._desk import no_choice
from cicareg.formats.format import Format, format_named, formats

T = TypeVar("T")


def chosen(name: str, carried: Callable[[Format], T | None]) -> T:
    """Give what the format of this name has for what is to be carried; others are refused with those that have it."""
    found = format_named(name)
    able = carried(found) if found else None
    if able is None:
        raise no_choice(name, sorted(known for known, other in formats().items() if carried(other)), "format")
    return able
