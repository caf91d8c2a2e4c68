"""The last day of a request."""

from datetime import date

from cicareg.records.meeting import Decision
from cicareg.terms import day_before


def last_day(decision: Decision) -> date | None:
    """Give the last day on which a request can be met in time: `before` is exclusive, `by` is not."""
    return day_before(decision.before) if decision.before else decision.by
