"""Record the events that states submitted, many at once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cicareg.changes.change import MANY, Act, Change, join, refused
from cicareg.changes.correcting import data_of
from cicareg.changes.event import path_for, put, refuse_id
from cicareg.changes.naming import states
from cicareg.changes.wording import added, event_of
from cicareg.editing import Edit
from cicareg.errors import UsageError
from cicareg.records.event import Event
from cicareg.registry import Registry


@dataclass(frozen=True, slots=True)
class Import:
    """The events, each as JSON of its id and its data."""

    events: tuple[str, ...]


def written(id_: str, data: Mapping[str, Any]) -> str:
    """Give an event as JSON, for a request."""
    return json.dumps([id_, data], ensure_ascii=False)


def plan(registry: Registry, asked: Import) -> Change:
    """Put each event on record; one that is there as it was submitted stays as it is."""
    events = [_read(text) for text in asked.events]
    parts = [_one(registry, id_, data) for id_, data in events]
    new = sum(bool(part) for part in parts)
    whose = dict.fromkeys(code for _, data in events for code in data.get("proposed-by", ()))
    by = f" submitted by {states(registry, tuple(whose))}" if whose else ""
    number = "1 event" if len(events) == 1 else f"{len(events)} events"
    known = f"{len(events) - new} of them on record already: {'it stays' if len(events) - new == 1 else 'they stay'}"
    remarks = (known,) if 0 < new < len(events) else ()
    return Change(f"Record {number}{by}", join(*parts), remarks=remarks)


def _one(registry: Registry, id_: str, data: Mapping[str, Any]) -> Mapping[str, Sequence[Edit]]:
    refuse_id(id_)
    event = event_of(data)
    path = registry.path_of(Event, id_)
    if path is None:
        return put(path_for(id_, event), data)
    entry = registry.get(Event, id_)
    if entry is None:
        raise refused(f"{path} has errors", hint="cicareg validate shows them: mend them first")
    return _further(path, tuple(added(entry, data_of(registry, path), data)))


def _further(path: str, edits: tuple[Edit, ...]) -> Mapping[str, Sequence[Edit]]:
    return {path: edits} if edits else {}


def _read(text: str) -> tuple[str, Mapping[str, Any]]:
    """Read an event that a history may hold; what is none is refused."""
    try:
        id_, data = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        raise UsageError("this is no event as an import writes it") from None
    if not isinstance(id_, str) or not isinstance(data, dict):
        raise UsageError("this is no event as an import writes it")
    return id_, data


ACT = Act("import", Import, plan, longest=MANY)
