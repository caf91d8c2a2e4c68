"""What acts on a post begin with: the area, its record, and the term."""

from datetime import date

from cicareg.changes.change import refused
from cicareg.errors import UsageError
from cicareg.reading import Entry
from cicareg.records.area import Area
from cicareg.records.coordinators import Coordinators
from cicareg.registry import Registry
from cicareg.terms import Term, parse_day, parse_term


def area_on_record(registry: Registry, area: str) -> None:
    """Refuse an area that is not on record."""
    if not registry.known(Area, area):
        raise UsageError(f"no area {area!r} on record", hint="cicareg list shows them")


def coordinators_of(registry: Registry, area: str) -> Entry[Coordinators] | None:
    """Give the record of who holds a post, or None where there is none; one with errors is refused."""
    if registry.broken(Coordinators, area):
        raise refused(
            f"the record of who holds {area} has errors: nothing is added to it",
            hint="cicareg validate shows them: mend them first",
        )
    return registry.get(Coordinators, area)


def term_of(text: str) -> Term:
    """Read a term; one that ends before it begins is refused."""
    try:
        term = parse_term(text)
    except ValueError as error:
        raise UsageError(str(error)) from None
    if term.reversed:
        raise UsageError(f"the term {text} ends before it begins")
    return term


def day_of(text: str) -> date:
    """Read an ISO day."""
    try:
        return parse_day(text)
    except ValueError as error:
        raise UsageError(str(error)) from None
