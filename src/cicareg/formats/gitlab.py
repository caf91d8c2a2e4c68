"""Findings as a Code Quality report of GitLab, which shows them in the merge request."""

from typing import Any

from cicareg.finding import Finding, Report, Severity
from cicareg.formats.findings import last_line, path_of, said, shown
from cicareg.formats.fingerprint import fingerprints
from cicareg.formats.format import Format
from cicareg.formats.json import dump
from cicareg.look import Look
from cicareg.visible import visible_line

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def findings(report: Report, look: Look) -> str:
    """Give the findings as one list: departures as info, notes only where they are asked for.

    A fingerprint is the same with and without notes.
    """
    marked = zip(report.findings, fingerprints(report.findings, look), strict=True)
    return dump([_issue(finding, mark, look) for finding, mark in marked if shown(finding, look)])


def _issue(finding: Finding, fingerprint: str, look: Look) -> dict[str, Any]:
    return {
        "description": visible_line(said(finding)),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": visible_line(path_of(finding.place, look)),
            "lines": {"begin": finding.place.line, "end": last_line(finding.place)},
        },
    }


FORMAT = Format("gitlab", findings=findings)
