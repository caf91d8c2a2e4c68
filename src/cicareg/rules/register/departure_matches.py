"""Good order: a departure covers a breach, and only of a rule that may be departed from."""

from collections.abc import Iterator, Mapping

from cicareg.finding import Severity
from cicareg.names import did_you_mean
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators
from cicareg.rules.departures import Bar, anticipated, bar
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Coordinators, Severity.ERROR, departable=False)  # asked for its own breaches, it would not end
def departure_matches(ask: Inquiry, post: Entry[Coordinators]) -> Iterator[Breach]:
    """A departure covers a breach of a rule that may be departed from.

    It names a rule that exists. That rule rests on a paragraph that does not bind (as a rule,
    recommended, expected, should, may): what a law demands outright, and good order, nobody departs
    from. And the same file has a breach of that rule by a tenure of the same basis, on a day before the
    departure ends. It adds days to those that departures before it in the file cover.

    A departure covers a breach on the days they share. What is left of a breach after the last day of the
    departure (`until`) stays a breach.

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
    if not ask.settled:
        return  # what the rules rest on is not known
    adding: dict[str, Mapping[int, int]] = {}
    for index, departure in enumerate(post.record.departures):
        path, name = ("departures", index), departure.rule
        if problem := _not_open(ask, name):
            yield Breach(At(post, (*path, "rule")), problem)
            continue
        if name not in adding:
            adding[name] = _adding(ask, post, name)
        earlier = adding[name].get(index + 1)
        if earlier is None:
            message = f"this departure covers no breach of {name}"
            message += f" by a tenure of its own basis ({departure.basis})" if departure.basis else ""
            yield Breach(At(post, path), message)
        elif earlier:
            other = At(post, ("departures", earlier - 1), message="the departure that covers these days")
            line = ask.registry.where(post, *other.path).line
            message = f"this departure adds no day to that of line {line}, which has the same rule and basis"
            yield Breach(At(post, path), message, related=(other,))


def _not_open(ask: Inquiry, name: str) -> str | None:
    """Say why nobody can depart from a rule; None where the organ can."""
    if name not in ask.rules:
        return f"no rule {name}{did_you_mean(name, ask.rules)}"
    cites = ask.cites.get(name)
    closed = bar(ask.rules[name], cites)
    if closed is None:
        return None
    return f"{name} cannot be departed from: {closed.value}" + (f" ({cites})" if closed is not Bar.ORDER else "")


def _adding(ask: Inquiry, post: Entry[Coordinators], name: str) -> Mapping[int, int]:
    """Give the departures from a rule that apply, by number, each with an earlier one it adds nothing to, or 0."""
    found: dict[int, int] = {}
    for breach in ask.breaches(name, post):
        for number, earlier in anticipated(name, breach):
            found[number] = found.get(number, earlier) and earlier
    return found
