"""Take back that an event was put on record: no file goes, but it is in no plan and to take place no more."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from cicareg.changes.change import refused
from cicareg.changes.correcting import correction
from cicareg.changes.keys import keys_of
from cicareg.editing import Edit, Put, Remove
from cicareg.kinds import kind_at
from cicareg.records.event import KIND, Event

_GONE = "cancelled"
_DIGEST = "="  # before the digest of an event: no key begins so


def is_event(path: str) -> bool:
    """Tell whether a file holds an event."""
    found = kind_at(path)
    return found is not None and found[0] is KIND


def made_of(path: str, data: Mapping[str, Any]) -> str:
    """Tell of a file that an act made: its path, the keys that it wrote, and of an event a digest of what they said."""
    digest = (f"{_DIGEST}{_digest(data, data)}",) if is_event(path) else ()
    return " ".join((path, *data, *digest))


def taken_out(path: str, data: Mapping[str, Any], left: Collection[str], why: str, source: str) -> Iterator[Edit]:
    """Yield the edits that take an event out of its plan and mark it as cancelled, with corrections that say why.

    `left` is what the act is told to have left: see `made_of`.
    """
    _refuse_altered(path, data, left)
    yield correction(path, "status", data.get("status", "planned"), why, source)
    yield Put(("status",), _GONE, keys_of(Event))
    for key in ("plan", "moved-to", "answers"):
        if key in data:
            yield correction(path, key, data[key], why, source)
            yield Remove((key,))


def _refuse_altered(path: str, data: Mapping[str, Any], left: Collection[str]) -> None:
    """Refuse what a later act altered; what it added where nothing stood is no reason to keep the event."""
    keys = [key for key in left if not key.startswith(_DIGEST)]
    status = data.get("status", "planned")
    if status != "planned" and "status" not in keys:
        altered = f"the event is on record as {status}"
    elif len(keys) < len(left) and f"{_DIGEST}{_digest(data, keys)}" not in left:
        altered = "the event was changed since"
    else:
        return
    raise refused(f"{path} is no longer as that act left it: {altered}", hint="a later act may have to be undone first")


def _digest(data: Mapping[str, Any], keys: Collection[str]) -> str:
    """Give a few digits that tell what some keys say from what they said before."""
    said = json.dumps({key: data.get(key) for key in keys}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def is_taken_out(data: Mapping[str, Any], source: str) -> bool:
    """Tell whether an event was taken back by an undo with this source."""
    corrections = data.get("corrections")
    told = [entry for entry in corrections if isinstance(entry, dict)] if isinstance(corrections, list) else []
    return any(entry.get("source") == source for entry in told)


def told_of(path: str) -> str:
    """Say what becomes of an event that is taken back."""
    found = kind_at(path)
    return f"the event {found[1] if found else path} was put on record by that act: it stays there as cancelled"
