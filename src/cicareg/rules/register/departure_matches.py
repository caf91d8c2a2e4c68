"""Good order: a departure covers a breach, and only of a rule that may be departed from."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.names import did_you_mean
from cicareg.questions.status import citation
from cicareg.records.coordinators import Coordinators
from cicareg.records.law import SOFT
from cicareg.registry import Entry
from cicareg.rules.departures import applying
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Severity.ERROR)
def departure_matches(ask: Inquiry) -> Iterator[Breach]:
    """A departure covers a breach of a rule that may be departed from.

    It names a rule that exists. That rule rests on a paragraph that does not bind (as a rule,
    recommended, expected, should, may): what a law demands outright, and good order, nobody departs
    from. And the same file has a breach of that rule by a tenure of the same basis, on a day before the
    departure ends.

    Good:
        # registry/coordinators/fish.yaml
        departures:
          - {rule: one-coordinator, listed: com-2023-06-01, reason: The list shows two.}
        tenures:
          - {state: XBB, role: coordinator, listed: com-2023-06-01}
          - {state: XCC, role: coordinator, listed: com-2023-06-01}

    Bad:
        # registry/coordinators/fish.yaml
        departures:
          - {rule: one-coordinator, listed: com-2023-06-01, reason: The list shows two.}
        tenures:
          - {state: XBB, role: coordinator, listed: com-2023-06-01}

    Mend: take the departure away where there is nothing left to depart from, or give it the basis of the
    tenure at fault. A breach of a rule that binds is mended, not departed from.
    """
    for post in ask.registry.of(Coordinators):
        for index, departure in enumerate(post.record.departures):
            path = ("departures", index)
            if problem := _not_open(ask, departure.rule):
                yield Breach(At(post, (*path, "rule")), problem)
            elif not _covers(ask, post, index):
                message = f"this departure covers no breach of {departure.rule}"
                message += f" by a tenure of its own basis ({departure.basis})" if departure.basis else ""
                yield Breach(At(post, path), message)


def _not_open(ask: Inquiry, name: str) -> str | None:
    """Say why nobody can depart from a rule; None where the organ can."""
    if name not in ask.rules:
        return f"no rule {name}{did_you_mean(name, ask.rules)}"
    target = ask.rests_on.get(name)
    cites = citation(ask.registry, target) if target else None
    if cites is None or name == departure_matches.name:  # asking this rule for its breaches would not end
        return f"{name} cannot be departed from: it is a rule of good order"
    return None if cites.strength in SOFT else f"{name} cannot be departed from: it binds ({cites})"


def _covers(ask: Inquiry, post: Entry[Coordinators], index: int) -> bool:
    name = post.record.departures[index].rule
    here = (breach for breach in ask.breaches(name) if breach.at.entry is post)
    return any(number == index + 1 for breach in here for number, _ in applying(name, breach))
