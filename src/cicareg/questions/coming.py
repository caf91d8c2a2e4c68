"""A meeting to come: on record with its agenda, or known by its id alone."""

import re
from datetime import date
from typing import NamedTuple

from cicareg.errors import CicaregError, UsageError
from cicareg.names import did_you_mean
from cicareg.questions.posts import top
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry
from cicareg.terms import parse_day

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:-[1-9]\d?)?", re.ASCII)


class Coming(NamedTuple):
    """A meeting: its organ, its first day and the day that it bears, and its record where there is one."""

    id: str
    organ: str
    first: date
    day: date
    record: Meeting | None


def coming(registry: Registry, id_: str) -> Coming:
    """Give a meeting by its id; UsageError where it is neither on record nor named by an organ and a day."""
    entry = registry.get(Meeting, id_)
    if entry is not None:
        if entry.record.held is False:
            raise UsageError(f"{id_} was not held: nothing is before it", hint="name the meeting that takes its place")
        return Coming(id_, entry.record.organ, entry.record.began or entry.record.date, entry.record.date, entry.record)
    if registry.broken(Meeting, id_):
        raise CicaregError(f"the record of {id_} has errors", hint="cicareg validate shows them")
    found = named(registry, id_)
    if found is None:
        organs = ", ".join(top(registry).organs)
        hint = f"one to come is ORGAN-DATE, such as soc-2025-12-17; organs here: {organs}"
        raise UsageError(f"no meeting {id_} on record{did_you_mean(id_, registry.ids(Meeting))}", hint=hint)
    organ, day = found
    return Coming(id_, organ, day, day, None)


def named(registry: Registry, id_: str) -> tuple[str, date] | None:
    """Give the organ and the day that the id of a meeting says, None where it says no organ on record."""
    for organ in top(registry).organs:
        match = _DAY.fullmatch(id_.removeprefix(f"{organ}-"))
        if match and id_.startswith(f"{organ}-"):
            try:
                return organ, parse_day(match[1])
            except ValueError as error:
                raise UsageError(str(error)) from None
    return None


def last_before(registry: Registry, organ: str, day: date) -> date | None:
    """Give the day of the last meeting of an organ that was held before a day, or None."""
    meetings = (entry.record for entry in registry.of(Meeting) if entry.record.organ == organ)
    return max((m.date for m in meetings if m.held is not False and m.date < day), default=None)
