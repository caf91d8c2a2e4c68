"""Good order: registry.yaml sets what can be set."""

from collections.abc import Iterator

from cicareg.finding import Severity
from cicareg.names import did_you_mean
from cicareg.reading import Entry
from cicareg.records.registry import RegistryRecord
from cicareg.rules.rule import THRESHOLDS, At, Breach, Inquiry, rule


@rule(RegistryRecord, Severity.ERROR)
def known_rules(ask: Inquiry, top: Entry[RegistryRecord]) -> Iterator[Breach]:
    """Settings name rules that exist, and thresholds that these rules have.

    Each entry of `rules` in registry.yaml is named after a rule. Besides `severity` and `rests-on` it
    holds the rule's thresholds only, whole numbers from 1 to 100. A misspelt setting would leave the
    default in force without a word.

    Good:
        # registry/registry.yaml
        format: 1
        organisation: {name: Council of the Frozen Lakes, short: CFL}
        languages: [en]
        rules:
          minimum-tenure: {severity: warning, years: 3, rests-on: charter/3/two-years}

    Bad:
        # registry/registry.yaml
        format: 1
        organisation: {name: Council of the Frozen Lakes, short: CFL}
        languages: [en]
        rules:
          minimum-tenur: {severity: warning}
          one-coordinator: {maximum: 0}

    Mend: correct the spelling; `cicareg explain` lists the rules and says what each can be told.
    """
    for name, settings in top.record.rules.items():
        if name not in ask.rules:
            at = At(top, ("rules", name), key=True)
            yield Breach(at, f"no rule {name}{did_you_mean(name, ask.rules)}")
            continue
        known = ask.rules[name].thresholds
        for key, value in (settings.__pydantic_extra__ or {}).items():
            if key not in known:
                message = f"{name} has no threshold {key}; it has {', '.join(known) or 'none'}"
                yield Breach(At(top, ("rules", name, key), key=True), message)
            elif value not in THRESHOLDS:
                message = f"{key} is {value}; a threshold is a number from {THRESHOLDS[0]} to {THRESHOLDS[-1]}"
                yield Breach(At(top, ("rules", name, key)), message)
