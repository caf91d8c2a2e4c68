"""Modalities 1.10: a tenure is recommended to be no shorter than two years."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.naming import state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.terms import lasts


@rule(Coordinators, Severity.ERROR, "modalities/1.10/two-years", years=2)
def minimum_tenure(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A tenure lasts at least two years.

    Both ends belong to a term, and years are calendar years: 2024-2025 is exactly two. The anniversary
    of 29 February in a common year is 28 February. A tenure that is not stated is neither short nor
    endless: it is noted, never a breach. The threshold `years` says how long a tenure is at least.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-02-29/2026-02-27, decision: com-2023-06-01/1}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-01-01/2025-12-30, decision: com-2023-06-01/1}

    Mend: correct the term to what was decided; where the organ knowingly approved a shorter one, record
    the departure.
    """
    years = ask.thresholds["years"]
    for index, tenure in enumerate(post.record.tenures):
        if tenure.term is None:
            message = f"the tenure of {state_label(ask.registry, tenure.state)} is not stated"
            yield Breach(At(post, ("tenures", index)), message, severity=Severity.NOTE)
        elif not tenure.term.reversed and not lasts(tenure.term, years):
            name, span = state_label(ask.registry, tenure.state), tenure.term.span
            message = f"the tenure of {name}, {span}, is shorter than {years} years"
            yield Breach(At(post, ("tenures", index, "term")), message, tenure.basis, span)
