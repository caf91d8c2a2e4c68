"""The Code Quality report of GitLab: its own schema, and what its documentation demands beyond that."""

import json
from collections.abc import Callable
from typing import Any

from hypothesis import given
from jsonschema import Draft7Validator

from cicareg.finding import Place, Severity
from cicareg.formats.gitlab import findings
from cicareg.visible import visible_line
from tests.formats.cases import DATA, EMPTY, HOSTILE, LOOK, NOTES, ODD_PATH, REPORT, TEXTS, one, reported

SCHEMA = json.loads((DATA / "gitlab-codeclimate.json").read_text(encoding="utf-8"))
VALIDATOR = Draft7Validator({"type": "array", "items": SCHEMA})
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def read(text: str) -> list[dict[str, Any]]:
    """Read a report as GitLab does, and check what its documentation says of each key."""
    issues: list[dict[str, Any]] = json.loads(text)
    VALIDATOR.validate(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in SEVERITIES
        assert not issue["location"]["path"].startswith(("/", "./"))
        assert 1 <= issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert not text.startswith("\ufeff")
    return issues


def test_golden(golden: Callable[[str, str], None]) -> None:
    text = findings(REPORT, NOTES)
    assert len(read(text)) == len(REPORT.findings)
    golden("findings-gitlab.json", text)


def test_nothing_found_is_an_empty_list() -> None:
    assert findings(EMPTY, LOOK) == "[]\n"


def test_severities() -> None:
    found = read(findings(reported(*(one(severity=severity) for severity in Severity)), NOTES))
    assert [issue["severity"] for issue in found] == ["major", "minor", "info"]


def test_notes_show_only_where_they_are_asked_for_departures_always() -> None:
    (shown,) = [issue for issue in read(findings(REPORT, LOOK)) if issue["severity"] == "info"]
    assert " — departure (decision com-2023-06-01/1): Two were wanted. [Charter 1, " in shown["description"]


def test_fingerprints_do_not_depend_on_notes() -> None:
    with_notes = {issue["fingerprint"] for issue in read(findings(REPORT, NOTES))}
    assert {issue["fingerprint"] for issue in read(findings(REPORT, LOOK))} < with_notes


def test_a_place_that_ends_with_its_line_ends_on_that_line() -> None:
    (issue,) = read(findings(reported(one(place=Place("a.yaml", 3, 1, 5, 1))), LOOK))
    assert issue["location"] == {"path": "offices/register/a.yaml", "lines": {"begin": 3, "end": 4}}


def test_hostile_findings_are_read_back() -> None:
    issues = read(findings(HOSTILE, NOTES))
    assert {issue["location"]["path"] for issue in issues} == {f"offices/register/{ODD_PATH}"}
    assert len(issues) == len(HOSTILE.findings)
    assert not any("\n" in issue["description"] or "\x1b" in issue["description"] for issue in issues)


@given(TEXTS)
def test_every_text_is_read_back(text: str) -> None:
    (issue,) = read(findings(reported(one(text)), LOOK))
    assert issue["description"] == visible_line(f"{text} [good order]")
