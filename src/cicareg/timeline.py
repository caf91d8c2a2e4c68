"""What happened to one thing, in order, as plain values: what took place, and which commit recorded it."""

from datetime import date
from typing import NamedTuple

from cicareg.finding import Citation, Place
from cicareg.preview import Verdict


class Recorded(NamedTuple):
    """The commit that recorded something: its id, its day (UTC), who made it, its first line, and the act that it was.

    `note` is what else its message says, `arguments` are those of the act, as JSON. `or_before` tells that an older
    commit may have recorded it, which the clone lacks.
    """

    commit: str
    day: date
    by: str
    subject: str
    act: str = ""
    operation: str = ""
    arguments: str = ""
    or_before: bool = False
    note: str = ""


class Change(NamedTuple):
    """That an entry was altered or removed: in words how, by which commit (None: by none yet), and why."""

    said: str
    recorded: Recorded | None
    why: str = ""


class Event(NamedTuple):
    """Something that took place: its day (None: not known), what it was, in words, and on what it rests.

    `name` is what `why` calls it, `place` where it stands; nothing of both where it was `removed`. `recorded` is the
    commit that put it on record first, `altered` what was altered in it later.
    """

    day: date | None
    what: str
    said: str
    basis: str = ""
    cites: tuple[Citation, ...] = ()
    name: str = ""
    place: Place | None = None
    recorded: Recorded | None = None
    altered: tuple[Change, ...] = ()
    removed: Change | None = None


class Timeline(NamedTuple):
    """All that took place about one thing; `tracked` tells whether there are commits to know of."""

    kind: str
    id: str
    title: str
    events: tuple[Event, ...]
    tracked: bool
    remarks: tuple[str, ...] = ()


class Why(NamedTuple):
    """One entry explained: what took place by it, on what that rests, how it was corrected, what each rule says of it.

    `order` counts the rules of good order that find nothing.
    """

    name: str
    place: Place
    events: tuple[Event, ...]
    rests_on: tuple[str, ...]
    corrections: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    order: int
    tracked: bool
    remarks: tuple[str, ...] = ()
