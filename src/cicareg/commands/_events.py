"""The list of events: which are asked for, and the list itself."""

from typing import TYPE_CHECKING, NamedTuple

from cicareg.errors import UsageError
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.formats.format import Format
    from cicareg.questions.events import Asked

STATUSES = ("planned", "held", "postponed", "cancelled")  # those of records.event, as they are typed


class Filters(NamedTuple):
    """Which events a person asks for, as typed."""

    year: int | None = None
    area: str | None = None
    dimension: str | None = None
    state: str | None = None
    status: str | None = None

    def refuse_foreign(self, what: str) -> None:
        """Refuse an option of the list of events with another list."""
        given = [f"--{name}" for name in ("year", "area", "dimension", "state") if getattr(self, name) is not None]
        if given and what != "events":
            raise UsageError(f"{given[0]} belongs to the list of events", hint="cicareg list events --year 2024")


def events_text(filters: Filters, lang: str, write: "Format", shown: Look, register: "Register") -> str:
    """Make the list of events."""
    from cicareg.annexes.registers import events_rows, events_table
    from cicareg.commands._words import words_of
    from cicareg.questions.events import lines

    words = words_of(register, lang)
    found = lines(register.registry, lang, _meant(register, filters))
    if write.name != "table":  # what leaves the screen may be published
        found = tuple(line.withheld(words.restricted) if line.restricted else line for line in found)
    if write.rows:
        return write.rows(events_rows(found))
    return write.table(events_table(found, words), shown) if write.table else ""


def _meant(register: "Register", filters: Filters) -> "Asked":
    from cicareg.commands import _means
    from cicareg.questions.events import Asked
    from cicareg.records.event import STATUSES as KNOWN

    registry = register.registry
    return Asked(
        year=filters.year,
        area=_means.area(registry, filters.area) if filters.area else None,
        dimension=_means.dimension(registry, filters.dimension) if filters.dimension else None,
        state=_means.state(registry, filters.state) if filters.state else None,
        status=next((status for status in KNOWN if status == filters.status), None),
    )


def dates_of(text: str) -> str:
    """Read the dates of an event as typed; give them as the register writes them."""
    from cicareg.changes.written_dates import dates_written

    try:
        return str(dates_written(text))
    except ValueError as error:
        raise UsageError(str(error)) from None
