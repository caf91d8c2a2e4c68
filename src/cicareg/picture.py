"""What one state of the register shows, as a plain value: its posts with their holders, and what was decided.

Not every source says everything: a published list has no basis, one in Russian no English name. What a picture
`says` are the keys of its posts' facts (`number`, `name ru`), the kinds of its items (`decisions`), and `basis`.
"""

from collections.abc import Collection
from typing import NamedTuple

from cicareg.terms import ROLES, Role

Facts = tuple[tuple[str, str], ...]
BASIS = "basis"
NAME = "name"  # of a fact in a language: `name ru`


class Stand(NamedTuple):
    """A state that stands on a post, as the list has it."""

    state: str
    role: Role
    term: str | None = None
    acting: bool = False
    basis: str | None = None


class Seat(NamedTuple):
    """A post: the facts about it by key, and who stands on it in the order of the list, coordinators first."""

    area: str
    facts: Facts = ()
    holders: tuple[Stand, ...] = ()

    def fact(self, key: str) -> str | None:
        """Give a fact, or None where nothing is said of it."""
        return dict(self.facts).get(key)

    def of(self, role: Role) -> tuple[Stand, ...]:
        """Give who stands in one role."""
        return tuple(holder for holder in self.holders if holder.role == role)


class Item(NamedTuple):
    """Something else that is on record: a state, a dimension, a decision, a document, a correction."""

    kind: str
    id: str
    facts: Facts = ()


class Picture(NamedTuple):
    """What a state of the register shows: seats by number, items by kind and id.

    `of` says of what it is, `unread` are the posts of which something could not be read, `notes` is what else
    whoever compares it should know.
    """

    of: str
    says: frozenset[str]
    seats: tuple[Seat, ...] = ()
    items: tuple[Item, ...] = ()
    unread: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    def only(self, said: Collection[str], without: Collection[str] = ()) -> "Picture":
        """Give the picture as far as it says these things, without some of its posts."""
        kept = frozenset(said)
        seats = (_narrowed(seat, kept) for seat in self.seats if seat.area not in without)
        items = (_worded(item, kept) for item in self.items if f"{item.kind}s" in kept)
        return self._replace(says=self.says & kept, seats=tuple(seats), items=tuple(items)).placed()

    def placed(self) -> "Picture":
        """Give the picture with everything in its place."""
        seats = sorted(map(_in_order, self.seats), key=place_of)
        items = sorted(self.items, key=lambda item: (item.kind, item.id))
        return self._replace(seats=tuple(seats), items=tuple(items))


def place_of(seat: Seat) -> tuple[tuple[int, ...], str, str]:
    """Give the key by which posts stand in their order: 2.10 comes after 2.9."""
    number = seat.fact("number") or ""
    parts = tuple(int(part) if part.isascii() and part.isdecimal() else 0 for part in number.split("."))
    return parts, number, seat.area


def _in_order(seat: Seat) -> Seat:
    holders = tuple(holder for role in ROLES for holder in seat.of(role))
    return seat._replace(facts=tuple(sorted(seat.facts)), holders=holders)


def _narrowed(seat: Seat, kept: frozenset[str]) -> Seat:
    holders = seat.holders if BASIS in kept else tuple(holder._replace(basis=None) for holder in seat.holders)
    return seat._replace(facts=tuple(fact for fact in seat.facts if fact[0] in kept), holders=holders)


def _worded(item: Item, kept: frozenset[str]) -> Item:
    """Give an item with its names in the languages that are kept."""
    return item._replace(facts=tuple(fact for fact in item.facts if not fact[0].startswith(NAME) or fact[0] in kept))
