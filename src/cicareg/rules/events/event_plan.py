"""Good order: the plan of a year holds the events of that year."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Event, Severity.WARNING)
def event_plan(ask: Inquiry, event: Entry[Event]) -> Iterator[Breach]:
    """An event in an annual plan takes place in the period of that plan.

    The document that `plan` names is of the kind `annual-plan`; where it says for which period it is made
    (`applies`), the event falls into it. One that was postponed has two dates: either of them will do.

    Good:
        # registry/documents/plan-2024.yaml
        kind: annual-plan
        title: Plan for 2024
        applies: 2024-2024

        # registry/events/2024/ice-course.yaml
        title: {en: Course on ice, fr: Cours sur la glace}
        areas: [ice]
        dates: 2024-02
        plan: plan-2024
        status: postponed
        moved-to: 2025-02

    Bad:
        # registry/documents/plan-2024.yaml
        kind: annual-plan
        title: Plan for 2024
        applies: 2024-2024

        # registry/events/2025/ice-course.yaml
        title: {en: Course on ice, fr: Cours sur la glace}
        areas: [ice]
        dates: 2025-02
        plan: plan-2024

    Mend: correct the dates or the plan. An event of this plan that slipped keeps its dates, and has the new ones
    in `moved-to`.
    """
    record = event.record
    plan = ask.registry.get(Document, record.plan) if record.plan else None
    if plan is None:
        return
    if plan.record.kind != "annual-plan":
        message = f"{record.plan} is no annual plan: it is of the kind {plan.record.kind}"
        yield Breach(At(event, ("plan",)), message)
        return
    period = plan.record.applies
    dates = (record.dates, record.when)
    if period and not any(each.span.shared(period.span) for each in dates):
        message = f"the event is of {record.when}, but {record.plan} is made for {period}"
        yield Breach(At(event, ("plan",)), message, related=(At(plan, ("applies",), message="the period of the plan"),))
