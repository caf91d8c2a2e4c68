"""Extensions are asked for in time."""

from tests.rules.overlays import LAST, ice
from tests.support import found, report

RULE = "extension-request"
FIRST = "state: XAA, role: coordinator, term: 2021-2022, source: letters"
SECOND = f"state: XAA, role: coordinator, term: 2023-2024, {LAST}"


def test_sample_extends_nothing() -> None:
    assert found(RULE) == []


def test_asked_on_the_last_day() -> None:
    assert found(RULE, ice(FIRST, f"{SECOND}, notified: 2022-12-31")) == []


def test_asked_on_the_day_after() -> None:
    files = ice(FIRST, f"{SECOND}, notified: 2023-01-01")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:92 error: Alderia asked for its extension on 2023-01-01, after its tenure "
        "ended on 2022-12-31",
    ]
    related = [r for f in report(files).findings if f.rule == RULE for r in f.related]
    assert [(r.place.line, r.message) for r in related] == [(2, "the tenure extended")]


def test_the_order_in_the_file_does_not_matter() -> None:
    assert found(RULE, ice(f"{SECOND}, notified: 2023-01-01", FIRST)) == [
        "coordinators/ice.yaml:2:92 error: Alderia asked for its extension on 2023-01-01, after its tenure "
        "ended on 2022-12-31",
    ]


def test_no_day_of_request_on_record() -> None:
    assert found(RULE, ice(FIRST, SECOND)) == []


def test_a_gap_makes_it_a_new_service() -> None:
    later = f"state: XAA, role: coordinator, term: 2023-01-02/2024-12-31, {LAST}, notified: 2023-01-01"
    assert found(RULE, ice(FIRST, later)) == []


def test_another_state_or_role_extends_nothing() -> None:
    files = ice(
        FIRST,
        f"state: XBB, role: coordinator, term: 2023-2024, {LAST}, notified: 2023-01-01",
        f"state: XAA, role: co-coordinator, term: 2023-2024, {LAST}, notified: 2023-01-01",
    )
    assert found(RULE, files) == []


def test_a_tenure_ended_early_and_taken_up_again() -> None:
    files = ice(
        "state: XAA, role: coordinator, term: 2021-2023, source: letters, ended: {on: 2022-12-31}",
        f"{SECOND}, notified: 2023-01-01",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:92 error: Alderia asked for its extension on 2023-01-01, after its tenure "
        "ended on 2022-12-31",
    ]


def test_an_undated_tenure_has_no_end_to_miss() -> None:
    files = ice("state: XAA, role: coordinator, source: letters", f"{SECOND}, notified: 2023-05-01")
    assert found(RULE, files) == []


def test_reversed_and_unknown_days() -> None:
    files = ice(
        "state: XAA, role: coordinator, term: 2022-2021, source: letters",
        "state: XAA, role: coordinator, source: gazette, notified: 2023-01-01",
        f"{SECOND}, notified: 2023-01-01",
        "state: XAA, role: coordinator, term: 2026-2025, source: gazette, notified: 2026-01-01",
    )
    assert found(RULE, files) == []
