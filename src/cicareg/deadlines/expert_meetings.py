"""Events that deal with a document: expert meetings."""

from collections.abc import Collection
from datetime import date

from cicareg.deadlines.duty import Met
from cicareg.records.event import Event
from cicareg.registry import Registry


def expert_meeting(registry: Registry, documents: Collection[str], since: date) -> Met | None:
    """Give the first event since a day that deals with one of these documents, or None.

    One that was cancelled, or postponed without a new date, is none.
    """
    events = [entry for id_ in documents for entry in registry.stating(Event, "document", id_)]
    found = [
        (entry.record.when.start, entry.id)
        for entry in events
        if entry.record.when.start >= since and not _off(entry.record)
    ]
    day, id_ = min(found, default=(None, ""))
    return Met(id_, day) if day else None


def _off(event: Event) -> bool:
    return event.status == "cancelled" or (event.status == "postponed" and event.moved_to is None)
