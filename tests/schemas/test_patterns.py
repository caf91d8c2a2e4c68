"""Patterns say of a day, a term or a citation what the program says of it."""

import re
from itertools import product

import pytest

from cicareg.dates import parse_dates
from cicareg.schemas import patterns
from cicareg.terms import parse_day, parse_term


def fits(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.ASCII) is not None


def reads(parse: object, text: str) -> bool:
    assert callable(parse)
    try:
        parse(text)
    except ValueError:
        return False
    return True


def test_every_day_from_1943_to_2202_fits_where_it_is_one() -> None:
    for year, month, day in product(range(1943, 2203), (0, 1, 2, 4, 6, 9, 11, 12, 13), (0, 1, 28, 29, 30, 31, 32)):
        text = f"{year}-{month:02}-{day:02}"
        assert fits(patterns.DAY, text) == reads(parse_day, text), text


def test_every_day_of_a_year_fits() -> None:
    for year, month, day in product((2023, 2024), range(14), range(33)):
        text = f"{year}-{month:02}-{day:02}"
        assert fits(patterns.DAY, text) == reads(parse_day, text), text


@pytest.mark.parametrize(
    "text",
    [
        *("2024-2025", "2024-03/2026-02", "2024-03-15/2026-03-14", "2025-2024", "1945-2200", "1944-2024", "2024-2201"),
        *("2024", "2024-25", "2024/2025", "2024-13/2026-02", "2024-00/2026-02", "2024-02-30/2026-02-27", "2024-2025 "),
        *("2024-03/2026-02-28", "2024-02-29/2026-02-28", "2023-02-29/2026-02-28", "x2024-2025", "", "2 years"),
    ],
)
def test_a_term_fits_where_it_is_one(text: str) -> None:
    assert fits(patterns.TERM, text) == reads(parse_term, text)


@pytest.mark.parametrize(
    "text",
    [
        *("2024", "2024-03", "2024-03-15", "2024-03-15/2024-03-17", "2024-02-29", "1945", "2200", "1944", "2201"),
        *("2024-13", "2024-00", "2023-02-29", "2024-03/2024-04", "2024-03-15/", "15.03.2024", "20240315", "", "2024 "),
    ],
)
def test_dates_fit_where_they_are_dates(text: str) -> None:
    assert fits(patterns.DATES, text) == reads(parse_dates, text)


@pytest.mark.parametrize(
    ("pattern", "fitting", "others"),
    [
        (
            f"^{patterns.meeting(patterns.one_of(('soc', 'mc')))}$",
            ["soc-2023-08-22", "mc-2023-09-21-2", "mc-2023-09-21-10", "mc-2023-09-21-99"],
            ["swg-2023-08-22", "soc", "soc-2023-08", "soc-2023-08-22-1", "soc-2023-08-22-100", "soc-2023-08-22/4"],
        ),
        (
            f"^{patterns.source(patterns.one_of(('doc-1016', 'press')))}$",
            ["press", "doc-1016 p. 3", "doc-1016 draft decision on Modalities 2.4"],
            ["pres", "press ", "press\u00a0p. 3", "doc-1016, p. 3", "x press"],
        ),
        (
            patterns.DEMAND,
            ["modalities/1.10/two-years", "charter/3/a"],
            ["modalities/1.10", "modalities", "modalities/1./a", "/1/a"],
        ),
    ],
)
def test_citations(pattern: str, fitting: list[str], others: list[str]) -> None:
    assert [text for text in fitting if not fits(pattern, text)] == []
    assert [text for text in others if fits(pattern, text)] == []


def test_no_pattern_uses_what_some_dialect_lacks() -> None:
    every = [patterns.DAY, patterns.DATES, patterns.TERM, patterns.DEMAND, patterns.meeting("a"), patterns.source("a")]
    for pattern in every:
        assert not re.search(r"\(\?[^:]|\\[dwbDWB]", pattern)
