"""A register with what its check gave: an act is judged by what comes of it."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cicareg.finding import Finding, Report, Severity
from cicareg.formats.fingerprint import new_among, sense
from cicareg.registry import Registry


class State(NamedTuple):
    """The register before or after an act, and its report."""

    registry: Registry
    report: Report


def added(before: Report, after: Report) -> Iterator[Finding]:
    """Yield the findings that the one report has and the other had not; that lines moved makes none of them new."""
    return new_among(after.findings, Counter(map(sense, before.findings)))


def breaches(before: Report, after: Report) -> Iterator[Finding]:
    """Yield the errors that were not there before and that no departure covers."""
    return (f for f in added(before, after) if f.severity is Severity.ERROR and not f.departure)
