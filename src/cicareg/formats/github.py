"""Findings as annotations of a GitHub workflow, with the summary as the last line of the log.

GitHub shows the first ten errors, ten warnings and ten notices of a step, and fifty of a job: errors come first.
"""

from collections.abc import Mapping

from cicareg.finding import Finding, Place, Report, Severity
from cicareg.formats.findings import last_line, path_of, said, shown
from cicareg.formats.format import Format
from cicareg.formats.text import summary
from cicareg.look import Look
from cicareg.visible import visible, visible_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_RANKS = list(_COMMANDS)
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def findings(report: Report, look: Look) -> str:
    """Give a workflow command for each finding: departures as notices, notes only where they are asked for."""
    kept = [finding for finding in report.findings if shown(finding, look)]
    kept.sort(key=lambda finding: _RANKS.index(finding.severity))
    return "\n".join([*(_command(finding, look) for finding in kept), summary(report)]) + "\n"


def _command(finding: Finding, look: Look) -> str:
    properties = {"file": path_of(finding.place, look), **_stretch(finding.place), "title": finding.rule}
    listed = ",".join(f"{key}={_escape(visible_line(str(value)), _PROPERTY)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_escape(visible(said(finding)), _DATA)}"


def _stretch(place: Place) -> Mapping[str, int]:
    """Give lines and columns, the ends inclusive; GitHub takes columns on a single line only."""
    end_line = last_line(place)
    if place.end_line != place.line:
        return {"line": place.line, "endLine": end_line}
    end_column = max(place.column, place.end_column - 1)
    return {"line": place.line, "endLine": end_line, "col": place.column, "endColumn": end_column}


def _escape(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)


FORMAT = Format("github", findings=findings)
