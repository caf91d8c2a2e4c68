"""A commit as a moment of the register: what was on record then."""

from datetime import date, timedelta
from typing import NamedTuple

_FIRST = date(1970, 1, 1)
_DAY = 24 * 60 * 60
_MOST = (date.max - _FIRST).days


def day_of(seconds: int) -> date:
    """Give the day (UTC) of a moment in seconds since 1970; of one beyond all days, which may be claimed, the last."""
    return _FIRST + timedelta(days=min(max(seconds, 0) // _DAY, _MOST))


class Moment(NamedTuple):
    """A commit by its id, with the day (UTC) on which it was made."""

    commit: str
    day: date

    def __str__(self) -> str:
        """Give `3f2a1c9d04 of 2023-08-30`."""
        return f"{self.commit[:10]} of {self.day}"
