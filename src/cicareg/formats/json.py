"""Findings and lists as JSON for programs; `version` changes when a key changes its meaning."""

import json
from typing import Any

from cicareg.description import Description
from cicareg.finding import Finding, Place, Report, Severity
from cicareg.formats.format import Format
from cicareg.listed import Holder, Listing, PostLine, Rows
from cicareg.look import Look

VERSION = 1


def findings(report: Report, look: Look) -> str:
    """Give all findings, notes included, with the summary."""
    del look
    return dump({
        "version": VERSION,
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {
            "records": report.records,
            "rules": report.rules,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "notes": report.count(Severity.NOTE),
            "departures": report.departures,
        },
    })  # fmt: skip


def listing(listed: Listing) -> str:
    """Give the list with its posts and holders, or by state with the posts of each."""
    if listed.by_state:
        return dump({"version": VERSION, "basis": listed.basis, "states": _states(listed)})
    return dump({"version": VERSION, "basis": listed.basis, "posts": [_post(post) for post in listed.posts]})


def rows(listed: Rows) -> str:
    """Give another list, each row as a mapping."""
    items = [dict(zip(listed.columns, row, strict=True)) for row in listed.rows]
    return dump({"version": VERSION, listed.what: items})


def kind(described: Description) -> str:
    """Give the JSON Schema of a kind's files."""
    return dump(described.schema)


def _finding(finding: Finding) -> dict[str, Any]:
    covered = finding.departure
    return {
        **_place(finding.place),
        "severity": finding.severity.value,
        "rule": finding.rule,
        "message": finding.message,
        "cites": [
            {"law": c.law, "paragraph": c.paragraph, "strength": c.strength, "status": c.status} for c in finding.cites
        ],
        "departure": {**_place(covered.place), "basis": covered.basis, "reason": covered.reason} if covered else None,
        "related": [{**_place(related.place), "message": related.message} for related in finding.related],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end-line": place.end_line,
        "end-column": place.end_column,
    }


def _post(post: PostLine) -> dict[str, Any]:
    return {
        "number": post.number,
        "dimension": post.dimension,
        "area": post.area,
        "name": post.name,
        "status": post.status,
        "holders": [
            {
                "state": h.state,
                "name": h.name,
                "role": h.role,
                "term": h.term,
                "inferred": h.inferred,
                "basis": h.basis,
                "status": h.status,
            }
            for h in post.holders
        ],
    }


def _states(listed: Listing) -> list[dict[str, Any]]:
    held: dict[str, list[dict[str, Any]]] = {code: [] for code, _, _ in listed.states}
    for post in listed.posts:
        for holder in post.holders:
            held.setdefault(holder.state, []).append(_held(post, holder))
    return [{"state": code, "name": name, "posts": held[code]} for code, name, _ in listed.states]


def _held(post: PostLine, holder: Holder) -> dict[str, Any]:
    return {
        "number": post.number,
        "dimension": post.dimension,
        "area": post.area,
        "name": post.name,
        "role": holder.role,
        "term": holder.term,
        "inferred": holder.inferred,
        "basis": holder.basis,
        "status": holder.status,
    }


def dump(data: Any) -> str:
    """Give data as JSON for people and programs: every letter as it is, two spaces a level."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMAT = Format("json", findings=findings, listing=listing, rows=rows, kind=kind, suffix=".json")
