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
        _place(place),
        Severity(severity),
        _text(rule),
        _text(message),
        tuple(Citation(*_texts(*cited)) for cited in cites),
        Covered(_place(covered[0]), *_texts(*covered[1:])) if covered else None,
        tuple(Related(_place(at), _text(said)) for at, said in related),
        Lost(*_texts(*lost)) if lost else None,
    )


def _spot(place: Place) -> list[Any]:
    return [place.path, place.line, place.column, place.end_line, place.end_column]


def _place(spot: Sequence[Any]) -> Place:
    path, *numbers = spot
    if not isinstance(path, str) or not all(type(number) is int for number in numbers):
        raise TypeError("no place")
    return Place(path, *numbers)


def _texts(*values: Any) -> tuple[str, ...]:
    return tuple(map(_text, values))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value
