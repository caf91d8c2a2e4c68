"""What the reader of an output has and wants."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cicareg.explanation import Explanation


class Look(NamedTuple):
    """What the reader has and wants.

    His screen: its width, colours, and whether it is one at all. Whether notes show, and whether warnings fail. The
    folder of the register as seen from the top of its repository, and the pages of the rules, made when asked for.
    """

    width: int = 80
    color: bool = False
    screen: bool = False
    notes: bool = False
    strict: bool = False
    prefix: str = ""
    manual: Callable[[], Sequence[Explanation]] = tuple
