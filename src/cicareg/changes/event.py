"""Record an event, or what became of one on record."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from cicareg.changes.change import Act, Change, join, refused
from cicareg.changes.correcting import data_of
from cicareg.changes.documents import texts
from cicareg.changes.keys import keys_of, stated
from cicareg.changes.naming import listed
from cicareg.changes.wording import added, event_of
from cicareg.editing import Edit, Put
from cicareg.errors import UsageError
from cicareg.kinds import kind_of, place_of
from cicareg.questions.naming import any_name
from cicareg.records import event as records
from cicareg.registry import Registry

_LONGEST = 120  # letters of a title, in the subject of a commit
_LISTS = ("areas", "dimensions", "organisers", "documents", "proposed-by", "answers")


@dataclass(frozen=True, slots=True)
class Event:
    """An event by its id, and what is said of it; of one on record, what is new.

    `title`, `purpose`, `concept`, `place` are `LANG=TEXT`, or a text in the register's first language.
    """

    id: str
    title: tuple[str, ...] = ()
    unofficial: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    concept: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    dates: str | None = None
    place: tuple[str, ...] = ()
    format: str | None = None
    organisers: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    plan: str | None = None
    documents: tuple[str, ...] = ()
    status: str | None = None
    moved_to: str | None = None
    proposed_by: tuple[str, ...] = ()
    submitted: str | None = None
    answers: tuple[str, ...] = ()
    restricted: bool = False
    source: str | None = None


def plan(registry: Registry, asked: Event) -> Change:
    """Put the event on record, or add to it; what was held stays as it is."""
    path = registry.path_of(records.Event, asked.id)
    said = said_of(registry, asked)
    return _new(asked.id, said) if path is None else _further(registry, path, asked.id, said)


def said_of(registry: Registry, asked: Event) -> Mapping[str, Any]:
    """Give what is said of the event as it is written."""
    lists = {key: list(getattr(asked, key.replace("-", "_"))) for key in _LISTS}
    of_texts = {key: texts(registry, getattr(asked, key), key) for key in ("title", "purpose", "concept", "place")}
    partners = [dict(texts(registry, (partner,), "partner")) for partner in asked.partners]
    said = stated(
        (
            *((key, value or None) for key, value in {**of_texts, **lists}.items()),
            ("unofficial", list(asked.unofficial) or None),
            ("dates", asked.dates),
            ("format", asked.format),
            ("partners", partners or None),
            ("plan", asked.plan),
            ("status", asked.status),
            ("moved-to", asked.moved_to),
            ("submitted", asked.submitted),
            ("restricted", asked.restricted or None),
            ("source", asked.source),
        )
    )
    return {key: said[key] for key in keys_of(records.Event) if key in said}


def path_for(id_: str, event: records.Event) -> str:
    """Give the path of the file of a new event."""
    before, _ = place_of(records.KIND)
    return f"{before}{event.dates.start.year}/{id_}.yaml"


def put(path: str, said: Mapping[str, Any]) -> Mapping[str, Sequence[Edit]]:
    """Give the edits that make the file of a new event; that it is planned needs no word."""
    written = {key: value for key, value in said.items() if (key, value) != ("status", "planned")}
    return {path: [Put((key,), value, keys_of(records.Event)) for key, value in written.items()]}


def refuse_id(id_: str) -> None:
    """Refuse what cannot be the id of an event."""
    if not re.fullmatch(kind_of(records.Event).id_pattern, id_, re.ASCII):
        hint = "an id is made of lower-case letters, digits and single hyphens"
        raise UsageError(f"{id_!r} cannot be the id of an event", hint=hint)


def _new(id_: str, said: Mapping[str, Any]) -> Change:
    refuse_id(id_)
    missing = [f"--{key}" for key in ("title", "dates") if key not in said]
    if missing:
        hint = f"a new one is recorded with {listed(missing)}; cicareg list events shows those on record"
        raise UsageError(f"no event {id_!r} on record", hint=hint)
    event = event_of(said)
    subject = f"Record event {id_}: {_title(event)}, {event.dates}"
    return Change(
        subject if event.status == "planned" else f"{subject} ({event.status})", join(put(path_for(id_, event), said))
    )


def _further(registry: Registry, path: str, id_: str, said: Mapping[str, Any]) -> Change:
    entry = registry.get(records.Event, id_)
    if entry is None:
        raise refused(f"{path} has errors", hint="cicareg validate shows them: mend them first")
    held = data_of(registry, path)
    edits = tuple(added(entry, held, said))
    after = event_of({**held, **{key: value for key, value in said.items() if not isinstance(value, list)}})
    return Change(_subject(id_, after, said), {path: edits} if edits else {})


def _subject(id_: str, after: records.Event, said: Mapping[str, Any]) -> str:
    if "status" in said and after.status != "planned":
        to = f" to {after.moved_to}" if after.status == "postponed" and after.moved_to else ""
        return f"Record that the event {id_} was {after.status}{to}: {_title(after)}"
    return f"Record more of the event {id_}: {listed(list(said)) if said else 'nothing new'}"


def _title(event: records.Event) -> str:
    return shorten(any_name(event.title), _LONGEST, placeholder=" …")


ACT = Act("event", Event, plan)
