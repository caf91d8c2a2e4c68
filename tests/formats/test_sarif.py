"""SARIF 2.1.0: the schema of OASIS, and demands of the standard that no schema can state."""

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

from cicareg import __version__
from cicareg.finding import Place, Severity
from cicareg.formats.sarif import findings
from cicareg.look import Look
from cicareg.rules.explaining import explanations
from cicareg.visible import visible
from tests.formats.cases import DATA, EMPTY, HOSTILE, LOOK, NOTES, ODD_PATH, REPORT, RULES, TEXTS, one, reported
from tests.support import loaded

VALIDATOR = Draft4Validator(json.loads((DATA / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")))
PLACEHOLDER = re.compile(r"\{\{|\}\}|(\{|\})")
URI = re.compile(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")


def read(text: str) -> dict[str, Any]:
    """Read the one run of a log, and check what the standard demands beyond its schema."""
    log = json.loads(text)
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert isinstance(result["suppressions"], list), "all results of a run have them, or none (3.27.23)"
        others = result.get("relatedLocations", [])
        assert [other["id"] for other in others] == list(range(len(others)))
        placed = [suppression["location"] for suppression in result["suppressions"]]
        for location in (*result["locations"], *others, *placed):
            file, region = location["physicalLocation"].values()
            assert file["uriBaseId"] in run["originalUriBaseIds"]
            assert URI.fullmatch(file["uri"])
            assert not file["uri"].startswith("/")
            start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
            assert (1, 1) <= start <= end
        for message in (result["message"], *(other["message"] for other in others)):
            assert not any(single for single in PLACEHOLDER.findall(message["text"])), "braces are doubled (3.11.5)"
            assert "](" not in message["text"], "no link to anything (3.11.6)"
    return dict(run)


def test_golden(golden: Callable[[str, str], None]) -> None:
    text = findings(REPORT, LOOK)
    read(text)
    golden("findings.sarif", text.replace(f'"{__version__}"', '"VERSION"'))


def test_the_schema_is_one_that_can_refuse() -> None:
    log = json.loads(findings(REPORT, LOOK))
    log["runs"][0]["results"][0]["level"] = "notice"
    assert [list(error.path)[-1] for error in VALIDATOR.iter_errors(log)] == ["level"]


def test_nothing_found_is_a_run_without_results() -> None:
    run = read(findings(EMPTY, LOOK))
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULES)


def test_without_pages_the_rules_are_those_found() -> None:
    run = read(findings(reported(one()), Look()))
    assert run["tool"]["driver"] == {"name": "cicareg", "version": __version__, "rules": [{"id": "shape"}]}


def test_every_rule_has_help_and_names_its_paragraph() -> None:
    pages = explanations(loaded().registry)
    rules = read(findings(EMPTY, Look(manual=lambda: pages)))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [page.name for page in pages]
    assert [rule["id"] for rule in rules[:3]] == ["file", "shape", "reference"]
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["help"]["text"].startswith(f"{rule['id']}: {rule['shortDescription']['text']}\n\nRests on: ")
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}\n\n**")
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    resting = {rule["id"]: rule["properties"]["restsOn"] for rule in rules}
    assert resting["shape"] == []
    (demand,) = resting["minimum-tenure"]
    assert (demand["law"], demand["paragraph"], demand["strength"]) == ("Charter", "3", "recommended")
    assert demand["asks"]


def test_all_notes_are_there_whether_asked_for_or_not() -> None:
    assert findings(REPORT, LOOK) == findings(REPORT, NOTES)
    levels = [result["level"] for result in read(findings(REPORT, LOOK))["results"]]
    assert levels == [finding.severity.value for finding in REPORT.findings]


def test_a_departure_is_a_suppression_in_the_record() -> None:
    results = read(findings(REPORT, LOOK))["results"]
    (covered,) = [result for result in results if result["suppressions"]]
    assert (covered["ruleId"], covered["level"]) == ("one-coordinator", "note")
    (suppression,) = covered["suppressions"]
    place = suppression.pop("location")["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "offices/register/registry/coordinators/ice.yaml"
    assert place["region"]["startLine"] == 2
    assert suppression == {
        "kind": "inSource",
        "status": "accepted",
        "justification": "Two were wanted. [decision com-2023-06-01/1]",
    }


def test_regions_are_the_places() -> None:
    run = read(findings(reported(one(place=Place("a.yaml", 3, 5, 4, 9)), one()), LOOK))
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]] == [
        {"startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 9},
        {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1},
    ]


@pytest.mark.parametrize(
    ("prefix", "uri"),
    [
        ("", "registry/areas/new.yaml"),
        ("the office/Бюро", "the%20office/%D0%91%D1%8E%D1%80%D0%BE/registry/areas/new.yaml"),
        ("a:b%2F", "a%3Ab%252F/registry/areas/new.yaml"),
        ("caf\udce9", "caf%E9/registry/areas/new.yaml"),  # a folder whose name is not UTF-8
    ],
)
def test_paths_are_uris_from_the_top_of_the_repository(prefix: str, uri: str) -> None:
    (result,) = read(findings(reported(one()), Look(prefix=prefix)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri, "uriBaseId": "SRCROOT"}


def test_hostile_findings_are_read_back() -> None:
    results = read(findings(HOSTILE, LOOK))["results"]
    assert len(results) == len(HOSTILE.findings)
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    assert [unquote(uri) for uri in uris] == [f"offices/register/{ODD_PATH}"]


@given(TEXTS)
def test_every_text_is_read_back(text: str) -> None:
    (result,) = read(findings(reported(one(text, severity=Severity.NOTE)), LOOK))["results"]
    shown = result["message"]["text"].replace("{{", "{").replace("}}", "}")
    assert shown == visible(f"{text} [good order]").replace("](", "] (")
