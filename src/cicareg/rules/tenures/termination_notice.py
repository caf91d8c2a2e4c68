"""Modalities 1.12: notice of leaving early comes before it takes effect."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.terms import Span


@rule(Coordinators, Severity.ERROR, "modalities/1.12/termination")
def termination_notice(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """Notice of an early end is given before it takes effect.

    `ended` says the last day of the tenure: the notice (`ended.notified`) is not later than that day.
    Where the day of the notice is not on record, that is noted.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - state: XAA
            role: coordinator
            term: 2024-2025
            decision: com-2023-06-01/1
            ended: {on: 2025-03-31, notified: 2025-03-31}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - state: XAA
            role: coordinator
            term: 2024-2025
            decision: com-2023-06-01/1
            ended: {on: 2025-03-31, notified: 2025-04-01}

    Mend: correct the day of the notice, or the last day of the tenure.
    """
    for index, tenure in enumerate(post.record.tenures):
        ended = tenure.ended
        if ended is None:
            continue
        name = state_label(ask.registry, tenure.state)
        if ended.notified is None:
            message = f"the notice by which {name} ended its tenure is not on record"
            yield Breach(At(post, ("tenures", index, "ended")), message, severity=Severity.NOTE)
        elif ended.notified > ended.on:
            message = f"{name} gave notice on {ended.notified}, after its tenure ended on {ended.on}"
            at = At(post, ("tenures", index, "ended", "notified"))
            yield Breach(at, message, tenure.basis, Span(ended.on, ended.on))
