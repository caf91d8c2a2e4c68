"""What the rules say of an act: each rule that judges what it touches, with its paragraph."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from cicareg.finding import Citation, Finding, Severity
from cicareg.kinds import kind_at
from cicareg.planning.state import State, added
from cicareg.preview import Judged, Verdict
from cicareg.records.base import Record
from cicareg.rules.departures import bar
from cicareg.rules.engine import Run, all_rules
from cicareg.rules.rule import Rule

_WORSE = tuple(Judged)
# What an act is asked for so that it does not break a rule, where that is the usual way: the field, what the
# rule says then, and the words.
_WAYS = {
    "one-role": ("replaces", "", "if the state leaves its other role by this: --replaces, with its code"),
    "acting-coordinator": ("consent", "without the consent", "if they consented: --consent, with the code of each"),
}


def verdicts(
    before: State, after: State, paths: Collection[str], can: Collection[str]
) -> tuple[tuple[Verdict, ...], int]:
    """Give the verdicts on what stands in some files, and how many rules of good order find nothing there.

    Rules that rest on a paragraph are all named, in the order of the law; the others where they find something.
    `can` are the fields of the request: what can be asked for is a way out.
    """
    rules = all_rules()
    run = Run(after.registry, rules)
    found = _by_rule(finding for finding in added(before.report, after.report) if finding.place.path in paths)
    covered = _by_rule(finding for finding in after.report.findings if finding.place.path in paths)
    asked = [name for name, rule in rules.items() if _is_asked(rule, paths)]
    named = [name for name in asked if name in found or run.cites(name)]
    named += [name for name in found if name not in rules]  # what reading itself reports
    shown = [_departed(_verdict(name, run, found.get(name, ()), can), covered.get(name, ())) for name in named]
    return tuple(sorted(shown, key=_order)), len(asked) - sum(name in rules for name in named)


def _by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return found


def _departed(verdict: Verdict, standing: Iterable[Finding]) -> Verdict:
    """Say of what is well that the rule is departed from, and by what, where that stands in these files."""
    if verdict.judged not in (Judged.IN_ORDER, Judged.NOTE):
        return verdict
    covers = [finding.departure for finding in standing if finding.departure]
    said = tuple(dict.fromkeys(f"departed from by {covered.basis}: {covered.reason}" for covered in covers))
    return verdict._replace(judged=Judged.DEPARTURE, messages=(*verdict.messages, *said)) if said else verdict


def elsewhere(before: State, after: State, paths: Collection[str]) -> Iterator[Finding]:
    """Yield what is found because of an act in files that it does not touch."""
    return (finding for finding in added(before.report, after.report) if finding.place.path not in paths)


def _is_asked(rule: Rule, paths: Iterable[str]) -> bool:
    models: set[type[Record]] = {found[0].model for path in paths if (found := kind_at(path))}
    return not models.isdisjoint(rule.over)


def _verdict(name: str, run: Run, found: Iterable[Finding], can: Collection[str]) -> Verdict:
    findings = list(found)
    judged = max((judge(finding) for finding in findings), key=_WORSE.index, default=Judged.IN_ORDER)
    cites = next(iter(run.cites(name)), None) if name in run.rules else None
    messages = tuple(
        f"{finding.message} — {finding.departure.reason}" if finding.departure else finding.message
        for finding in findings
    )
    out = _way_out(name, run, cites, can, messages) if judged is Judged.BREACH else ""
    return Verdict(name, judged, cites, messages, out)


def judge(finding: Finding) -> Judged:
    """Say what a finding means for an act."""
    if finding.departure:
        return Judged.DEPARTURE
    return {Severity.ERROR: Judged.BREACH, Severity.WARNING: Judged.WARNING, Severity.NOTE: Judged.NOTE}[
        finding.severity
    ]


def _way_out(name: str, run: Run, cites: Citation | None, can: Collection[str], messages: Collection[str]) -> str:
    field, said, way = _WAYS.get(name, ("", "", ""))
    if field in can and any(said in message for message in messages):
        return way
    if name not in run.rules or bar(run.rules[name], cites) is not None:
        return f"it cannot be departed from; cicareg explain {name} says how to mend it"
    if "departures" in can:
        return f'if the organ knowingly departed from it: --departure {name}="the reason"'
    return f"cicareg explain {name} says how to mend it"


def _order(verdict: Verdict) -> tuple[Any, ...]:
    cites = verdict.cites
    numbers = [int(part) for part in cites.paragraph.split(".") if part.isdecimal()] if cites else []
    return cites is None, cites.law if cites else "", numbers, verdict.rule
