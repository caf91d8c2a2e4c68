"""A register with what its check gave: an act is judged by what comes of it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cicareg.finding import Finding, Report, Severity
from cicareg.registry import Registry

_DAYS = re.compile(r"\d{4}-\d\d-\d\d")


class State(NamedTuple):
    """The register before or after an act, and its report."""

    registry: Registry
    report: Report


def added(before: Report, after: Report) -> Iterator[Finding]:
    """Yield the findings that the one report has and the other had not; that lines moved makes none of them new."""
    known = Counter(map(_sense, before.findings))
    for finding in after.findings:
        sense = _sense(finding)
        if known[sense]:
            known[sense] -= 1
        else:
            yield finding


def breaches(before: Report, after: Report) -> Iterator[Finding]:
    """Yield the errors that were not there before and that no departure covers."""
    return (f for f in added(before, after) if f.severity is Severity.ERROR and not f.departure)


def _sense(finding: Finding) -> tuple[str, ...]:
    """Give what makes a finding the same one before and after: not where it stands now, nor which days it is about."""
    covered = finding.departure.basis if finding.departure else ""
    return finding.place.path, finding.severity, finding.rule, _DAYS.sub("", finding.message), covered
