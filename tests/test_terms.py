"""Days and tenures: exhaustive over every start day of a century, then properties and refusals."""

from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cicareg.terms import Span, Term, anniversary, day_before, lasts, next_day, parse_day, parse_term, shortest

FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)
LENGTHS = range(1, 6)
FORMS = "2024-2025, 2024-03/2026-02 or 2024-03-15/2026-03-14"

days = st.dates(date(1945, 1, 1), date(2200, 12, 31))


def every_start() -> Iterator[date]:
    for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
        yield date.fromordinal(ordinal)


def same_day(start: date, years: int) -> date:
    """Give the anniversary as the domain notes have it: 28 February where there is no 29."""
    no_such_day = (start.month, start.day) == (2, 29) and not isleap(start.year + years)
    return date(start.year + years, start.month, 28 if no_such_day else start.day)


def term(start: date, end: date) -> Term:
    return Term(f"{start}/{end}", start, end)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(days)
    end = draw(st.none() | st.dates(start, date(2200, 12, 31)))
    return Span(start, end)


def test_every_start_and_length_lasts_exactly_at_the_boundary_and_a_day_less_is_too_short() -> None:
    for start in every_start():
        for years in LENGTHS:
            last = same_day(start, years) - timedelta(days=1)
            assert lasts(term(start, last), years), (start, years)
            assert not lasts(term(start, day_before(last)), years), (start, years)
            assert not lasts(term(start, last), years + 1), (start, years)


def test_every_two_consecutive_terms_neither_overlap_nor_leave_a_gap() -> None:
    for start in every_start():
        for years in LENGTHS:
            first = Span(start, day_before(anniversary(start, years)))
            assert first.end is not None
            second = Span(next_day(first.end), None)
            assert second.start == anniversary(start, years) == same_day(start, years)
            assert first.shared(second) is None
            assert Span(start, None).after(first.end) == second


def test_every_start_day_is_read_as_written() -> None:
    for start in every_start():
        text = f"{start.year:04}-{start.month:02}-{start.day:02}"
        assert parse_day(text) == start
        read = parse_term(f"{text}/{text}")
        assert (read.start, read.end, read.text) == (start, start, f"{text}/{text}")
        assert not read.reversed


def test_every_month_of_a_term_counts_whole_and_a_month_less_is_too_short() -> None:
    for year in range(2000, 2101):
        for month in range(1, 13):
            last_year, last_month = (year + 1, month - 1) if month > 1 else (year, 12)
            exact = parse_term(f"{year}-{month:02}/{last_year}-{last_month:02}")
            assert (exact.start, exact.end.day) == (date(year, month, 1), monthrange(last_year, last_month)[1])
            assert lasts(exact, 1)
            if exact.end.replace(day=1) > exact.start:
                shorter = day_before(exact.end.replace(day=1))
                assert not lasts(parse_term(f"{year}-{month:02}/{shorter:%Y-%m}"), 1)


@pytest.mark.parametrize("years", LENGTHS)
def test_years_of_a_term_count_whole(years: int) -> None:
    for first in range(2000, 2101):
        read = parse_term(f"{first}-{first + years - 1}")
        assert (read.start, read.end) == (date(first, 1, 1), date(first + years - 1, 12, 31))
        assert lasts(read, years)
        assert not lasts(read, years + 1)


def test_two_calendar_years_are_exactly_two_years() -> None:
    assert lasts(parse_term("2024-2025"), 2)
    assert not lasts(parse_term("2024-2025"), 3)


def test_one_year_written_twice_is_one_year() -> None:
    assert parse_term("2024-2024").span == Span(date(2024, 1, 1), date(2024, 12, 31))
    assert lasts(parse_term("2024-2024"), 1)


@pytest.mark.parametrize(
    ("text", "years", "enough"),
    [
        ("2024-02-29/2026-02-27", 2, True),
        ("2024-02-29/2026-02-26", 2, False),
        ("2024-02-29/2028-02-28", 4, True),
        ("2024-02-29/2028-02-27", 4, False),
        ("2024-02-28/2026-02-27", 2, True),
        ("2024-03-01/2026-02-28", 2, True),
        ("2024-03-01/2026-02-27", 2, False),
        ("2023-03-01/2025-02-28", 2, True),
        ("2022-02-28/2024-02-27", 2, True),
        ("2022-03-01/2024-02-28", 2, False),
        ("2022-03-01/2024-02-29", 2, True),
        ("2096-02-29/2100-02-27", 4, True),
        ("2096-02-29/2100-02-26", 4, False),
        ("2024-03/2026-02", 2, True),
        ("2022-03/2024-02", 2, True),
        ("2025-2024", 1, False),
    ],
)
def test_leap_days_and_month_ends(text: str, years: int, enough: bool) -> None:
    assert lasts(parse_term(text), years) is enough


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1945-2200", date(1945, 1, 1), date(2200, 12, 31)),
        ("2024-02/2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02/2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2100-02/2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("2024-03-15/2026-03-14", date(2024, 3, 15), date(2026, 3, 14)),
    ],
)
def test_first_and_last_day_of_each_form(text: str, start: date, end: date) -> None:
    read = parse_term(text)
    assert (read.start, read.end, str(read), read.reversed) == (start, end, text, False)


