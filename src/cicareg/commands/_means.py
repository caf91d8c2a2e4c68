"""What the words of an act mean: areas, states and decisions as people type them, as the register calls them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cicareg.records.document import Document
    from cicareg.registry import Registry


def area(registry: "Registry", typed: str) -> str:
    """Give the id of an area."""
    from cicareg.questions.identify import identify
    from cicareg.records.area import Area

    typed = typed.strip()
    return typed.lower() if registry.get(Area, typed.lower()) else identify(registry, typed, ("area",))[0].id


def areas(registry: "Registry", typed: Sequence[str] | None) -> tuple[str, ...]:
    """Give the ids of areas; each word may hold several, with commas between them, and none counts twice."""
    words = [part for word in typed or () for part in word.split(",") if part.strip()]
    return tuple(dict.fromkeys(area(registry, word) for word in words))


def subjects(registry: "Registry", typed: Sequence[str] | None) -> tuple[str, ...]:
    """Give the ids of areas and dimensions; a dimension that is a post itself is meant as a whole."""
    words = [part for word in typed or () for part in word.split(",") if part.strip()]
    return tuple(dict.fromkeys(_dimension(registry, word.strip()) or area(registry, word) for word in words))


def review(registry: "Registry", typed: str) -> str:
    """Give what is reviewed by ids, with the title of the item: `human=Review of the human dimension`."""
    named, equals, title = typed.partition("=")
    return f"{','.join(subjects(registry, [named]))}={title}" if equals else typed


def _dimension(registry: "Registry", typed: str) -> str | None:
    """Give the id of the dimension that an id, a number or a name means, or None."""
    from cicareg.names import folded
    from cicareg.questions.posts import top

    for dimension in top(registry).dimensions:
        if folded(typed) in map(folded, (dimension.id, str(dimension.number), *dimension.name.values())):
            return dimension.id
    return None


def state(registry: "Registry", typed: str) -> str:
    """Give the code of a state."""
    from cicareg.questions.identify import identify
    from cicareg.records.state import State

    typed = typed.strip()
    return typed.upper() if registry.get(State, typed.upper()) else identify(registry, typed, ("state",))[0].id


def record(registry: "Registry", typed: str) -> str:
    """Give the id of an area, a meeting, a document or an event."""
    from cicareg.errors import UsageError
    from cicareg.questions.identify import identify

    try:
        return identify(registry, typed.strip(), ("area", "meeting", "document", "event"))[0].id
    except UsageError:
        if not _is_state(registry, typed):
            raise
    raise UsageError(
        f"{typed.strip()} is a state: areas, meetings, documents and events are corrected here",
        hint="its tenures stand with the area: cicareg correct AREA tenures/N/KEY VALUE",
    )


def _is_state(registry: "Registry", typed: str) -> bool:
    from cicareg.errors import UsageError

    try:
        return bool(state(registry, typed))
    except UsageError:
        return False


def note(registry: "Registry", typed: str, notified: str | None = None) -> str:
    """Give the id of a note verbale that can carry a notice of that day; one not on record, the rules refuse."""
    from cicareg.errors import UsageError
    from cicareg.records.document import NOTE, Document

    document = registry.get(Document, typed)
    if document is not None and document.record.kind != NOTE:
        known = notes(registry)
        raise UsageError(
            f"a notice is carried by a {NOTE}; {typed} is of the kind {document.record.kind}",
            hint=f"on record: {', '.join(known)}" if known else "none is on record",
        )
    if document is not None and _is_older(document.record, notified):
        known = notes(registry, notified)
        raise UsageError(
            f"{typed} is of {document.record.date}: it cannot carry a notice of {notified}",
            hint=f"on record of that day or later: {', '.join(known)}" if known else "leave --note out",
        )
    return typed


def notes(registry: "Registry", notified: str | None = None) -> tuple[str, ...]:
    """Give the notes verbales on record that can carry a notice of that day."""
    from cicareg.records.document import NOTE, Document

    found = (entry for entry in registry.of(Document) if entry.record.kind == NOTE)
    return tuple(entry.id for entry in found if not _is_older(entry.record, notified))


def _is_older(document: "Document", notified: str | None) -> bool:
    return bool(notified and document.date and str(document.date) < notified)


def states(registry: "Registry", typed: Sequence[str] | None) -> tuple[str, ...]:
    """Give the codes of states; each word may hold several, with commas between them, and none counts twice."""
    words = [part for word in typed or () for part in word.split(",") if part.strip()]
    return tuple(dict.fromkeys(state(registry, word) for word in words))


def dimension(registry: "Registry", typed: str) -> str:
    """Give the id of a dimension: by its id, its number, a name, or the one thing with that part in its name."""
    from cicareg.errors import UsageError
    from cicareg.names import did_you_mean, folded
    from cicareg.questions.posts import top

    known = {each.id: (each.id, str(each.number), *each.name.values()) for each in top(registry).dimensions}
    wanted = folded(typed)
    exact = [id_ for id_, names in known.items() if wanted in map(folded, names)]
    part = [id_ for id_, names in known.items() if wanted and any(wanted in folded(name) for name in names)]
    if len(found := exact or part) == 1:
        return found[0]
    said = "may be several" if found else "is none"
    guess = "" if found else did_you_mean(typed, [name for names in known.values() for name in names])
    raise UsageError(f"{typed!r} {said} of the dimensions{guess}", hint=f"there are: {', '.join(found or known)}")


def dimensions(registry: "Registry", typed: Sequence[str] | None) -> tuple[str, ...]:
    """Give the ids of dimensions; each word may hold several, with commas between them, and none counts twice."""
    words = [part for word in typed or () for part in word.split(",") if part.strip()]
    return tuple(dict.fromkeys(dimension(registry, word.strip()) for word in words))
