"""Take back what an act recorded, as far as that is still as the act left it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cicareg.changes.change import Act, Change, join, refused
from cicareg.changes.correcting import correction, data_of
from cicareg.changes.keys import keys_of
from cicareg.changes.undoing import Deed
from cicareg.editing import Append, Edit, Insert, Put, Remove, intended
from cicareg.kinds import kind_at
from cicareg.records.coordinators import KIND as COORDINATORS
from cicareg.registry import Registry


@dataclass(frozen=True, slots=True)
class Undo:
    """Which operation is taken back, what it did (each deed as JSON), and why."""

    operation: str
    subject: str
    deeds: tuple[str, ...]
    why: str


def written(deed: Deed) -> str:
    """Give a deed as JSON, for a request."""
    return json.dumps(list(deed), ensure_ascii=False)


def plan(registry: Registry, asked: Undo) -> Change:
    """Make the reverse of each deed, and leave a correction; what was changed since cannot be taken back."""
    change = Change(f"Undo: {asked.subject}")
    deeds = [Deed(*json.loads(text)) for text in asked.deeds]
    if not deeds:
        raise refused("this act added nothing that could be taken back")
    source = f"operation {asked.operation}"
    if all(_is_undone(data_of(registry, deed.path), deed, source) for deed in deeds):
        return change
    said = {deed.path: data_of(registry, deed.path) for deed in deeds}
    parts = []
    for deed in reversed(deeds):  # each on what those before it leave
        edits = tuple(_reverse(said[deed.path], deed, asked, source))
        said[deed.path] = intended(said[deed.path], edits)
        parts.append({deed.path: edits})
    found = (kind_at(deed.path) for deed in deeds)
    posts = tuple(dict.fromkeys(id_ for kind, id_ in filter(None, found) if kind is COORDINATORS))
    return change._replace(edits=join(*parts), posts=posts)


def _is_undone(data: dict[str, Any], deed: Deed, source: str) -> bool:
    """Tell whether a deed was taken back: that leaves a correction, but where only something returned."""
    if deed.now is None:
        held = data.get(deed.key)
        return deed.was in (held or ()) if deed.listed else deed.was == held
    return any(entry.get("source") == source for entry in data.get("corrections", ()))


def _reverse(data: dict[str, Any], deed: Deed, asked: Undo, source: str) -> Iterator[Edit]:
    if deed.now is not None:
        # first: a file is at no moment left without a key
        yield correction(deed.path, deed.key, deed.now, asked.why, source)
    if deed.listed:
        entries = data.get(deed.key, [])
        if deed.now is None:
            yield _returned(deed, entries)
            return
        if deed.now not in entries:
            raise refused(
                f"{deed.path} is no longer as that act left it: what it recorded in {deed.key} was changed since",
                hint="cicareg correct changes one fact; a later act may have to be undone first",
            )
        index = entries.index(deed.now)
        only = (deed.key,) if len(entries) == 1 else (deed.key, index)  # no empty list is left
        yield Remove(only) if deed.was is None else Put((deed.key, index), deed.was)
    else:
        if data.get(deed.key) != deed.now:
            raise refused(f"{deed.path} is no longer as that act left it: {deed.key} was changed since")
        yield Remove((deed.key,)) if deed.was is None else Put((deed.key,), deed.was)


def _returned(deed: Deed, entries: list[Any]) -> Edit:
    """Put an entry back where it stood."""
    if deed.at < len(entries):
        return Insert((deed.key, deed.at), deed.was)
    found = kind_at(deed.path)
    return Append((deed.key,), deed.was, keys_of(found[0].model) if found else ())


ACT = Act("undo", Undo, plan)
