"""Put what took place about a thing in order, each with the commit that recorded it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from cicareg.finding import Citation, Place
from cicareg.kinds import kind_at
from cicareg.reading import Entry
from cicareg.registry import Registry
from cicareg.rules.engine import Run, all_rules
from cicareg.timeline import Change, Event, Recorded
from cicareg.tracing.traced import RECORD, Alteration, Traced, Trail
from cicareg.tracing.wording import Told, mentions, name_of, told

_FIRST = ("meeting", "document", "decision")


class Subject(NamedTuple):
    """What is asked about: its kind and id, the file that is all about it, and whether what that says itself counts."""

    kind: str
    id: str
    file: str = ""
    itself: bool = False

    def concerns(self, entry: Traced) -> bool:
        """Tell whether an entry is about it."""
        if entry.path != self.file:
            return entry.what != RECORD and mentions(entry.data, self.id)
        return entry.what != RECORD or self.itself


def events(
    registry: Registry, trail: Trail, wanted: Callable[[Traced], bool], commits: Mapping[str, Recorded]
) -> tuple[Event, ...]:
    """Give what took place by the entries that are wanted, in the order of its days; what has none comes last."""
    run = Run(registry, all_rules())
    found = [
        _event(registry, run, entry, each, commits)
        for entry in trail.entries
        if wanted(entry)
        for each in told(registry, entry)
    ]
    return tuple(sorted(found, key=_order))


def _order(event: Event) -> tuple[bool, str, bool]:
    """Sort by the day, what was decided before what rests on it.

    A correction has no day of its own but that of its commit, and what is not committed is last.
    """
    day = event.day or (event.recorded.day if event.recorded else None)
    return day is None, str(day), event.what not in _FIRST


def _event(registry: Registry, run: Run, entry: Traced, each: Told, commits: Mapping[str, Recorded]) -> Event:
    return Event(
        day=each.day,
        what=each.what,
        said=each.said,
        basis=each.basis,
        cites=_cites(run, each.rule),
        name=name_of(entry),
        place=place_of(registry, entry),
        recorded=commits.get(entry.by(each.key)),
        altered=tuple(change(altered, commits) for altered in entry.altered) if not each.key else (),
        removed=change(entry.gone, commits) if entry.gone else None,
    )


def _cites(run: Run, rule: str) -> tuple[Citation, ...]:
    return run.cites(rule) if rule in run.rules else ()


def change(altered: Alteration, commits: Mapping[str, Recorded]) -> Change:
    """Say how an entry was altered or taken out, by which commit, and why."""
    correction = altered.correction
    why = f"{correction['why']} [{correction['source']}]" if correction else ""
    return Change(altered.said, commits.get(altered.commit), why)


def place_of(registry: Registry, entry: Traced) -> Place | None:
    """Give the place of an entry in the files at hand."""
    found = kind_at(entry.path) if entry.index is not None else None
    record: Entry[Any] | None = registry.get(found[0].model, found[1]) if found else None
    return registry.where(record, *entry.where) if record else None


def remarks(trail: Trail, commits: Mapping[str, Recorded]) -> Iterator[str]:
    """Yield a sentence for each version of a file that cannot be read."""
    for each in trail.unreadable:
        recorded = commits.get(each.commit)
        if recorded:
            where = f"in {recorded.commit[:10]} of {recorded.day} ({recorded.by})"
            yield f"{each.path} cannot be read {where}: what it recorded shows with the next commit that can be read"
        else:
            yield f"{each.path} cannot be read: what is shown of it was committed last (see: cicareg validate)"
