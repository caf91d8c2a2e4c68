"""What may happen to a fact without a correction: something is added to it that it did not say."""

from collections.abc import Iterator
from typing import Any

from cicareg.records.conditions import VERBS
from cicareg.yaml_text import shown

_BASES = frozenset({"decision", "listed", "source"})
# Keys that say something by not being there: a tenure that states no term, a decision that appoints nobody.
SILENT = {
    "tenures": _BASES | {"term", "replaces"},
    "departures": _BASES | {"until"},
    "proposals": frozenset({"term"}),
    "decisions": frozenset((*VERBS, "silence", "preliminary")),
}
_OPEN = frozenset({"appoints", "consented"})  # lists that go on
_LONGEST = 60


def differences(what: str, old: Any, new: Any) -> Iterator[str]:
    """Yield in words what a later state of a fact says otherwise; `what` is the key of the record that holds it."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted((new.keys() - old.keys()) & SILENT.get(what, frozenset())):
            yield f"{key} {_said(new[key])} was not there"
        for key, held in old.items():
            yield from _key(key, held, new)
    elif old != new:
        yield f"it was {_said(old)}, it is {_said(new)}"


def is_grown(what: str, old: Any, new: Any) -> bool:
    """Tell whether a later state says all that an earlier one said, and nothing otherwise."""
    return next(differences(what, old, new), None) is None


def _key(key: str, held: Any, new: dict[str, Any]) -> Iterator[str]:
    if key not in new:
        yield f"{key} {_said(held)} is gone"
    elif isinstance(held, dict) and isinstance(new[key], dict):
        yield from (f"in {key}, {said}" for said in differences(key, held, new[key]))
    elif held != new[key] and not (key in _OPEN and _holds(new[key], held)):
        yield f"{key} was {_said(held)}, is {_said(new[key])}"


def _holds(new: list[Any], old: list[Any]) -> bool:
    return all(new.count(name) >= old.count(name) for name in old)


def _said(value: Any) -> str:
    if isinstance(value, list):
        return shown(", ".join(map(_plain, value)), _LONGEST)
    if isinstance(value, dict):
        return shown(", ".join(f"{key}: {_plain(held)}" for key, held in value.items()), _LONGEST)
    return shown(_plain(value), _LONGEST)


def _plain(value: Any) -> str:
    """Give a value as files write it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
