"""Take back what an act recorded, as far as that is still as the act left it.

No file goes: a meeting that the act put on record, and of which nothing else is known, is marked as not held, and a
document that nothing else names as never received. An event that it put on record is taken out of its plan and marked
as cancelled.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cicareg.changes import unreceiving
from cicareg.changes.change import MANY, Act, Change, join, refused
from cicareg.changes.correcting import correction, data_of
from cicareg.changes.keys import keys_of
from cicareg.changes.resting import cited_by_others, label_of, less, stays, told
from cicareg.changes.taking_out import is_event, is_taken_out, taken_out, told_of
from cicareg.changes.undoing import Deed
from cicareg.changes.unreceiving import id_of, named_by, unreceived
from cicareg.editing import Append, Edit, EditError, Insert, Put, Remove, intended
from cicareg.kinds import kind_at
from cicareg.records.coordinators import KIND as COORDINATORS
from cicareg.records.meeting import KIND as MEETING
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry


@dataclass(frozen=True, slots=True)
class Undo:
    """Which operation is taken back, what it did (each deed as JSON), and why.

    `made` are the files that were not there before it, each with the keys that it wrote there (see `made_of`).
    `again` is the operation that took back an earlier undo of it.
    """

    operation: str
    subject: str
    deeds: tuple[str, ...]
    why: str
    made: tuple[str, ...] = ()
    again: str = ""


def source_of(operation: str, again: str = "") -> str:
    """Give what the corrections of an undo name as their source."""
    return f"operation {operation}, again after {again}" if again else f"operation {operation}"


def written(deed: Deed) -> str:
    """Give a deed as JSON, for a request."""
    return json.dumps(list(deed), ensure_ascii=False)


def plan(registry: Registry, asked: Undo) -> Change:
    """Make the reverse of each deed, and leave a correction; what was changed since cannot be taken back."""
    change = Change(f"Undo: {asked.subject}")
    made = {path: keys.split() for path, _, keys in (text.partition(" ") for text in asked.made)}
    events = {path: left for path, left in made.items() if is_event(path)}
    papers = {path: id_ for path in made if (id_ := id_of(path))}
    every = [deed for text in asked.deeds if (deed := Deed(*json.loads(text))).path not in (*events, *papers)]
    deeds = [deed for deed in every if not _is_taking_up(deed)] or every
    convened = [path for path in made if _is_meeting(path) and all(deed.path != path for deed in every)]
    if not deeds and not papers and not events and not convened:
        raise refused("this act added nothing that could be taken back")
    also = [deed.path for deed in every if deed not in deeds]
    deeds, staying, cited = _parted(registry, deeds)
    source = source_of(asked.operation, asked.again)
    naming = {path: named_by(registry, id_, deeds) for path, id_ in papers.items()}
    if not deeds and any(naming.values()):
        raise refused("; ".join(unreceiving.told(naming)), hint="what names it has to be taken back first")
    marks = join(
        unreceived(registry, naming, asked.why, source),
        _cancelled(registry, events, asked.why, source),
        _unheld(registry, convened, asked.why, source),
    )
    if not marks and all(_is_undone(data_of(registry, deed.path), deed, source) for deed in deeds):
        return change
    said = {deed.path: data_of(registry, deed.path) for deed in deeds}
    parts = []
    for deed in reversed(deeds):  # each on what those before it leave
        edits = tuple(_reverse(said[deed.path], deed, asked, source))
        said[deed.path] = _left(said[deed.path], deed, edits)
        parts.append({deed.path: edits})
    for deed in staying:
        parts.append({deed.path: tuple(less(data_of(registry, deed.path), deed, cited, asked.why, source))})
        said.setdefault(deed.path, data_of(registry, deed.path))
    made |= {path: [*said.get(path, ())] for path in also}
    kept = {path: _kept(said[path], keys) for path, keys in made.items() if path in said and _is_meeting(path)}
    parts += [{path: (Put(("held",), False, keys_of(Meeting)),)} for path, why in kept.items() if not why]
    found = (kind_at(deed.path) for deed in deeds)
    posts = tuple(dict.fromkeys(id_ for kind, id_ in filter(None, found) if kind is COORDINATORS))
    remarks = (*map(told, staying), *map(_told, kept, kept.values()), *unreceiving.told(naming), *map(told_of, events))
    return change._replace(edits=join(*parts, marks), posts=posts, remarks=remarks)


def _cancelled(
    registry: Registry, events: Mapping[str, Collection[str]], why: str, source: str
) -> Mapping[str, Sequence[Edit]]:
    """Take out the events that were not yet."""
    said = {path: data_of(registry, path) for path in events}
    return {
        path: tuple(taken_out(path, data, events[path], why, source))
        for path, data in said.items()
        if not is_taken_out(data, source)
    }


def _unheld(registry: Registry, paths: Sequence[str], why: str, source: str) -> Mapping[str, Sequence[Edit]]:
    """Mark meetings that were put on record without any item or decision, and have none since, as not held."""
    found = {path: data_of(registry, path) for path in paths}
    return {
        path: (correction(path, "held", True, why, source), Put(("held",), False, keys_of(Meeting)))
        for path, data in found.items()
        if data.get("held") is not False and not data.get("decisions")
    }


def _parted(registry: Registry, deeds: list[Deed]) -> tuple[list[Deed], list[Deed], Mapping[str, Collection[str]]]:
    """Part what is taken back from the paragraphs that stay, with what rests on those.

    Of an act that put nothing on a post nothing stays: what rests on it has to be undone first.
    """
    cited = cited_by_others(registry, deeds)
    staying = [deed for deed in deeds if stays(deed, cited)]
    going = [deed for deed in deeds if deed not in staying]
    if any(found is not None and found[0] is COORDINATORS for found in (kind_at(deed.path) for deed in going)):
        return going, staying, cited
    return deeds, [], cited


def _left(data: dict[str, Any], deed: Deed, edits: Sequence[Edit]) -> dict[str, Any]:
    try:
        return intended(data, edits)
    except EditError as error:
        raise refused(f"{deed.path} is no longer as that act left it: {error}") from None


def _is_taking_up(deed: Deed) -> bool:
    """Tell whether a deed only says again that a meeting was held: whether it still was, what is left in it tells."""
    return (deed.key, deed.was, deed.now) == ("held", False, None) and _is_meeting(deed.path)


def _is_meeting(path: str) -> bool:
    found = kind_at(path)
    return found is not None and found[0] is MEETING


def _kept(data: Mapping[str, Any], keys: Collection[str]) -> str:
    """Say what else speaks of a meeting that the act put on record; nothing where it goes with the act."""
    labels = [label_of(entry) for entry in data.get("decisions", ())]
    if labels:
        return f"decision {labels[0]} is in it"
    since = next((key for key in data if key not in keys and key != "corrections"), None)
    return f"its {since} was recorded since" if since else ""


def _told(path: str, why: str) -> str:
    meeting = path.rpartition("/")[2].removesuffix(".yaml")
    if why:
        return f"the meeting {meeting}, which that act put on record, stays there: {why}"
    return f"the meeting {meeting} was put on record by that act: it is marked as not held"


def _is_undone(data: dict[str, Any], deed: Deed, source: str) -> bool:
    """Tell whether a deed was taken back: that leaves a correction, but where only something returned."""
    held = data.get(deed.key)
    if deed.now is None:
        return deed.was in _entries(held) if deed.listed else deed.was == held
    entries = (entry for entry in _entries(data.get("corrections")) if isinstance(entry, dict))
    return any(entry.get("source") == source for entry in entries)


def _entries(held: Any) -> list[Any]:
    """Give the entries of a list; of what is none, none."""
    return held if isinstance(held, list) else []


def _reverse(data: dict[str, Any], deed: Deed, asked: Undo, source: str) -> Iterator[Edit]:
    if deed.now is not None:
        # first: a file is at no moment left without a key
        yield correction(deed.path, deed.key, deed.now, asked.why, source)
    if deed.listed:
        entries = _entries(data.get(deed.key))
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


ACT = Act("undo", Undo, plan, longest=MANY // 4)
