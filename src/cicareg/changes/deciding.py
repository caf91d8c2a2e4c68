"""The decision that an act rests on: found on record, or put there, with its meeting where that is missing too."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from cicareg.changes.change import refused
from cicareg.changes.correcting import correction
from cicareg.changes.keys import keys_of, path_of, stated
from cicareg.editing import Append, Edit, Insert, Put, Remove
from cicareg.errors import UsageError
from cicareg.kinds import kind_at
from cicareg.names import did_you_mean
from cicareg.questions.decisions import in_words
from cicareg.questions.naming import any_name
from cicareg.questions.posts import top
from cicareg.reading import Entry
from cicareg.records.meeting import KIND as MEETING
from cicareg.records.meeting import Decision, Meeting
from cicareg.registry import Registry
from cicareg.terms import parse_day

_REFERENCE = re.compile(
    r"([a-z0-9]+(?:-[a-z0-9]+)*?)-(\d{4}-\d\d-\d\d)(-[1-9]\d?)?/([a-z0-9]+(?:-[a-z0-9]+)*)", re.ASCII
)
_HINT = "a decision is cited as MEETING/NUMBER, such as soc-2023-08-22/4 (or MEETING/KEY where no number is known)"


class Reference(NamedTuple):
    """A decision as it is cited: the meeting, its organ and day, and the number or key of the paragraph."""

    meeting: str
    organ: str
    day: date
    label: str

    def __str__(self) -> str:
        """Give MEETING/LABEL."""
        return f"{self.meeting}/{self.label}"

    @property
    def naming(self) -> Mapping[str, Any]:
        """Give what names the paragraph in its meeting's record."""
        return {"number": int(self.label)} if self.label.isdecimal() else {"key": self.label}


def reference(registry: Registry, typed: str) -> Reference:
    """Read a citation; its organ must be on record, its meeting and decision need not be."""
    match = _REFERENCE.fullmatch(typed.lower())
    if match is None:
        raise UsageError(f"{typed!r} cites no decision", hint=_HINT)
    organ, day, further, label = match.groups()
    organs = top(registry).organs
    if organ not in organs:
        hint = f"there are: {', '.join(organs)}"
        raise UsageError(f"no organ {organ!r} on record{did_you_mean(organ, organs)}", hint=hint)
    try:
        held = parse_day(day)
    except ValueError as error:
        raise UsageError(f"{typed!r} cites no decision: {error}", hint=_HINT) from None
    if label.isdecimal() and not 1 <= int(label) <= 9999:  # as records allow
        raise UsageError(f"no decision has the number {label}", hint=_HINT)
    cited = Reference(f"{organ}-{day}{further or ''}", organ, held, label)
    if label[0].isdigit() and not label.isdecimal() and label not in _labels(registry, cited):
        raise UsageError(f"{label!r} is no number; a key begins with a letter", hint=_HINT)
    return cited


def _labels(registry: Registry, cited: Reference) -> Sequence[str]:
    """Give the numbers and keys of the decisions on record of that meeting."""
    meeting = registry.get(Meeting, cited.meeting)
    return [decision.label for decision in meeting.record.decisions] if meeting else []


def found(registry: Registry, cited: Reference) -> tuple[Entry[Meeting] | None, int | None]:
    """Give the meeting on record and the index of the decision in it, each None where it is not there."""
    if registry.broken(Meeting, cited.meeting):
        raise refused(f"the record of {cited.meeting} has errors", hint="cicareg validate shows them: mend them first")
    meeting = registry.get(Meeting, cited.meeting)
    labels = _labels(registry, cited)
    return meeting, labels.index(cited.label) if cited.label in labels else None


def meeting_of(registry: Registry, typed: str) -> Reference:
    """Read the id of a meeting, on record or not; the label of its first paragraph stands for none."""
    try:
        return reference(registry, f"{typed}/1")
    except UsageError as error:
        _, cites, why = error.message.partition(" cites no decision")
        if not cites:
            raise
    organs = ", ".join(top(registry).organs)
    hint = f"a meeting is named by its organ and day, such as soc-2026-12-01; there are: {organs}"
    raise UsageError(f"{typed!r} names no meeting{why}", hint=hint)


