"""The same day some months later, at all the edges that there are."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.terms import months_after

DAYS = st.dates(date(1945, 1, 1), date(2200, 12, 31))
MONTHS = st.integers(0, 60)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2023-06-01", 3, "2023-09-01"), ("2023-10-31", 3, "2024-01-31"), ("2023-11-30", 3, "2024-02-29"),
        ("2024-11-30", 3, "2025-02-28"), ("2023-11-29", 3, "2024-02-29"), ("2024-11-29", 3, "2025-02-28"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2023-12-31", 2, "2024-02-29"),
        ("2023-03-31", 1, "2023-04-30"), ("2023-12-01", 1, "2024-01-01"), ("2023-01-31", 0, "2023-01-31"),
    ],
)  # fmt: skip
def test_known_days(day: str, months: int, later: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_every_day_of_eight_years_stays_where_the_month_has_it() -> None:
    day, end = date(2020, 1, 1), date(2028, 1, 1)
    while day < end:
        later = months_after(day, 3)
        assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == 3
        assert later.day == min(day.day, monthrange(later.year, later.month)[1])
        day += timedelta(days=1)


@given(DAYS, DAYS, MONTHS)
def test_whoever_begins_later_is_not_due_earlier(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert months_after(first, months) <= months_after(second, months)


@given(DAYS, MONTHS, MONTHS)
def test_months_add_up_but_for_the_ends_of_months(day: date, some: int, more: int) -> None:
    at_once, in_two = months_after(day, some + more), months_after(months_after(day, some), more)
    assert (at_once.year, at_once.month) == (in_two.year, in_two.month)
    assert in_two.day == at_once.day or in_two.day >= 28
    if day.day <= 28:
        assert at_once == in_two
