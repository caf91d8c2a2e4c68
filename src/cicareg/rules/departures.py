"""Which rules can be departed from, and which recorded departure covers which days of a breach."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from cicareg.finding import Citation, Severity
from cicareg.reading import Entry
from cicareg.records.base import Record
from cicareg.records.coordinators import Coordinators, Departure
from cicareg.records.law import SOFT
from cicareg.rules.rule import Breach, Rule
from cicareg.terms import Span


class Bar(Enum):
    """Why nobody can depart from a rule."""

    ORDER = "it is a rule of good order"
    BINDING = "it binds"
    CONDITION = "it checks the conditions of what is allowed"


def bar(rule: Rule, cites: Citation | None) -> Bar | None:
    """Say why nobody can depart from a rule that rests on this (None: on good order); None where the organ can."""
    if cites is None or (rule.rests_on is None and not rule.departable):
        return Bar.ORDER
    if cites.strength not in SOFT:
        return Bar.BINDING
    return None if rule.departable else Bar.CONDITION


class Part(NamedTuple):
    """Some days of a breach: the number of the departure (from 1) that covers them, or 0; a note where it is split."""

    departure: int
    note: str = ""


def parts(rule: str, breach: Breach) -> tuple[Part, ...]:
    """Take a breach apart into the days that a departure of its own file covers, and what is left.

    All departures that apply cover its first day, so that the longest covers whatever any of them does.
    """
    found = list(applying(rule, breach))
    whole = next((number for number, departure in found if _covers_all(departure, breach)), None)
    if whole is not None:
        return (Part(whole),)
    ending = [(departure.until, -number) for number, departure in found if departure.until]
    if breach.days is None or not ending:
        return (Part(0),)
    until, number = max(ending)
    covered, rest = Span(breach.days.start, until), breach.days.after(until)
    return (
        Part(-number, f"; covered: {covered}"),
        Part(0, f"; the departure ended {until}, not covered: {rest}"),
    )


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


def anticipated(rule: str, breach: Breach) -> Iterator[tuple[int, int]]:
    """Yield each departure that applies to a breach, with the earlier one that it adds no day to, or 0."""
    longest: tuple[int, Departure] | None = None
    for number, departure in applying(rule, breach):
        if longest is not None and (_covers_all(longest[1], breach) or not _outlasts(departure, longest[1])):
            yield number, longest[0]
        else:
            longest = number, departure
            yield number, 0


def _outlasts(one: Departure, other: Departure) -> bool:
    return other.until is not None and (one.until is None or one.until > other.until)


def _covers_all(departure: Departure, breach: Breach) -> bool:
    return departure.until is None or (breach.days is not None and breach.days.after(departure.until) is None)
