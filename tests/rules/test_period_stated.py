"""Periods of action plans."""

from tests.support import found

RULE = "period-stated"


def paper(kind: str, more: str = "") -> list[str]:
    return found(RULE, {"documents/x.yaml": f"kind: {kind}\ntitle: X\n{more}"})


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


def test_an_action_plan_without_a_period() -> None:
    assert paper("action-plan") == [
        "documents/x.yaml:1:7 warning: the action plan does not say for which period it is made"
    ]


def test_periods_that_are_stated_and_papers_that_need_none() -> None:
    assert paper("action-plan", "applies: 2024-2026\n") == []
    assert paper("action-plan", "received: false\n") == []
    assert paper("concept-paper") == []
    assert paper("report") == []
