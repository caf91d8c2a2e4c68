"""What falls due as a plain value: duties with their states and names, for people and programs."""

import datetime as dt
from typing import NamedTuple

from cicareg.finding import Citation


class DueLine(NamedTuple):
    """A duty on a day: its state, whom it is for, what, when, on what it rests, and what became of it.

    `who` is an id and `whose` the name of it; `number` and `area_name` say which area or dimension it is of.
    `because` says why it lapsed or does not apply.
    """

    id: str
    duty: str
    state: str
    who: str
    whose: str
    is_state: bool
    what: str
    area: str | None
    dimension: str | None
    number: str
    area_name: str
    since: dt.date | None
    by: dt.date | None
    after: dt.date | None
    decision: str | None
    about: str | None
    cites: Citation | None
    met_by: str | None
    met_on: dt.date | None
    because: str | None

    @property
    def day(self) -> dt.date | None:
        """Give its last day, or the day after which it is due."""
        return self.by or self.after


class Dues(NamedTuple):
    """The duties asked for on a day; `lines` are those shown, `others` those that only count among equal ones."""

    today: dt.date
    lines: tuple[DueLine, ...]
    others: tuple[DueLine, ...] = ()
