"""The sentences by which a decision would make one list another: plain data for the template `amendments.html`.

A post is named in quotes and a holder as the list prints it, so that no sentence needs a case that a name lacks.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cicareg.annexes.ends import Ends, entries, entry_of, is_whole, name_of
from cicareg.annexes.voice import Data, Voice
from cicareg.differences.difference import HolderChange
from cicareg.differences.finding import post_difference
from cicareg.picture import Seat, Stand
from cicareg.terms import ROLES, Role, parse_term


def amendments_data(voice: Voice, ends: Ends) -> Data:
    """Give what the template prints: one amendment a change, in the order of the list."""
    ends.refuse_unread()
    found = [
        {**amendment, "area": _area(voice, both)} for both in ends.seats() for amendment in _amendments(voice, *both)
    ]
    columns = {"coordinator": voice.words.columns.coordinator, "co-coordinator": voice.words.columns.co_coordinator}
    return {
        "amendments": [{**one, "marker": f"{number}."} for number, one in enumerate(found, start=1)],
        "columns": columns,
        "quotes": list(voice.words.quotes),
        "translations": voice.translations,
    }


def _area(voice: Voice, both: tuple[Seat | None, Seat | None]) -> Mapping[str, Any]:
    """Give a post as it is called before the amendment: where it is new, as it will be."""
    seat = next(seat for seat in both if seat)
    return {"number": seat.fact("number") or "", "name": name_of(voice, seat), "is_dimension": is_whole(seat)}


def _amendments(voice: Voice, before: Seat | None, after: Seat | None) -> Iterator[dict[str, Any]]:
    if before is None and after is not None:
        yield {"kind": "added"}
    if before is not None and after is None:
        yield {"kind": "removed"}
        return
    if before is not None and after is not None:
        yield from _facts(voice, before, after)
    found = post_difference(before, after, (after or before or Seat("")).area)
    if found is not None:
        yield from (_holder(voice, change) for change in found.holders)
        yield from _orders(voice, found.holders, before, after)


def _facts(voice: Voice, before: Seat, after: Seat) -> Iterator[dict[str, Any]]:
    number = after.fact("number") or ""
    if number and before.fact("number") != number:
        yield {"kind": "renumbered", "number": number}
    name = name_of(voice, after, before)
    if name_of(voice, before, after) != name:
        yield {"kind": "renamed", "name": name}


def _holder(voice: Voice, change: HolderChange) -> dict[str, Any]:
    """Give what became of a holder: its state, and its entry in which column before and after."""
    state = next(stand.state for stand in (change.after, change.before) if stand)
    sides = {"before": _stand(voice, change.before), "after": _stand(voice, change.after)}
    return {"kind": change.kind, "state": voice.state(state), **sides}


def _stand(voice: Voice, stand: Stand | None) -> dict[str, Any] | None:
    if stand is None:
        return None
    term = voice.term(parse_term(stand.term) if stand.term else None)
    return {"role": stand.role, "acting": stand.acting, "term": term, "entry": entry_of(voice, stand)}


def _orders(
    voice: Voice, changes: tuple[HolderChange, ...], before: Seat | None, after: Seat | None
) -> Iterator[dict[str, Any]]:
    """Yield the order of a column, where the other amendments of its post do not bring it about."""
    for role in ROLES:
        made = list(before.of(role)) if before else []
        for change in changes:
            _amend(made, change, role)
        wanted = list(after.of(role)) if after else []
        if made != wanted:
            yield {"kind": "order", "role": role, "entries": entries(voice, wanted)}


def _amend(holders: list[Stand], change: HolderChange, role: Role) -> None:
    """Do to a column what a sentence says: what is replaced keeps its place, what is added is the last."""
    gone = change.before if change.before and change.before.role == role else None
    come = [change.after] if change.after and change.after.role == role else []
    if gone is not None:
        at = holders.index(gone)
        holders[at : at + 1] = come
    else:
        holders += come
