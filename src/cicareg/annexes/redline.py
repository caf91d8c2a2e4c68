"""The list with what is gone struck and what is new underlined: plain data for the template `redline.html`."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from cicareg.annexes.ends import Ends, dimension_of, end_data, entries, is_whole, name_of
from cicareg.annexes.voice import Data, Voice
from cicareg.picture import Seat
from cicareg.terms import Role

_Both = tuple[Seat | None, Seat | None]
_Lines = list[dict[str, str]]


def redline_data(voice: Voice, ends: Ends) -> Data:
    """Give what the template prints: what both ends are, and each dimension with its posts and their marked lines."""
    ends.refuse_unread()
    seats = ends.seats()
    dimensions = [_dimension(voice, list(found)) for _, found in groupby(seats, key=_dimension_number)]
    return {
        "before": end_data(voice, ends.before),
        "after": end_data(voice, ends.after),
        "dimensions": dimensions,
        "columns": voice.words.columns.model_dump(),
        "differs": any(line["mark"] for one in dimensions for post in one["posts"] for line in post["all"]),
        "translations": voice.translations,
    }


def _number(both: _Both) -> str:
    return next((seat.fact("number") or "" for seat in reversed(both) if seat), "")


def _dimension_number(both: _Both) -> str:
    return _number(both).partition(".")[0]


def _dimension(voice: Voice, seats: Sequence[_Both]) -> Mapping[str, Any]:
    number = _dimension_number(seats[0])
    posts = [_post(voice, both) for both in seats]
    return {"number": number, "name": dimension_of(voice, number), "posts": posts}


def _post(voice: Voice, both: _Both) -> Mapping[str, Any]:
    numbers = [[_own_number(seat)] if seat else [] for seat in both]
    names = [[name_of(voice, seat, *both)] if seat else [] for seat in both]
    whole = is_whole(next(seat for seat in reversed(both) if seat))
    found: dict[str, _Lines] = {
        "number": [] if whole else list(_lines(*numbers)),
        "name": [] if whole else list(_lines(*names)),
        "coordinators": _holders(voice, both, "coordinator"),
        "co_coordinators": _holders(voice, both, "co-coordinator"),
    }
    return {**found, "all": [line for lines in found.values() for line in lines]}


def _own_number(seat: Seat) -> str:
    return (seat.fact("number") or "").partition(".")[2]


def _holders(voice: Voice, both: _Both, role: Role) -> _Lines:
    before, after = (entries(voice, seat.of(role)) if seat else [] for seat in both)
    return list(_lines(before, after))


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the lines of a cell as it is, and between them those that it had."""
    for _, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = before[first:last] == after[start:end]
        yield from ({"text": line, "mark": ""} for line in before[first:last] if same)
        yield from ({"text": line, "mark": "gone"} for line in before[first:last] if not same)
        yield from ({"text": line, "mark": "new"} for line in after[start:end] if not same)
