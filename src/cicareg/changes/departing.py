"""Departures that an act records: a rule knowingly departed from, on the authority of the decision."""

from collections.abc import Sequence

from cicareg.changes.change import refused
from cicareg.changes.deciding import Reference
from cicareg.changes.keys import keys_of
from cicareg.editing import Append, Edit
from cicareg.errors import UsageError
from cicareg.reading import Entry
from cicareg.records.coordinators import Coordinators


def departing(record: Entry[Coordinators] | None, departures: Sequence[str], cited: Reference) -> Sequence[Edit]:
    """Add the departures that are not on record; whether each is possible and needed, the rules say."""
    held = {(d.rule, d.decision): d.reason for d in (record.record.departures if record else ())}
    pairs = dict(rule_and_reason(text) for text in departures)
    for rule, reason in pairs.items():
        known = held.get((rule, str(cited)), reason)
        if known != reason:
            raise refused(
                f"the departure from {rule} by {cited} is on record with another reason: {known}",
                hint="cicareg correct changes what was recorded wrongly: departures/N/reason",
            )
    new = [(rule, reason) for rule, reason in pairs.items() if (rule, str(cited)) not in held]
    items = [{"rule": rule, "decision": str(cited), "reason": reason} for rule, reason in new]
    return [Append(("departures",), item, keys_of(Coordinators)) for item in items]


def rule_and_reason(text: str) -> tuple[str, str]:
    """Take `RULE=REASON` apart."""
    rule, equals, reason = text.partition("=")
    if not equals or not rule.strip() or not reason.strip():
        raise UsageError(f"a departure is given as RULE=REASON, not {text!r}", hint='--departure one-coordinator="…"')
    return rule.strip(), reason.strip()
