"""Nothing ends before it starts."""

from tests.rules.overlays import LAST, ice
from tests.support import found, report

RULE = "term-order"


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


def test_a_term_of_one_day() -> None:
    assert found(RULE, ice(f"state: XAA, role: coordinator, term: 2024-02-29/2024-02-29, {LAST}")) == []


def test_a_reversed_term_stands_at_the_term() -> None:
    assert found(RULE, ice(f"state: XAA, role: coordinator, term: 2024-03/2024-02, {LAST}")) == [
        "coordinators/ice.yaml:2:43 error: the tenure of Alderia ends on 2024-02-29, before it starts on 2024-03-01",
    ]


def test_a_reversed_term_with_an_early_end_is_one_finding() -> None:
    files = ice(f"state: XAA, role: coordinator, term: 2025-2024, {LAST}, ended: {{on: 2024-06-30}}")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:43 error: the tenure of Alderia ends on 2024-12-31, before it starts on 2025-01-01",
    ]


def test_a_reversed_term_leaves_the_other_rules_alone() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2025-2024, {LAST}, notified: 2023-05-01",
        f"state: XBB, role: coordinator, term: 2024-2025, {LAST}",
        f"state: XAA, role: co-coordinator, term: 2024-2025, {LAST}",
    )
    assert {f.rule for f in report(files).findings if f.severity != "note"} == {RULE}


def test_an_early_end_on_the_first_and_on_the_last_day() -> None:
    for day in ("2024-01-01", "2025-12-31"):
        assert found(RULE, ice(f"state: XAA, role: coordinator, term: 2024-2025, {LAST}, ended: {{on: {day}}}")) == []


def test_an_early_end_before_the_start() -> None:
    files = ice(f"state: XAA, role: coordinator, term: 2024-2025, {LAST}, ended: {{on: 2023-12-31}}")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:94 error: the tenure of Alderia ended on 2023-12-31, before it starts on 2024-01-01",
    ]


def test_an_early_end_after_the_term() -> None:
    files = ice(f"state: XAA, role: coordinator, term: 2024-2025, {LAST}, ended: {{on: 2026-01-01}}")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:94 error: the tenure of Alderia ended on 2026-01-01, after its term on 2025-12-31",
    ]


def test_an_undated_tenure_starts_with_its_list() -> None:
    files = ice(
        "state: XAA, role: coordinator, listed: com-2023-06-01, ended: {on: 2023-05-31}",
        "state: XBB, role: co-coordinator, listed: com-2023-06-01, ended: {on: 2023-06-01}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:73 error: the tenure of Alderia ended on 2023-05-31, before it starts on 2023-06-01",
    ]


def test_an_end_whose_start_is_not_known() -> None:
    assert found(RULE, ice("state: XAA, role: coordinator, source: gazette, ended: {on: 1990-01-01}")) == []
