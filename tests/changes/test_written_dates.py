"""Dates as people write them in tables."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.changes.written_dates import dates_written

days = st.dates(date(1945, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024-03-15", "2024-03-15"),
        ("2024-03-15/2024-03-17", "2024-03-15/2024-03-17"),
        ("2024-03", "2024-03"),
        (" 2024 ", "2024"),
        ("15.03.2024", "2024-03-15"),
        ("5.3.2024", "2024-03-05"),
        ("15-17.03.2024", "2024-03-15/2024-03-17"),
        ("15 – 17.03.2024", "2024-03-15/2024-03-17"),
        ("28.02-01.03.2024", "2024-02-28/2024-03-01"),
        ("15.03.2024—17.03.2024", "2024-03-15/2024-03-17"),
        ("30.12.2024 - 02.01.2025", "2024-12-30/2025-01-02"),
        ("03.2024", "2024-03"),
    ],
)
def test_each_way_to_write_dates(text: str, found: str) -> None:
    assert str(dates_written(text)) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31.02.2024", "there is no such day as 31.02.2024 in '31.02.2024'"),
        ("17-15.03.2024", "the last day of '2024-03-17/2024-03-15' must come after the first"),
        ("13.2024", "there is no such month as 2024-13"),
        (
            "03/15/2024",
            "'03/15/2024' may be read in two ways: write the month as in 15.03.2024, 15-17.03.2024, 28.02-01.03.2024 "
            "or 03.2024",
        ),
        (
            "March",
            "dates are written like 2024-03-15, 2024-03-15/2024-03-17, 2024-03 or 2024; or 15.03.2024, 15-17.03.2024, "
            "28.02-01.03.2024 or 03.2024; not 'March'",
        ),
    ],
)
def test_what_is_no_date_or_may_be_two(text: str, message: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011  # its words are compared
        dates_written(text)
    assert str(raised.value) == message


@given(days, st.integers(1, 40))
def test_two_days_with_points_are_the_two_days(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    assert dates_written(f"{first:%d.%m.%Y}-{last:%d.%m.%Y}") == (f"{first}/{last}", first, last)


@given(st.text("0123456789.-/– ", max_size=24))
def test_whatever_is_typed_is_read_as_days_in_order_or_refused(text: str) -> None:
    try:
        found = dates_written(text)
    except ValueError:
        return
    assert found.start <= found.end
