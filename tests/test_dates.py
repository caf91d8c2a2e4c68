"""Dates of events: each form, its first and last day, and what is refused."""

import re
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.dates import DATE_FORMS, parse_dates

days = st.dates(date(1945, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end", "exact"),
    [
        ("2024-03-15", date(2024, 3, 15), date(2024, 3, 15), True),
        ("2024-03-15/2024-03-17", date(2024, 3, 15), date(2024, 3, 17), True),
        ("2023-12-30/2024-01-02", date(2023, 12, 30), date(2024, 1, 2), True),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), False),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), False),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), False),
    ],
)
def test_each_form_has_a_first_and_a_last_day(text: str, start: date, end: date, exact: bool) -> None:
    found = parse_dates(text)
    assert (str(found), found.start, found.end, found.exact) == (text, start, end, exact)


@given(days, days)
def test_two_days_are_a_range_where_the_second_comes_later(one: date, other: date) -> None:
    text = f"{one}/{other}"
    if one < other:
        assert parse_dates(text) == (text, one, other)
    else:
        with pytest.raises(ValueError, match=r"^the last day of '.+' must come after the first$"):
            parse_dates(text)


@given(days)
def test_a_day_lies_within_itself_its_month_and_its_year_and_they_not_within_it(day: date) -> None:
    one, month, year = (parse_dates(text) for text in (f"{day}", f"{day:%Y-%m}", f"{day:%Y}"))
    assert one.within(one)
    assert one.within(month)
    assert month.within(year)
    assert not month.within(one)
    assert not year.within(month)
    assert month.end.day == monthrange(day.year, day.month)[1]
    assert (month.span.covers(day), one.span.covers(day)) == (True, True)


@given(st.text("0123456789-/ ", max_size=24))
def test_whatever_is_read_is_kept_as_it_was_written_and_never_reversed(text: str) -> None:
    try:
        found = parse_dates(text)
    except ValueError:
        return
    assert found.text == text
    assert found.start <= found.end


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"dates are written like {DATE_FORMS}, not ''"),
        ("15.03.2024", f"dates are written like {DATE_FORMS}, not '15.03.2024'"),
        ("2024-3-15", f"dates are written like {DATE_FORMS}, not '2024-3-15'"),
        ("2024-03-15/17", f"dates are written like {DATE_FORMS}, not '2024-03-15/17'"),
        ("2024-03/2024-04", f"dates are written like {DATE_FORMS}, not '2024-03/2024-04'"),
        ("2024-03-15/2024-03-15", "the last day of '2024-03-15/2024-03-15' must come after the first"),
        ("2024-03-15/", f"dates are written like {DATE_FORMS}, not '2024-03-15/'"),
        ("2024-13", "there is no such month as 2024-13"),
        ("2024-00", "there is no such month as 2024-00"),
        ("2024-02-30", "there is no such day as 2024-02-30"),
        ("1944", "the year 1944 in '1944-01-01' is outside 1945-2200"),
        ("٢٠٢٤", f"dates are written like {DATE_FORMS}, not '٢٠٢٤'"),
    ],
)
def test_what_is_no_date_says_how_one_is_written(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        parse_dates(text)


def test_only_a_year_alone_says_no_more_than_the_year() -> None:
    assert [parse_dates(text).in_year for text in ("2024", "2024-01", "2024-01-01")] == [True, False, False]
