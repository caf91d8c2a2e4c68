"""Which entry of a list is which entry of its earlier state: by what they say, not by where they stand."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Accepts = Callable[[Any, Any], bool]

_BASIS = ("decision", "listed", "source")
# By what an entry that was altered is known again, the surest first.
_LIKENESS: dict[str, tuple[tuple[str, ...], ...]] = {
    "tenures": (("state", "role", "term"), ("state", "role", *_BASIS), ("state", "role"), ("state",)),
    "departures": (("rule", *_BASIS), ("rule",)),
    "proposals": (("state", "role", "notified"), ("state", "role"), ("state",)),
    "acting": (("state", "from"), ("state",)),
    "decisions": (("number", "key"),),
    "corrections": (("what", "was"),),
}


class Pairs(NamedTuple):
    """For each earlier entry the index of the later one that says all it said, or that is like it, or None."""

    kept: Sequence[int | None]
    like: Sequence[int | None]

    @property
    def is_ordered(self) -> bool:
        """Tell whether what was kept stands in the order in which it stood."""
        found = [index for index in self.kept if index is not None]
        return found == sorted(found)


def pairs(what: str, old: Sequence[Any], new: Sequence[Any], accepts: Accepts) -> Pairs:
    """Pair the entries of two states of a list; `what` is its key.

    `accepts` tells whether a later entry says all that an earlier one says: what is neither list nor mapping must be
    the same in both, also within mappings.
    """
    kept = _in_order(old, new, accepts) or _in_any_order(old, new, accepts)
    return Pairs(kept, _alike(what, old, new, kept))


def _in_order(old: Sequence[Any], new: Sequence[Any], accepts: Accepts) -> list[int | None] | None:
    """Take for each the first that follows: where all can be paired in order, this does it; None where not."""
    kept: list[int | None] = []
    start = 0
    for entry in old:
        index = next((index for index in range(start, len(new)) if accepts(entry, new[index])), None)
        if index is None:
            return None
        kept.append(index)
        start = index + 1
    return kept


def _in_any_order(old: Sequence[Any], new: Sequence[Any], accepts: Accepts) -> list[int | None]:
    """Pair what is equal, then as many of the others as can be."""
    kept: list[int | None] = [None] * len(old)
    later = _by(map(_fixed, new), range(len(new)))
    apart: dict[Hashable, list[int]] = defaultdict(list)
    for position, entry in enumerate(old):
        key = _fixed(entry)
        if equal := later.get(key):
            kept[position] = equal.popleft()
        else:
            apart[key].append(position)
    free = sorted(index for indices in later.values() for index in indices)
    groups = list(apart.values())
    fits = [*_fitting([old[group[0]] for group in groups], {index: new[index] for index in free}, accepts)]
    for group, indices in zip(groups, _placed([len(group) for group in groups], fits), strict=True):
        for position, index in zip(group, sorted(indices), strict=False):
            kept[position] = index
    return kept


def _fitting(old: Sequence[Any], free: Mapping[int, Any], accepts: Accepts) -> Iterator[list[int]]:
    """Yield for each earlier entry the indices of those that it may be: only what shares its rarest value is asked."""
    having: dict[Hashable, list[int]] = defaultdict(list)
    for index, later in free.items():
        for value in _values(later):
            having[value].append(index)
    for entry in old:
        asked = min((having.get(value, []) for value in _values(entry)), key=len, default=[*free])
        yield [index for index in asked if accepts(entry, free[index])]


def _placed(sizes: Sequence[int], fits: Sequence[Sequence[int]]) -> list[list[int]]:
    """Give each group of equal entries as many places as it needs and can have; others give way if they fit elsewhere.

    Of all groups together as many entries as can be have a place.
    """
    holder: dict[int, int] = {}
    for group, size in enumerate(sizes):
        for index in [index for index in fits[group] if index not in holder][:size]:
            holder[index] = group
    for group, size in enumerate(sizes):
        missing = size - sum(holder.get(index) == group for index in fits[group])
        while missing and _give_way(group, fits, holder):
            missing -= 1
    places: list[list[int]] = [[] for _ in sizes]
    for index, group in holder.items():
        places[group].append(index)
    return places


def _give_way(group: int, fits: Sequence[Sequence[int]], holder: dict[int, int]) -> bool:
    """Find one more place for a group by the fewest moves of others."""
    came: dict[int, int] = {}  # by place the group that would have it
    through: dict[int, int | None] = {group: None}  # by group the place that it would leave
    waiting = deque([group])
    while waiting:
        asking = waiting.popleft()
        for index in fits[asking]:
            if index in came:
                continue
            came[index] = asking
            if index not in holder:
                step: int | None = index
                while step is not None:
                    holder[step] = came[step]
                    step = through[came[step]]
                return True
            if holder[index] not in through:
                through[holder[index]] = index
                waiting.append(holder[index])
    return False


def _alike(what: str, old: Sequence[Any], new: Sequence[Any], kept: Sequence[int | None]) -> list[int | None]:
    like: list[int | None] = [None] * len(old)
    taken = {index for index in kept if index is not None}
    for keys in _LIKENESS.get(what, ()):
        free = [index for index in range(len(new)) if index not in taken]
        later = _by((_fixed([new[index].get(key) for key in keys]) for index in free), free)
        for position, entry in enumerate(old):
            if kept[position] is None and like[position] is None:
                found = later.get(_fixed([entry.get(key) for key in keys]))
                if found:
                    like[position] = index = found.popleft()
                    taken.add(index)
    return like


def _by(keys: Iterable[Hashable], indices: Iterable[int]) -> dict[Hashable, deque[int]]:
    found: dict[Hashable, deque[int]] = defaultdict(deque)
    for key, index in zip(keys, indices, strict=True):
        found[key].append(index)
    return found


def _fixed(value: Any) -> Hashable:
    """Give something that is the same where two values are equal."""
    if isinstance(value, dict):
        return dict, frozenset((key, _fixed(held)) for key, held in value.items())
    return (list, *map(_fixed, value)) if isinstance(value, list) else value


def _values(value: Any, path: tuple[str, ...] = ()) -> Iterator[Hashable]:
    """Yield what an entry says that is neither list nor mapping, each with its path."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _values(held, (*path, key))
    elif not isinstance(value, list):
        yield path, value
