"""The annual plan is approved before its year begins."""

from tests.deadlines.asking import document, on
from tests.rules.overlays import meeting

KIND = "annual-plan"
PERIOD = "organ: com\napplies: 2025-01/2025-12\nfirst-draft: 2024-09-01\n"


def plan(text: str = PERIOD, id_: str = "plan") -> dict[str, str | None]:
    return document(id_, KIND, text)


def test_its_last_day_is_the_one_before_the_year() -> None:
    assert on("2024-08-31", KIND, plan()) == []
    assert on("2024-12-31", KIND, plan()) == ["com open by 2024-12-31"]
    assert on("2025-01-01", KIND, plan()) == ["com overdue by 2024-12-31"]


def test_after_its_year_it_has_lapsed() -> None:
    assert on("2025-12-31", KIND, plan()) == ["com overdue by 2024-12-31"]
    assert on("2026-01-01", KIND, plan()) == ["com lapsed by 2024-12-31: not met by 2025-12-31"]


def test_the_approval_meets_it() -> None:
    files = plan() | meeting("com-2024-12-10", "number: 3, approves: plan")
    assert on("2024-12-09", KIND, files) == ["com open by 2024-12-31"]
    assert on("2024-12-10", KIND, files) == ["com met by 2024-12-31: com-2024-12-10/3 on 2024-12-10"]
    preliminary = plan() | meeting("com-2024-12-10", "number: 3, approves: plan, preliminary: true")
    assert on("2025-01-01", KIND, preliminary) == ["com overdue by 2024-12-31"]


def test_a_plan_without_a_period_falls_due_after_the_request_that_serves_it() -> None:
    request = meeting("com-2024-05-01", "number: 2, calls-on: members, before: 2024-10-01, for: plan")
    files = plan("organ: com\n") | request
    assert on("2024-04-30", KIND, files) == []
    assert on("2024-05-01", KIND, files) == ["com open after 2024-09-30"]
    assert on("2030-01-01", KIND, files) == ["com open after 2024-09-30"]
    assert on("2024-05-01", KIND, plan("organ: com\n")) == []


def test_the_organ_that_approves_plans_is_meant_where_none_is_named() -> None:
    assert on("2024-12-31", KIND, plan("applies: 2025-01/2025-12\n")) == ["com open by 2024-12-31"]


def test_a_plan_with_a_later_version_owes_nothing() -> None:
    files = plan() | plan(f"{PERIOD}supersedes: plan\n", "plan-2")
    assert on("2025-01-01", KIND, files) == [
        "com not-applicable by 2024-12-31: plan-2 takes its place",
        "com overdue by 2024-12-31",
    ]


def test_a_plan_that_never_came_in_falls_due_for_nobody() -> None:
    assert on("2025-01-01", KIND, plan(f"{PERIOD}received: false\n")) == []


def test_a_later_version_takes_its_place_from_its_first_day_on() -> None:
    files = plan() | plan("organ: com\nfirst-draft: 2024-11-01\nsupersedes: plan\n", "plan-2")
    files |= plan("organ: com\nfirst-draft: 2024-12-01\nsupersedes: plan-2\n", "plan-3")
    assert on("2024-10-31", KIND, files) == ["com open by 2024-12-31"]
    assert on("2024-11-01", KIND, files) == ["com not-applicable by 2024-12-31: plan-2 takes its place"]
    assert on("2024-12-01", KIND, files) == ["com not-applicable by 2024-12-31: plan-2 takes its place"]


def test_a_version_that_came_when_the_year_was_over_took_no_place() -> None:
    files = plan() | plan("organ: com\nfirst-draft: 2026-02-01\nsupersedes: plan\n", "plan-2")
    assert on("2025-12-31", KIND, files) == ["com overdue by 2024-12-31"]
    assert on("2026-02-01", KIND, files) == ["com lapsed by 2024-12-31: not met by 2025-12-31"]
