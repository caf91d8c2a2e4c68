"""What a kind of duty is, and what it is asked."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from cicareg.deadlines.duty import Duty
from cicareg.registry import Registry

_NO_ID = re.compile(r"[^a-z0-9]+")


class Over(Enum):
    """What a kind of duty is asked about, one after the other."""

    POST = "post"
    DOCUMENT = "document"
    MEETING = "meeting"
    REGISTER = "register"


class Arises(Enum):
    """On which day a text must have been in force, so that a duty rests on it."""

    FIRST = "on the day on which it arises"
    LAST = "on its last day, or the day after which it falls due"


class Inquiry(NamedTuple):
    """What a kind of duty is given: the register, its own name and thresholds, and the law that it rests on here.

    `until` is the last day to look at; it matters only to what comes back for ever, such as a duty of each year.
    """

    registry: Registry
    kind: str
    thresholds: Mapping[str, int]
    law: str
    until: date

    def id(self, *parts: str | None) -> str:
        """Make the id of a duty of the things that it is of: `report/ice/xaa/com-2023-06-01-1`."""
        return "/".join([self.kind, *(_NO_ID.sub("-", part.lower()).strip("-") for part in parts if part)])


Derive = Callable[[Inquiry, Any], Iterator[Duty]]


@dataclass(frozen=True, slots=True)
class DutyKind:
    """A kind of duty: what it is asked about, and what holds where registry.yaml says nothing else.

    Its name is that of the function with hyphens; the function's docstring is its manual page. `rests_on` is
    LAW/PARAGRAPH/DEMAND, or None for what follows from a decision alone.
    """

    over: Over
    derive: Derive
    rests_on: str | None = None
    arises: Arises = Arises.FIRST
    thresholds: Mapping[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Give the name that settings, options and outputs use."""
        return self.derive.__name__.replace("_", "-")


def duty_kind(
    over: Over, rests_on: str | None = None, arises: Arises = Arises.FIRST, **thresholds: int
) -> Callable[[Derive], DutyKind]:
    """Make a kind of duty of a function from what it is asked about to duties."""
    return lambda derive: DutyKind(over, derive, rests_on, arises, thresholds)
