"""Findings as SARIF 2.1.0 (OASIS), with the manual of the rules; departures are suppressions.

SARIF holds all findings, notes included: what shows is its reader's choice. The fingerprint has a key of its own;
GitHub makes the one it goes by (primaryLocationLineHash) when the file is uploaded.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from cicareg import __version__
from cicareg.explanation import Explanation
from cicareg.finding import Covered, Finding, Place, Report
from cicareg.formats import markdown, text
from cicareg.formats.findings import path_of, said
from cicareg.formats.fingerprint import fingerprints
from cicareg.formats.format import Format
from cicareg.formats.json import dump
from cicareg.look import Look
from cicareg.visible import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "SRCROOT"
FINGERPRINT = "cicareg/v1"


def findings(report: Report, look: Look) -> str:
    """Give one run: the rules with their pages, and all findings."""
    rules = _rules(look.manual(), report.findings)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    marked = zip(report.findings, fingerprints(report.findings, look), strict=True)
    run = {
        "tool": {"driver": {"name": "cicareg", "version": __version__, "rules": rules}},
        # Without a URI: where the repository lies is for the reader to say, and no path of this machine leaks.
        "originalUriBaseIds": {BASE: {"description": {"text": "The top of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, mark, index, look) for finding, mark in marked],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(pages: Sequence[Explanation], found: Sequence[Finding]) -> list[dict[str, Any]]:
    """Describe the rules that have a page, then name those that only findings know."""
    known = {page.name for page in pages}
    return [*map(_rule, pages), *({"id": name} for name in sorted({f.rule for f in found} - known))]


def _rule(page: Explanation) -> dict[str, Any]:
    """Describe a rule. Braces of its examples stay single, unlike those of messages: nothing is filled in here."""
    help_text, help_markdown = text.explanations([page], Look(width=100)), markdown.explanations([page], Look())
    return {
        "id": page.name,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.prose or page.title},
        "help": {"text": visible(help_text), "markdown": visible(help_markdown)},
        "defaultConfiguration": {"level": page.severity},
        "properties": {
            "restsOn": [
                {"law": c.law, "paragraph": c.paragraph, "strength": c.strength, "status": c.status, "asks": page.asks}
                for c in page.cites
            ],
        },
    }


def _result(finding: Finding, fingerprint: str, index: Mapping[str, int], look: Look) -> dict[str, Any]:
    covered = finding.departure
    related = [
        {"id": number, **_location(other.place, look), "message": _message(other.message)}
        for number, other in enumerate(finding.related)
    ]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": finding.severity.value,
        "message": _message(said(finding)),
        "locations": [_location(finding.place, look)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {FINGERPRINT: fingerprint},
        # An empty list says: not suppressed. All results of a run have the key, or none (3.27.23).
        "suppressions": [_suppression(covered, look)] if covered else [],
    }


def _suppression(covered: Covered, look: Look) -> dict[str, Any]:
    """Give a departure: it stands in the record that it covers, and the organ has accepted it."""
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": visible(f"{covered.reason} [{covered.basis}]"),
        "location": _location(covered.place, look),
    }


def _location(place: Place, look: Look) -> dict[str, Any]:
    from urllib.parse import quote

    uri = quote(path_of(place, look).encode("utf-8", "surrogateescape"))
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": BASE}, "region": region}}


def _message(said_: str) -> dict[str, str]:
    """Give a text as a message: braces doubled, since single ones are places to fill; nothing becomes a link."""
    plain = visible(said_).replace("{", "{{").replace("}", "}}")
    return {"text": plain.replace("](", "] (")}


FORMAT = Format("sarif", findings=findings)
