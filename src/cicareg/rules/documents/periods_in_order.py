"""Good order: a version does not apply before the one whose place it takes."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Document, Severity.WARNING)
def periods_in_order(ask: Inquiry, document: Entry[Document]) -> Iterator[Breach]:
    """A version does not apply before the one whose place it takes.

    Where both state the period for which they are made, that of the later version begins no earlier, and ends no
    earlier. A version revised within its period may have the same.

    Good:
        # registry/documents/ice-paper.yaml
        kind: concept-paper
        title: Concept paper on ice
        applies: 2024-2025
        # registry/documents/ice-paper-2.yaml
        kind: concept-paper
        title: Concept paper on ice, second version
        applies: 2026-2027
        supersedes: ice-paper

    Bad:
        # registry/documents/ice-paper.yaml
        kind: concept-paper
        title: Concept paper on ice
        applies: 2024-2025
        # registry/documents/ice-paper-2.yaml
        kind: concept-paper
        title: Concept paper on ice, second version
        applies: 2022-2023
        supersedes: ice-paper

    Mend: correct the period that is wrong, or `supersedes`.
    """
    record = document.record
    earlier = ask.registry.get(Document, record.supersedes) if record.supersedes and record.counts else None
    if earlier is None or record.applies is None or earlier.record.applies is None:
        return
    own, before = record.applies, earlier.record.applies
    if own.reversed or before.reversed or (own.start >= before.start and own.end >= before.end):
        return
    verb = "begins" if own.start < before.start else "ends"
    message = f"it is made for {own}, which {verb} before {before}, the period of {earlier.id}, whose place it takes"
    yield Breach(
        At(document, ("applies",)), message, related=(At(earlier, ("applies",), message="the earlier period"),)
    )
