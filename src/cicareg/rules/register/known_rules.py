"""Good order: registry.yaml sets what can be set."""

from collections.abc import Iterator, Mapping

from cicareg.deadlines.all_duties import kinds_of_duty
from cicareg.finding import Severity
from cicareg.names import did_you_mean
from cicareg.reading import Entry
from cicareg.records.registry import THRESHOLDS, DutySettings, RegistryRecord, RuleSettings
from cicareg.rules.rule import At, Breach, Inquiry, rule


@rule(RegistryRecord, Severity.ERROR)
def known_rules(ask: Inquiry, top: Entry[RegistryRecord]) -> Iterator[Breach]:
    """Settings name rules and kinds of duty that exist, and thresholds that these have.

    Each entry of `rules` in registry.yaml is named after a rule, each of `duties` after a kind of duty.
    Besides `severity` and `rests-on` (of a duty `rests-on` only) it holds thresholds only, whole numbers
    from 1 to 100. A misspelt setting would leave the default in force without a word.

    Good:
        # registry/registry.yaml
        format: 1
        organisation: {name: Council of the Frozen Lakes, short: CFL}
        languages: [en]
        rules:
          minimum-tenure: {severity: warning, years: 3, rests-on: charter/3/two-years}
        duties:
          concept-paper: {months: 6, rests-on: charter/6/papers}

    Bad:
        # registry/registry.yaml
        format: 1
        organisation: {name: Council of the Frozen Lakes, short: CFL}
        languages: [en]
        rules:
          minimum-tenur: {severity: warning}
          one-coordinator: {maximum: 0}
        duties:
          concept-paper: {weeks: 6}

    Mend: correct the spelling; `cicareg explain` lists rules and kinds of duty, and says what each can be told.
    """
    rules = {name: known.thresholds for name, known in ask.rules.items()}
    kinds = {name: known.thresholds for name, known in kinds_of_duty().items()}
    yield from _unknown(top, "rules", "rule", rules)
    yield from _unknown(top, "duties", "kind of duty", kinds)


def _unknown(
    top: Entry[RegistryRecord], key: str, what: str, known: Mapping[str, Mapping[str, int]]
) -> Iterator[Breach]:
    """Report settings that are of nothing known; each of what is known has its thresholds."""
    given: Mapping[str, RuleSettings | DutySettings] = getattr(top.record, key)
    for name, settings in given.items():
        if name not in known:
            yield Breach(At(top, (key, name), key=True), f"no {what} {name}{did_you_mean(name, known)}")
            continue
        for threshold, value in (settings.__pydantic_extra__ or {}).items():
            if threshold not in known[name]:
                message = f"{name} has no threshold {threshold}; it has {', '.join(known[name]) or 'none'}"
                yield Breach(At(top, (key, name, threshold), key=True), message)
            elif value not in THRESHOLDS:
                message = f"{threshold} is {value}; a threshold is a number from {THRESHOLDS[0]} to {THRESHOLDS[-1]}"
                yield Breach(At(top, (key, name, threshold)), message)
