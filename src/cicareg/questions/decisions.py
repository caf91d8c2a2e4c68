"""A decision in plain words for cards: made from its keys, never the organ's own wording."""

from cicareg.questions.naming import any_name, post_label, state_label, subject_labels
from cicareg.questions.posts import top
from cicareg.records.document import Document
from cicareg.records.meeting import Decision
from cicareg.records.person import Person
from cicareg.records.silence import Silence
from cicareg.registry import Registry


def in_words(registry: Registry, decision: Decision) -> str:
    """Give what a decision does, such as `recommends to MC that it endorse Road Map (road-map)`."""
    said = f"preliminarily {_verb(registry, decision)}" if decision.preliminary else _verb(registry, decision)
    if decision.outcome:
        said += f": {decision.outcome.replace('-', ' ')}"
    if decision.through:
        said += f", through {_document(registry, decision.through)}"
    if decision.silence:
        said += f", {_silence(decision.silence)}"
    if decision.text:
        said = f"{said}: {any_name(decision.text)}" if said else any_name(decision.text)
    return said


def _verb(registry: Registry, decision: Decision) -> str:
    document = _document(registry, decision.document) if decision.document else ""
    if decision.recommends:
        organs = top(registry).organs
        organ = organs.get(decision.to or "")
        name = any_name(organ.short or organ.name) if organ else decision.to
        at = f", at {decision.at}" if decision.at else ""
        return f"recommends{f' to {name}' if name else ''} to {decision.that_it or 'take up'} {document}{at}"
    if decision.appoints is not None:
        amends = ", and so amends the list" if decision.amends_list else ""
        return f"appoints for {', '.join(post_label(registry, area) for area in decision.appoints)}{amends}"
    if decision.calls_on:
        until = f" before {decision.before}" if decision.before else f" by {decision.by}" if decision.by else ""
        served = f", for {_document(registry, decision.for_)}" if decision.for_ else ""
        return f"calls on {decision.calls_on}{until}{served}"
    if decision.reviews:
        labels = subject_labels(registry, decision.reviews.areas, decision.reviews.dimensions)
        return f"reviews the implementation in {', '.join(labels)}"
    person = decision.considers_person or decision.appoints_person
    if person:
        return f"{decision.verb.removesuffix('-person')} {_person(registry, person)}"
    return f"{decision.verb} {document}".strip()


def _silence(silence: Silence) -> str:
    if silence.broken:
        return f"but the silence until {silence.until} was broken on {silence.broken}"
    return f"unless the silence until {silence.until} is broken"


def _document(registry: Registry, id_: str) -> str:
    entry = registry.get(Document, id_)
    return f"{any_name(entry.record.short or entry.record.title)} ({id_})" if entry else id_


def _person(registry: Registry, person: Person) -> str:
    by = f", nominated by {state_label(registry, person.nominated_by)}" if person.nominated_by else ""
    return f"{any_name(person.name)} as {person.office.replace('-', ' ')}{by}"
