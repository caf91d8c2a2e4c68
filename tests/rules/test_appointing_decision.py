"""Decisions that appoint, by organs that may."""

from tests.rules.overlays import Files, holders, ice, meeting
from tests.support import found

RULE = "appointing-decision"


def resting_on(*decisions: str, by: str = "com-2024-05-01", cites: str = "1") -> Files:
    return meeting(by, *decisions) | ice(f"state: XAA, role: coordinator, term: 2025-2026, decision: {by}/{cites}")


def test_sample_rests_on_a_decision_that_appoints() -> None:
    assert found(RULE) == []


def test_one_of_several_posts() -> None:
    assert found(RULE, resting_on("number: 1, appoints: [fish, ice]")) == []


def test_a_decision_that_recommends() -> None:
    assert found(RULE, ice("state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/2")) == [
        "coordinators/ice.yaml:2:64 error: com-2023-06-01/2 does not appoint to Ice: it recommends charter",
    ]


def test_a_decision_that_appoints_to_another_post() -> None:
    files = holders("people", "state: XAA, role: coordinator, decision: com-2023-06-01/1")
    assert found(RULE, files) == [
        "coordinators/people.yaml:2:47 error: com-2023-06-01/1 does not appoint to People dimension: it "
        "appoints to Ice",
    ]


def test_a_decision_on_a_person() -> None:
    assert found(RULE, resting_on("number: 1, considers-person: {name: Ann Lee, office: clerk}")) == [
        "coordinators/ice.yaml:2:64 error: com-2024-05-01/1 does not appoint to Ice: it considers Ann Lee",
    ]
    assert found(RULE, resting_on("number: 1, appoints-person: {name: Ann Lee, office: clerk}")) == [
        "coordinators/ice.yaml:2:64 error: com-2024-05-01/1 does not appoint to Ice: it appoints Ann Lee",
    ]


def test_a_request_and_a_text() -> None:
    assert found(RULE, resting_on("number: 1, calls-on: members")) == [
        "coordinators/ice.yaml:2:64 error: com-2024-05-01/1 does not appoint to Ice: it calls on members",
    ]
    assert found(RULE, resting_on("key: thanks, text: Thanks were given.", cites="thanks")) == [
        "coordinators/ice.yaml:2:64 error: com-2024-05-01/thanks does not appoint to Ice: it has a text only",
    ]


def test_an_organ_that_may_not_appoint() -> None:
    assert found(RULE, resting_on("number: 1, appoints: [ice]", by="asm-2024-05-01")) == [
        "coordinators/ice.yaml:2:64 error: Assembly may not appoint coordinators; that is for Committee",
    ]


def test_where_no_organ_may_appoint() -> None:
    text = "format: 1\norganisation: {name: Lakes, short: L}\nlanguages: [en]\norgans: {asm: {name: Assembly}}\n"
    files = resting_on("number: 1, appoints: [ice]", by="asm-2024-05-01") | {"registry.yaml": text}
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:64 error: Assembly may not appoint coordinators; no organ may",
    ]


def test_what_is_not_on_record_is_reported_elsewhere() -> None:
    assert found(RULE, ice("state: XAA, role: coordinator, decision: com-2023-06-01/9")) == []
    assert found(RULE, ice("state: XAA, role: coordinator, decision: com-1999-06-01/1")) == []
    assert found(RULE, ice("state: XAA, role: coordinator, decision: nonsense")) == []
    assert found(RULE, resting_on("number: 1, appoints: [ice]", by="xxx-2024-05-01")) == []


def test_a_tenure_that_is_listed_needs_no_decision() -> None:
    assert found(RULE, holders("people", "state: XAA, role: coordinator, listed: com-2023-06-01")) == []
