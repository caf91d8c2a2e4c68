"""Findings as plain lists, to be remembered as JSON."""

from collections.abc import Sequence
from typing import Any

from cicareg.finding import Citation, Covered, Finding, Lost, Place, Related, Severity


def to_row(finding: Finding) -> list[Any]:
    """Give a finding as lists, texts and numbers."""
    covered, lost = finding.departure, finding.lost
    return [
        _spot(finding.place),
        finding.severity.value,
        finding.rule,
        finding.message,
        [[c.law, c.paragraph, c.strength, c.status] for c in finding.cites],
        [_spot(covered.place), covered.basis, covered.reason] if covered else None,
        [[_spot(related.place), related.message] for related in finding.related],
        [lost.to, lost.name] if lost else None,
    ]


def from_row(row: Sequence[Any]) -> Finding:
    """Give the finding back; what is not such a row raises TypeError or ValueError."""
    place, severity, rule, message, cites, covered, related, lost = row
    return Finding(
        Place(*place),
        Severity(severity),
        rule,
        message,
        tuple(Citation(*cited) for cited in cites),
        Covered(Place(*covered[0]), *covered[1:]) if covered else None,
        tuple(Related(Place(*at), said) for at, said in related),
        Lost(*lost) if lost else None,
    )


def _spot(place: Place) -> list[Any]:
    return [place.path, place.line, place.column, place.end_line, place.end_column]
