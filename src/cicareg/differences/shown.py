"""What differs, with the names that whoever reads it needs."""

from collections.abc import Mapping
from typing import NamedTuple

from cicareg.differences.difference import Compared
from cicareg.picture import NAME, Picture, Seat, place_of


class Shown(NamedTuple):
    """A comparison with what its sides are in words, the names of states by code, and the posts by area."""

    before: str
    after: str
    compared: Compared
    states: Mapping[str, str]
    seats: Mapping[str, Seat]
    lang: str = "en"

    def state(self, code: str) -> str:
        """Give the name of a state, or its code where none is known."""
        return self.states.get(code, code)

    def number(self, area: str) -> str:
        """Give the number of a post."""
        return (self.seats[area].fact("number") if area in self.seats else None) or ""

    def name(self, area: str) -> str:
        """Give the name of a post in the language, else one that there is, else its id."""
        facts = self.seats[area].facts if area in self.seats else ()
        names = {key.removeprefix(f"{NAME} "): text for key, text in facts if key.startswith(f"{NAME} ")}
        return names.get(self.lang) or next(iter(names.values()), area)


def shown(sides: tuple[Picture, Picture], compared: Compared, states: Mapping[str, str], lang: str = "en") -> Shown:
    """Give a comparison to show; a post is called what the later picture calls it."""
    before, after = sides
    seats = {seat.area: seat for seat in (*before.seats, *after.seats)}
    placed = {seat.area: seat for seat in sorted(seats.values(), key=place_of)}
    return Shown(before.of, after.of, compared, states, placed, lang)
