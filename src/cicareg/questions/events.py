"""The events on record: which there are of a year, an area, a dimension, a state; and in what order they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from cicareg.listed import EventLine
from cicareg.questions.naming import Naming
from cicareg.questions.posts import posts, top
from cicareg.reading import Entry
from cicareg.records.area import Area
from cicareg.records.event import Event, EventStatus
from cicareg.records.state import State
from cicareg.registry import Registry
from cicareg.terms import Span, parse_day


class Asked(NamedTuple):
    """Which events are asked for: what is None is not asked."""

    year: int | None = None
    area: str | None = None
    dimension: str | None = None
    state: str | None = None
    status: EventStatus | None = None


def chosen(registry: Registry, asked: Asked) -> tuple[Entry[Event], ...]:
    """Give the events that are asked for, by their days.

    Of a year are those that begin, last or end in it, with their first or their new dates; of a dimension also those
    of its areas; of a state those that it organises or proposed.
    """
    found = (entry for entry in registry.of(Event) if _is_asked(registry, entry.record, asked))
    return tuple(sorted(found, key=by_days))


def by_days(entry: Entry[Event]) -> tuple[object, ...]:
    """Give what orders events: their days, and of those that begin on one day the shorter first."""
    when = entry.record.when
    return when.start, when.end, entry.id


def _is_asked(registry: Registry, event: Event, asked: Asked) -> bool:
    return (
        (asked.year is None or _is_of_year(event, asked.year))
        and (asked.area is None or asked.area in event.areas)
        and (asked.dimension is None or asked.dimension in dimensions_of(registry, event))
        and (asked.state is None or asked.state in (*event.organisers, *event.proposed_by))
        and (asked.status is None or asked.status == event.status)
    )


def _is_of_year(event: Event, year: int) -> bool:
    days = Span(parse_day(f"{year}-01-01"), parse_day(f"{year}-12-31"))
    return any(dates.span.shared(days) for dates in (event.dates, event.when))


def dimensions_of(registry: Registry, event: Event) -> tuple[str, ...]:
    """Give the dimensions that an event belongs to, as a whole or by its areas; each once."""
    areas = (registry.get(Area, area) for area in event.areas)
    return tuple(dict.fromkeys((*event.dimensions, *(area.record.dimension for area in areas if area))))


def lines(registry: Registry, lang: str, asked: Asked) -> tuple[EventLine, ...]:
    """Give the events that are asked for as lines; what has no text in the language is marked as a gap."""
    naming = Naming(lang, gaps=True)
    numbers = dict(_numbers(registry))
    return tuple(_line(registry, naming, numbers, entry) for entry in chosen(registry, asked))


def _line(registry: Registry, naming: Naming, numbers: dict[str, str], entry: Entry[Event]) -> EventLine:
    event = entry.record
    return EventLine(
        id=entry.id,
        title=naming(event.title, f"the title of {entry.id}"),
        unofficial=naming.lang in event.unofficial,
        areas=event.areas,
        dimensions=event.dimensions,
        numbers=tuple(numbers[name] for name in (*event.areas, *event.dimensions) if name in numbers),
        dates=str(event.dates),
        moved_to=str(event.moved_to) if event.moved_to else None,
        place=naming(event.place, f"the place of {entry.id}") if event.place else None,
        format=event.format,
        organisers=event.organisers,
        names=tuple(_organisers(registry, naming, entry)),
        plan=event.plan,
        status=event.status,
        restricted=event.restricted,
    )


def _organisers(registry: Registry, naming: Naming, entry: Entry[Event]) -> Iterator[str]:
    for code in entry.record.organisers:
        state = registry.get(State, code)
        yield naming(state.record.name, f"the name of {code}") if state else code
    for partner in entry.record.partners:
        yield naming(partner, f"a partner of {entry.id}")


def _numbers(registry: Registry) -> Iterator[tuple[str, str]]:
    """Yield the number of each dimension and of each post, as cited."""
    yield from ((dimension.id, str(dimension.number)) for dimension in top(registry).dimensions)
    yield from ((post.id, post.number) for post in posts(registry))
