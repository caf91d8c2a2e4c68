"""Run all rules over a register: places, severities, citations and departures are stamped here."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from cicareg.collect import collect
from cicareg.finding import Citation, Covered, Finding, Place, Related, Severity
from cicareg.kinds import kinds
from cicareg.questions.status import citation
from cicareg.reading import Entry
from cicareg.records.registry import THRESHOLDS, RegistryRecord, RuleSettings
from cicareg.registry import Registry
from cicareg.rules.departures import Part, bar, parts
from cicareg.rules.rule import At, Breach, Inquiry, Rule, settled


@cache
def all_rules() -> Mapping[str, Rule]:
    """Give every rule by name, sorted."""
    return {rule.name: rule for rule in sorted(collect("cicareg.rules", Rule, nested=True), key=lambda rule: rule.name)}


class Run:
    """One run of the rules over one register, record by record."""

    def __init__(self, registry: Registry, rules: Mapping[str, Rule]) -> None:
        """Take the register, and the rules with what registry.yaml says of them."""
        self.registry = registry
        self.rules = rules
        top = next(iter(registry.of(RegistryRecord)), None)
        self.settings: Mapping[str, RuleSettings] = top.record.rules if top else {}
        targets = {name: target for name, rule in rules.items() if (target := self._target(rule))}
        self.citations = {name: cited for name, target in targets.items() if (cited := citation(registry, target))}
        self.rests_on = {name: targets[name] for name in self.citations}
        self.settled = settled(registry)
        others = (rules, self.rests_on, self.citations, self.breaches, self.settled)
        self._inquiries = {name: Inquiry(registry, self.thresholds(name), *others) for name in rules}
        self._over = {kind.name: [name for name in rules if kind.model in rules[name].over] for kind in kinds()}
        self._departable = {name for name, rule in rules.items() if bar(rule, self.citations.get(name)) is None}

    @property
    def context(self) -> str:
        """Say what the answers rest on besides the records asked about and registry.yaml: where it differs, all do."""
        cited = {name: str(citation) for name, citation in self.citations.items()}
        return repr((sorted(cited.items()), self.settled))

    def findings(self, entry: Entry[Any]) -> Iterator[Finding]:
        """Yield what the rules find in a record, with place, severity, citation and departure."""
        for name in self._over[entry.kind]:
            for breach in self.rules[name].check(self._inquiries[name], entry):
                yield from self._findings(name, breach)

    def breaches(self, name: str, entry: Entry[Any]) -> Iterator[Breach]:
        """Yield what one rule reports of a record, departures not considered."""
        return self.rules[name].check(self._inquiries[name], entry)

    def _findings(self, name: str, breach: Breach) -> Iterator[Finding]:
        severity = breach.severity or self.severity(name)
        for part in parts(name, breach) if name in self._departable else (Part(0),):
            yield Finding(
                place=self._place(breach.at),
                severity=Severity.NOTE if part.departure else severity,
                rule=name,
                message=breach.message + part.note,
                cites=self.cites(name),
                departure=self._covered(breach, part.departure) if part.departure else None,
                related=tuple(Related(self._place(at), at.message) for at in breach.related),
            )

    def severity(self, name: str) -> Severity:
        """Give the severity that the body has set for a rule, or its default."""
        settings = self.settings.get(name)
        return Severity(settings.severity) if settings and settings.severity else self.rules[name].severity

    def thresholds(self, name: str) -> Mapping[str, int]:
        """Give the thresholds that the body has set, each in its limits, and defaults for the rest."""
        settings = self.settings.get(name)
        given = (settings.__pydantic_extra__ or {}) if settings else {}
        usable = {key: value for key, value in given.items() if value in THRESHOLDS}
        return {key: usable.get(key, default) for key, default in self.rules[name].thresholds.items()}

    def cites(self, name: str) -> tuple[Citation, ...]:
        """Give the paragraph that a rule rests on here; nothing for good order."""
        return (self.citations[name],) if name in self.citations else ()

    def _target(self, rule: Rule) -> str | None:
        settings = self.settings.get(rule.name)
        return (settings.rests_on if settings else None) or rule.rests_on

    def _place(self, at: At) -> Place:
        return self.registry.where(at.entry, *at.path, key=at.key, line=at.line)

    def _covered(self, breach: Breach, index: int) -> Covered:
        departure = breach.at.entry.record.departures[index - 1]
        place = self.registry.where(breach.at.entry, "departures", index - 1)
        return Covered(place, departure.basis, departure.reason)
