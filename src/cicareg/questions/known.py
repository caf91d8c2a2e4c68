"""The register as somebody knew it on a day: without what was decided, notified or broken later.

A meeting to come stays, with its agenda; what it decided is not known yet. Documents and events stay: whoever asks
looks at the days that they bear.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cicareg.questions.holdings import deciding_meeting
from cicareg.reading import Reading
from cicareg.records.coordinators import Based, Coordinators, Tenure
from cicareg.records.meeting import Decision, Meeting
from cicareg.registry import Registry


def known_on(registry: Registry, day: date) -> Registry:
    """Give the register as it was known at the end of a day; the very same where nothing is later."""
    later = frozenset(entry.id for entry in registry.of(Meeting) if entry.record.date > day)
    changed: dict[str, Reading] = {}
    for meeting in registry.of(Meeting):
        _note(changed, registry.reading(meeting.path), meeting.id, _meeting(meeting.record, day))
    for post in registry.of(Coordinators):
        _note(changed, registry.reading(post.path), post.id, _post(post.record, later, day))
    if not changed:
        return registry
    return Registry({path: changed.get(path) or registry.reading(path) for path in registry.paths})


def _note(changed: dict[str, Reading], reading: Reading, id_: str, update: Mapping[str, Any]) -> None:
    """Note what a file reads as where its record is another on that day."""
    if not update:
        return
    entry = replace(reading.entries[id_], record=reading.entries[id_].record.model_copy(update=dict(update)))
    indexes = reading.kind.indexes if reading.kind else {}
    facts = frozenset(f"{name}={key}" for name, keys in indexes.items() for key in keys(id_, entry.record))
    changed[reading.path] = replace(reading, entries={**reading.entries, id_: entry}, facts=facts)


def _meeting(record: Meeting, day: date) -> Mapping[str, Any]:
    if record.date > day:
        return {"decisions": (), "list": None} if record.decisions or record.list else {}
    decisions = tuple(_unbroken(decision, day) for decision in record.decisions)
    return {"decisions": decisions} if any(map(_differs, decisions, record.decisions)) else {}


def _differs(one: object, other: object) -> bool:
    return one is not other


def _unbroken(decision: Decision, day: date) -> Decision:
    silence = decision.silence
    if silence is None or silence.broken is None or silence.broken <= day:
        return decision
    return decision.model_copy(update={"silence": silence.model_copy(update={"broken": None})})


def _post(record: Coordinators, later: frozenset[str], day: date) -> Mapping[str, Any]:
    found: dict[str, tuple[Any, ...]] = {
        "tenures": tuple(_unended(tenure, day) for tenure in record.tenures if not _is_later(tenure, later)),
        "departures": tuple(departure for departure in record.departures if not _is_later(departure, later)),
        "proposals": tuple(
            proposal.model_copy(update={"withdrawn": None})
            if proposal.withdrawn and proposal.withdrawn > day
            else proposal
            for proposal in record.proposals
            if proposal.notified <= day
        ),
        "acting": tuple(acting for acting in record.acting if (acting.notified or acting.from_) <= day),
    }
    was = {key: getattr(record, key) for key in found}
    return {key: now for key, now in found.items() if len(now) != len(was[key]) or any(map(_differs, now, was[key]))}


def _is_later(based: Based, later: frozenset[str]) -> bool:
    if isinstance(based, Tenure):
        return deciding_meeting(based) in later
    return (based.decision.partition("/")[0] if based.decision else based.listed) in later


def _unended(tenure: Tenure, day: date) -> Tenure:
    """Give a tenure as it was: one that ends early does so for those who were told of it."""
    ended = tenure.ended
    if ended is None or (ended.notified or ended.on) <= day:
        return tenure
    return tenure.model_copy(update={"ended": None})
