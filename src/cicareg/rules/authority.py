"""Which decision a citation names, what it does, and which organs may do such a thing."""

from collections.abc import Mapping
from typing import NamedTuple

from cicareg.questions.naming import any_name, post_label, subject_labels
from cicareg.reading import Entry
from cicareg.records.meeting import Decision, Meeting
from cicareg.records.registry import Organ, RegistryRecord
from cicareg.registry import Registry


class Cited(NamedTuple):
    """A decision on record, with the meeting that took it."""

    meeting: Entry[Meeting]
    decision: Decision


def cited(registry: Registry, reference: str) -> Cited | None:
    """Give the decision that MEETING/KEY names, or None where it is not on record."""
    meeting_id, _, label = reference.partition("/")
    meeting = registry.get(Meeting, meeting_id)
    decision = meeting.record.cited.get(label) if meeting else None
    return Cited(meeting, decision) if meeting and decision else None


def deed(registry: Registry, decision: Decision) -> str:
    """Say what a decision does: `recommends charter`, `appoints to Ice`."""
    if decision.appoints is not None:
        return "appoints to " + ", ".join(post_label(registry, area) for area in decision.appoints)
    if decision.reviews:
        return "reviews " + ", ".join(subject_labels(registry, decision.reviews.areas, decision.reviews.dimensions))
    if not decision.verb:
        return "has a text only"
    person = decision.considers_person or decision.appoints_person
    what = any_name(person.name) if person else decision.document or decision.calls_on
    return f"{decision.verb.removesuffix('-person').replace('-', ' ')} {what}"


def organs(registry: Registry) -> Mapping[str, Organ]:
    """Give the organs on record; none where registry.yaml cannot be read."""
    top = next(iter(registry.of(RegistryRecord)), None)
    return top.record.organs if top else {}


def overstep(registry: Registry, organ: str, power: str, what: str) -> str | None:
    """Say that an organ lacks a power and which organs have it; None where it has it, or is not on record."""
    known = organs(registry)
    if organ not in known or power in known[organ].may:
        return None
    holders = " and ".join(organ_label(o) for o in known.values() if power in o.may)
    return f"{organ_label(known[organ])} may not {what}; " + (f"that is for {holders}" if holders else "no organ may")


def organ_label(organ: Organ) -> str:
    """Give the short name of an organ for messages."""
    return any_name(organ.short or organ.name)
