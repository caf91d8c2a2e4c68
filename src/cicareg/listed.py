"""The list of posts and holders as a plain value: what questions make and formats write."""

import datetime as dt
from typing import Literal, NamedTuple

from cicareg.terms import Role

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
    """The list, what it rests on (`decided`, `decided MEETING`, `on DAY`, `pending`), and its language."""

    basis: str
    lang: str
    posts: tuple[PostLine, ...]
    states: tuple[tuple[str, str, bool], ...]  # every state on record: code, name, whether unofficial
    by_state: bool = False


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


class Rows(NamedTuple):
    """A list that is no list of posts, for programs: what it lists, its columns, and the values of each row."""

    what: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | bool | None, ...], ...]
