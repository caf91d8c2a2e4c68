"""The list of posts and holders as a plain value: what questions make and formats write."""

import datetime as dt
from typing import Literal, NamedTuple

from cicareg.moment import Moment
from cicareg.terms import Role

Value = str | int | bool | tuple[str, ...] | None
PostStatus = Literal[
    "filled", "vacant", "acting", "in-force", "not-stated", "coming", "ended", "not-recorded", "unreadable", "pending"
]


class Holder(NamedTuple):
    """A state that stands on a post: as decided `stated` or `not-stated`, on a day what it is then.

    Of a pending list it is `proposed`, by a notice of the day `notified`.
    """

    state: str
    name: str
    unofficial: bool
    role: Role
    term: str | None
    basis: str
    status: str
    inferred: bool = False
    notified: dt.date | None = None


class PostLine(NamedTuple):
    """A post with its holders in the order decided."""

    number: str
    dimension: str
    dimension_name: str
    dimension_unofficial: bool
    area: str
    name: str
    is_dimension: bool
    unofficial: bool
    status: PostStatus
    holders: tuple[Holder, ...]

    def of(self, role: Role) -> tuple[Holder, ...]:
        """Give the holders in one role."""
        return tuple(holder for holder in self.holders if holder.role == role)


class Listing(NamedTuple):
    """The list, what it rests on (`decided`, `decided MEETING`, `on DAY`, `pending`), and its language.

    `at` is the commit that it is of, where that is not the register at hand.
    """

    basis: str
    lang: str
    posts: tuple[PostLine, ...]
    states: tuple[tuple[str, str, bool], ...]  # every state on record: code, name, whether unofficial
    by_state: bool = False
    at: Moment | None = None

    @property
    def said(self) -> str:
        """Give what the list is of, for a title: `decided, as recorded in 3f2a1c9d04 of 2023-08-30`."""
        return f"{self.basis}, as recorded in {self.at}" if self.at else self.basis


class DocumentLine(NamedTuple):
    """A document of the list of documents; `status` says in words what `status_word` is the word of."""

    id: str
    kind: str
    number: str | None
    version: str | None
    date: dt.date | None
    title: str
    unofficial: bool
    organ: str | None
    status: str
    status_word: str
    since: dt.date | None
    restricted: bool


class MeetingLine(NamedTuple):
    """A meeting of the list of meetings."""

    id: str
    organ: str
    began: dt.date | None
    date: dt.date
    place: str | None
    form: str
    decisions: int


class EventLine(NamedTuple):
    """An event of the list of events; `names` are its organisers by name, `numbers` those of areas and dimensions."""

    id: str
    title: str
    unofficial: bool
    areas: tuple[str, ...]
    dimensions: tuple[str, ...]
    numbers: tuple[str, ...]
    dates: str
    moved_to: str | None
    place: str | None
    format: str | None
    organisers: tuple[str, ...]
    names: tuple[str, ...]
    plan: str | None
    status: str
    restricted: bool

    def withheld(self, said: str) -> "EventLine":
        """Give the line of a restricted event as it may leave the screen: that there is one, and when."""
        return self._replace(title=said, place=None, organisers=(), names=())


class Rows(NamedTuple):
    """A list that is no list of posts, for programs: what it lists, its columns, and the values of each row.

    `head` is what holds for all of it, such as the day that it is of; `at` is the commit that it is of, where that is
    not the register at hand.
    """

    what: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    head: tuple[tuple[str, str], ...] = ()
    at: Moment | None = None
