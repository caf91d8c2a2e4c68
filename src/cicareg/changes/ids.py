"""The ids of the events of a table, made from their titles: each is free, or is that of the very event."""

import json
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from cicareg.changes.slugs import numbered
from cicareg.records.event import Event
from cicareg.registry import Registry

Data = Mapping[str, Any]


class Ids:
    """Gives ids to events; `taken` are the ids of those above, with their data, and grows meanwhile."""

    def __init__(self, registry: Registry, taken: Mapping[str, Data]) -> None:
        """Have met no title yet."""
        self._registry, self._taken = registry, taken
        self._met: dict[str, _Series] = {}
        self._gone_by: dict[str, _Series] = {}  # ids on record: a row below may name one as its own

    def own(self, id_: str, data: Data) -> None:
        """Learn that a row has an id of its own, before it counts as taken."""
        if id_ in self._gone_by and id_ not in self._taken:
            self._gone_by[id_].take(id_, data)

    def id_of(self, wanted: str, data: Data) -> str:
        """Give the first id that is free, or is that of the very event: one of this title and these dates."""
        series = self._met.setdefault(wanted, _Series(wanted))
        found = self._met_before(series, data) or next(self._further(series, data))
        series.take(found, data)
        return found

    def _met_before(self, series: "_Series", data: Data) -> str | None:
        """Give the id of the very event among those gone by, above in the table or on record."""
        waiting = series.waiting.get(_key(data["title"], data["dates"]), deque())
        while waiting and waiting[0] in self._taken:
            waiting.popleft()
        same = series.same.get(_key(data))
        return min((id_ for id_ in (same, *islice(waiting, 1)) if id_), key=_place, default=None)

    def _further(self, series: "_Series", data: Data) -> Iterator[str]:
        """Go by what is no id for the event, and remember it: no number is asked for twice."""
        for id_ in series.numbers:
            if id_ in self._taken:
                series.take(id_, self._taken[id_])
                if self._taken[id_] == data:
                    yield id_
                continue
            entry = self._registry.get(Event, id_)
            if entry is None and not self._registry.known(Event, id_):
                yield id_
            if entry is None:
                continue
            about = _key(entry.record.title, str(entry.record.dates))
            if about == _key(data["title"], data["dates"]):
                yield id_
            series.waiting.setdefault(about, deque()).append(id_)
            self._gone_by[id_] = series


class _Series:
    """The numbered ids of one title, as far as they were asked for.

    `same` are those of events above by what these say, `waiting` those on record that no row has named yet, by title
    and dates.
    """

    def __init__(self, wanted: str) -> None:
        self.numbers = numbered(wanted)
        self.same: dict[str, str] = {}
        self.waiting: dict[str, deque[str]] = {}

    def take(self, id_: str, data: Data) -> None:
        """Keep that an event has an id; of two that say the same the first number counts."""
        key = _key(data)
        self.same[key] = min(id_, self.same.get(key, id_), key=_place)


def _place(id_: str) -> tuple[int, str]:
    """Give what orders the ids of one title: -10 comes after -9."""
    return len(id_), id_


def _key(*said: Any) -> str:
    return json.dumps(said, sort_keys=True, ensure_ascii=False, default=dict)
