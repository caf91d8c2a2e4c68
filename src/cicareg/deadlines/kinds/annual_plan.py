"""The annual plan is approved before its year begins."""

from collections.abc import Iterator
from datetime import date

from cicareg.deadlines.approvals import approval
from cicareg.deadlines.duty import Duty, Met
from cicareg.deadlines.kind import Inquiry, Over, duty_kind
from cicareg.deadlines.requests import last_day
from cicareg.deadlines.responsible import organ_that_may
from cicareg.questions.filed import days_of
from cicareg.questions.naming import document_label
from cicareg.questions.status import Step, life, versions
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.terms import day_before


@duty_kind(Over.DOCUMENT)
def annual_plan(ask: Inquiry, plan: Entry[Document]) -> Iterator[Duty]:
    """The annual plan is approved before its year begins.

    It is of each annual plan on record that has a period (`applies`) or that a request serves (`for`), and for the
    organ that approves annual plans. Its last day is the one before the period begins; a plan without a period has
    none, and then it falls due after the last day of the request. That is practice: no paragraph asks for it.

    It is met by the decision that approves the plan finally. When the period is over, it has lapsed. From the first
    day of a later version on, the plan owes nothing.
    """
    record = plan.record
    request = _request(ask, plan)
    if record.kind != "annual-plan" or not (record.applies or request):
        return
    organ = record.organ or organ_that_may(ask.registry, "approve-annual-plan")
    approved = approval(ask.registry, plan.id)
    void, ends = _replaced(ask, plan)
    days = [request.event.day] if request else []
    yield Duty(
        ask.id(organ, plan.id),
        ask.kind,
        organ,
        f"approves {document_label(ask.registry, plan.id)} before its year begins",
        since=min((*days, *days_of(record)), default=None),
        by=day_before(record.applies.start) if record.applies else None,
        after=last_day(request.decision) if request and not record.applies else None,
        met=Met(approved.by, approved.day) if approved else None,
        void=void,
        ends=ends,
        decision=request.citation if request else None,
        about=plan.id,
    )


def _replaced(ask: Inquiry, plan: Entry[Document]) -> tuple[str | None, date | None]:
    """Say which version took the place of a plan, if one did, and give the last day on which the plan stands.

    A version without a day was there from the beginning; one that came when the period was over took no place.
    """
    over = plan.record.applies.end if plan.record.applies else None
    chain = versions(ask.registry, plan.id)
    later = [entry for id_ in chain[chain.index(plan.id) + 1 :] if (entry := ask.registry.get(Document, id_))]
    dated = [(min(days_of(entry.record), default=date.min), entry.id) for entry in later]
    first, id_ = min(dated, key=lambda row: row[0], default=(date.max, ""))
    if not id_ or (over is not None and first > over):
        return None, over
    return f"{id_} takes its place", day_before(first) if first > date.min else None


def _request(ask: Inquiry, plan: Entry[Document]) -> Step | None:
    """Give the first request that serves a plan, or None."""
    steps = life(ask.registry, plan.id) if plan.record.kind == "annual-plan" else ()
    return next((step for step in steps if step.decision.for_ == plan.id), None)
