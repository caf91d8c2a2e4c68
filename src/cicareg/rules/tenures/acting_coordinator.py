"""Modalities 1.11: a co-coordinator may act where there is no coordinator, with the others' consent."""

from collections.abc import Iterator, Sequence

from cicareg.finding import Severity
from cicareg.questions.holdings import Holding, holdings
from cicareg.questions.naming import post_label, state_label
from cicareg.reading import Entry
from cicareg.records.coordinators import Acting, Coordinators
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR, "modalities/1.11/acting", departable=False)
def acting_coordinator(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A state acts as coordinator only while there is none, with the consent of the co-coordinators.

    On the day from which it acts, nobody serves as coordinator, the state itself serves as
    co-coordinator, and all other co-coordinators of that day stand in `consented`, nobody else. Two
    states do not begin to act on the same day.

    Good:
        # registry/coordinators/fish.yaml
        tenures:
          - {state: XBB, role: co-coordinator, listed: com-2023-06-01}
          - {state: XCC, role: co-coordinator, listed: com-2023-06-01}
        acting:
          - {state: XBB, from: 2024-03-01, consented: [XCC]}

    Bad:
        # registry/coordinators/fish.yaml
        tenures:
          - {state: XBB, role: co-coordinator, listed: com-2023-06-01}
          - {state: XCC, role: co-coordinator, listed: com-2023-06-01}
        acting:
          - {state: XBB, from: 2024-03-01}

    Mend: add to `consented` the co-coordinators that did consent; where one did not, nobody acts.
    """
    served = holdings(ask.registry, post)
    for index, acting in enumerate(post.record.acting):
        then = [h for h in served if h.span and h.span.covers(acting.from_)]
        yield from _vacancy(ask, post, index, then)
        helpers = [h.tenure.state for h in then if h.tenure.role == "co-coordinator"]
        yield from _consent(ask, post, index, helpers)


def _vacancy(ask: Inquiry, post: Entry[Coordinators], index: int, then: Sequence[Holding]) -> Iterator[Breach]:
    acting, at = post.record.acting[index], At(post, ("acting", index, "from"))
    leader = next((h for h in then if h.tenure.role == "coordinator"), None)
    place = post_label(ask.registry, post.id)
    if leader is not None:
        name = state_label(ask.registry, leader.tenure.state)
        related = (At(post, leader.path, message="coordinator on that day"),)
        yield Breach(at, f"{place} has a coordinator on {acting.from_}: {name}", related=related)
    if any(earlier.from_ == acting.from_ for earlier in post.record.acting[:index]):
        yield Breach(at, f"two states begin to act for {place} on {acting.from_}: one may act")


def _consent(ask: Inquiry, post: Entry[Coordinators], index: int, helpers: Sequence[str]) -> Iterator[Breach]:
    acting = post.record.acting[index]
    place, name = post_label(ask.registry, post.id), state_label(ask.registry, acting.state)
    if acting.state not in helpers:
        message = f"{name} is no co-coordinator of {place} on {acting.from_}: only one of them may act"
        yield Breach(At(post, ("acting", index, "state")), message)
    missing = [h for h in dict.fromkeys(helpers) if h != acting.state and h not in acting.consented]
    if missing:
        names = ", ".join(state_label(ask.registry, h) for h in missing)
        message = f"{name} acts without the consent of {names}: add {', '.join(missing)} to consented once given"
        yield Breach(At(post, ("acting", index, "consented")), message)
    for number, state in enumerate(acting.consented):
        if state == acting.state or state not in helpers:
            yield Breach(At(post, ("acting", index, "consented", number)), _stranger(ask, acting, state, place))


def _stranger(ask: Inquiry, acting: Acting, state: str, place: str) -> str:
    if state == acting.state:
        return f"{state_label(ask.registry, state)} is the state that acts: only the others consent"
    return f"{state_label(ask.registry, state)} is no co-coordinator of {place} on {acting.from_}, so it cannot consent"
