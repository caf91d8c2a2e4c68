"""First the decision, then the tenure."""

from tests.rules.overlays import LAST, ice
from tests.support import found

RULE = "decided-before-start"


def test_sample_was_decided_in_time() -> None:
    assert found(RULE) == []


def test_the_day_of_the_decision_will_do() -> None:
    assert found(RULE, ice(f"state: XAA, role: coordinator, term: 2023-06-01/2025-05-31, {LAST}")) == []


def test_the_day_before_will_not() -> None:
    assert found(RULE, ice(f"state: XAA, role: coordinator, term: 2023-05-31/2025-05-30, {LAST}")) == [
        "coordinators/ice.yaml:2:43 warning: the tenure of Alderia starts on 2023-05-31, before it was "
        "decided on 2023-06-01",
    ]


def test_lists_and_sources_do_not_say_when() -> None:
    files = ice(
        "state: XAA, role: coordinator, term: 2020-2021, source: gazette",
        "state: XAA, role: coordinator, term: 2022-2023, listed: com-2023-06-01",
    )
    assert found(RULE, files) == []


def test_without_a_term_or_a_meeting_on_record() -> None:
    files = ice(
        f"state: XAA, role: coordinator, {LAST}",
        "state: XBB, role: co-coordinator, term: 2010-2011, decision: com-1999-06-01/1",
    )
    assert found(RULE, files) == []
