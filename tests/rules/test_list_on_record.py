"""Lists that were annexed."""

from tests.rules.overlays import ice
from tests.support import found

RULE = "list-on-record"


def test_sample_rests_on_an_annexed_list() -> None:
    assert found(RULE) == []


def test_a_meeting_without_a_list() -> None:
    assert found(RULE, ice("state: XAA, role: coordinator, listed: asm-2023-07-01")) == [
        "coordinators/ice.yaml:2:45 error: no list of coordinators is annexed to asm-2023-07-01",
    ]


def test_departures_too() -> None:
    files = ice(
        "state: XAA, role: coordinator, listed: com-2023-06-01",
        departures=("rule: one-coordinator, listed: asm-2023-07-01, reason: So listed.",),
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:37 error: no list of coordinators is annexed to asm-2023-07-01",
    ]


def test_a_meeting_not_on_record_is_reported_elsewhere() -> None:
    assert found(RULE, ice("state: XAA, role: coordinator, listed: com-1999-06-01")) == []
