"""All that is to be said about one rule, for a screen or a page."""

from collections.abc import Mapping
from typing import NamedTuple

from cicareg.finding import Citation


class Explanation(NamedTuple):
    """A rule explained: what it demands, on what it rests, examples, and the ways out of a breach."""

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
