"""Good order: an action plan says for which period it is made."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Document, Severity.WARNING)
def period_stated(_ask: Inquiry, document: Entry[Document]) -> Iterator[Breach]:
    """An action plan says for which period it is made.

    A plan without `applies` is for no time at all: nobody can say whether it is still the one in use. Of a concept
    paper that is approved the period falls due, and is no matter of the check.

    Good:
        # registry/documents/ice-plan.yaml
        kind: action-plan
        title: Action plan on ice
        applies: 2024-2026

    Bad:
        # registry/documents/ice-plan.yaml
        kind: action-plan
        title: Action plan on ice

    Mend: write the period as the paper states it, such as `applies: 2024-2026`.
    """
    record = document.record
    if record.kind == "action-plan" and record.applies is None and record.counts:
        yield Breach(At(document, ("kind",)), "the action plan does not say for which period it is made")