@pytest.mark.parametrize("text", ["2025-2024", "2024-03/2024-02", "2024-03-02/2024-03-01"])
def test_a_reversed_term_is_read_and_tells_so(text: str) -> None:
    read = parse_term(text)
    assert read.reversed
    assert not read.span.covers(read.start)
    assert not read.span.covers(read.end)


@pytest.mark.parametrize(
    "text",
    [
        "20260208",
        "2026-W09-1",
        "2026-060",
        "2026-2-8",
        "26-02-08",
        "+2026-02-08",
        "02026-02-08",
        "2026-02-08T00:00",
        "2026-02-08 ",
        " 2026-02-08",
        "2026-02-08\n",
        "2026/02/08",
        "08.02.2026",
        "2026-02",
        "2026",
        "",
        "٢٠٢٦-٠٢-٠٨",
        "2026-0２-08",
        "2026‑02‑08",
    ],
)
def test_other_spellings_of_a_day_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^a day is written like 2024-03-15, not ") as refused:
        parse_day(text)
    assert str(refused.value) == f"a day is written like 2024-03-15, not {text!r}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2023-02-29", "there is no such day as 2023-02-29"),
        ("2023-02-30", "there is no such day as 2023-02-30"),
        ("2100-02-29", "there is no such day as 2100-02-29"),
        ("2023-04-31", "there is no such day as 2023-04-31"),
        ("2023-00-01", "there is no such day as 2023-00-01"),
        ("2023-13-01", "there is no such day as 2023-13-01"),
        ("2023-01-00", "there is no such day as 2023-01-00"),
        ("0000-01-01", "the year 0000 in '0000-01-01' is outside 1945-2200"),
        ("0001-01-01", "the year 0001 in '0001-01-01' is outside 1945-2200"),
        ("1944-12-31", "the year 1944 in '1944-12-31' is outside 1945-2200"),
        ("2201-01-01", "the year 2201 in '2201-01-01' is outside 1945-2200"),
        ("9999-12-31", "the year 9999 in '9999-12-31' is outside 1945-2200"),
    ],
)
def test_days_that_do_not_exist_are_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"^the") as refused:
        parse_day(text)
    assert str(refused.value) == message
    with pytest.raises(ValueError, match=r"^the") as in_term:
        parse_term(f"{text}/2024-01-01")
    assert str(in_term.value) == message


def test_the_first_and_the_last_day_that_are_read() -> None:
    assert parse_day("1945-01-01") == date(1945, 1, 1)
    assert parse_day("2200-12-31") == date(2200, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "2024/2025",
        "2024-03/2026-02-28",
        "2024-03-15/2026-02",
        "2024/2026-02",
        "2024-2026/2027",
        "2024-03-15/2026-03-14/2027-01-01",
        "2024-03-15",
        "2024-03",
        "2024",
        "2024-03-15 / 2026-03-14",
        "2024 - 2025",
        "2024-2025 ",
        "2024–2025",
        "2024-25",
        "/2025-01-01",
        "2024-01-01/",
        "/",
        "",
        "20240315/20260314",
        "2024-W09/2026-W09",
        "٢٠٢٤-٢٠٢٥",
        "2024-3/2026-2",
        "2024-2025\n",
        "P2Y",
    ],
)
def test_other_spellings_of_a_term_and_mixed_precision_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^a term is written like ") as refused:
        parse_term(text)
    assert str(refused.value) == f"a term is written like {FORMS}, not {text!r}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0000-2024", "the year 0000 in '0000-2024' is outside 1945-2200"),
        ("2024-9999", "the year 9999 in '2024-9999' is outside 1945-2200"),
        ("1944-12/2024-01", "the year 1944 in '1944-12/2024-01' is outside 1945-2200"),
        ("2024-01/2201-01", "the year 2201 in '2024-01/2201-01' is outside 1945-2200"),
        ("2024-00/2024-05", "there is no such day as 2024-00-01"),
        ("2024-01/2024-13", "there is no such day as 2024-13-01"),
        ("2024-01-01/2023-02-30", "there is no such day as 2023-02-30"),
    ],
)
def test_terms_of_days_that_do_not_exist_are_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"^the") as refused:
        parse_term(text)
    assert str(refused.value) == message


