"""Whose paper a document is on a day: the coordinators of its areas, else who drafted it, else the organ."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cicareg.questions.in_office import in_office
from cicareg.questions.posts import Post, post_of, posts_of_dimension, top
from cicareg.records.document import Document
from cicareg.registry import Registry


class Charge(NamedTuple):
    """Who has to see to a document, and for which area or dimension."""

    who: str
    area: str | None = None
    dimension: str | None = None

    @property
    def where(self) -> str | None:
        """Give the area, else the dimension."""
        return self.area or self.dimension


def in_charge(registry: Registry, paper: Document, day: date) -> Iterator[Charge]:
    """Yield who is in charge of a paper on a day, for each of its areas and dimensions."""
    for area in paper.areas:
        post = post_of(registry, area)
        yield from (Charge(who, area) for who in _leading(registry, (post,) if post else (), paper, day))
    for dimension in paper.dimensions:
        inside = posts_of_dimension(registry, dimension)
        yield from (Charge(who, None, dimension) for who in _leading(registry, inside, paper, day))


def organ_that_may(registry: Registry, power: str) -> str:
    """Give the organ that has a power: the first on record, or the secretariat where none has it."""
    return next((id_ for id_, organ in top(registry).organs.items() if power in organ.may), "secretariat")


def _leading(registry: Registry, inside: Sequence[Post], paper: Document, day: date) -> tuple[str, ...]:
    found = [state for post in inside for state in in_office(registry, post, day, "coordinator")]
    organ = paper.organ or organ_that_may(registry, "approve-concept-paper")
    return tuple(dict.fromkeys(found)) or paper.prepared_by or (organ,)
