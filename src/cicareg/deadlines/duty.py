"""A duty, and its state on a day."""

from datetime import date
from typing import Literal, NamedTuple, get_args

from cicareg.finding import Citation

State = Literal["overdue", "open", "met", "lapsed", "not-applicable"]
STATES: tuple[State, ...] = get_args(State)


class Met(NamedTuple):
    """What met a duty, and on which day; None where the day is not on record.

    `until` is the last day on which it meets it, where it was taken back.
    """

    by: str
    on: date | None = None
    until: date | None = None

    def stands_on(self, day: date) -> bool:
        """Tell whether it meets the duty on a day: it has come, and was not taken back."""
        return (self.on is None or self.on <= day) and (self.until is None or day <= self.until)


class Duty(NamedTuple):
    """Something that falls due: for whom, what, and its days. Nothing in it depends on today.

    `id` holds no day, so that it stays what it is when a day is corrected. `who` is a state's code, the id of an
    organ, `secretariat` or `chairmanship`; `what` goes on after the name. It arises on `since` (None: not known) and
    falls due on `by`, its last day; where the text sets none, after `after`.

    `void` says why it does not apply. `ends` is the last day on which it stands: after it, what is not met has
    become void where `void` is said, else lapsed. With `lapses`, that day is `by`.

    `decision` is the deciding paragraph that it rests on, `about` the document, meeting or decision that it deals with.
    """

    id: str
    duty: str
    who: str
    what: str
    area: str | None = None
    dimension: str | None = None
    since: date | None = None
    by: date | None = None
    after: date | None = None
    met: Met | None = None
    void: str | None = None
    lapses: bool = False
    decision: str | None = None
    cites: Citation | None = None
    ends: date | None = None
    about: str | None = None

    @property
    def day(self) -> date | None:
        """Give the day to sort it by, and to put it into a calendar: the last one, or the one after which it is due."""
        return self.by or self.after

    @property
    def order(self) -> tuple[date, bool, date, str, str]:
        """Give the key to sort duties by: their days, those without one last and by when they arose."""
        return (self.day or date.max, self.by is None, self.since or date.min, self.duty, self.id)


def state_on(duty: Duty, today: date) -> State | None:
    """Give the state of a duty on a day; None where it has not arisen yet.

    Once met it stays met, unless what met it was taken back. What is met later than that day is not met yet.
    """
    if duty.since is not None and duty.since > today:
        return None
    if duty.met is not None and duty.met.stands_on(today):
        return "met"
    if duty.ends is None and duty.void is not None:
        return "not-applicable"
    if duty.ends is not None and duty.ends < today:
        return "lapsed" if duty.void is None else "not-applicable"
    if duty.by is not None and duty.by < today:
        return "lapsed" if duty.lapses else "overdue"
    return "open"
