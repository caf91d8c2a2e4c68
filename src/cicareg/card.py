"""A card: everything known about one thing, as a plain value."""

from typing import NamedTuple

from cicareg.finding import Place


class Card(NamedTuple):
    """A title, rows of a label with its lines, and the place of the record."""

    title: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    place: Place
