"""What became of the facts of one record."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from cicareg.guarding.facts import CORRECTIONS, Data, facts_of, same, translated
from cicareg.guarding.growing import differences, is_grown
from cicareg.guarding.moving import moving
from cicareg.guarding.naming import called
from cicareg.guarding.pairing import pairs
from cicareg.records.base import Record
from cicareg.yaml_text import Step

_ORDERED = {"tenures": "in which they were decided", "decisions": "of the paper"}
_WITHOUT = " without a correction"


class Alteration(NamedTuple):
    """A fact that is gone or says something else: where it stands (or what held it), where it stood, how it was."""

    message: str
    new: tuple[Step, ...]
    old: tuple[Step, ...]
    was: Any


def alterations(old: Record, new: Record) -> Iterator[Alteration]:
    """Yield what was altered between two states of a record and no correction of the later one covers."""
    before, after = facts_of(old), facts_of(new)
    free = _corrections(before, after)
    moved = moving(old, new)
    for key, held in before.items():
        if key in moved and key in after:
            continue
        found = list(_of_key(key, held, after, translated(old)))
        if key != CORRECTIONS:  # what was put right and why is told for good
            found = [altered for altered in found if not _covered(free, key, altered.was)]
        if found and not (key != CORRECTIONS and isinstance(held, list) and _covered(free, key, held)):
            yield from found


def _of_key(key: str, held: Any, after: Data, ours: frozenset[str]) -> Iterator[Alteration]:
    if key not in after and not isinstance(held, list):
        yield Alteration(f"{key} is gone{_WITHOUT}", (), (key,), held)
    elif isinstance(held, list):
        yield from _of_list(key, held, after.get(key, []))
    elif isinstance(held, dict):
        official = {lang: text for lang, text in held.items() if lang not in ours}
        if said := "; ".join(differences(key, official, after[key])):
            yield Alteration(f"{key} is altered{_WITHOUT} ({said})", (key,), (key,), held)
    elif held != after[key]:
        yield Alteration(f"{key} is altered{_WITHOUT} (it was {held}, it is {after[key]})", (key,), (key,), held)


def _of_list(key: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Alteration]:
    paired = pairs(key, old, new, partial(is_grown, key))
    for position, entry in enumerate(old):
        like, place = paired.like[position], (key, position)
        if paired.kept[position] is not None:
            continue
        if like is None:
            yield Alteration(f"{called(key, entry)} is gone{_WITHOUT}", (key,), place, entry)
        else:
            said = "; ".join(differences(key, entry, new[like]))
            yield Alteration(f"{called(key, entry)} is altered{_WITHOUT} ({said})", (key, like), place, entry)
    if key in _ORDERED and not paired.is_ordered:
        yield Alteration(
            f"the {key} stand in another order than that {_ORDERED[key]}{_WITHOUT}", (key,), (key,), list(old)
        )


def _corrections(before: Data, after: Data) -> list[Data]:
    """Give the corrections that are new."""
    free = list(after.get(CORRECTIONS, ()))
    for known in before.get(CORRECTIONS, ()):
        if known in free:
            free.remove(known)
    return free


def _covered(free: list[Data], key: str, was: Any) -> bool:
    """Tell whether a new correction says how a fact was, and use it up."""
    for index, correction in enumerate(free):
        if correction["what"] == key and same(correction.get("was"), was):
            del free[index]
            return True
    return False
