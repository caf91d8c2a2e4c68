"""Dates as people write them, `15-17.03.2024`, as a register does."""

import re
from datetime import date

from cicareg.dates import DATE_FORMS, Dates, parse_dates

WRITTEN = "15.03.2024, 15-17.03.2024, 28.02-01.03.2024 or 03.2024"
_DASH = r"\s*[-\u2010-\u2015\u2212]\s*"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})",
        rf"(?P<d>\d{{1,2}}){_DASH}(?P<e>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>\d{{4}})",
        rf"(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}}){_DASH}(?P<e>\d{{1,2}})\.(?P<n>\d{{1,2}})\.(?P<y>\d{{4}})",
        rf"(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>\d{{4}}){_DASH}(?P<e>\d{{1,2}})\.(?P<n>\d{{1,2}})\.(?P<z>\d{{4}})",
        r"(?P<m>\d{1,2})\.(?P<y>\d{4})",
    )
)
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}", re.ASCII)


def dates_written(text: str) -> Dates:
    """Read dates in a form of the register or with points; ValueError says what is wrong with them."""
    text = text.strip()
    if _SLASHED.fullmatch(text):
        raise ValueError(f"{text!r} may be read in two ways: write the month as in {WRITTEN}")
    for form in _FORMS:
        if match := form.fullmatch(text):
            return parse_dates(_iso(text, {key: int(value) for key, value in match.groupdict().items()}))
    try:
        return parse_dates(text)
    except ValueError as error:
        if DATE_FORMS in str(error):
            raise ValueError(f"dates are written like {DATE_FORMS}; or {WRITTEN}; not {text!r}") from None
        raise


def _iso(text: str, parts: dict[str, int]) -> str:
    """Put the parts of a form together: d is the first day, e the last, m and n their months, y and z their years."""
    year, month = parts["y"], parts["m"]
    if "d" not in parts:
        return f"{year}-{month:02}"
    first = _day(text, year, month, parts["d"])
    if "e" not in parts:
        return str(first)
    return f"{first}/{_day(text, parts.get('z', year), parts.get('n', month), parts['e'])}"


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no such day as {day:02}.{month:02}.{year} in {text!r}") from None
