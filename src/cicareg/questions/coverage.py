"""Which posts are filled, by how many, and who holds how many: of a list as decided, or of a day."""

from typing import Literal, NamedTuple

from cicareg.listed import Holder, Listing, PostLine
from cicareg.questions.naming import post_label
from cicareg.registry import Registry

# How a state stands in a post, the weightiest first.
Mark = Literal["coordinator", "acting", "co-coordinator", "coming", "ended", ""]
_WEIGHT: tuple[Mark, ...] = ("coordinator", "acting", "co-coordinator", "coming", "ended", "")


class AreaCover(NamedTuple):
    """A post: who leads it, acts or helps there; `vacant` where nobody leads or acts, as far as is on record."""

    number: str
    dimension: str
    dimension_name: str
    area: str
    name: str
    status: str
    coordinators: tuple[str, ...]
    acting: tuple[str, ...]
    co_coordinators: tuple[str, ...]

    @property
    def vacant(self) -> bool:
        """Tell whether nobody leads it or acts."""
        return not self.coordinators and not self.acting and self.status not in ("unreadable", "not-recorded")


class StateCover(NamedTuple):
    """A state: how it stands in each post of the list."""

    state: str
    name: str
    marks: tuple[Mark, ...]

    def count(self, *marks: Mark) -> int:
        """Count the posts in which it stands so."""
        return sum(mark in marks for mark in self.marks)

    @property
    def idle(self) -> bool:
        """Tell whether it serves in no post."""
        return not self.count("coordinator", "acting", "co-coordinator")


class Coverage(NamedTuple):
    """The posts in their order, the states by name, and what the list is of."""

    basis: str
    areas: tuple[AreaCover, ...]
    states: tuple[StateCover, ...]


def coverage(registry: Registry, listing: Listing) -> Coverage:
    """Give what a list says of its posts and of all states on record."""
    marks = [_marks(post) for post in listing.posts]
    states = [StateCover(code, name, tuple(held.get(code, "") for held in marks)) for code, name, _ in listing.states]
    areas = tuple(_area(registry, post) for post in listing.posts)
    return Coverage(listing.basis, areas, tuple(sorted(states, key=lambda state: (state.name, state.state))))


def _area(registry: Registry, post: PostLine) -> AreaCover:
    def standing(mark: Mark) -> tuple[str, ...]:
        return tuple(dict.fromkeys(h.state for h in post.holders if _mark(h) == mark))

    return AreaCover(
        number=post.number,
        dimension=post.dimension,
        dimension_name=post.dimension_name,
        area=post.area,
        name=post.name if post.is_dimension else post_label(registry, post.area),
        status=post.status,
        coordinators=standing("coordinator"),
        acting=standing("acting"),
        co_coordinators=standing("co-coordinator"),
    )


def _marks(post: PostLine) -> dict[str, Mark]:
    """Give how each state stands in a post: where it does so twice, as what weighs more."""
    found: dict[str, Mark] = {}
    for holder in post.holders:
        found[holder.state] = min(found.get(holder.state, ""), _mark(holder), key=_WEIGHT.index)
    return found


def _mark(holder: Holder) -> Mark:
    match holder.status:
        case "acting":
            return "acting"
        case "coming":
            return "coming"
        case "ended":
            return "ended"
        case _:
            return holder.role
