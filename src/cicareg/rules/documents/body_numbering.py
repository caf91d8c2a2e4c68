"""Good order: the numbers of a body follow each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cicareg.body import Clause, Heading, Numbered, Part, Plain, Point, parse, values
from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.rules.rule import At, Breach, Inquiry, rule

# `Chapter 2. Fish`, `2. Fish`, `2-тарау`: not `The 5 lakes`.
_CHAPTER = re.compile(r"(?:[^\W\d_]+ )?([0-9]{1,3})(?:[.:)-]|$)")


@rule(Document, Severity.WARNING)
def body_numbering(_ask: Inquiry, document: Entry[Document]) -> Iterator[Breach]:
    """The numbers of a body follow each other, and those of a chapter begin with its number.

    Numbers are kept as they are printed, so that a slip stays one: here it is reported. After a heading or a
    paragraph without a number, numbers may go on or begin anew. Letters of an alphabet that lists use otherwise
    are not judged.

    Good:
        # registry/documents/fish-paper.yaml
        kind: concept-paper
        title: Fish
        body: |
          # Chapter 1. Fish
          1.1 Fish swim.
          1.2 Fish sleep:
              (a) in winter;
              (b) at night.

    Bad:
        # registry/documents/fish-paper.yaml
        kind: concept-paper
        title: Fish
        body: |
          # Chapter 1. Fish
          1.1 Fish swim.
          1.3 Fish sleep:
              (a) in winter;
              (a) at night.

    Mend: compare with the paper. Where the slip is that of the paper itself, keep it.
    """
    for lang, text in (document.record.body or {}).items():
        for slip in _slips(parse(text)):
            path = ("body", lang)
            related = (At(document, path, message="it stands here", line=slip.other),) if slip.other is not None else ()
            yield Breach(At(document, path, line=slip.line), slip.message, related=related)


class _Slip(NamedTuple):
    """A number that is out of its place: the line, what is wrong, and the line of the other that bears it."""

    line: int
    message: str
    other: int | None = None


@dataclass(slots=True)
class _Series:
    """Numbers of one sort so far: the last with what it says (None: not known), and where each stands."""

    last: Numbered | None = None
    said: tuple[int, ...] | None = ()
    lines: dict[tuple[int, ...], int] = field(default_factory=dict)
    broken: bool = False

    def take(self, part: Numbered, numbers: tuple[int, ...] | None) -> _Slip | None:
        """Take the next number, and tell what is wrong with it."""
        slip = None
        if numbers is not None and self.said is not None:
            if self.broken and numbers[-1] == 1 and len(numbers) == 1:
                self.lines.clear()
            elif not self._follows(numbers):
                slip = self._slip(part, numbers)
            self.lines.setdefault(numbers, part.line)
        self.last, self.said, self.broken = part, numbers, False
        return slip

    def _follows(self, numbers: tuple[int, ...]) -> bool:
        if not self.said:
            return numbers[-1] == 1
        if numbers[:-1] == self.said[:-1]:
            return numbers[-1] == self.said[-1] + 1
        return numbers[:-1] > self.said[:-1] and numbers[-1] == 1

    def _slip(self, part: Numbered, numbers: tuple[int, ...]) -> _Slip:
        if numbers in self.lines:
            return _Slip(part.line, f"{part.marker} stands here a second time", self.lines[numbers])
        if self.last is None or not self.said:
            return _Slip(part.line, f"{part.marker} stands first: what comes before it is missing")
        if numbers < self.said:
            return _Slip(part.line, f"{part.marker} stands after {self.last.marker}: numbers rise")
        return _Slip(part.line, f"{part.marker} follows {self.last.marker}: what is between them is missing")


def _slips(parts: tuple[Part, ...]) -> Iterator[_Slip]:
    """Go through the parts with the series that are open, by how deep they lie and of what sort they are."""
    levels: list[dict[tuple[str, int, bool], _Series]] = [{}]
    chapter: int | None = None
    above: list[Numbered | Point] = []
    for part in parts:
        match part:
            case Heading(_, text):
                if found := _CHAPTER.match(text):
                    chapter = int(found[1])
                _begin_anew(levels)
            case Clause() | Plain(_, _, 0):
                _begin_anew(levels)
            case Point(depth):
                above[depth:] = [part]
                del levels[depth + 1 :]
            case Numbered(marker, depth):
                del levels[depth + 1 :]
                levels += [{} for _ in range(len(levels), depth + 1)]
                numbers = values(part)
                if numbers and len(numbers) > 1 and (slip := _strays(part, numbers, above[depth - 1 : depth], chapter)):
                    yield slip
                above[depth:] = [part]
                sort = (marker.strip("(.)0123456789") and "a", len(numbers or ()), part.roman)
                if slip := levels[depth].setdefault(sort, _Series()).take(part, numbers):
                    yield slip


def _strays(
    part: Numbered, numbers: tuple[int, ...], above: Sequence[Numbered | Point], chapter: int | None
) -> _Slip | None:
    """Tell whether a number such as 1.2 belongs to the paragraph above it, else to the chapter."""
    parent = above[0] if above and isinstance(above[0], Numbered) else None
    whose = values(parent) if parent else None
    if parent and whose and len(whose) == len(numbers) - 1:
        return _Slip(part.line, f"{part.marker} stands below {parent.marker}") if numbers[:-1] != whose else None
    strays = chapter is not None and numbers[0] != chapter
    return _Slip(part.line, f"{part.marker} stands in chapter {chapter}") if strays else None


def _begin_anew(levels: list[dict[tuple[str, int, bool], _Series]]) -> None:
    del levels[1:]
    for series in levels[0].values():
        series.broken = True
