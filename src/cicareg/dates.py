"""When an event takes place, as exactly as it is known: a day, some days, a month, or a year."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cicareg.terms import Span, parse_day

_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?", re.ASCII)
_MONTH = re.compile(r"\d{4}-\d\d", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
DATE_FORMS = "2024-03-15, 2024-03-15/2024-03-17, 2024-03 or 2024"


class Dates(NamedTuple):
    """Dates as stated, with the first and last day that they may mean."""

    text: str
    start: date
    end: date

    def __str__(self) -> str:
        """Give the dates as they were stated."""
        return self.text

    @property
    def exact(self) -> bool:
        """Tell whether they were stated to the day."""
        return _MONTH.fullmatch(self.text) is None and _YEAR.fullmatch(self.text) is None

    @property
    def in_year(self) -> bool:
        """Tell whether only a year was stated."""
        return _YEAR.fullmatch(self.text) is not None

    @property
    def span(self) -> Span:
        """Give the days."""
        return Span(self.start, self.end)

    def within(self, other: "Dates") -> bool:
        """Tell whether no day of these lies outside the others."""
        return other.start <= self.start and self.end <= other.end


@lru_cache(maxsize=4096)  # a register has few days, each many times
def parse_dates(text: str) -> Dates:
    """Read dates in one of their four forms; ValueError says what is wrong with them."""
    if _YEAR.fullmatch(text):
        return Dates(text, parse_day(f"{text}-01-01"), parse_day(f"{text}-12-31"))
    if _MONTH.fullmatch(text):
        start = _first_of(text)
        return Dates(text, start, start.replace(day=monthrange(start.year, start.month)[1]))
    days = _DAYS.fullmatch(text)
    if days is None:
        raise ValueError(f"dates are written like {DATE_FORMS}, not {text!r}")
    start = parse_day(days[1])
    end = parse_day(days[2] or days[1])
    if days[2] and end <= start:
        raise ValueError(f"the last day of {text!r} must come after the first")
    return Dates(text, start, end)


def _first_of(month: str) -> date:
    try:
        return parse_day(f"{month}-01")
    except ValueError:
        raise ValueError(f"there is no such month as {month}") from None
