"""Good order: the papers of an area come from states that serve it."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.holdings import holdings
from cicareg.questions.naming import post_label, state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.records.document import Document
from cicareg.registry import Registry
from cicareg.rules.rule import At, Breach, Inquiry, rule

_KINDS = ("concept-paper", "action-plan", "report")


@rule(Document, Severity.WARNING)
def paper_of_coordinator(ask: Inquiry, document: Entry[Document]) -> Iterator[Breach]:
    """The papers of an area come from states that serve it.

    Of those that prepared a concept paper, an action plan or a report, at least one has or had a tenure in one of its
    areas, or proposes itself there. On which day it served is not asked: a later succession does not put an old paper
    in the wrong. Of a paper that bears no date, or one before the first day on which anybody is known to serve there,
    it is only a note: who served before the register begins need not be on record.

    Good:
        # registry/documents/ice-report.yaml
        kind: report
        title: Report on ice
        areas: [ice]
        prepared-by: [XAA]

    Bad:
        # registry/documents/ice-report.yaml
        kind: report
        title: Report on ice
        date: 2025-03-01
        areas: [ice]
        prepared-by: [XCC]

    Mend: correct `prepared-by` or `areas`, or record the tenure that is lacking.
    """
    record = document.record
    if record.kind not in _KINDS or not record.counts or not record.areas or not record.prepared_by:
        return
    if any(ask.registry.broken(Coordinators, area) for area in record.areas):
        return  # who serves there is not known
    serving = {state for area in record.areas for state in _serving(ask.registry, area)}
    if serving.isdisjoint(record.prepared_by):
        who = " and ".join(state_label(ask.registry, state) for state in record.prepared_by)
        where = ", ".join(post_label(ask.registry, area) for area in record.areas)
        message = f"it was prepared by {who}: no tenure on record for {where}"
        lesser = None if _is_known(ask.registry, record) else Severity.NOTE
        yield Breach(At(document, ("prepared-by",)), message, severity=lesser)


def _is_known(registry: Registry, document: Document) -> bool:
    """Tell whether somebody is known to have served one of the areas on the day of a document or before."""
    found = (post for area in document.areas if (post := registry.get(Coordinators, area)))
    starts = [holding.span.start for post in found for holding in holdings(registry, post) if holding.span]
    return document.date is not None and any(start <= document.date for start in starts)


def _serving(registry: Registry, area: str) -> Iterator[str]:
    post = registry.get(Coordinators, area)
    if post is not None:
        yield from (tenure.state for tenure in post.record.tenures)
        yield from (proposal.state for proposal in post.record.proposals)
