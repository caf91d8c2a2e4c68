"""Which columns of a table are which, by their heads in any language."""

from collections.abc import Sequence
from typing import NamedTuple

from cicareg.names import folded
from cicareg.sheet import Box, Row, Sheet
from cicareg.terms import Role
from cicareg.words import Words


class Heads(NamedTuple):
    """The columns of a list: of each role its head, and the heads before them.

    With two heads in front these are number and post, with three number, dimension and post.
    """

    row: int
    front: tuple[Box, ...]
    roles: dict[Role, Box]


def heads_of(sheet: Sheet, languages: Sequence[Words]) -> Heads | None:
    """Find the heads of a table, or None where it is no list of coordinators."""
    for number, row in enumerate(sheet.rows):
        roles = _roles(row, languages)
        if len(roles) == 2:
            first = min(box.column for box in roles.values())
            return Heads(number, _front([box for box in row if box.column < first]), roles)
    return None


def _roles(row: Row, languages: Sequence[Words]) -> dict[Role, Box]:
    found: dict[Role, Box] = {}
    for words in languages:
        heads: tuple[tuple[Role, str], ...] = (
            ("co-coordinator", words.columns.co_coordinator),
            ("coordinator", words.columns.coordinator),
        )
        for role, head in heads:
            fitting = [box for box in row if folded(box.text).startswith(folded(head))]
            if len(fitting) == 1:
                found.setdefault(role, fitting[0])
    return found


def _front(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Join a head without text to the one before it: they are one column."""
    found: list[Box] = []
    for box in boxes:
        if found and not box.lines:
            found[-1] = found[-1]._replace(columns=found[-1].columns + box.columns)
        else:
            found.append(box)
    return tuple(found)
