"""Which commit a person means who names a revision, or a day.

A day stands for the last commit by its end. Only the line of the branch counts, which goes from a commit to its first
parent: what another branch had by then was on record here once it was merged. The day ends by UTC: by the zones of
the commits themselves, a later one could belong to an earlier day.
"""

import re
from datetime import UTC, date, datetime

from cicareg.errors import CicaregError, UsageError
from cicareg.moment import Moment, day_of
from cicareg.storage import git
from cicareg.storage.repository import top
from cicareg.storage.revision import LACKS, UNSHALLOW, Repository, commit_of
from cicareg.terms import parse_day
from cicareg.visible import visible
from cicareg.yaml_text import shown

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SECONDS = 24 * 60 * 60


def moment_of(repository: Repository, told: str) -> Moment:
    """Give the commit that a revision or a day stands for; refused where there is none."""
    if top(repository.folder) is None:
        raise CicaregError(
            f"{visible(str(repository.folder))} is not in a git repository: nothing tells what was on record when",
            hint="git init, then git add and git commit: from then on there is a history",
        )
    commit = commit_of(repository, "HEAD" if _DAY.fullmatch(told) else told)
    if commit is None:
        raise CicaregError("the branch has no commit yet", hint="commit the register first: git add, git commit")
    if _DAY.fullmatch(told):
        return _by(repository, commit, _day(told))
    found = git.last_by(repository.folder, commit)
    return Moment(commit, day_of(found[1] if found else 0))


def _by(repository: Repository, tip: str, day: date) -> Moment:
    """Give the last commit on the line of a tip by the end of a day."""
    begins = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    found = git.last_by(repository.folder, tip, max(0, begins + _SECONDS - 1)) if begins >= 0 else None
    if found:
        return Moment(found[0], day_of(found[1]))
    if git.is_shallow(repository.folder):
        raise CicaregError(f"{LACKS} what was on record on {day}", hint=UNSHALLOW)
    first = git.first_of(repository.folder, tip)
    raise UsageError(
        f"no commit is of {day} or before: the first is {Moment(first[0], day_of(first[1]))}",
        hint=f"take that day or a later one: {day_of(first[1])}",
    )


def _day(told: str) -> date:
    try:
        return parse_day(told)
    except ValueError as error:
        hint = f"a branch or tag of this name: heads/{shown(told)}, tags/{shown(told)}"
        raise UsageError(str(error), hint=hint) from None
