"""Which recorded departure covers which breach."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.records.base import Record
from cicareg.records.coordinators import Coordinators, Departure
from cicareg.registry import Entry
from cicareg.rules.rule import Breach


def covered_by(rule: str, breach: Breach) -> int:
    """Give the 1-based number of the departure in the breach's own file that covers all of it, or 0."""
    return next((index for index, d in applying(rule, breach) if _covers_all(d, breach)), 0)


def applying(rule: str, breach: Breach) -> Iterator[tuple[int, Departure]]:
    """Yield (numbered from 1) the departures that share rule, basis and at least a day with a breach."""
    entry: Entry[Record] = breach.at.entry
    if not isinstance(entry.record, Coordinators) or not breach.basis or breach.severity is Severity.NOTE:
        return
    for index, departure in enumerate(entry.record.departures, start=1):
        if departure.rule == rule and departure.basis == breach.basis:
            begins = breach.days.start if breach.days else None
            if departure.until is None or begins is None or begins <= departure.until:
                yield index, departure


def _covers_all(departure: Departure, breach: Breach) -> bool:
    return departure.until is None or (breach.days is not None and breach.days.after(departure.until) is None)
