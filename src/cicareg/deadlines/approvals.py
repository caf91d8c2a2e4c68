"""When a document was finally decided, and by which paragraph."""

from datetime import date
from typing import NamedTuple

from cicareg.questions.status import is_final, life
from cicareg.registry import Registry


class Approval(NamedTuple):
    """The day of a final decision on a document, and the paragraph."""

    day: date
    by: str


def approval(registry: Registry, document: str) -> Approval | None:
    """Give the first final decision on a document, or None."""
    return registry.once((approval, document), lambda: _approval(registry, document))


def _approval(registry: Registry, document: str) -> Approval | None:
    final = (
        step for step in life(registry, document) if is_final(step.decision) and step.decision.document == document
    )
    return next((Approval(step.event.day, step.citation) for step in final), None)
