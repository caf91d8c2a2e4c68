"""What a duty is, and what a kind of duty is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cicareg.finding import Citation
from cicareg.questions.posts import Post
from cicareg.registry import Registry


class Duty(NamedTuple):
    """Something that falls due: what, for which area, by whom (a state's code), and by which day.

    `by` is the last day; None where the text sets none, and then it falls due after `after`.
    """

    duty: str
    area: str
    who: str
    what: str
    by: date | None = None
    after: date | None = None
    cites: Citation | None = None


Derive = Callable[[Registry, Post], Iterator[Duty]]


@dataclass(frozen=True, slots=True)
class DutyKind:
    """A kind of duty: its name, the demand that it rests on by default, and how it is derived of a post."""

    name: str
    rests_on: str
    derive: Derive
