"""Annotations of GitHub, read back with the rules of its runner."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given

from cicareg.finding import Finding, Place, Severity
from cicareg.formats.findings import said
from cicareg.formats.github import findings
from cicareg.visible import visible
from tests.formats.cases import EMPTY, HOSTILE, LOOK, NOTES, ODD_PATH, REPORT, TEXTS, one, reported


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    properties: dict[str, str]
    message: str


COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\r\n]*,?)+)::([^\r\n]*)")


def unescaped(text: str, extra: bool) -> str:
    """Undo what the documentation names, the percent sign last; nothing else may stand escaped."""
    named = {"%0D": "\r", "%0A": "\n"} | ({"%3A": ":", "%2C": ","} if extra else {})
    assert re.sub("|".join([*named, "%25"]), "", text).count("%") == 0
    for escape, character in named.items():
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def read(text: str) -> list[Command]:
    """Read the commands of a log; its last line is none."""
    *lines, last = text.removesuffix("\n").split("\n")
    assert re.fullmatch(r"\d+ records?, .*", last)
    found = []
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = [pair.split("=", 1) for pair in match[2].split(",")]
        properties = {key: unescaped(value, extra=True) for key, value in pairs}
        assert len(properties) == len(pairs)
        found.append(Command(match[1], properties, unescaped(match[3], extra=False)))
    return found


def only(finding: Finding) -> Command:
    (command,) = read(findings(reported(finding), NOTES))
    return command


def test_golden(golden: Callable[[str, str], None]) -> None:
    golden("findings-github.txt", findings(REPORT, NOTES))


def test_nothing_found_is_the_summary_only() -> None:
    assert findings(EMPTY, LOOK) == "16 records, 5 rules, 0 errors, 0 warnings, 0 notes, 0 departures\n"


def test_errors_come_first_since_github_shows_ten_of_a_kind() -> None:
    names = [command.name for command in read(findings(REPORT, NOTES))]
    assert names == ["error", "error", "error", "warning", *["notice"] * 5]


def test_notes_show_only_where_they_are_asked_for_departures_always() -> None:
    (notice,) = [command for command in read(findings(REPORT, LOOK)) if command.name == "notice"]
    assert notice.properties["title"] == "one-coordinator"
    assert " — departure (decision com-2023-06-01/1): Two were wanted. [Charter 1, " in notice.message


def test_within_a_kind_the_order_is_that_of_places() -> None:
    places = [(command.properties["file"], int(command.properties["line"])) for command in read(findings(REPORT, LOOK))]
    assert places[:3] == sorted(places[:3])


@pytest.mark.parametrize(
    ("place", "stretch"),
    [
        ((1, 1, 1, 1), {"line": "1", "endLine": "1", "col": "1", "endColumn": "1"}),
        ((3, 5, 3, 9), {"line": "3", "endLine": "3", "col": "5", "endColumn": "8"}),
        ((3, 5, 4, 9), {"line": "3", "endLine": "4"}),
        ((3, 5, 4, 1), {"line": "3", "endLine": "3"}),
    ],
    ids=["empty file", "one line", "two lines", "to the end of the line"],
)
def test_ends_are_inclusive_and_columns_are_of_one_line(
    place: tuple[int, int, int, int], stretch: dict[str, str]
) -> None:
    properties = only(one(place=Place("a.yaml", *place))).properties
    assert properties == {"file": "offices/register/a.yaml", "title": "shape", **stretch}


def test_hostile_findings_are_read_back() -> None:
    commands = read(findings(HOSTILE, NOTES))
    assert {command.properties["file"] for command in commands} == {f"offices/register/{ODD_PATH}"}
    assert sorted(c.message for c in commands) == sorted(visible(said(finding)) for finding in HOSTILE.findings)
    assert any("\n" in command.message for command in commands)


@given(TEXTS)
def test_no_text_makes_or_breaks_a_command(text: str) -> None:
    command = only(one(text, rule="x" + visible(text), severity=Severity.WARNING))
    assert command.name == "warning"
    assert command.message == visible(f"{text} [good order]")
