"""How messages call a fact."""

from collections.abc import Callable
from typing import Any

from cicareg.yaml_text import shown

_LONGEST = 60


def called(what: str, entry: Any) -> str:
    """Give `the tenure of XAA as coordinator, 2024-2025, decision com-2023-06-01/1`; of a key `the date`."""
    if isinstance(entry, dict) and what in _CALLED:
        return _CALLED[what](entry)
    return f"{shown(str(entry), _LONGEST)} in {what}"


def counted(facts: dict[str, Any]) -> str:
    """Give how many entries the lists of a record hold: `2 tenures, 1 departure`."""
    held = {key: len(value) for key, value in facts.items() if key in _CALLED}
    return ", ".join(f"{number} {key if number > 1 or key == 'acting' else key[:-1]}" for key, number in held.items())


def _tenure(entry: dict[str, Any]) -> str:
    return ", ".join([f"the tenure of {entry['state']} as {entry['role']}", *_further(entry)])


def _further(entry: dict[str, Any]) -> list[str]:
    bases = [f"{key} {entry[key]}" for key in ("decision", "listed", "source") if key in entry]
    return [shown(text, _LONGEST) for text in (entry.get("term"), *bases) if text]


def _departure(entry: dict[str, Any]) -> str:
    return ", ".join([f"the departure from {entry['rule']}", *_further(entry)])


_CALLED: dict[str, Callable[[dict[str, Any]], str]] = {
    "tenures": _tenure,
    "departures": _departure,
    "proposals": lambda entry: f"the proposal of {entry['state']} as {entry['role']}, notified {entry['notified']}",
    "acting": lambda entry: f"the service of {entry['state']} as acting coordinator from {entry['from']}",
    "decisions": lambda entry: f"decision {entry.get('number', entry.get('key'))}",
    "corrections": lambda entry: f"the correction of {entry['what']}",
}
