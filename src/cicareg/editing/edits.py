"""What can be done to a record, and the same on plain data."""

from collections.abc import Sequence
from typing import Any, NamedTuple, NoReturn

from cicareg.yaml_text import Step, shown

Path = tuple[Step, ...]


class Append(NamedTuple):
    """Add an item at the end of a list; the list is made where its key is missing, in its place by `order`."""

    path: Path
    value: Any
    order: tuple[str, ...] = ()


class Insert(NamedTuple):
    """Add an item to a list before the one that the path names; a comment above that one stays with it."""

    path: Path
    value: Any


class Put(NamedTuple):
    """Set a key of a mapping, or replace an item of a list; a new key stands where `order` has it."""

    path: Path
    value: Any
    order: tuple[str, ...] = ()


class Remove(NamedTuple):
    """Take an item out of a list, or a key out of a mapping.

    What becomes empty stays, as `[]` or `{}`: whether the key may go too is for the caller to know, who then
    removes the key. The comments on the removed lines go with them; those above and below stay.
    """

    path: Path


Edit = Append | Insert | Put | Remove


class EditError(Exception):
    """A text cannot be edited so: what is wrong, and what to do by hand."""


def intended(data: dict[str, Any], edits: Sequence[Edit]) -> dict[str, Any]:
    """Give what the data are after the edits; the data given stay as they are."""
    for edit in edits:
        data = _done(data, edit.path, edit, edit.path)
    return data


def place(keys: Sequence[str], key: str, order: Sequence[str]) -> int:
    """Give the place of a new key among its siblings: after those before it in the order, else before the first."""
    if key in order:
        ranks = {name: rank for rank, name in enumerate(order)}
        before = [at for at, name in enumerate(keys) if ranks.get(name, len(order)) < ranks[key]]
        if before:
            return before[-1] + 1
        after = [at for at, name in enumerate(keys) if name in ranks]
        if after:
            return after[0]
    return len(keys)


def same(one: Any, other: Any) -> bool:
    """Tell whether two data are the same in value, type and order."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def named(path: Sequence[Step]) -> str:
    """Give a path as a person reads it; items are counted from 1."""
    words = (shown(step) if isinstance(step, str) else f"item {step + 1}" for step in path)
    return " / ".join(words) or "the top of the file"


def lost(path: Sequence[Step]) -> NoReturn:
    """Say that a path leads nowhere."""
    raise EditError(f"there is no {named(path)} to edit: look at the file as it is now")


def _done(data: Any, path: Sequence[Step], edit: Edit, whole: Path) -> Any:
    if not path:
        return _ended(data, edit)
    step = path[0]
    if isinstance(data, list) and type(step) is int and 0 <= step < len(data):
        if len(path) == 1 and isinstance(edit, Insert):
            return [*data[:step], edit.value, *data[step:]]
        rest = [] if len(path) == 1 and isinstance(edit, Remove) else [_done(data[step], path[1:], edit, whole)]
        return [*data[:step], *rest, *data[step + 1 :]]
    if not isinstance(data, dict) or not isinstance(step, str):
        lost(whole)
    if len(path) == 1 and isinstance(edit, Remove) and step in data:
        return {key: value for key, value in data.items() if key != step}
    if step in data:
        return {key: _done(value, path[1:], edit, whole) if key == step else value for key, value in data.items()}
    if len(path) > 1 or isinstance(edit, Insert | Remove):
        lost(whole)
    return _with(data, step, [edit.value] if isinstance(edit, Append) else edit.value, edit.order)


def _ended(data: Any, edit: Edit) -> Any:
    if not edit.path:
        raise EditError("an edit names a key or an item: the whole file is written anew by hand")
    if isinstance(edit, Append):
        if not isinstance(data, list):
            raise EditError(f"{named(edit.path)} is {shown(data)}, not a list: make it a list by hand")
        return [*data, edit.value]
    return edit.value if isinstance(edit, Put) else None


def _with(data: dict[str, Any], key: str, value: Any, order: Sequence[str]) -> dict[str, Any]:
    pairs = list(data.items())
    pairs.insert(place(list(data), key, order), (key, value))
    return dict(pairs)
