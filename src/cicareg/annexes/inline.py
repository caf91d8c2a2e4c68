"""The text inside one element of template output: runs with styles, white space as HTML understands it."""

import re
from collections.abc import Iterator
from typing import Literal

from cicareg.document import Mark, Run

Style = Literal["", "emphasis", "strong", "gone", "new"]
_MARKS: dict[str, Mark] = {"gone": "gone", "new": "new"}
_SPACE = re.compile(r"[ \t\n\f\r]+")


class Inline:
    """Collects text piece by piece, and gives it with white space collapsed and lines broken only at breaks."""

    def __init__(self) -> None:
        """Begin without text."""
        self._lines: list[list[Run]] = [[]]

    def add(self, text: str, style: Style) -> None:
        """Add text in a style."""
        self._lines[-1].append(Run(text, style))

    def new_line(self) -> None:
        """Begin a new line."""
        self._lines.append([])

    def runs(self) -> tuple[Run, ...]:
        """Give the runs; lines without text are left out, a line feed stands between the others."""
        lines = [line for line in map(_collapsed, self._lines) if line]
        runs: list[Run] = []
        for number, line in enumerate(lines):
            runs += [Run("\n"), *line] if number else line
        return tuple(_joined(runs))

    def lines(self) -> tuple[str, ...]:
        """Give the text of each line that has any."""
        texts = ("".join(run.text for run in _collapsed(line)) for line in self._lines)
        return tuple(text for text in texts if text)

    def marks(self) -> tuple[Mark, ...]:
        """Give the mark of each line that has any text, none where nothing is; ValueError where half a line is."""
        styles = [{run.style for run in line} for line in map(_collapsed, self._lines) if line]
        if not any(known & _MARKS.keys() for known in styles):
            return ()
        if any(len(known) > 1 for known in styles):
            raise ValueError("a line of a cell is marked as a whole, or not at all")
        return tuple(_MARKS.get(min(known), "") for known in styles)


def _collapsed(line: list[Run]) -> list[Run]:
    """Make one space of white space, also across runs, and none of what stands at the ends of the line."""
    collapsed: list[Run] = []
    spaced = True
    for run in line:
        text = _SPACE.sub(" ", run.text)
        text = text.removeprefix(" ") if spaced else text
        if text:
            spaced = text.endswith(" ")
            collapsed.append(Run(text, run.style))
    if collapsed and spaced:
        last = collapsed.pop()
        collapsed += [run for run in [Run(last.text.rstrip(" "), last.style)] if run.text]
    return collapsed


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Join neighbours of one style."""
    waiting: Run | None = None
    for run in runs:
        if waiting is not None and waiting.style == run.style:
            waiting = Run(waiting.text + run.text, run.style)
            continue
        if waiting is not None:
            yield waiting
        waiting = run
    if waiting is not None:
        yield waiting
