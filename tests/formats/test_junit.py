"""JUnit: the schema of Jenkins, and what GitLab and Jenkins make of a report."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from xml.etree import ElementTree as ET

import xmlschema
from hypothesis import given

from cicareg.finding import Place, Severity
from cicareg.formats.junit import findings
from cicareg.look import Look
from cicareg.visible import visible_line
from tests.formats.cases import DATA, EMPTY, HOSTILE, LOOK, NOTES, ODD_PATH, REPORT, RULES, TEXTS, one, reported


@cache
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(DATA / "junit-10.xsd"))


def read(text: str) -> ET.Element:
    """Read a report, and check it as its readers take it: sums, one outcome a test, no name twice."""
    root = ET.fromstring(text)  # noqa: S314  # our own text
    schema().validate(root)
    for suite in (root, *root):
        assert int(suite.attrib["tests"]) == len(list(suite.iter("testcase")))
        assert int(suite.attrib["failures"]) == len(list(suite.iter("failure")))
        assert suite.attrib["errors"] == "0"
    for suite in root:
        assert int(suite.attrib["skipped"]) == len(list(suite.iter("skipped")))
    assert all(len(case) <= 1 for case in root.iter("testcase"))
    names = Counter((case.attrib["classname"], case.attrib["name"]) for case in root.iter("testcase"))
    assert set(names.values()) <= {1}
    return root


def outcomes(text: str, rule: str) -> list[str]:
    return [case[0].tag if len(case) else "passed" for case in read(text).iterfind(f"testsuite[@name='{rule}']/*")]


def test_golden(golden: Callable[[str, str], None]) -> None:
    text = findings(REPORT, NOTES)
    read(text)
    golden("findings-junit.xml", text)


def test_the_schema_is_one_that_can_refuse() -> None:
    assert not schema().is_valid(ET.fromstring("<testsuites><testsuite/></testsuites>"))  # noqa: S314  # our own text


def test_nothing_found_is_a_passed_test_for_each_rule() -> None:
    root = read(findings(EMPTY, LOOK))
    assert [suite.attrib["name"] for suite in root] == list(RULES)
    assert (root.attrib["tests"], root.attrib["failures"]) == ("5", "0")
    assert root[2][0].attrib["name"] == "A tenure lasts at least two years."


def test_nothing_at_all_is_still_a_report() -> None:
    assert findings(EMPTY, Look()) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="cicareg" tests="0" errors="0" failures="0" time="0" />\n'
    )


def test_only_errors_fail() -> None:
    text = findings(REPORT, NOTES)
    assert outcomes(text, "decided-before-start") == ["skipped"]  # a warning
    assert outcomes(text, "one-coordinator") == ["skipped"]  # a departure
    assert outcomes(text, "minimum-tenure") == ["skipped", "skipped", "skipped", "failure", "skipped"]
    assert outcomes(text, "term-order") == ["passed"]


def test_warnings_fail_where_the_check_fails_on_them() -> None:
    assert outcomes(findings(REPORT, LOOK._replace(strict=True)), "decided-before-start") == ["failure"]


def test_notes_show_only_where_they_are_asked_for_departures_always() -> None:
    text = findings(REPORT, LOOK)
    assert outcomes(text, "minimum-tenure") == ["failure"]
    assert outcomes(text, "one-coordinator") == ["skipped"]


def test_the_text_of_a_failure_says_all() -> None:
    (failure,) = read(findings(REPORT, LOOK)).iterfind("testsuite[@name='minimum-tenure']//failure")
    assert failure.text == (
        "offices/register/registry/coordinators/ice.yaml:5:43: the tenure of Borland, 2025-01-01 to 2025-12-31, is "
        "shorter than 2 years [Charter 3, recommended, in force from 2023-07-01]\n"
        "More of this: cicareg explain minimum-tenure"
    )


def test_equal_findings_of_one_file_are_two_tests() -> None:
    root = read(findings(reported(one(), one(place=Place("registry/areas/new.yaml", 2, 1, 2, 2))), LOOK))
    names = [case.attrib["name"] for case in root.iterfind("testsuite[@name='shape']/*")]
    assert names == [
        "offices/register/registry/areas/new.yaml: wrong",
        "offices/register/registry/areas/new.yaml: wrong (2)",
    ]


def test_a_message_with_a_number_behind_it_takes_no_name_of_another() -> None:
    messages = ("wrong", "wrong", "wrong (2)", "wrong", "wrong (2)")
    root = read(findings(reported(*(one(message) for message in messages)), LOOK))
    names = [case.attrib["name"].rpartition(": ")[2] for case in root.iterfind("testsuite[@name='shape']/*")]
    assert names == ["wrong", "wrong (2)", "wrong (2) (2)", "wrong (3)", "wrong (2) (3)"]


def test_names_have_no_lines() -> None:
    moved = [findings(reported(one(f"as in line {n}", place=Place("a.yaml", n, 1, n, 2))), LOOK) for n in (1, 2)]
    first, second = ([case.attrib["name"] for case in read(text).iter("testcase")] for text in moved)
    assert first == second


def test_hostile_findings_are_read_back() -> None:
    root = read(findings(HOSTILE, NOTES))
    cases = root.findall("testsuite[@name='shape']/testcase")
    assert len(cases) == len(HOSTILE.findings)
    assert all(case.attrib["name"].startswith(f"offices/register/{ODD_PATH}: ") for case in cases)


@given(TEXTS)
def test_every_text_is_read_back(text: str) -> None:
    root = read(findings(reported(one(text, severity=Severity.ERROR)), LOOK))
    (failure,) = root.iter("failure")
    assert failure.attrib["message"] == visible_line(f"{text} [good order]")