@given(st.text("0123456789-/ W٢", max_size=24))
@settings(max_examples=500, deadline=None)
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(text: str) -> None:
    for parse in (parse_day, parse_term):
        try:
            read = parse(text)
        except ValueError as error:
            assert str(error)  # noqa: PT017  # both ways are right; what matters is that no other error comes
        else:
            assert str(read) == text


@given(days, st.integers(1, 5))
@settings(deadline=None)
def test_an_anniversary_is_never_before_that_of_the_day_before(day: date, years: int) -> None:
    if day > date(1945, 1, 1):
        assert anniversary(day_before(day), years) <= anniversary(day, years)
    assert anniversary(day, 0) == day


@given(days)
@settings(deadline=None)
def test_the_day_after_and_the_day_before_undo_each_other(day: date) -> None:
    assert day_before(next_day(day)) == day == next_day(day_before(day))
    assert next_day(day) - day == timedelta(days=1)


@given(spans(), spans(), days)
@settings(max_examples=500, deadline=None)
def test_a_day_is_shared_when_both_spans_cover_it(one: Span, other: Span, day: date) -> None:
    shared = one.shared(other)
    assert shared == other.shared(one)
    for probe in (day, one.start, other.start, one.end, other.end):
        if probe is not None:
            both = one.covers(probe) and other.covers(probe)
            assert both is (shared is not None and shared.covers(probe))


@given(spans(), st.none() | days, days)
@settings(max_examples=500, deadline=None)
def test_what_is_left_after_a_day_covers_exactly_the_later_days(span: Span, last: date | None, day: date) -> None:
    left = span.after(last)
    if last is None:
        assert left is None
        return
    for probe in (day, span.start, last, next_day(last), span.end):
        if probe is not None:
            assert (left is not None and left.covers(probe)) is (span.covers(probe) and probe > last)


@given(spans())
@settings(deadline=None)
def test_a_span_covers_both_its_ends_and_no_day_beyond(span: Span) -> None:
    assert span.covers(span.start)
    assert not span.covers(day_before(span.start))
    if span.end is None:
        assert span.covers(date(9999, 12, 31))
    else:
        assert span.covers(span.end)
        assert not span.covers(next_day(span.end))


@given(spans())
@settings(deadline=None)
def test_a_span_shares_all_of_itself_with_itself(span: Span) -> None:
    assert span.shared(span) == span
    assert span.shared(Span(span.start, None)) == span
    assert span.after(day_before(span.start)) == span


def test_spans_that_meet_on_one_day_share_that_day() -> None:
    day = date(2026, 1, 1)
    assert Span(date(2024, 1, 1), day).shared(Span(day, None)) == Span(day, day)
    assert Span(date(2024, 1, 1), day_before(day)).shared(Span(day, None)) is None


def test_nothing_is_left_after_the_last_day() -> None:
    span = Span(date(2024, 1, 1), date(2025, 12, 31))
    assert span.after(date(2025, 12, 31)) is None
    assert span.after(date(2025, 12, 30)) == Span(date(2025, 12, 31), date(2025, 12, 31))


def test_spans_are_printed_with_or_without_an_end() -> None:
    assert str(Span(date(2024, 1, 1), date(2025, 12, 31))) == "2024-01-01 to 2025-12-31"
    assert str(Span(date(2023, 8, 22), None)) == "from 2023-08-22"


SHORTEST = {
    "2024-2025": "2024-2025",
    "2024-01/2025-12": "2024-2025",
    "2024-01-01/2025-12-31": "2024-2025",
    "2024-02-01/2024-02-29": "2024-02/2024-02",
    "2024-02-01/2024-02-28": "2024-02-01/2024-02-28",
    "2024-03/2026-02": "2024-03/2026-02",
    "2024-03-15/2026-03-14": "2024-03-15/2026-03-14",
    "2025-2024": "2025-2024",
}


@pytest.mark.parametrize("text", SHORTEST)
def test_the_shortest_form_of_the_same_days(text: str) -> None:
    found = shortest(parse_term(text))
    assert found == SHORTEST[text]
    assert parse_term(found).span == parse_term(text).span
