"""The record of an event from what was said of it: checked as a record is, and compared with what is on record."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from cicareg.changes.change import refused
from cicareg.changes.keys import keys_of
from cicareg.dates import Dates, parse_dates
from cicareg.editing import Append, Edit, EditError, Put
from cicareg.editing.scalars import checked
from cicareg.errors import UsageError
from cicareg.reading import Entry
from cicareg.records.event import ONWARDS, UNSETTLED, Event
from cicareg.shape import misfits

_HELP = "cicareg event --help"


def event_of(data: Mapping[str, Any]) -> Event:
    """Give the event that data make; what does not fit is wrong usage, of the option that bears the key."""
    _refuse_unwritable(data, "")
    try:
        return Event.model_validate(data)
    except ValidationError as error:
        wrong = next(misfits(error, data, Event))
        key = next((str(step) for step in wrong.path if str(step) in data), "")
        raise UsageError(f"--{key}: {wrong.message}" if key else wrong.message, hint=_HELP) from None


def _refuse_unwritable(value: Any, key: str) -> None:
    """Refuse a text with a character that no file may hold."""
    if isinstance(value, Mapping):
        for name, held in value.items():
            _refuse_unwritable(held, key or name)
    elif isinstance(value, list | tuple):
        for held in value:
            _refuse_unwritable(held, key)
    elif isinstance(value, str):
        try:
            checked(value)
        except EditError as error:
            raise UsageError(f"--{key}: {error}", hint="type it anew, without that character") from None


def added(entry: Entry[Event], held: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[Edit]:
    """Yield the edits that add to an event on record what is said of it; what contradicts the past is refused.

    `held` are the data of its file.
    """
    for key, value in said.items():
        if isinstance(value, list):
            have = held.get(key, [])
            yield from (Append((key,), each, keys_of(Event)) for each in value if not _holds(have, each))
        elif isinstance(value, Mapping):
            yield from _text(entry, key, held.get(key), value)
        elif key not in held or str(held[key]) != str(value):
            if key in held and not _may_become(entry.record, key, value):
                raise _other(entry, key, held[key])
            yield Put((key,), value, keys_of(Event))


def _text(entry: Entry[Event], key: str, held: Any, said: Mapping[str, str]) -> Iterator[Edit]:
    """Add a text in further languages, or another place of an event to come."""
    if held is None:
        yield Put((key,), dict(said), keys_of(Event))
        return
    known = held if isinstance(held, Mapping) else {"en": held}
    if any(known.get(lang, text) != text for lang, text in said.items()) and not _may_become(entry.record, key, said):
        raise _other(entry, key, next(known[lang] for lang, text in said.items() if known.get(lang, text) != text))
    if not said.items() <= known.items():
        yield Put((key,), {**known, **said}, keys_of(Event))


def _holds(have: Any, value: Any) -> bool:
    """Tell whether a list has a value; a text alone is one in English."""
    alone = value.get("en") if isinstance(value, Mapping) and len(value) == 1 else None
    return isinstance(have, list) and (value in have or (alone is not None and alone in have))


def _may_become(event: Event, key: str, value: Any) -> bool:
    """Tell whether a fact of the event may become another: what was planned becomes what was done."""
    if key == "status":
        return value in ONWARDS.get(event.status, ())
    if key in UNSETTLED:
        return event.status in ONWARDS or (key == "moved-to" and _within(value, event.moved_to))
    return key == "dates" and _within(value, event.dates)


def _within(said: str, held: Dates | None) -> bool:
    """Tell whether dates say the same more exactly."""
    return held is not None and parse_dates(said).within(held)


def _other(entry: Entry[Event], key: str, held: Any) -> Exception:
    if key == "status":
        return refused(
            f"{entry.id} is on record as {held}: what was done is not planned anew",
            hint="cicareg correct changes what was recorded wrongly",
        )
    hint = "cicareg correct changes what was recorded wrongly"
    if key == "dates":
        hint = "--status postponed --moved-to DATES for an event that slipped; cicareg correct for a mistake"
    another = "other dates" if key == "dates" else f"another {key}"
    return refused(f"{entry.id} is on record with {another}: {held}", hint=hint)
