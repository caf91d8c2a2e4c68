"""Whether a text names something: by any spelling, as whole words, and in languages that decline by likeness."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from cicareg.names import folded
from cicareg.terms import next_day

_WORD = re.compile(r"[^\W_]+")
_ENDING = 3  # letters at the end of a word that a case may change
_STEM = 3  # letters that must stay
_SHORTEST = 4  # of a name that is looked for where nobody says it should be there


class Wording:
    """A text in a language, ready to be asked what it names; `declines` tells that names take case forms in it."""

    def __init__(self, text: str, *, declines: bool) -> None:
        """Take the text."""
        self._text = text
        self._declines = declines
        self._words = _WORD.findall(folded(text))
        self._numbers = frozenset(int(number) for number in re.findall(r"(?<![0-9])[0-9]{1,4}(?![0-9])", text))

    @cached_property
    def _joined(self) -> str:
        return f" {' '.join(self._words)} "

    def names(self, spellings: Iterable[str]) -> bool:
        """Tell whether any of these stands in the text."""
        return any(self._has(spelling) for spelling in spellings)

    def _has(self, spelling: str) -> bool:
        words = _WORD.findall(folded(spelling))
        if not words or f" {' '.join(words)} " in self._joined:
            return bool(words)
        return self._declines and any(
            all(map(_alike, words, self._words[start:])) for start in range(len(self._words) - len(words) + 1)
        )

    def holds_words(self, spelling: str) -> bool:
        """Tell whether every word of a longer name stands somewhere in the text."""
        own = set(self._words)
        words = _WORD.findall(folded(spelling))
        return all(word in own or (self._declines and any(_alike(word, other) for other in own)) for word in words)

    def has_year(self, year: int) -> bool:
        """Tell whether a year stands in the text."""
        return year in self._numbers

    def has_day(self, day: date) -> bool:
        """Tell whether day number and year stand in the text: which month a word means, no rule knows.

        The first and the last day of a month may be said without their number.
        """
        is_edge = day.day == 1 or next_day(day).day == 1
        return day.year in self._numbers and (is_edge or day.day in self._numbers)

    def among(self, known: Iterable[tuple[str, str]]) -> list[str]:
        """Give the keys of the spellings (with their keys) that stand in the text as written, longest first.

        What is part of a longer one that stands there does not count, nor what is too short to be sure.
        """
        found: dict[str, None] = {}
        left = self._text
        for spelling, key in sorted(known, key=lambda pair: (-len(pair[0]), pair)):
            if len(spelling) >= _SHORTEST and spelling in left:
                less = re.sub(rf"(?<!\w){re.escape(spelling)}(?!\w)", " | ", left)
                if less != left:
                    found[key] = None
                left = less
        return list(found)


def _alike(name: str, word: str) -> bool:
    """Tell whether a word may be a case form of one of a name: they begin alike, save for an ending."""
    kept = max(_STEM, len(name) - _ENDING)
    return name[:kept] == word[:kept]
