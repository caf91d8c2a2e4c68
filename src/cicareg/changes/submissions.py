"""What a table of submitted events says: for each row an event, and for each cell that cannot be read a problem."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_args

from cicareg.changes.change import refused
from cicareg.changes.event import Event, said_of
from cicareg.changes.ids import Ids
from cicareg.changes.slugs import slug
from cicareg.changes.tables import Row
from cicareg.changes.wording import event_of
from cicareg.changes.written_dates import dates_written
from cicareg.errors import CicaregError, Exit
from cicareg.names import did_you_mean, folded
from cicareg.questions.identify import identify
from cicareg.questions.posts import top
from cicareg.records import event as records
from cicareg.registry import Registry

# The columns, each with further names of its head. `title`, `purpose`, `concept`, `place` and `partners` may name a
# language: `title (ru)`.
HEADS: Mapping[str, tuple[str, ...]] = {
    "id": (),
    "title": ("title of the event", "event"),
    "purpose": ("purposes", "aim"),
    "concept": ("brief concept",),
    "organisers": ("organiser", "organiser(s)", "organizer", "organizers", "organizer(s)", "states"),
    "partners": ("partner", "other organisers", "other organizers"),
    "dates": ("date", "date(s)"),
    "place": ("venue",),
    "format": ("mode",),
    "areas": ("area", "area(s)", "priority area", "priority areas"),
    "dimensions": ("dimension", "dimension(s)"),
    "documents": ("document",),
}
EXAMPLE = ("title", "purpose", "concept", "organisers", "partners", "dates", "place", "format", "areas", "dimensions")
_OF_LANGUAGE = ("title", "purpose", "concept", "place", "partners")
_HEAD = re.compile(r"(.+?)\s*[(\[]([a-z]{2,3})[)\]]")
_FORMATS = {"in person": "offline", "in-person": "offline", "on-line": "online", "off-line": "offline"}
_MOST = 5000


class Problem(NamedTuple):
    """What is wrong with a cell, or with a row or the head as a whole."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        """Give `3: dates: …`: the line of the file, and the head of the column."""
        return f"{self.line}: {f'{self.column}: ' if self.column else ''}{self.message}"


class Column(NamedTuple):
    """A column: what it holds, in which language, and its head as written."""

    key: str
    lang: str
    head: str


@dataclass(slots=True)
class Submission:
    """A table with what holds for all its rows."""

    registry: Registry
    common: Event  # its id is empty; plan, who proposed it, when, and in answer to what
    lang: str
    problems: list[Problem] = field(default_factory=list)
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def events(self, rows: Sequence[Row]) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        """Give id and data of the event of each row; problems are collected."""
        columns = list(self._columns(rows[0]))
        if self.problems:
            return ()
        if len(rows) > _MOST + 1:
            self.problems.append(Problem(rows[_MOST + 1].line, "", f"more than {_MOST:,} events at once"))
            return ()
        said = [(row, self._row(row, columns)) for row in rows[1:]]
        if not said:
            self.problems.append(Problem(rows[0].line, "", "there is a head, and no event below it"))
        return () if self.problems else self._named([(row, each) for row, each in said if each])

    def _columns(self, head: Row) -> Iterator[Column]:
        seen: set[tuple[str, str]] = set()
        for cell in head.cells:
            column = self._column(head.line, cell)
            if column is None:
                continue
            if column[:2] in seen:
                self.problems.append(Problem(head.line, cell, "there are two columns of this"))
            seen.add(column[:2])
            yield column
        for key in ("title", "dates"):
            if key not in {known for known, _ in seen}:
                self.problems.append(Problem(head.line, key, "this column is missing"))

    def _column(self, line: int, cell: str) -> Column | None:
        if not cell:
            return Column("", "", "")
        name, lang = folded(cell), ""
        if match := _HEAD.fullmatch(name):
            name, lang = match[1], match[2]
        known = {folded(each): key for key, names in HEADS.items() for each in (key, *names)}
        if name not in known and folded(cell) in known:
            name, lang = folded(cell), ""
        if name not in known:
            self.problems.append(Problem(line, cell, f"no such column is known{did_you_mean(name, known)}"))
            return None
        if lang and (known[name] not in _OF_LANGUAGE or lang not in top(self.registry).languages):
            self.problems.append(Problem(line, cell, f"{known[name]} has no language {lang!r} here"))
            return None
        return Column(known[name], lang or (self.lang if known[name] in _OF_LANGUAGE else ""), cell)

    def _row(self, row: Row, columns: Sequence[Column]) -> dict[str, Any] | None:
        said: dict[str, list[str]] = {}
        before = len(self.problems)
        for number, cell in enumerate(row.cells):
            column = columns[number] if number < len(columns) else Column("", "", "")
            if not cell:
                continue
            if not column.key:
                self.problems.append(Problem(row.line, str(number + 1), f"{cell!r} stands below no head"))
                continue
            try:
                said.setdefault(column.key, []).extend(self._cell(column, cell))
            except (CicaregError, ValueError) as error:
                message = error.message if isinstance(error, CicaregError) else str(error)
                self.problems.append(Problem(row.line, column.head, message))
        for key in ("title", "dates"):
            if key not in said and len(self.problems) == before:
                self.problems.append(Problem(row.line, key, "nothing stands here"))
        return self._said(row, said) if len(self.problems) == before else None

    def _cell(self, column: Column, cell: str) -> list[str]:
        if column.key == "partners":
            return [f"{column.lang}={part}" for part in _parts(cell, ";")]
        if column.key in _OF_LANGUAGE:
            return [f"{column.lang}={cell}"]
        read: Mapping[str, Callable[[str], list[str]]] = {
            "organisers": lambda text: [self._state(part) for part in _parts(text, ",;")],
            "areas": lambda text: [self._thing("area", part) for part in _parts(text, ";")],
            "dimensions": lambda text: [self._dimension(part) for part in _parts(text, ";")],
            "documents": lambda text: [self._thing("document", part) for part in _parts(text, ",;")],
            "dates": lambda text: [str(dates_written(text))],
            "format": _format,
            "id": lambda text: [text.lower()],
        }
        return read[column.key](cell)

    def _state(self, typed: str) -> str:
        try:
            return self._thing("state", typed)
        except CicaregError as error:
            hint = "; an organiser that is no state stands in the column partners"
            raise refused(error.message + hint) from None

    def _thing(self, kind: str, typed: str) -> str:
        """Give the id of what a cell names; the same name is looked up once."""
        if (kind, typed) not in self._known:
            self._known[kind, typed] = identify(self.registry, typed, (kind,))[0].id
        return self._known[kind, typed]

    def _dimension(self, typed: str) -> str:
        for dimension in top(self.registry).dimensions:
            if folded(typed) in map(folded, (dimension.id, str(dimension.number), *dimension.name.values())):
                return dimension.id
        names = [name for dimension in top(self.registry).dimensions for name in dimension.name.values()]
        raise ValueError(f"no dimension is called {typed!r}{did_you_mean(typed, names)}")

    def _said(self, row: Row, said: Mapping[str, Sequence[str]]) -> dict[str, Any] | None:
        """Give the data of the event of a row; what is no event is a problem of the row."""
        one = {key: (said.get(key) or (None,))[0] for key in ("dates", "format")}
        lists = {key: tuple(dict.fromkeys(said.get(key, ()))) for key in ("organisers", "areas", "dimensions")}
        texts = {key: tuple(said.get(key, ())) for key in ("title", "purpose", "concept", "place", "partners")}
        common = {key: getattr(self.common, key) for key in ("plan", "proposed_by", "submitted", "answers", "source")}
        documents = tuple(said.get("documents", ()))
        asked = Event((said.get("id") or ("",))[0], documents=documents, **one, **lists, **texts, **common)  # type: ignore[arg-type]
        try:
            data = dict(said_of(self.registry, asked))
            event_of(data)
        except CicaregError as error:
            column, _, message = error.message.removeprefix("--").partition(": ")
            found = Problem(row.line, column, message) if error.message.startswith("--") else None
            self.problems.append(found or Problem(row.line, "", error.message))
            return None
        return {"": asked.id, **data}

    def _named(self, said: Sequence[tuple[Row, dict[str, Any]]]) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        """Give each event its id: that of its row, else one made from its title."""
        taken: dict[str, Mapping[str, Any]] = {}
        ids = Ids(self.registry, taken)
        for row, data in said:
            own = data.pop("")
            if own:
                ids.own(own, data)
            id_ = own or ids.id_of(slug(next(iter(data["title"].values()))), data)
            if id_ in taken and own:
                self.problems.append(Problem(row.line, "id", f"there are two events {id_!r} in this file"))
            elif id_ in taken:
                self.problems.append(Problem(row.line, "", f"this is the same event as {id_!r} above"))
            taken.setdefault(id_, data)
        return tuple(taken.items())


def _format(typed: str) -> list[str]:
    meant = _FORMATS.get(folded(typed), folded(typed))
    known = get_args(records.EventFormat)
    if meant not in known:
        raise ValueError(f"{typed} is not one of {', '.join(known)}{did_you_mean(meant, known)}")
    return [meant]


def _parts(cell: str, signs: str) -> list[str]:
    return [part.strip() for part in re.split(f"[{signs}]", cell) if part.strip()]


def problems_said(problems: Sequence[Problem]) -> CicaregError:
    """Make the error of a file that cannot be taken over as a whole."""
    number = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return CicaregError(f"{number}: nothing was recorded", hint="mend the file and import it again", code=Exit.FINDINGS)