def recorded(
    registry: Registry, cited: Reference, said: Mapping[str, Any], *, place: str | None = None
) -> Mapping[str, Sequence[Edit]]:
    """Put a decision that is not on record there, in the order of numbers, and its meeting where that is missing."""
    meeting, _ = found(registry, cited)
    path, decision = path_of(Meeting, cited.meeting), {**cited.naming, **said}
    if meeting is not None:
        refuse_other_place(meeting, place)
        return {path: (*_taken_up(meeting, path, cited), _placed(meeting.record, decision))}
    data = stated((("organ", cited.organ), ("date", str(cited.day)), ("place", place)))
    puts = [Put((key,), value, keys_of(Meeting)) for key, value in data.items()]
    return {path: (*puts, Append(("decisions",), decision, keys_of(Meeting)))}


def _taken_up(meeting: Entry[Meeting], path: str, cited: Reference) -> Sequence[Edit]:
    """Take back that a meeting was not held: it has a decision."""
    if meeting.record.held is not False:
        return ()
    return correction(path, "held", False, "A decision of it is on record.", f"decision {cited}"), Remove(("held",))


def taken_up(edits: Mapping[str, Sequence[Edit]]) -> tuple[str, ...]:
    """Give the meetings that edits put on record as held again."""
    found = (kind_at(path) for path, made in edits.items() if Remove(("held",)) in made)
    return tuple(id_ for kind, id_ in filter(None, found) if kind is MEETING)


def held_again(meeting: str, act: str) -> str:
    """Say that an act puts a meeting on record as held again."""
    return f"the meeting {meeting} was marked as not held; with {act} it is on record as held again"


def refuse_other_place(meeting: Entry[Meeting], place: str | None) -> None:
    """Refuse a place that is not the one that a meeting on record has."""
    if place is None or place in (meeting.record.place or {}).values():
        return
    if meeting.record.place is None:
        raise UsageError(
            f"{meeting.id} is on record already, and says no place", hint="leave --place out; cicareg correct adds it"
        )
    raise refused(
        f"{meeting.id} is on record with another place: {any_name(meeting.record.place)}",
        hint="leave --place out; cicareg correct changes what was recorded wrongly",
    )


def news(registry: Registry, cited: Reference) -> tuple[str, ...]:
    """Say what is not on record yet of a decision that is cited."""
    meeting, index = found(registry, cited)
    if meeting is None:
        return (f"the meeting {cited.meeting} is not on record yet: it is added, with decision {cited.label}",)
    if index is not None:
        return ()
    again = (held_again(cited.meeting, "this act"),) if meeting.record.held is False else ()
    added = f"decision {cited.label} of {cited.meeting} is not on record yet: it is added"
    if cited.label.isdecimal() or not any(label.isdecimal() for label in _labels(registry, cited)):
        return (*again, added)
    key = f"{cited.label} is a key, and {cited.meeting} has numbers: a key is for where no number is known"
    return (*again, added, key)


def _placed(meeting: Meeting, decision: Mapping[str, Any]) -> Edit:
    """Place a decision before the first of a higher number, else at the end."""
    number = decision.get("number")
    if isinstance(number, int):
        for index, other in enumerate(meeting.decisions):
            if other.number is not None and other.number > number:
                return Insert(("decisions", index), decision)
    return Append(("decisions",), decision, keys_of(Meeting))


def cannot_carry(registry: Registry, cited: Reference, decision: Decision, what: str) -> Exception:
    """Make the error of an act that cites a paragraph which decided something else."""
    return refused(
        f"{cited} cannot carry {what}: it {in_words(registry, decision) or 'has a text only'}",
        hint="cite the paragraph that decided it; cicareg show " + cited.meeting + " lists them",
    )
