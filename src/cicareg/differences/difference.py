"""A difference as a plain value: small changes, each of which says what it is."""

from typing import Literal, NamedTuple

from cicareg.picture import Picture, Stand

HolderKind = Literal["appointed", "ended", "extended", "term", "role", "acting", "basis"]
Kind = Literal["added", "removed", "changed"]
HOLDER_KINDS: tuple[HolderKind, ...] = ("ended", "role", "acting", "extended", "term", "basis", "appointed")


class FactChange(NamedTuple):
    """A fact that is other now; None where a side has no such fact."""

    key: str
    before: str | None
    after: str | None


class HolderChange(NamedTuple):
    """What became of a holder; `place` is where it stands afterwards among all holders of the post, from 0.

    `extended` goes on from where the term before ended, or from within it; `term` is any other change of it.
    """

    kind: HolderKind
    before: Stand | None = None
    after: Stand | None = None
    place: int | None = None


class Order(NamedTuple):
    """Those that stay, in the order that they had and in the one that they have."""

    before: tuple[Stand, ...]
    after: tuple[Stand, ...]


class PostChange(NamedTuple):
    """What became of a post: of its facts, its holders, and their order."""

    kind: Kind
    area: str
    facts: tuple[FactChange, ...] = ()
    holders: tuple[HolderChange, ...] = ()
    order: Order | None = None


class ItemChange(NamedTuple):
    """What became of something else on record."""

    kind: Kind
    what: str
    id: str
    facts: tuple[FactChange, ...] = ()


class Difference(NamedTuple):
    """All changes from one picture to another: those of posts in the order of the list, then those of items."""

    posts: tuple[PostChange, ...] = ()
    items: tuple[ItemChange, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.posts or self.items)


class Compared(NamedTuple):
    """Two pictures as far as both say the same things, what differs between them, and what was left out.

    `before_only` and `after_only` are what one of them says and the other does not.
    """

    before: Picture
    after: Picture
    difference: Difference
    before_only: frozenset[str] = frozenset()
    after_only: frozenset[str] = frozenset()

    @property
    def unread(self) -> frozenset[str]:
        """Give the posts that were left out, as a side could not be read there."""
        return self.before.unread | self.after.unread
