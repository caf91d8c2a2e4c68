"""First the notice, then the approval."""

from tests.rules.overlays import LAST, ice
from tests.support import found

RULE = "notified-before-approval"


def test_sample_breaches_nothing() -> None:
    assert found(RULE) == []


def test_notice_on_the_day_of_approval() -> None:
    assert found(RULE, ice(f"state: XAA, role: coordinator, term: 2024-2025, {LAST}, notified: 2023-06-01")) == []


def test_notice_on_the_day_after() -> None:
    files = ice(f"state: XAA, role: coordinator, term: 2024-2025, {LAST}, notified: 2023-06-02")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:92 error: Alderia gave notice on 2023-06-02, after its tenure was decided "
        "on 2023-06-01",
    ]


def test_notice_after_the_list() -> None:
    files = ice("state: XAA, role: coordinator, listed: com-2023-06-01, notified: 2023-06-02")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:71 error: Alderia gave notice on 2023-06-02, after its tenure was listed on "
        "2023-06-01",
    ]


def test_a_source_and_a_missing_meeting_give_no_day() -> None:
    files = ice(
        "state: XAA, role: coordinator, source: gazette, notified: 2099-01-01",
        "state: XBB, role: co-coordinator, decision: com-1999-06-01/1, notified: 2099-01-01",
        "state: XCC, role: co-coordinator, notified: 2099-01-01",
    )
    assert found(RULE, files) == []
