"""The questions of a paper that came in: what it is, whose, and what belongs to its kind."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cicareg.changes.verbs import BY_KEY
from cicareg.commands import _means, _questions
from cicareg.commands._asking import asked

if TYPE_CHECKING:
    from cicareg.changes.submit import Submit
    from cicareg.registry import Registry

_NONE = "-"
_MOST = 40  # choices that are shown; of more, the person types an id
# What is asked of a kind besides: the period of what is made for one, the meeting and the request that are met.
_FURTHER = {
    "concept-paper": ("applies", "version", "supersedes"),
    "action-plan": ("applies", "version", "supersedes"),
    "contribution": ("meeting", "answers"),
}


def id_of(registry: "Registry", given: str | None) -> str:
    """Give the id of the paper, in lower letters."""
    from cicareg.changes.submit import Submit, check

    def take(typed: str) -> str:
        check(registry, Submit(typed.lower()))
        return typed.lower()

    return (
        given.lower() if given is not None else asked(None, "ID", "What to call it (an id, such as ict-paper-2)", take)
    )


def parted(registry: "Registry", ids: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part areas from dimensions; a post that is a dimension counts as an area, which has a coordinator."""
    from cicareg.records.area import Area

    areas = tuple(id_ for id_ in ids if registry.known(Area, id_))
    return areas, tuple(id_ for id_ in ids if id_ not in areas)


def asked_for(registry: "Registry", known: "Submit", *, ask: bool) -> "Submit":
    """Give a paper with what is missing; of one on record already nothing is."""
    from cicareg.changes.submit import OF_STATES
    from cicareg.records.document import Document

    if registry.known(Document, known.document):
        return known
    if known.kind is None:
        known = _with(registry, known, "kind", BY_KEY["kind"].question, str, dict.fromkeys(BY_KEY["kind"].choices, ""))
    if not known.title:
        known = _with(registry, known, "title", "Its title", lambda typed: (typed,))
    if not known.by and (ask or known.kind in OF_STATES):
        known = _by(registry, known)
    if known.on is None:
        known = _with(registry, known, "on", "The day that it bears (such as 2025-10-01)", _questions.optional_day)
    if ask and not known.areas and not known.dimensions:
        known = _about(registry, known)
    for key in _FURTHER.get(known.kind or "", ()) if ask else ():
        known = known if getattr(known, key) else _further(registry, known, key)
    return known


def _with(
    registry: "Registry",
    known: "Submit",
    key: str,
    question: str,
    meant: Callable[[str], Any],
    choices: dict[str, str] | None = None,
) -> "Submit":
    """Ask for something; the answer is checked at once, and where nothing need be said, `-` says nothing."""
    from cicareg.changes.submit import check

    optional = question.endswith(f"{_NONE} for none)")

    def take(typed: str) -> "Submit":
        if typed == _NONE and optional:
            return known
        _questions.refuse_none(typed)
        told = replace(known, **{key: meant(typed)})
        check(registry, told)
        return told

    return asked(None, f"--{key}", question, take, choices)


def _by(registry: "Registry", known: "Submit") -> "Submit":
    from cicareg.changes.submit import OF_STATES

    none = "" if known.kind in OF_STATES else f"; {_NONE} for none"
    question = f"Who prepared it (states, with commas between them{none})"
    return _with(registry, known, "by", question, lambda typed: _means.states(registry, [typed]))


def _about(registry: "Registry", known: "Submit") -> "Submit":
    """Ask what it concerns."""
    from cicareg.changes.submit import check

    def take(typed: str) -> "Submit":
        if typed == _NONE:
            return known
        areas, dimensions = parted(registry, _means.subjects(registry, [typed]))
        told = replace(known, areas=areas, dimensions=dimensions)
        check(registry, told)
        return told

    return asked(
        None, "--area", f"Which areas or dimensions it concerns (with commas between them; {_NONE} for none)", take
    )


def _further(registry: "Registry", known: "Submit", key: str) -> "Submit":
    if key == "applies":
        return _with(registry, known, key, f"For which period it is made (such as 2026-2028; {_NONE} for none)", str)
    if key == "version":
        return _with(registry, known, key, f"Which version it is, as printed ({_NONE} for none)", str)
    if key == "supersedes":
        older = _older(registry, known)
        question = f"The version whose place it takes ({_NONE} for none)"
        return _with(registry, known, key, question, str, older) if older else known
    if key == "meeting":
        return _with(registry, known, key, f"For which meeting, on record or to come ({_NONE} for none)", str)
    requests = _requests(registry)
    if not requests:
        return known
    question = f"Which requests it answers (with commas between them; {_NONE} for none)"
    return _with(registry, known, key, question, lambda typed: tuple(typed.replace(" ", "").split(",")), requests)


def _older(registry: "Registry", known: "Submit") -> dict[str, str]:
    """Give the papers of the kind on the same areas whose place nothing has taken."""
    from cicareg.questions.naming import any_name
    from cicareg.records.document import Document

    found = {
        entry.id: any_name(entry.record.title)
        for entry in registry.of(Document)
        if entry.record.kind == known.kind
        and (set(known.areas) & set(entry.record.areas) or set(known.dimensions) & set(entry.record.dimensions))
        and not registry.stating(Document, "supersedes", entry.id)
    }
    return found if len(found) <= _MOST else {}


def _requests(registry: "Registry") -> dict[str, str]:
    """Give the requests of members and coordinators on record, the newest first."""
    from cicareg.questions.decisions import in_words
    from cicareg.records.meeting import Meeting

    meetings = sorted(registry.of(Meeting), key=lambda entry: entry.record.date, reverse=True)
    found = {
        f"{entry.id}/{decision.label}": in_words(registry, decision)
        for entry in meetings
        for decision in entry.record.decisions
        if decision.calls_on in ("members", "coordinators")
    }
    return dict(list(found.items())[:_MOST])
