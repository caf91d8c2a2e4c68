"""events/YEAR/*.yaml: what an event is, when it takes place, and where its file stands."""

import pytest

from cicareg.records.event import Event
from tests.records.cases import findings
from tests.support import check, loaded

AT = "events/2024/ice-course.yaml"
FORMS = "2024-03-15, 2024-03-15/2024-03-17, 2024-03 or 2024"
NOT_MOVED = "moved-to belongs to an event that was postponed, whatever became of it then: give its status"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("title: x\ndates: 2024-03-15\n", [], id="shortest"),
        pytest.param("title: x\ndates: 2024\n", [], id="a-year-is-a-number-in-yaml"),
        pytest.param("title: x\ndates: '2024'\n", [], id="a-year-in-quotes"),
        pytest.param("title: x\ndates: 2024-03\n", [], id="a-month"),
        pytest.param("title: x\ndates: 2024-12-30/2025-01-02\n", [], id="over-the-new-year"),
        pytest.param("dates: 2024\n", ["1:1 error: the key title is missing"], id="no-title"),
        pytest.param("title: x\n", ["1:1 error: the key dates is missing"], id="no-dates"),
        pytest.param(
            "title: x\ndates: 2024-03-17/2024-03-15\n",
            ["2:8 error: the last day of '2024-03-17/2024-03-15' must come after the first"],
            id="reversed",
        ),
        pytest.param(
            "title: x\ndates: 24\n", ["2:8 error: dates are written like 2024-03-15, not 24"], id="two-digits"
        ),
        pytest.param(
            "title: x\ndates: March 2024\n",
            [f"2:8 error: dates are written like {FORMS}, not 'March 2024'"],
            id="words",
        ),
        pytest.param(
            "title: x\ndates: 2024\nstatus: moved\n",
            ["3:9 error: moved is not one of planned, held, postponed, cancelled"],
            id="no-such-status",
        ),
        pytest.param("title: x\ndates: 2024\nmoved-to: 2025\n", [f"3:1 error: {NOT_MOVED}"], id="moved-but-planned"),
        pytest.param("title: x\ndates: 2024\nstatus: postponed\n", [], id="postponed-until-further-notice"),
        pytest.param("title: x\ndates: 2024\nstatus: postponed\nmoved-to: 2025-03\n", [], id="postponed"),
        pytest.param("title: x\ndates: 2024\nstatus: held\nmoved-to: 2025-03\n", [], id="held-later"),
        pytest.param("title: x\ndates: 2024\nstatus: cancelled\nmoved-to: 2025-03\n", [], id="cancelled-after-all"),
        pytest.param(
            "title: x\ndates: 2024\norganisers: [XXX]\n",
            ["3:14 error: no state XXX on record; did you mean XCC?"],
            id="organiser-unknown",
        ),
        pytest.param(
            "title: x\ndates: 2025-01\n",
            [
                "2:8 error: the file stands in registry/events/2024, but its dates begin in 2025: move it to "
                "registry/events/2025"
            ],
            id="folder-of-another-year",
        ),
    ],
)
def test_an_event(text: str, found: list[str]) -> None:
    message = [line.removeprefix(f"{AT}:").split("; did you mean")[0] for line in findings({AT: text})]
    assert message == [line.split("; did you mean")[0] for line in found]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("title: x\ndates: 2024-03\n", "2024-03"),
        ("title: x\ndates: 2024-03\nstatus: postponed\n", "2024-03"),
        ("title: x\ndates: 2024-03\nstatus: postponed\nmoved-to: 2024-05\n", "2024-05"),
        ("title: x\ndates: 2024-03\nstatus: held\nmoved-to: 2024-05-06\n", "2024-05-06"),
    ],
)
def test_the_new_dates_count(text: str, when: str) -> None:
    entry = loaded({AT: text}).registry.get(Event, "ice-course")
    assert entry is not None
    assert str(entry.record.when) == when


def test_an_event_is_found_by_its_id_alone_whatever_its_year() -> None:
    registry = loaded({AT: "title: x\ndates: 2024\n", "events/2025/fish-day.yaml": "title: y\ndates: 2025\n"}).registry
    assert registry.ids(Event) == ("fish-day", "ice-course")
    assert [entry.path for entry in registry.of(Event)] == [
        "registry/events/2025/fish-day.yaml",
        "registry/events/2024/ice-course.yaml",
    ]
    assert registry.path_of(Event, "fish-day") == "registry/events/2025/fish-day.yaml"
    assert registry.path_of(Event, "ice-day") is None
    assert [entry.id for entry in registry.stating(Event, "area", "ice")] == []


def test_an_id_of_two_years_is_a_finding_at_the_later() -> None:
    text = "title: x\ndates: {}\n"
    files: dict[str, str | None] = {
        "events/2024/course.yaml": text.format(2024),
        "events/2025/course.yaml": text.format(2025),
        "events/2026/course.yaml": "title: [",
    }
    said = "the id course is also that of registry/events/2024/course.yaml: give one of them another name"
    assert [line for line in findings(files) if "also" in line] == [f"events/2025/course.yaml:1:1 error: {said}"]


@pytest.mark.parametrize("path", ["events/course.yaml", "events/24/course.yaml", "events/2024/03/course.yaml"])
def test_an_event_stands_in_the_folder_of_a_year_and_nowhere_else(path: str) -> None:
    found = findings({path: "title: x\ndates: 2024\n"})
    assert [line.split(";")[0] for line in found] == [f"{path}:1:1 error: no kind of record stands here"]


def test_what_refers_to_nothing_is_found_in_an_event_as_anywhere() -> None:
    text = "title: x\ndates: 2024\nareas: [sky]\ndimensions: [air]\nplan: plan-9\nanswers: [com-2023-06-01/9]\n"
    report = check(loaded({AT: text}))
    assert sorted(str(finding.place).removeprefix(f"registry/{AT}:") for finding in report.findings)[:4] == [
        "3:9",
        "4:14",
        "5:7",
        "6:11",
    ]
