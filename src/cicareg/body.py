r"""The body of a document as officers write it by hand: one text a language, read like the paper itself.

A line begins a part by how it begins: `#` a heading, `*Recalling*` a clause of the preamble (in languages in which the
emphasised words close it, a paragraph that ends with them is one), `1.` `1.10` `(a)` `(i)`
`b)` a numbered paragraph, `- ` a point; any other is plain text. A part goes on in the lines after it until a blank
line or a line that begins another; a heading is one line. A `\` before a line takes what it begins with as text.
Nothing else is markup: what the parts say is data.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading: 1 is that of a chapter, 2 one below, up to 6."""

    level: int
    text: str
    line: int = 0


class Clause(NamedTuple):
    """A clause of the preamble: its emphasised opening words, then the rest; `gap` is what stands between.

    Where the emphasised words close it (as in Kazakh), `before` is what they close, and the text is what ends it.
    """

    opening: str
    text: str
    line: int = 0
    gap: str = " "
    before: str = ""


class Numbered(NamedTuple):
    """A numbered paragraph with its number as stated; `roman` tells `(i)` the first from `(i)` the ninth letter."""

    marker: str
    depth: int
    text: str
    line: int = 0
    roman: bool = False


class Point(NamedTuple):
    """A point of a list without numbers."""

    depth: int
    text: str
    line: int = 0


class Plain(NamedTuple):
    """A paragraph without a number; an indented one of depth 1 or more goes with the numbered part above it."""

    text: str
    line: int = 0
    depth: int = 0


Part = Heading | Clause | Numbered | Point | Plain

_BLANK = " \t"
_HEADING = re.compile(r"(#{1,6})[ \t]+([^ \t].*)")
_CLAUSE = re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*(?:([ \t]|$)|(?=[,.;:]))(.*)")
_CLOSED = re.compile(r"([^*]*[^*\s]) \*([^*\s](?:[^*]*[^*\s])?)\*([,.;:]?)")
_POINT = re.compile(r"-[ \t]+([^ \t].*)")
_NUMBERED = re.compile(
    r"((?:[0-9]{1,3}\.){1,5}[0-9]{1,3}|(?:[0-9]{1,3}\.){1,6}|\(?(?:[^\W\d_]|[ivxl]{2,6}|[0-9]{1,3})\))(?:[ \t]+(.*)|$)"
)
_DASH, _INDENT = "-", 3


def parse(text: str) -> tuple[Part, ...]:
    """Take a text apart; every text has parts, and every word is in one of them, in order."""
    reader = _Reader()
    for number, line in enumerate(text.split("\n")):
        reader.take(line, number)
    return tuple(reader.done())


def written(parts: Sequence[Part]) -> str:
    """Give a text that says these parts, one a line: parsed again it gives them, save for their lines."""
    return "".join(f"{line}\n\n" for line in map(_line, parts))


def values(part: Numbered) -> tuple[int, ...] | None:
    """Give the numbers that a marker says: `1.10` is (1, 10), `(c)` is (3,); None for a letter without a place."""
    bare = part.marker.strip("().").lower()
    if bare[0] in "0123456789":
        return tuple(map(int, bare.split(".")))
    if part.roman:
        return (_roman(bare),)
    for alphabet in _ALPHABETS:
        if bare in alphabet:
            return (alphabet.index(bare) + 1,)
    return None


# Lists in Cyrillic leave out the letters that no word begins with, or that are read as another.
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя")
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


