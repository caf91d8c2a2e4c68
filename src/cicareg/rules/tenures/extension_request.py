"""Modalities 1.12: an extension is asked for before the tenure ends."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.holdings import Holding, holdings
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.terms import next_day


@rule(Coordinators, Severity.ERROR, "modalities/1.12/extension")
def extension_request(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """An extension is asked for before the tenure ends.

    A tenure that starts on the day after another of the same state, role and post extends it. Its
    `notified`, where it is on record, is not after the last day of the tenure extended. A tenure without
    a term, which ends only because it is extended, has no last day that a request could miss. When the
    extension was decided is not judged here.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2021-2022, source: letters 3}
          - {state: XAA, role: coordinator, term: 2023-2024, decision: com-2023-06-01/1, notified: 2022-12-31}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2021-2022, source: letters 3}
          - {state: XAA, role: coordinator, term: 2023-2024, decision: com-2023-06-01/1, notified: 2023-01-01}

    Mend: correct the day of the request, or the terms.
    """
    served = holdings(ask.registry, post)
    for later in served:
        request = later.tenure.notified
        for earlier in served if request else ():
            last = earlier.span.end if earlier.span else None
            if request and last and request > last and _extends(later, earlier):
                name = state_label(ask.registry, later.tenure.state)
                message = f"{name} asked for its extension on {request}, after its tenure ended on {last}"
                related = (At(post, earlier.path, message="the tenure extended"),)
                at = At(post, (*later.path, "notified"))
                yield Breach(at, message, later.tenure.basis, later.span, related=related)


def _extends(later: Holding, earlier: Holding) -> bool:
    same = (later.tenure.state, later.tenure.role) == (earlier.tenure.state, earlier.tenure.role)
    if not same or earlier.ends_by not in ("term", "termination") or not (earlier.span and later.span):
        return False
    return earlier.span.end is not None and next_day(earlier.span.end) == later.span.start
