"""Send a commit, and find out what came of it: what git says at the end is only half of the truth."""

import re
from enum import Enum, auto
from typing import NamedTuple

from cicareg.errors import CicaregError, Exit
from cicareg.storage import git
from cicareg.storage.recording.places import Places
from cicareg.storage.sharing.remote import Remote, fetched

_REJECTED = re.compile(r"^!\t[^\t]*\t\[([a-z ]+)\](?: \((.*)\))?$", re.MULTILINE)
_RACE = re.compile(r"cannot lock|failed to (?:update ref|lock)|incorrect old value|stale info|already exists")
_BROKEN_OFF = re.compile(
    r"hung up|disconnect|timed out|[Tt]imeout|reset by peer|[Bb]roken pipe|early EOF|Connection closed|died of signal"
)


class Outcome(Enum):
    """What came of sending: it is there; others were faster; it was not taken; nobody can tell yet."""

    THERE = auto()
    OVERTAKEN = auto()
    REFUSED = auto()
    IN_DOUBT = auto()


class Sent(NamedTuple):
    """What came of sending, and what was said there or by git."""

    outcome: Outcome
    said: str


def send(places: Places, remote: Remote, commit: str, there: str | None) -> Sent:
    """Send a commit that rests on what a branch of a remote has; where git does not say that it is there, look."""
    done = git.push(places.top, remote.name, (there or "", commit), remote.branch, asks=remote.asks)
    if done.code == 0:
        return Sent(Outcome.THERE, "")
    outcome = judged(done)
    if outcome is Outcome.OVERTAKEN:  # it is not there, and the next try looks anyway
        return Sent(outcome, done.err)
    try:
        there = fetched(places, remote)
    except CicaregError as error:
        raise CicaregError(
            f"whether {remote.name} has your acts is not known: they were being sent when this went wrong, and now "
            f"{error.standing('').message}",
            hint="they are on record here; cicareg sync finds out, as soon as it can be reached",
            code=Exit.UNCONFIRMED,
        ) from None
    if there and git.holds(places.top, there, commit):
        return Sent(Outcome.THERE, "")
    return Sent(outcome, done.err)


def judged(done: git.Asked) -> Outcome:
    """Tell from what git said why a commit is not there."""
    found = _REJECTED.search(done.out)
    if found is None:
        return Outcome.IN_DOUBT if done.code < 0 or _BROKEN_OFF.search(done.err) else Outcome.REFUSED
    how, why = found[1], found[2] or ""
    if how == "rejected" or _RACE.search(why):
        return Outcome.OVERTAKEN
    return Outcome.IN_DOUBT if how == "remote failure" else Outcome.REFUSED
