"""The plan of a year holds the events of that year."""

import pytest

from tests.support import found

PLAN = "kind: annual-plan\ntitle: Plan\napplies: 2024-2024\n"


def events(dates: str, *lines: str, plan: str = PLAN) -> list[str]:
    text = "\n".join(["title: A course", f"dates: {dates}", "plan: plan-2024", *lines, ""])
    return found("event-plan", {f"events/{dates[:4]}/course.yaml": text, "documents/plan-2024.yaml": plan})


@pytest.mark.parametrize("dates", ["2024", "2024-12", "2024-12-31", "2024-12-30/2025-01-02", "2023-12-30/2024-01-02"])
def test_an_event_of_the_year(dates: str) -> None:
    assert events(dates) == []


@pytest.mark.parametrize("dates", ["2023", "2023-12-31", "2025-01-01", "2025"])
def test_an_event_of_another_year(dates: str) -> None:
    assert events(dates) == [
        f"events/{dates[:4]}/course.yaml:3:7 warning: the event is of {dates}, but plan-2024 is made for 2024-2024"
    ]


def test_one_that_was_postponed_out_of_its_year_or_into_it() -> None:
    assert events("2024-06", "status: postponed", "moved-to: 2025-02") == []
    assert events("2024-06", "status: held", "moved-to: 2025-02") == []
    assert events("2023-06", "status: postponed", "moved-to: 2024-02") == []


def test_a_plan_that_does_not_say_for_which_period() -> None:
    assert events("2025", plan="kind: annual-plan\ntitle: Plan\n") == []


def test_a_document_that_is_no_plan() -> None:
    assert events("2024", plan="kind: report\ntitle: Report\n") == [
        "events/2024/course.yaml:3:7 warning: plan-2024 is no annual plan: it is of the kind report"
    ]
