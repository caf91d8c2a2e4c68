"""Corrections: whatever changes a fact on record leaves how it stood, why it was changed, and on what that rests."""

from collections.abc import Mapping, Sequence
from typing import Any

from cicareg.changes.change import refused
from cicareg.changes.keys import keys_of
from cicareg.editing import Append, Edit
from cicareg.kinds import kind_at
from cicareg.registry import Registry
from cicareg.yaml_text import compose


def data_of(registry: Registry, path: str) -> dict[str, Any]:
    """Give what a file says, as plain data; one with errors is refused."""
    text = registry.text(path)
    composed = compose(text) if text is not None else None
    if composed is None or composed.faults:
        raise refused(f"{path} has errors", hint="cicareg validate shows them: mend them first")
    return composed.data


def correction(path: str, what: str, was: Any, why: str, source: str) -> Edit:
    """Make the edit that leaves a correction in a file."""
    found = kind_at(path)
    order = keys_of(found[0].model) if found else ()
    return Append(("corrections",), {"what": what, "was": was, "why": why, "source": source}, order)


def value_at(data: Mapping[str, Any], path: Sequence[str | int]) -> Any:
    """Give what stands at a path, or None where nothing does."""
    found: Any = data
    for step in path:
        if not _is_in(found, step):
            return None
        found = found[step]
    return found


def _is_in(holder: Any, step: str | int) -> bool:
    """Tell whether something stands under a key or an index."""
    if isinstance(holder, list):
        return isinstance(step, int) and 0 <= step < len(holder)
    return isinstance(holder, dict) and step in holder
