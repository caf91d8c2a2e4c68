"""Find what differs between two pictures."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from cicareg.differences.difference import (
    HOLDER_KINDS,
    Compared,
    Difference,
    FactChange,
    HolderChange,
    HolderKind,
    ItemChange,
    Kind,
    Order,
    PostChange,
)
from cicareg.picture import Facts, Item, Picture, Seat, Stand, place_of
from cicareg.terms import next_day, parse_term, shortest

T = TypeVar("T")
U = TypeVar("U")


def compared(before: Picture, after: Picture) -> Compared:
    """Compare two pictures in what both say."""
    both, unread = before.says & after.says, before.unread | after.unread
    old, new = before.only(both, unread), after.only(both, unread)
    old = respelt(old, new)
    return Compared(old, new, difference(old, new), before.says - both, after.says - both)


def respelt(before: Picture, after: Picture) -> Picture:
    """Give a picture with terms stated as in a later one, where they are the same days: that is no difference."""
    stated = {
        (seat.area, holder.state, shortest(parse_term(holder.term))): holder.term
        for seat in after.seats
        for holder in seat.holders
        if holder.term
    }

    def spelt(area: str, holder: Stand) -> Stand:
        known = stated.get((area, holder.state, shortest(parse_term(holder.term)))) if holder.term else None
        return holder._replace(term=known or holder.term)

    seats = (seat._replace(holders=tuple(spelt(seat.area, one) for one in seat.holders)) for seat in before.seats)
    return before._replace(seats=tuple(seats))


def difference(before: Picture, after: Picture) -> Difference:
    """Give all changes from one picture to another that says the same things."""
    old, new = {seat.area: seat for seat in before.seats}, {seat.area: seat for seat in after.seats}
    seats = sorted({**old, **new}.values(), key=place_of)
    posts = (post_difference(old.get(seat.area), new.get(seat.area), seat.area) for seat in seats)
    had, has = ({(item.kind, item.id): item for item in side.items} for side in (before, after))
    items = (_item(had.get(key), has.get(key), *key) for key in sorted({**had, **has}))
    return Difference(tuple(filter(None, posts)), tuple(filter(None, items)))


def post_difference(before: Seat | None, after: Seat | None, area: str) -> PostChange | None:
    """Give what became of one post, or None where nothing did; None stands for a side that has no such post."""
    if before == after:
        return None
    facts = _facts(before.facts if before else (), after.facts if after else ())
    old, new = before.holders if before else (), after.holders if after else ()
    kept, gone, come = _kept(old, new)
    changes = _holders(gone, come)
    was, now = ([holders[at] for at in sorted(places)] for holders, places in ((old, kept), (new, kept.values())))
    order = Order(tuple(was), tuple(now)) if was != now else None
    return PostChange(_became(before, after), area, facts, changes, order)


def _item(before: Item | None, after: Item | None, what: str, id_: str) -> ItemChange | None:
    if before == after:
        return None
    facts = _facts(before.facts if before else (), after.facts if after else ())
    return ItemChange(_became(before, after), what, id_, facts)


def _became(before: object | None, after: object | None) -> Kind:
    return "added" if before is None else "removed" if after is None else "changed"


def _facts(before: Facts, after: Facts) -> tuple[FactChange, ...]:
    old, new = dict(before), dict(after)
    found = (FactChange(key, old.get(key), new.get(key)) for key in sorted({**old, **new}))
    return tuple(change for change in found if change.before != change.after)


_Placed = tuple[int, Stand]


def _kept(old: Sequence[Stand], new: Sequence[Stand]) -> tuple[dict[int, int], list[_Placed], list[_Placed]]:
    """Give which holders stay as they are, by their places, and those that are gone and that have come."""
    kept: dict[int, int] = {}
    come = list(enumerate(new))
    gone: list[_Placed] = []
    for at, stand in enumerate(old):
        found = next((placed for placed in come if placed[1] == stand), None)
        if found is None:
            gone.append((at, stand))
        else:
            come.remove(found)
            kept[at] = found[0]
    return kept, gone, come


def _holders(gone: list[_Placed], come: list[_Placed]) -> tuple[HolderChange, ...]:
    """Pair those that are gone with those that have come: first in the same role, then of the same state."""
    found: list[HolderChange] = []
    alike: tuple[Callable[[Stand], object], ...] = (
        lambda stand: (stand.state, stand.role, stand.acting),
        lambda stand: stand.state,
    )
    for key in alike:
        for (_, old), (at, new) in _pairs(gone, come, key):
            found.append(HolderChange(_kind(old, new), old, new, at))
    found += [HolderChange("ended", old) for _, old in gone]
    found += [HolderChange("appointed", None, new, at) for at, new in come]
    return tuple(sorted(found, key=lambda change: HOLDER_KINDS.index(change.kind)))


def _pairs(
    gone: list[_Placed], come: list[_Placed], key: Callable[[Stand], object]
) -> Iterable[tuple[_Placed, _Placed]]:
    """Yield pairs of the same key, each taken out of both lists."""
    for old in list(gone):
        new = next((placed for placed in come if key(placed[1]) == key(old[1])), None)
        if new is not None:
            gone.remove(old)
            come.remove(new)
            yield old, new


def _kind(old: Stand, new: Stand) -> HolderKind:
    if old.role != new.role:
        return "role"
    if old.acting != new.acting:
        return "acting"
    if old.term == new.term:
        return "basis"
    return "extended" if _goes_on(old.term, new.term) else "term"


def _goes_on(old: str | None, new: str | None) -> bool:
    """Tell whether a term begins in another or on the day after it, and lasts longer."""
    if old is None or new is None:
        return False
    before, after = parse_term(old), parse_term(new)
    return before.start <= after.start <= next_day(before.end) and after.end > before.end
