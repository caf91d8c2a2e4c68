"""From a table that a state sent to what is recorded of it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cicareg.commands import _means
from cicareg.commands._desk import Desk, tell, typed

if TYPE_CHECKING:
    from cicareg.changes.imports import Import
    from cicareg.registry import Registry

_LARGEST = 8 * 1024 * 1024
_MOST_TOLD = 200


class Told(NamedTuple):
    """The file, and what is said of all its events."""

    file: Path
    plan: str | None
    answers: tuple[str, ...]
    by: tuple[str, ...]
    on: str | None
    source: str | None
    lang: str | None


def submitted(registry: "Registry", told: Told) -> "Import":
    """Read the table; what cannot be read is told, all of it, before anything is recorded."""
    from cicareg.changes.event import Event
    from cicareg.changes.imports import Import, written
    from cicareg.changes.submissions import Submission, problems_said
    from cicareg.changes.tables import rows_of
    from cicareg.commands import _questions

    common = Event(
        "",
        plan=told.plan,
        answers=told.answers,
        proposed_by=_means.states(registry, told.by),
        submitted=_questions.optional_day(told.on),
        source=told.source,
    )
    name = typed(told.file)
    submission = Submission(registry, common, _language(registry, told.lang))
    events = submission.events(rows_of(_read(told.file), name))
    problems = submission.problems
    if problems:
        for problem in problems[:_MOST_TOLD]:
            tell(f"{name}:{problem}")
        raise problems_said(problems)
    return Import(tuple(written(id_, data) for id_, data in events))


def _read(file: Path) -> bytes:
    from cicareg.errors import CicaregError
    from cicareg.storage.files import UnfitError, read_file

    try:
        return read_file(str(file), "a table", most=_LARGEST, links=True)
    except UnfitError as error:
        raise CicaregError(f"{typed(file)}: {error}") from None


def _language(registry: "Registry", told: str | None) -> str:
    from cicareg.errors import UsageError
    from cicareg.questions.posts import top

    known = top(registry).languages
    if told is not None and told not in known:
        raise UsageError(f"the register has no language {told!r}", hint=f"there are: {', '.join(known)}")
    return told or ("en" if "en" in known else known[0])


def example_of(desk: Desk) -> str:
    """Give a table with one event of this register: its first member, its first area."""
    import csv
    import io

    from cicareg.changes.submissions import EXAMPLE
    from cicareg.commands._register import open_register
    from cicareg.questions.naming import any_name
    from cicareg.questions.posts import posts
    from cicareg.records.state import State

    registry = open_register(desk).registry
    states = [entry for entry in registry.of(State) if entry.record.member_since]
    found = posts(registry)
    cells = {
        "title": "Workshop on an example",
        "purpose": "To show what a table of events looks like.",
        "concept": "One day of talks, and one of practice.",
        "organisers": "; ".join(any_name(entry.record.name) for entry in states[:2]),
        "partners": "University of Examples",
        "dates": "15-17.03.2030",
        "place": "Exampleton",
        "format": "hybrid",
        "areas": found[0].number if found else "",
    }
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([EXAMPLE, [cells.get(column, "") for column in EXAMPLE]])
    return text.getvalue()
