"""The rows of a list's table: of each its post, and who stands in its cells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cicareg.names import folded
from cicareg.picture import Stand
from cicareg.questions.posts import Post
from cicareg.recognising.brackets import Brackets
from cicareg.recognising.heads import Heads
from cicareg.recognising.posts import PostNames, Told, told
from cicareg.recognising.states import Named, StateNames, UnclearError
from cicareg.registry import Registry
from cicareg.sheet import Box, Row, Sheet, box_at
from cicareg.terms import ROLES, Role
from cicareg.words import Words


class Line(NamedTuple):
    """A row: its post (None where that is not clear), what it says of it, its holders, what could not be read."""

    post: Post | None
    said: Told
    holders: tuple[Stand, ...] = ()
    problems: tuple[str, ...] = ()


class Reader:
    """Reads rows with the names of a register, and the words of all its languages."""

    def __init__(self, registry: Registry, languages: Sequence[Words]) -> None:
        """Take the register and the words."""
        joining = [words.joining.last.strip() for words in languages if words.joining]
        self.posts = PostNames(registry)
        self._states = StateNames(registry, joining)
        self._brackets = Brackets(languages)
        self._vacant = frozenset(folded(words.statuses.vacant) for words in languages)
        self._unsaid = {
            folded(text): text
            for words in languages
            for text in (words.statuses.not_recorded, words.statuses.unreadable)
        }

    def lines(self, sheet: Sheet, heads: Heads) -> Iterator[Line]:
        """Yield the rows below the heads; titles of dimensions and empty rows are none."""
        carried = ["", ""]
        for number, row in enumerate(sheet.rows[heads.row + 1 :], start=heads.row + 2):
            if not any(box.lines for box in row) or _is_title(row, heads) or _same(row, sheet.rows[heads.row]):
                continue
            below = sheet.rows[number] if number < len(sheet.rows) else ()
            line = self._line(row, below, heads, carried)
            where = f"{sheet.name}, row {number}"
            yield line._replace(problems=tuple(f"{where}{problem}" for problem in line.problems))

    def _line(self, row: Row, below: Row, heads: Heads, carried: list[str]) -> Line:
        said = _said(row, heads, carried)
        try:
            post = self.posts.find(said)
        except UnclearError as error:
            return Line(None, said, problems=(f": {error}",))
        holders: list[Stand] = []
        problems: list[str] = []
        for role in ROLES:
            try:
                holders += self._holders(row, below, heads.roles[role], role)
            except UnclearError as error:
                problems.append(f", {heads.roles[role].text}: {error}")
        return Line(post, said, tuple(holders), tuple(problems))

    def _holders(self, row: Row, below: Row, head: Box, role: Role) -> Iterator[Stand]:
        box, under = box_at(row, head.column), box_at(below, head.column)
        if box is None or (box.column, box.columns) != (head.column, head.columns):
            raise UnclearError("the cell does not stand below its head")
        if box.merged or (under is not None and under.merged):
            raise UnclearError("the cell goes over several rows: whom it names for which post is not said")
        if folded(box.text) in self._unsaid:
            raise UnclearError(f"the list says {self._unsaid[folded(box.text)]!r}")
        if folded(box.text) in self._vacant:
            return
        for named in self._named(box):
            found = self._brackets.read(named.brackets)
            if found.serves:
                yield Stand(named.state, role, found.term, found.acting)

    def _named(self, box: Box) -> tuple[Named, ...]:
        """Read each line by itself; where a name goes over the end of one, all as one text."""
        try:
            return tuple(named for line in box.lines for named in self._states.read(line))
        except UnclearError:
            if len(box.lines) < 2:
                raise
            return self._states.read(box.text)


def _said(row: Row, heads: Heads, carried: list[str]) -> Told:
    """Give what a row says of its post; number and name of a dimension may stand in a row above."""
    number, *middle, area = heads.front
    if not middle:
        own, name = box_at(row, number.column), box_at(row, area.column)
        return told(own.text if own else "", name.text if name else "")
    new = False
    for at, head in enumerate((number, *middle)):
        box = box_at(row, head.column)
        if box is not None and box.lines and not box.merged:
            carried[at], new = box.text, True
    below = [box for box in row if area.column <= box.column < area.column + area.columns and box.lines]
    if not below:
        return told(carried[0], carried[1]) if new else Told("", "")
    own_number = below[0].text if len(below) > 1 else ""
    return told(own_number, " ".join(box.text for box in below[1:] or below), carried[0].rstrip("."))


def _is_title(row: Row, heads: Heads) -> bool:
    """Tell whether a row is the title of a dimension: one cell over all, where numbers stand before the names."""
    wide = row[0].columns > heads.front[0].columns + len(heads.front[1:])
    return len(heads.front) == 2 and wide and not any(box.lines for box in row[1:])


def _same(row: Row, heads: Row) -> bool:
    return [box.text for box in row] == [box.text for box in heads]
