"""What stands in a calendar, as a plain value: what falls due, meets or takes place, with its days."""

import datetime as dt
from typing import Literal, NamedTuple

Firmness = Literal["confirmed", "tentative", "cancelled"]


class Slot(NamedTuple):
    """One or several whole days, both included.

    `id` stays the same whatever is corrected of the rest, so that a calendar moves what it has instead of adding
    to it. A month in which something is planned on a day not known yet is a tentative slot of that month.
    """

    id: str
    first: dt.date
    last: dt.date
    title: str
    details: str = ""
    place: str = ""
    firmness: Firmness = "confirmed"
    categories: tuple[str, ...] = ()


class Timetable(NamedTuple):
    """The slots of a body, as known on a day. `domain` tells its ids from those of other bodies."""

    title: str
    lang: str
    domain: str
    today: dt.date
    slots: tuple[Slot, ...]
