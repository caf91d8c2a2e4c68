"""Whether a state serves on a post in its other role."""

import datetime as dt

import pytest

from cicareg.questions.other_role import days_of, other_role
from cicareg.terms import Role, Span
from tests.support import loaded

ICE, FISH, PEOPLE = "ice", "fish", "people"
NEXT = Span(dt.date(2026, 1, 1), dt.date(2027, 12, 31))
LAST_DAY = Span(dt.date(2025, 12, 31), dt.date(2027, 12, 30))


@pytest.mark.parametrize(
    ("area", "state", "role", "days", "found"),
    [
        (FISH, "XCC", "coordinator", NEXT, "co-coordinator"),  # whose tenure states no term
        (FISH, "XBB", "co-coordinator", NEXT, "coordinator"),
        (FISH, "XBB", "coordinator", NEXT, None),
        (FISH, "XDD", "coordinator", NEXT, None),
        (ICE, "XBB", "coordinator", NEXT, None),  # its term is over
        (ICE, "XBB", "coordinator", LAST_DAY, "co-coordinator"),
        (PEOPLE, "XBB", "coordinator", NEXT, None),  # nobody is on record
    ],
)
def test_other_role(area: str, state: str, role: Role, days: Span, found: str | None) -> None:
    assert other_role(loaded({}).registry, area, (state, role), days) == found


def test_a_tenure_without_a_term_runs_from_its_decision() -> None:
    assert days_of(None, dt.date(2025, 6, 3)) == Span(dt.date(2025, 6, 3), None)
    assert days_of(NEXT, dt.date(2025, 6, 3)) == NEXT
