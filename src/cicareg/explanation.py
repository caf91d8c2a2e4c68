"""All that is to be said about one rule or one kind of duty, for a screen or a page."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from cicareg.finding import Citation

_PARAGRAPH = re.compile(r"\n[ ]*\n")


class Explanation(NamedTuple):
    """A rule explained: what it demands, on what it rests, examples, and the ways out of a breach.

    A kind of duty has no severity, no examples, and no breach to mend or to depart from: these are empty.
    """

    name: str
    title: str
    prose: str
    severity: str
    thresholds: Mapping[str, int]
    cites: tuple[Citation, ...]
    asks: str
    good: Mapping[str, str]
    bad: Mapping[str, str]
    mend: str
    departure: str
    departure_example: str
    ground: str = "good order"  # what it rests on where that is no paragraph on record


def unwrapped(text: str) -> str:
    """Give each paragraph on one line, with an empty line between two."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in _PARAGRAPH.split(text.strip()))
