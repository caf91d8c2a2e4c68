"""The markers of numbered paragraphs, read: what comes before and after the number, and how it is written.

Formats that number by themselves (Word, PDF, HTML) are told by it where to begin, so that what they count is
what was stated.
"""

import re
from typing import Literal, NamedTuple

Style = Literal["decimal", "letter", "roman", "none"]
_DECIMAL = re.compile(r"([^0-9]*(?:[0-9]{1,4}[.])*)([0-9]{1,4})([^0-9]*)")
_LETTERS = re.compile(r"([^a-z]*)([a-z]{1,5})([^a-z]*)")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


class Marker(NamedTuple):
    """A marker such as `1.10` (before `1.`, value 10) or `(b)` (a letter, value 2); value 0 where it holds none."""

    before: str
    value: int
    after: str
    style: Style

    def follows(self, other: "Marker") -> bool:
        """Tell whether it is the next one after another: written alike, and one more."""
        return (self.before, self.after, self.style) == (other.before, other.after, other.style) and (
            self.value == other.value + 1
        )


def marker(text: str, previous: Marker | None = None) -> Marker:
    """Read a marker. After `(h)` the marker `(i)` is a letter, else a Roman number: `previous` tells."""
    if found := _DECIMAL.fullmatch(text):
        return Marker(found[1], int(found[2]), found[3], "decimal")
    if found := _LETTERS.fullmatch(text):
        before, letters, after = found.groups()
        letter = Marker(before, ord(letters) - ord("a") + 1, after, "letter") if len(letters) == 1 else None
        if letter and previous and letter.follows(previous):
            return letter
        if _ROMAN.fullmatch(letters) and letters:
            roman = Marker(before, _roman(letters), after, "roman")
            if letter is None or letters == "i" or (previous and roman.follows(previous)):
                return roman
        if letter:
            return letter
    return Marker(text, 0, "", "none")


def _roman(letters: str) -> int:
    """Give the value of a Roman number below 40."""
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
