"""Plan an act on a register: what it asks, what changes, and how that is judged by the rules of the check."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple, Protocol

from cicareg.changes.applying import texts
from cicareg.changes.change import Act, Change, refused
from cicareg.changes.requests import refuse_unkept
from cicareg.editing import Edit, EditError
from cicareg.finding import Report
from cicareg.planning.previewing import previewed
from cicareg.planning.state import State, breaches
from cicareg.planning.verdicts import verdicts
from cicareg.preview import Judged, Preview
from cicareg.registry import Registry

_APPOINTMENT = ("departures", "replaces")  # what is supposed is an appointment


class Source(Protocol):
    """What planning needs of a register that was checked."""

    @property
    def known(self) -> Registry:
        """Give its records."""
        ...

    @property
    def report(self) -> Report:
        """Give what its check gave."""
        ...

    def text(self, path: str) -> str | None:
        """Give the text of a file, None where there is none."""
        ...

    def foreseen(self, files: Mapping[str, bytes]) -> tuple[Registry, Report]:
        """Give records and report with some files as they would be."""
        ...


class Planned(NamedTuple):
    """An act as planned: what is asked, what changes, how it looks, and the files with their new content."""

    request: Any
    change: Change
    preview: Preview
    files: Mapping[str, bytes]


def plan(source: Source, act: Act, make: Callable[[Registry], Any]) -> Planned:
    """Plan an act; `make` gives the request. A change without edits is on record already, and is not judged."""
    registry = source.known
    request = make(registry)
    change = act.plan(registry, request)
    if not change.edits:
        return Planned(request, change, Preview(change.subject), {})
    refuse_unkept(act, request)
    before = State(registry, source.report)
    new = _texts(source, change.edits)
    files = {path: text.encode("utf-8") for path, text in new.items()}
    supposed = _supposed(source, change)
    preview = previewed(
        change,
        before,
        State(*source.foreseen(files)),
        {path: (source.text(path), new[path]) for path in change.paths},
        {field.name for field in fields(request)},
    )
    if supposed is not None:
        judged, _ = verdicts(before, supposed, tuple(change.supposed), _APPOINTMENT)
        known = {verdict for verdict in judged if verdict.judged is Judged.DEPARTURE}
        found = tuple(v for v in preview.verdicts if v.judged is not Judged.IN_ORDER and v not in known)
        preview = preview._replace(supposed=judged, verdicts=found, order=0)
    return Planned(request, change, preview, files)


def _supposed(source: Source, change: Change) -> State | None:
    """Give the register as it would be if what is supposed came true."""
    if not change.supposed:
        return None
    texts_ = _texts(source, change.supposed)
    return State(*source.foreseen({path: text.encode("utf-8") for path, text in texts_.items()}))


def _texts(source: Source, edits: Mapping[str, Sequence[Edit]]) -> Mapping[str, str]:
    try:
        return texts(edits, source.text)
    except EditError as error:
        hint = "change it by hand, and check it: cicareg validate"
        raise refused(f"this file cannot be edited: {error}", hint=hint) from None


def broken(source: Source, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Give the errors that a register would have with some files as they would be, and has not."""
    _, after = source.foreseen(files)
    return tuple(f"{finding.place}: {finding.rule}: {finding.message}" for finding in breaches(source.report, after))
