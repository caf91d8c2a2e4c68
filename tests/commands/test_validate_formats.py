"""`validate --format`: the same exit codes everywhere, and paths from the top of the repository."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cicareg.formats.format import formats
from tests.conftest import Ran
from tests.support import write

Cicareg = Callable[..., Ran]
FORMATS = sorted(name for name, found in formats().items() if found.findings)
SHORT = "tenures:\n  - {state: XAA, role: coordinator, term: 2024-2024, decision: com-2023-06-01/1}\n"
ICE = "registry/coordinators/ice.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Give a register with an error in a sub-folder of a repository."""
    (tmp_path / "top" / ".git").mkdir(parents=True)
    return write(tmp_path / "top" / "our offices", {"coordinators/ice.yaml": SHORT})


def paths(name: str, text: str) -> set[str]:
    """Give the paths that a report names for its errors."""
    if name == "gitlab":
        return {issue["location"]["path"] for issue in json.loads(text) if issue["severity"] == "major"}
    if name == "sarif":
        results = [result for result in json.loads(text)["runs"][0]["results"] if result["level"] == "error"]
        return {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    if name == "junit":
        failures = ET.fromstring(text).iter("failure")  # noqa: S314  # our own text
        return {(failure.text or "").partition(":")[0] for failure in failures}
    if name == "github":
        errors = [line for line in text.splitlines() if line.startswith("::error ")]
        return {line.partition("file=")[2].partition(",")[0] for line in errors}
    if name == "json":
        return {finding["path"] for finding in json.loads(text)["findings"] if finding["severity"] == "error"}
    return {line.partition(":")[0] for line in text.splitlines() if ": error " in line}


def test_these_formats_carry_findings() -> None:
    assert FORMATS == ["github", "gitlab", "json", "junit", "sarif", "text"]


@pytest.mark.parametrize("name", FORMATS)
def test_paths(name: str, cicareg: Cicareg, broken: Path) -> None:
    ran = cicareg("-C", broken, "validate", "--format", name)
    expected = {"sarif": f"our%20offices/{ICE}", "text": ICE, "json": ICE}.get(name, f"our offices/{ICE}")
    assert (ran.code, ran.err, paths(name, ran.out)) == (1, "", {expected})


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_what_would_be_printed(name: str, cicareg: Cicareg, broken: Path, tmp_path: Path) -> None:
    printed = cicareg("--color", "never", "-C", broken, "validate", "--format", name).out
    target = tmp_path / "report"
    ran = cicareg("--color", "always", "-C", broken, "validate", "--format", name, "-o", target)
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert target.read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "text"])
def test_colour_is_never_in_what_programs_read(name: str, cicareg: Cicareg, broken: Path) -> None:
    assert "\x1b" not in cicareg("--color", "always", "-C", broken, "validate", "--format", name).out


@pytest.mark.parametrize("name", FORMATS)
def test_a_register_in_order_exits_0(name: str, cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", write(tmp_path), "validate", "--format", name)
    assert (ran.code, ran.err, paths(name, ran.out)) == (0, "", set())


@pytest.mark.parametrize("name", FORMATS)
def test_a_register_that_cannot_be_read_is_still_reported(name: str, cicareg: Cicareg, tmp_path: Path) -> None:
    files = {"registry.yaml": "", "areas/new.yaml": "\x00", "areas/ice.yaml": None, "law/charter.yaml": "- 1\n"}
    ran = cicareg("-C", write(tmp_path, files), "validate", "--format", name)
    assert (ran.code, ran.err) == (1, "")
    assert {"registry/registry.yaml", "registry/areas/new.yaml"} <= paths(name, ran.out)


def test_strict_fails_in_the_report_as_in_the_exit_code(cicareg: Cicareg, tmp_path: Path) -> None:
    root = write(tmp_path, {"coordinators/ice.yaml": SHORT.replace("2024-2024", "2023-2024")})
    lenient = cicareg("-C", root, "validate", "--format", "junit")
    strict = cicareg("-C", root, "validate", "--format", "junit", "--strict")
    assert (lenient.code, lenient.out.count("<failure ")) == (0, 0)
    assert (strict.code, strict.out.count("<failure ")) == (1, 1)


@pytest.mark.parametrize("name", ["github", "gitlab", "junit"])
def test_notes_are_shown_on_demand(name: str, cicareg: Cicareg, broken: Path) -> None:
    words = ("-C", broken, "validate", "--format", name)
    assert "is not stated" not in cicareg(*words).out
    assert "is not stated" in cicareg(*words, "--notes").out


def test_an_unknown_format_is_told_which_there_are(cicareg: Cicareg, broken: Path) -> None:
    ran = cicareg("-C", broken, "validate", "--format", "sarfi")
    assert ran.code == 2
    assert "no format 'sarfi'; did you mean sarif?" in ran.err
    assert "there are: github, gitlab, json, junit, sarif, text" in ran.err
