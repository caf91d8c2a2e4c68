"""What is recorded, on what it rests, and what came of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Base(NamedTuple):
    """The branch that is checked out, by its full name, and its commit."""

    branch: str
    commit: str


class Plan(NamedTuple):
    """What an act writes: contents by path from the register's folder, and the message, trailers included."""

    files: Mapping[str, bytes]
    message: str


class Draft(NamedTuple):
    """A plan on its base, with those of its files that it changes, by path from the top of the repository.

    `before` are the ids of those of the planned files that the base has.
    """

    base: Base
    plan: Plan
    files: Mapping[str, bytes]
    before: Mapping[str, str]


class Recorded(NamedTuple):
    """What came of an act: its commit, on what it rests, and what git or a hook said, for the person.

    Without a commit the files were already as planned.
    """

    commit: str | None
    base: str
    said: str


class Written(NamedTuple):
    """What came of writing without a commit: the plan, None where nothing was planned, and what healing said.

    `message` is the file that holds the plan's message, for whoever commits.
    """

    plan: Plan | None
    said: str
    message: Path
