"""Make the later picture of the earlier one and what differs: so it is known that nothing is left out."""

from collections.abc import Sequence

from cicareg.differences.difference import Difference, FactChange, PostChange
from cicareg.picture import Facts, Item, Picture, Seat, Stand, place_of


def applied(before: Picture, difference: Difference) -> Picture:
    """Give what a picture becomes by a difference; ValueError where it is not a difference from this one."""
    seats = {seat.area: seat for seat in before.seats}
    for post in difference.posts:
        made = _seat(seats.pop(post.area, None), post)
        if made is not None:
            seats[post.area] = made
    items = {(item.kind, item.id): item for item in before.items}
    for change in difference.items:
        key = (change.what, change.id)
        _check((key not in items) == (change.kind == "added"), f"{change.what} {change.id}")
        known = items.pop(key, Item(*key))
        if change.kind != "removed":
            items[key] = Item(*key, _facts(known.facts, change.facts))
    found = sorted(seats.values(), key=place_of)
    return before._replace(seats=tuple(found), items=tuple(items[key] for key in sorted(items)))


def _seat(seat: Seat | None, change: PostChange) -> Seat | None:
    _check((seat is None) == (change.kind == "added"), change.area)
    known = seat or Seat(change.area)
    holders = _holders(known.holders, change)
    if change.kind == "removed":
        return None
    return Seat(change.area, _facts(known.facts, change.facts), holders)


def _holders(holders: Sequence[Stand], change: PostChange) -> tuple[Stand, ...]:
    """Take out who is gone, order who stays, and put in who has come, each in its place."""
    left = list(holders)
    for one in change.holders:
        if one.before is not None:
            _check(one.before in left, f"{change.area}: {one.before.state}")
            left.remove(one.before)
    if change.order is not None:
        _check(tuple(left) == change.order.before, f"{change.area}: the order")
        left = list(change.order.after)
    come = [(one.place, one.after) for one in change.holders if one.after is not None and one.place is not None]
    for place, stand in sorted(come, key=lambda placed: placed[0]):
        left.insert(place, stand)
    return tuple(left)


def _facts(facts: Facts, changes: Sequence[FactChange]) -> Facts:
    known: dict[str, str] = dict(facts)
    for change in changes:
        _check(known.get(change.key) == change.before, change.key)
        known.pop(change.key, None)
        if change.after is not None:
            known[change.key] = change.after
    return tuple(sorted(known.items()))


def _check(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(f"the difference is not one from this picture: {what}")
