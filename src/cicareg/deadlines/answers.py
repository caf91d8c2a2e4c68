"""What answers a request: documents and events that name its paragraph."""

from collections.abc import Iterator
from datetime import date

from cicareg.deadlines.duty import Met
from cicareg.questions.filed import days_of
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.registry import Registry

_ANYBODY, _NOBODY = "*", ""  # no codes of states


def answered_by(registry: Registry, request: str, who: str, *, is_state: bool) -> Met | None:
    """Give the first answer of a state to a request; of anybody else, the first that names no state; or None.

    What a state circulates as chairmanship, and nobody else prepared, is its own; of a chairmanship of which the
    state is not on record, any answer is.
    """
    first = registry.once((answered_by, request), lambda: _first(registry, request))
    return first.get(who if is_state else _ANYBODY if who == "chairmanship" else _NOBODY)


def _first(registry: Registry, request: str) -> dict[str, Met]:
    """Give the first answer of each state to a request, the first of all, and the first that names no state."""
    found: dict[str, Met] = {}
    dated = ((day or date.min, id_, states, day) for id_, states, day in _answers(registry, request))
    for _, id_, states, day in sorted(dated, key=lambda answer: answer[:2]):
        for who in (_ANYBODY, *(states or (_NOBODY,))):
            found.setdefault(who, Met(id_, day))
    return found


def _answers(registry: Registry, request: str) -> Iterator[tuple[str, tuple[str, ...], date | None]]:
    """Yield the answers on record with the states that they are of, and their days where these are known."""
    for event in registry.stating(Event, "answers", request):
        yield event.id, event.record.proposed_by, event.record.submitted
    for entry in registry.stating(Document, "answers", request):
        record, days = entry.record, days_of(entry.record)
        circulated = (record.chairmanship,) if record.chairmanship else ()
        yield entry.id, record.prepared_by or circulated, days[-1] if days else None