def _roman(text: str) -> int:
    digits = [_DIGITS[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def _line(part: Part) -> str:
    """Write one part on one line, indented as deep as it lies."""
    match part:
        case Heading(level, text):
            return f"{'#' * level} {text}"
        case Clause(opening, text, _, gap, before):
            return f"{before}{' ' * bool(before)}*{opening}*{gap}{text}".rstrip(_BLANK)
        case Numbered(marker, depth, text):
            return f"{' ' * _INDENT * depth}{marker} {text}".rstrip(_BLANK)
        case Point(depth, text):
            return f"{' ' * _INDENT * depth}- {text}"
        case Plain(text, _, depth):
            escape = "\\" if text.startswith("\\") or _begins(text) else ""
            return f"{' ' * _INDENT * depth}{escape}{text}"


def _begins(text: str) -> bool:
    """Tell whether a line with this text begins a part of its own."""
    return any(form.fullmatch(text) for form in (_HEADING, _CLAUSE, _CLOSED, _NUMBERED, _POINT))


class _Level(NamedTuple):
    """A list that is open: how its paragraphs are marked, the last marker, and how far a dash is indented."""

    style: str
    last: str = ""
    indent: int = 0


class _Reader:
    """The state of one reading: the lists that are open, and the part that may go on."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._levels: list[_Level] = []
        self._more: list[str] = []
        self._open = self._literal = False

    def take(self, line: str, number: int) -> None:
        """Take the next line."""
        text = line.strip(_BLANK)
        if not text:
            self._open = False
            return
        part = self._begun(text, len(line) - len(line.lstrip(_BLANK)), number)
        if part is None and self._open:
            self._more.append(_taken(text))
            return
        self._join()
        if part is None:
            self._literal = text.startswith("\\")
            part = self._plain(_taken(text), number, indented=line[0] in _BLANK)
        self._parts.append(part)
        self._open = not isinstance(part, Heading)

    def done(self) -> Iterator[Part]:
        """Give the parts."""
        self._join()
        yield from self._parts

    def _join(self) -> None:
        """Add to the last part the lines in which it goes on; what then ends with emphasised words is a clause."""
        if not self._parts:
            return
        last = self._parts[-1]
        if self._more:
            last = last._replace(text=" ".join(filter(None, (last.text, *self._more))))
            self._more = []
        closed = _CLOSED.fullmatch(last.text) if isinstance(last, Plain) and not (last.depth or self._literal) else None
        self._parts[-1] = Clause(closed[2], closed[3], last.line, "", closed[1]) if closed else last

    def _plain(self, text: str, number: int, *, indented: bool) -> Plain:
        if not indented:
            self._levels = []
        return Plain(text, number, len(self._levels))

    def _begun(self, text: str, indent: int, number: int) -> Part | None:
        """Give the part that a line begins, or None where it begins none."""
        if match := _NUMBERED.fullmatch(text):
            return self._numbered(match[1], _one_space(match[2] or ""), number)
        if match := _POINT.fullmatch(text):
            return Point(self._dashed(indent), _one_space(match[1]), number)
        if match := _HEADING.fullmatch(text):
            self._levels = []
            return Heading(len(match[1]), _one_space(match[2]), number)
        if match := _CLAUSE.fullmatch(text):
            self._levels = []
            gap = "" if match[2] is None else " "
            return Clause(_one_space(match[1]), _one_space(match[3]), number, gap)
        return None

    def _numbered(self, marker: str, text: str, number: int) -> Numbered:
        roman = self._is_roman(marker)
        style = _style(marker, roman=roman)
        depth = next((i for i, level in enumerate(self._levels) if level.style == style), len(self._levels))
        self._levels[depth:] = [_Level(style, marker)]
        return Numbered(marker, depth, text, number, roman)

    def _is_roman(self, marker: str) -> bool:
        """Tell whether a letter is a Roman number: it is none where it goes on with the letters that are open."""
        bare = marker.strip("()")
        if not bare or bare.strip("ivxl"):
            return False
        if len(bare) > 1:
            return True
        before = chr(ord(bare) - 1)
        letter, roman = (_style(marker, roman=is_roman) for is_roman in (False, True))
        if any(level.style == letter and level.last.strip("()") == before for level in self._levels):
            return False
        return bare == "i" or any(level.style == roman for level in self._levels)

    def _dashed(self, indent: int) -> int:
        """Give how deep a point lies: dashes below dashes are told by how far they are indented."""
        levels = self._levels
        while levels and levels[-1].style == _DASH and levels[-1].indent > indent:
            levels.pop()
        depth = next((i for i, level in enumerate(levels) if (level.style, level.indent) == (_DASH, indent)), None)
        if depth is None:
            depth = len(levels)
            levels.append(_Level(_DASH, indent=indent))
        del levels[depth + 1 :]
        return depth


def _style(marker: str, *, roman: bool) -> str:
    """Give what the markers of one list have in common: those of `1.1` and `3.10`, of `(a)` and `(f)`."""
    bare = marker.strip("().")
    letter = "i" if roman else "A" if bare.isupper() else "a"
    said = "1" * (bare.count(".") + 1) if bare[0] in "0123456789" else letter
    return f"{marker[:1] if marker[0] == '(' else ''}{said}{')' if marker[-1] == ')' else ''}"


def _taken(text: str) -> str:
    """Give what a line says that begins no part: less the backslash before it, unless it is all there is."""
    return _one_space(text.removeprefix("\\")) or text


def _one_space(text: str) -> str:
    """Put one space for each run of blanks; a space that does not break is a character like any other."""
    return " ".join(filter(None, text.replace("\t", " ").split(" ")))
