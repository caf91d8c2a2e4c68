"""Good order: every demand of the law is checked, or says why not."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.reading import Entry
from cicareg.records.law import Law
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(Law, Severity.ERROR)
def law_coverage(ask: Inquiry, law: Entry[Law]) -> Iterator[Breach]:
    """Every demand of a law is checked by a rule, or says why none can.

    A demand is checked where a rule rests on it, by default or by `rests-on` in registry.yaml. Every
    other demand gives the reason in `unchecked`, and a demand that is checked has no such reason.

    Good:
        # registry/law/pact.yaml
        document: pact
        text-of: 2023-07-01
        paragraphs:
          "1":
            - {id: friendship, strength: should, asks: The members are friends., unchecked: No file shows it.}

    Bad:
        # registry/law/pact.yaml
        document: pact
        text-of: 2023-07-01
        paragraphs:
          "1":
            - {id: friendship, strength: should, asks: The members are friends.}

    Mend: write `unchecked` with the reason, or let a rule rest on the demand (`rests-on` in
    registry.yaml). Where a rule does check it, take `unchecked` away.
    """
    if not ask.settled:
        return  # what the rules rest on is not known
    checking = {target: name for name, target in ask.rests_on.items()}
    for paragraph, demands in law.record.paragraphs.items():
        for index, demand in enumerate(demands):
            path = ("paragraphs", paragraph, index)
            name = checking.get(f"{law.id}/{paragraph}/{demand.id}")
            if name is None and demand.unchecked is None:
                message = f"no rule checks {law.id}/{paragraph}/{demand.id}: say why in `unchecked`"
                yield Breach(At(law, path), message)
            elif name is not None and demand.unchecked is not None:
                message = f"the rule {name} checks this demand: take `unchecked` away"
                yield Breach(At(law, (*path, "unchecked")), message)
