"""What is recorded again with more said of it: the notice, the note that carried it, who acts for the state."""

from collections.abc import Iterable, Iterator
from typing import Any

from cicareg.changes.change import refused
from cicareg.editing import Edit, Put
from cicareg.yaml_text import Step


def evidence(
    path: tuple[Step, ...], pairs: Iterable[tuple[str, str | None, Any]], order: tuple[str, ...]
) -> Iterator[Edit]:
    """Add what is given and not held: each pair is a key, what is given, what is held.

    What is held otherwise is refused: that is for `correct`.
    """
    for key, given, held in pairs:
        if given and held is None:
            yield Put((*path, key), given, order)
        elif given and str(held) != given:
            raise refused(
                f"this is on record with {key} {held}, not {given}",
                hint="cicareg correct changes what was recorded wrongly",
            )
