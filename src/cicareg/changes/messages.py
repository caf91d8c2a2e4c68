"""What the history says of an act: a sentence, and trailers that tell a program all that was asked.

The trailers are `Decision`, `Departure` (one each), `Act`, `Arguments` (JSON) and `Operation`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cicareg.changes.change import Act, Change
from cicareg.changes.requests import acts, from_text, to_text

_TRAILER = re.compile(r"([A-Z][A-Za-z]*(?:-[A-Za-z]+)*): (.*)")


class Operation(NamedTuple):
    """An act as the history tells it: its id, what it was, what was asked, on which decision it rests."""

    id: str
    act: Act
    request: object
    decision: str | None = None
    departures: tuple[str, ...] = ()


def message(change: Change, act: Act, request: object, operation: str, note: str = "") -> str:
    """Give the message of a commit: the sentence, what the officer adds, the trailers."""
    parts = [change.subject, note.strip(), "\n".join(_trailers(change, act, request, operation))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _trailers(change: Change, act: Act, request: object, operation: str) -> Iterator[str]:
    if change.authority:
        yield f"Decision: {change.authority}"
    yield from (f"Departure: {departure}" for departure in change.departures)
    yield f"Act: {act.name}"
    yield f"Arguments: {to_text(request)}"
    yield f"Operation: {operation}"


def read(text: str) -> Operation | None:
    """Give the act that a commit tells of, or None where it is none of ours."""
    last = text.rstrip("\n").rpartition("\n\n")[2]
    pairs = [(match[1], match[2]) for line in last.split("\n") if (match := _TRAILER.fullmatch(line))]
    told = dict(pairs)
    act = acts().get(told.get("Act", ""))
    if act is None or "Operation" not in told:
        return None
    try:
        request = from_text(act, told.get("Arguments", ""))
    except ValueError:
        return None
    departures = tuple(value for key, value in pairs if key == "Departure")
    return Operation(told["Operation"], act, request, told.get("Decision"), departures)
