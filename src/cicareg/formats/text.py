"""Findings as lines that terminals and editors make links of, with a summary."""

from collections.abc import Iterator

from cicareg.finding import Finding, Report, Severity
from cicareg.formats.format import Format, Look
from cicareg.visible import visible

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def findings(report: Report, look: Look) -> str:
    """Give each finding on a line, notes only where they are asked for, then the summary."""
    lines = [text for finding in report.findings if _shown(finding, look) for text in _lines(finding, look)]
    return "\n".join([*lines, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """Give the line that counts what was looked at and what was found."""
    counted = [
        (report.records, "record"),
        (report.rules, "rule"),
        (report.count(Severity.ERROR), "error"),
        (report.count(Severity.WARNING), "warning"),
        (report.count(Severity.NOTE), "note"),
        (report.departures, "departure"),
    ]
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counted)


def _shown(finding: Finding, look: Look) -> bool:
    return look.notes or finding.departure is not None or finding.severity is not Severity.NOTE


def _lines(finding: Finding, look: Look) -> Iterator[str]:
    cites = "; ".join(str(cited) for cited in finding.cites) or "good order"
    severity = finding.severity.value
    if look.color:
        severity = f"\x1b[{_COLORS[finding.severity]}m{severity}\x1b[0m"
    covered = finding.departure
    departed = f" — departure ({covered.basis}): {covered.reason}" if covered else ""
    yield f"{visible(str(finding.place))}: {severity} {finding.rule}: {visible(finding.message + departed)} [{cites}]"


FORMAT = Format("text", findings=findings)
