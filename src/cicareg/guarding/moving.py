"""Which facts of an event become others without a correction: what was planned becomes what was done."""

from cicareg.records.base import Record
from cicareg.records.event import ONWARDS, UNSETTLED, Event


def moving(old: Record, new: Record) -> frozenset[str]:
    """Give the keys that may say something else in a later state of a record; none of them may go."""
    if not isinstance(old, Event) or not isinstance(new, Event):
        return frozenset()
    keys = set[str]()
    if new.dates.within(old.dates):  # the same, said more exactly
        keys.add("dates")
    if old.moved_to and new.moved_to and new.moved_to.within(old.moved_to):
        keys.add("moved-to")
    if old.status in ONWARDS:
        keys |= UNSETTLED
        if new.status in ONWARDS[old.status]:
            keys.add("status")
    return frozenset(keys)
