"""What an act did to the data of a file, so that it can be taken back."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Data = Mapping[str, Any]


class Deed(NamedTuple):
    """One thing that an act did: under which key of a file what stood there, and what stands there since.

    Of a list `was` and `now` are one entry each: None where there was none; `at` is the index of what is gone.
    """

    path: str
    key: str
    listed: bool
    was: Any
    now: Any
    at: int = 0


def deeds(path: str, before: Data | None, after: Data) -> Iterator[Deed]:
    """Yield what a commit did to a file. A file that it made keeps what is no list: it was not there to go back to."""
    old = before or {}
    for key in (*old, *(key for key in after if key not in old)):
        was, now = old.get(key), after.get(key)
        if was == now or key == "corrections":
            continue
        if isinstance(now, list) and isinstance(was, list | None):
            yield from _of_list(path, key, was or [], now)
        elif before is not None:
            yield Deed(path, key, False, was, now)


def _of_list(path: str, key: str, was: list[Any], now: list[Any]) -> Iterator[Deed]:
    """Pair what is gone with what came in its place; the rest came."""
    gone = [entry for entry in was if entry not in now]
    came = [entry for entry in now if entry not in was]
    for old in gone:
        new = next((entry for entry in came if _same(old, entry)), None)
        if new is not None:
            came.remove(new)
        yield Deed(path, key, True, old, new, was.index(old))
    for new in came:
        yield Deed(path, key, True, None, new)


def _same(old: Any, new: Any) -> bool:
    """Tell whether an entry is another with something added or changed: most of what it said, it says still."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    agreeing = [key for key, value in old.items() if new.get(key) == value]
    return len(agreeing) * 2 >= len(old)
