"""Findings and lists as JSON for programs; `version` changes when a key changes its meaning."""

import json
from typing import Any

from cicareg.description import Description
from cicareg.differences.shown import Shown
from cicareg.finding import Citation, Finding, Place, Report, Severity
from cicareg.formats.difference_data import difference_data
from cicareg.formats.format import Format
from cicareg.formats.posts_json import posts
from cicareg.listed import Holder, Listing, PostLine, Rows
from cicareg.look import Look
from cicareg.moment import Moment
from cicareg.timeline import Change, Event, Recorded, Timeline, Why

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
    head = {"version": VERSION, "basis": listed.basis, **_at(listed.at)}
    if listed.by_state:
        return dump({**head, "states": _states(listed)})
    return dump({**head, "posts": [_post(post) for post in listed.posts]})


def rows(listed: Rows) -> str:
    """Give another list, each row as a mapping, after what holds for all of it."""
    items = [dict(zip(listed.columns, row, strict=True)) for row in listed.rows]
    return dump({"version": VERSION, **_at(listed.at), **dict(listed.head), listed.what: items})


def _at(moment: Moment | None) -> dict[str, Any]:
    return {"at": {"commit": moment.commit, "day": str(moment.day)}} if moment else {}


def timeline(shown: Timeline, look: Look) -> str:
    """Give what took place about a thing, each event with the commits of its record (null: none yet)."""
    del look
    return dump({
        "version": VERSION,
        "kind": shown.kind,
        "id": shown.id,
        "title": shown.title,
        "tracked": shown.tracked,
        "events": [_event(each) for each in shown.events],
        "remarks": list(shown.remarks),
    })  # fmt: skip


def why(shown: Why, look: Look) -> str:
    """Give one entry explained; every rule is named that rests on a paragraph, or finds something."""
    del look
    return dump({
        "version": VERSION,
        "name": shown.name,
        "place": _place(shown.place),
        "tracked": shown.tracked,
        "events": [_event(each) for each in shown.events],
        "rests-on": list(shown.rests_on),
        "corrections": list(shown.corrections),
        "rules": [
            {
                "rule": verdict.rule,
                "verdict": verdict.judged.value,
                "cites": _cited(verdict.cites) if verdict.cites else None,
                "messages": list(verdict.messages),
            }
            for verdict in shown.verdicts
        ],
        "good-order": shown.order,
        "remarks": list(shown.remarks),
    })  # fmt: skip


def _event(shown: Event) -> dict[str, Any]:
    return {
        "day": str(shown.day) if shown.day else None,
        "what": shown.what,
        "said": shown.said,
        "basis": shown.basis or None,
        "cites": [_cited(cited) for cited in shown.cites],
        "name": shown.name or None,
        "place": _place(shown.place) if shown.place else None,
        "recorded": _recorded(shown.recorded),
        "altered": [_change(altered) for altered in shown.altered],
        "removed": _change(shown.removed) if shown.removed else None,
    }


def _change(altered: Change) -> dict[str, Any]:
    return {"said": altered.said or None, "recorded": _recorded(altered.recorded), "why": altered.why or None}


def _recorded(recorded: Recorded | None) -> dict[str, Any] | None:
    if recorded is None:
        return None
    return {
        "commit": recorded.commit,
        "day": str(recorded.day),
        "by": recorded.by,
        "subject": recorded.subject,
        "note": recorded.note or None,
        "act": recorded.act or None,
        "operation": recorded.operation or None,
        "arguments": json.loads(recorded.arguments) if recorded.arguments else None,
        "or-before": recorded.or_before,
    }


def _cited(cited: Citation) -> dict[str, str]:
    return {"law": cited.law, "paragraph": cited.paragraph, "strength": cited.strength, "status": cited.status}


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
        "cites": [_cited(cited) for cited in finding.cites],
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


def difference(shown: Shown, look: Look) -> str:
    """Give what differs between two states of the register."""
    del look
    return dump({"version": VERSION, **difference_data(shown)})


def dump(data: Any) -> str:
    """Give data as JSON for people and programs: every letter as it is, two spaces a level."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMAT = Format(
    "json",
    findings=findings,
    listing=listing,
    rows=rows,
    timeline=timeline,
    why=why,
    kind=kind,
    difference=difference,
    posts=posts,
    suffix=".json",
)
