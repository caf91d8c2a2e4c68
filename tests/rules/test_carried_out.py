"""Appointments that were recorded."""

from tests.rules.overlays import Files, holders, meeting
from tests.support import found

RULE = "carried-out"
DECIDED = meeting("com-2024-05-01", "number: 1, considers: charter", "number: 2, appoints: [ice, people]")


def holding(area: str, decision: str = "com-2024-05-01/2") -> Files:
    return holders(area, f"state: XAA, role: coordinator, term: 2025-2026, decision: {decision}")


def test_sample_is_carried_out() -> None:
    assert found(RULE) == []


def test_a_tenure_for_each_post() -> None:
    assert found(RULE, DECIDED | holding("people") | ice_and_before()) == []


def test_one_post_was_forgotten() -> None:
    assert found(RULE, DECIDED | ice_and_before()) == [
        "meetings/com-2024-05-01.yaml:5:33 warning: no tenure of People dimension rests on this decision",
    ]


def test_the_other_was_forgotten() -> None:
    assert found(RULE, DECIDED | holding("people")) == [
        "meetings/com-2024-05-01.yaml:5:28 warning: no tenure of Ice rests on this decision",
    ]


def test_a_tenure_that_cites_another_paragraph_does_not_count() -> None:
    assert found(RULE, DECIDED | ice_and_before() | holding("people", "com-2024-05-01/1")) == [
        "meetings/com-2024-05-01.yaml:5:33 warning: no tenure of People dimension rests on this decision",
    ]


def test_a_post_not_on_record_or_not_readable_is_reported_elsewhere() -> None:
    assert found(RULE, meeting("com-2024-05-01", "number: 1, appoints: [snow]")) == []
    assert found(RULE, DECIDED | ice_and_before() | {"coordinators/people.yaml": "tenures: {\n"}) == []


def ice_and_before() -> Files:
    """Record the appointment to Ice, beside that of the sample."""
    return holders(
        "ice",
        "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1",
        "state: XAA, role: coordinator, term: 2026-2027, decision: com-2024-05-01/2",
    )
