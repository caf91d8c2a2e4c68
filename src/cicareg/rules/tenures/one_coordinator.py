"""Modalities 1.9: as a rule, one coordinator for a priority area."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cicareg.finding import Severity
from cicareg.questions.holdings import Holding, holdings
from cicareg.questions.naming import post_label, state_label
from cicareg.questions.posts import is_dimension
from cicareg.records.coordinators import Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule
from cicareg.terms import Span


@rule(Severity.ERROR, "modalities/1.9/one-coordinator", maximum=1)
def one_coordinator(ask: Inquiry) -> Iterator[Breach]:
    """A post has one coordinator at a time.

    Coordinators count together on the days that their tenures share. The threshold `maximum` says how
    many there may be. The finding stands at the first tenure that is one too many, once for each
    basis: a departure covers only tenures that rest on its own decision or list. The paragraph speaks
    of priority areas; that it binds a dimension without areas too is an analogy.

    Good:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
          - {state: XBB, role: coordinator, term: 2026-2027, decision: com-2023-06-01/1}

    Bad:
        # registry/coordinators/ice.yaml
        tenures:
          - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}
          - {state: XBB, role: coordinator, term: 2025-2026, decision: com-2023-06-01/1}

    Mend: end the earlier tenure (`ended`, or `replaces` in the later one), make the further states
    co-coordinators, or record the departure that the organ decided.
    """
    for post in ask.registry.of(Coordinators):
        serving = [h for h in holdings(ask.registry, post) if h.tenure.role == "coordinator" and h.span]
        for days, excess in _groups(serving, ask.thresholds["maximum"]):
            yield _breach(ask, days, excess, serving)


def _groups(serving: Sequence[Holding], maximum: int) -> Iterator[tuple[Span, list[Holding]]]:
    """Yield the tenures that are too many, those of one basis on shared days together, with the days."""
    groups: list[tuple[Span, list[Holding]]] = []
    for index, holding in enumerate(serving):
        others = [h for h in serving[:index] if h.tenure.state != holding.tenure.state]
        shares = [s for h in others if h.span and holding.span and (s := h.span.shared(holding.span))]
        days = _crowded(shares, maximum)
        if days is None:
            continue
        for number, (known, group) in enumerate(groups):
            if group[0].tenure.basis == holding.tenure.basis and known.shared(days):
                groups[number] = (_hull(known, days), [*group, holding])
                break
        else:
            groups.append((days, [holding]))
    yield from groups


def _crowded(shares: Sequence[Span], number: int) -> Span | None:
    """Give the span from the first to the last day that lies in at least `number` of the spans."""
    found: Span | None = None
    for day in sorted({share.start for share in shares}):
        covering = [share for share in shares if share.covers(day)]
        if len(covering) >= number:
            ends = sorted((share.end or date.max for share in covering), reverse=True)
            last = ends[number - 1]
            here = Span(day, None if last == date.max else last)
            found = here if found is None else _hull(found, here)
    return found


def _hull(one: Span, other: Span) -> Span:
    end = None if one.end is None or other.end is None else max(one.end, other.end)
    return Span(min(one.start, other.start), end)


def _breach(ask: Inquiry, days: Span, excess: Sequence[Holding], serving: Iterable[Holding]) -> Breach:
    first = excess[0]
    together = _fullest(first, [h for h in serving if h.index <= excess[-1].index])
    names = [state_label(ask.registry, state) for state in dict.fromkeys(h.tenure.state for h in together)]
    message = (
        f"{post_label(ask.registry, first.post.id)} has {len(names)} coordinators at once ({', '.join(names)}) "
        f"{days}; at most {ask.thresholds['maximum']}"
    )
    if is_dimension(ask.registry, first.post.id):
        message += " (by analogy: the paragraph speaks of priority areas)"
    related = tuple(At(h.post, h.path, message="also a coordinator then") for h in together if h is not first)
    return Breach(At(first.post, first.path), message, first.tenure.basis, days, related=related)


def _fullest(first: Holding, serving: Sequence[Holding]) -> list[Holding]:
    """Give those who serve on the day of a tenure that has the most coordinators."""
    spans = [h.span for h in serving if h.span]
    days = sorted(shared.start for span in spans if first.span and (shared := span.shared(first.span)))
    fullest = max(days, key=lambda day: sum(span.covers(day) for span in spans))
    return [h for h in serving if h.span and h.span.covers(fullest)]
