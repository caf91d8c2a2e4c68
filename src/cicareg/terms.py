"""Days and tenures: both ends of a term belong to it, and years are calendar years.

A term is kept as it was stated (`2024-2025`, `2024-03/2026-02`, `2024-03-15/2026-03-14`).
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
_YEARS = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
Role = Literal["coordinator", "co-coordinator"]
ROLES: tuple[Role, ...] = ("coordinator", "co-coordinator")
FIRST_YEAR, LAST_YEAR = 1945, 2200
_ONE_DAY = timedelta(days=1)
FORMS = "2024-2025, 2024-03/2026-02 or 2024-03-15/2026-03-14"


class Span(NamedTuple):
    """Days from `start` to `end`, both included; without an end it runs on."""

    start: date
    end: date | None

    def covers(self, day: date) -> bool:
        """Tell whether the day lies in the span."""
        return self.start <= day and (self.end is None or day <= self.end)

    def shared(self, other: "Span") -> "Span | None":
        """Give the days that both spans have, or None."""
        ends = [end for end in (self.end, other.end) if end is not None]
        start, end = max(self.start, other.start), min(ends, default=None)
        return Span(start, end) if end is None or start <= end else None

    def after(self, day: date | None) -> "Span | None":
        """Give what is left of the span after the day (None: nothing is left)."""
        if day is None or (self.end is not None and self.end <= day):
            return None
        return Span(max(self.start, day + _ONE_DAY), self.end)

    def __str__(self) -> str:
        """Give `2024-01-01 to 2025-12-31` or `from 2023-08-22`."""
        return f"from {self.start}" if self.end is None else f"{self.start} to {self.end}"


class Term(NamedTuple):
    """A tenure as stated, with its first and last day (which may stand reversed)."""

    text: str
    start: date
    end: date

    def __str__(self) -> str:
        """Give the term as it was stated."""
        return self.text

    @property
    def in_years(self) -> bool:
        """Tell whether it was stated in whole years: `2024-2025`."""
        return _YEARS.fullmatch(self.text) is not None

    @property
    def reversed(self) -> bool:
        """Tell whether the last day lies before the first."""
        return self.end < self.start

    @property
    def span(self) -> Span:
        """Give the days of the term."""
        return Span(self.start, self.end)


@lru_cache(maxsize=4096)  # a register has few days, each many times
def parse_day(text: str) -> date:
    """Read an ISO day such as 2024-02-29; ValueError says what is wrong with it."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"a day is written like 2024-03-15, not {text!r}")
    return _day(int(match[1]), int(match[2]), int(match[3]), text)


@lru_cache(maxsize=4096)
def parse_term(text: str) -> Term:
    """Read a tenure in one of its three forms; ValueError says what is wrong with it."""
    if match := _YEARS.fullmatch(text):
        first, last = int(match[1]), int(match[2])
        return Term(text, _day(first, 1, 1, text), _day(last, 12, 31, text))
    first_part, slash, last_part = text.partition("/")
    if slash:
        if _DAY.fullmatch(first_part) and _DAY.fullmatch(last_part):
            return Term(text, parse_day(first_part), parse_day(last_part))
        if (a := _MONTH.fullmatch(first_part)) and (b := _MONTH.fullmatch(last_part)):
            start = _day(int(a[1]), int(a[2]), 1, text)
            end_month = _day(int(b[1]), int(b[2]), 1, text)
            return Term(text, start, end_month.replace(day=monthrange(end_month.year, end_month.month)[1]))
    raise ValueError(f"a term is written like {FORMS}, not {text!r}")


def shortest(term: Term) -> str:
    """Give the days of a term in the shortest of its forms: however it was stated, the same days are the same."""
    if term.reversed:
        return term.text
    first, last = term.start, term.end
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}-{last.year:04}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{first:%Y-%m}/{last:%Y-%m}"
    return f"{first}/{last}"


def _day(year: int, month: int, day: int, text: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the year {year:04} in {text!r} is outside {FIRST_YEAR}-{LAST_YEAR}")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no such day as {year:04}-{month:02}-{day:02}") from None


def anniversary(day: date, years: int) -> date:
    """Give the same day `years` later; that of 29 February in a common year is 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def months_after(day: date, months: int) -> date:
    """Give the same day some months later; where that month has no such day, its last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def lasts(term: Term, years: int) -> bool:
    """Tell whether a term of inclusive ends lasts at least so many calendar years."""
    return next_day(term.end) >= anniversary(term.start, years)


def next_day(day: date) -> date:
    """Give the day after: a tenure that starts on it adjoins one that ends on `day`."""
    return day + _ONE_DAY


def day_before(day: date) -> date:
    """Give the day before: the last day of whoever is succeeded from `day` on."""
    return day - _ONE_DAY
