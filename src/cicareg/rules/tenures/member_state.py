"""Good order: only members hold posts."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.questions.holdings import holdings
from cicareg.questions.naming import state_label
from cicareg.questions.serving import acting_spans
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.records.state import State
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.terms import Span


@rule(Coordinators, Severity.ERROR)
def member_state(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A state that holds a post is a member on all its days.

    Membership is known by the year (`member-since`, `member-until` in states.yaml), and both years
    belong to it. This holds for tenures and for a state that acts. A state without `member-since` is no
    member.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XDD, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XDD, role: coordinator, term: 2023-12-31/2025-12-31, decision: com-2023-06-01/1}

    Mend: correct the state or the term, or complete `member-since` in states.yaml. A state that left
    the body leaves its posts too: end its tenure (`ended`).
    """
    served = holdings(ask.registry, post)
    serving = [("tenures", h.index, h.tenure.state, h.span) for h in served if h.span]
    serving += [("acting", index, acting.state, span) for index, acting, span in acting_spans(post, served)]
    for field, index, code, days in serving:
        state = ask.registry.get(State, code)
        problem = _problem(state.record, days) if state else None
        if problem:
            yield Breach(At(post, (field, index, "state")), f"{state_label(ask.registry, code)} {problem}")


def _problem(state: State, days: Span) -> str | None:
    """Say why a state cannot serve on these days, as it goes on after its name."""
    since, until = state.member_since, state.member_until
    if since is None:
        return "is no member: it has no member-since"
    if days.start.year < since.year:
        return f"holds the post from {days.start}, but is a member since {since.year} only"
    if until and (days.end is None or days.end.year > until.year):
        last = f"until {days.end}" if days.end else "without an end"
        return f"holds the post {last}, but was a member until {until.year} only"
    return None
