"""Who serves together, and who is one too many: sweeps over the days on which something changes."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from cicareg.questions.holdings import Holding
from cicareg.terms import Span

_ENDLESS = date.max.toordinal()


class Crowd(NamedTuple):
    """Tenures that are too many, in the order of the file; the days; and who serve on the fullest day of the first."""

    days: Span
    excess: tuple[Holding, ...]
    together: tuple[Holding, ...]


def crowds(serving: Sequence[Holding], maximum: int) -> tuple[Crowd, ...]:
    """Give the tenures beyond so many states, those of one basis on shared days together.

    A tenure is too many on a day where so many other states stand before it in the file. Of a state that is there
    by two tenures at once only the first counts.
    """
    stays = [_numbers(holding.span) for holding in serving if holding.span]
    if len(stays) <= maximum or _in_turn(stays):
        return ()
    excess = _Sweep(serving, stays, maximum).excess
    groups = sorted(_groups(serving, excess), key=lambda group: group[-1])
    found = [
        (
            group,
            Crowd(
                _span(excess[i] for i in group), tuple(serving[i] for i in group), tuple(serving[i] for i in together)
            ),
        )
        for group, together in zip(groups, _fullest(stays, groups), strict=True)
    ]
    return tuple(crowd for _, crowd in sorted(found, key=lambda pair: pair[0]))


def _numbers(span: Span) -> tuple[int, int]:
    return span.start.toordinal(), _ENDLESS if span.end is None else span.end.toordinal()


def _in_turn(stays: Sequence[tuple[int, int]]) -> bool:
    """Tell whether each comes when all before it have left: nobody is too many then."""
    return all(before[1] < after[0] for before, after in pairwise(sorted(stays)))


def _span(stays: Iterable[tuple[int, int]]) -> Span:
    firsts, lasts = zip(*stays, strict=True)
    last = max(lasts)
    return Span(date.fromordinal(min(firsts)), None if last >= _ENDLESS else date.fromordinal(last))


class _Sweep:
    """Go through the days in order, with the tenures of each day ranked by their order in the file.

    Of one state only the first tenure of a day has a rank. Each change moves one tenure at most over the limit.
    """

    def __init__(self, serving: Sequence[Holding], stays: Sequence[tuple[int, int]], maximum: int) -> None:
        self.excess: dict[int, tuple[int, int]] = {}
        self._maximum = maximum
        self._ranked: list[int] = []
        self._since: dict[int, int] = {}
        of_state: dict[str, list[int]] = {}
        starts = [(first, True, i) for i, (first, _) in enumerate(stays)]
        ends = [(last + 1, False, i) for i, (_, last) in enumerate(stays)]
        for day, starting, i in sorted(starts + ends):  # who leaves leaves before who comes
            own = of_state.setdefault(serving[i].tenure.state, [])
            before = own[0] if own else None
            if starting:
                insort(own, i)
            else:
                own.remove(i)
            after = own[0] if own else None
            if before != after:
                self._leave(before, day)
                self._come(after, day)

    def _come(self, i: int | None, day: int) -> None:
        if i is not None:
            insort(self._ranked, i)
            if len(self._ranked) > self._maximum:
                self._since[max(i, self._ranked[self._maximum])] = day

    def _leave(self, i: int | None, day: int) -> None:
        if i is not None:
            del self._ranked[bisect_left(self._ranked, i)]
            if len(self._ranked) >= self._maximum:
                self._relieve(max(i, self._ranked[self._maximum - 1]), day)

    def _relieve(self, i: int, day: int) -> None:
        since = self._since.pop(i)
        if since < day:
            first, _ = self.excess.get(i, (since, day))
            self.excess[i] = (first, day - 1)


def _groups(serving: Sequence[Holding], excess: dict[int, tuple[int, int]]) -> Iterator[list[int]]:
    of_basis: dict[str, list[int]] = {}
    for i in sorted(excess, key=lambda i: (excess[i], i)):
        of_basis.setdefault(serving[i].tenure.basis, []).append(i)
    for members in of_basis.values():
        group, until = [members[0]], excess[members[0]][1]
        for i in members[1:]:
            first, last = excess[i]
            if first > until:
                yield sorted(group)
                group = []
            group.append(i)
            until = max(until, last)
        yield sorted(group)


def _fullest(stays: Sequence[tuple[int, int]], groups: Iterable[Sequence[int]]) -> Iterator[list[int]]:
    """Yield for each group who serve on the day of its first tenure that has the most, of those up to its last."""
    days = sorted({day for first, last in stays for day in (first, last + 1)})
    place = {day: number for number, day in enumerate(days)}
    counts, counted = [0] * len(days), 0
    for group in groups:
        for first, last in stays[counted : group[-1] + 1]:
            cells = slice(place[first], place[last + 1])
            counts[cells] = [count + 1 for count in counts[cells]]
        counted = group[-1] + 1
        first, last = stays[group[0]]
        here = counts[place[first] : place[last + 1]]
        day = days[place[first] + here.index(max(here))]
        yield [i for i, (begin, end) in enumerate(stays[:counted]) if begin <= day <= end]
