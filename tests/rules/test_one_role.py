"""Not coordinator and co-coordinator of one post on one day."""

from tests.rules.overlays import LAST, holders, ice
from tests.support import found, report

RULE = "one-role"


def test_sample_has_one_each() -> None:
    assert found(RULE) == []


def test_one_role_after_the_other() -> None:
    files = ice(
        f"state: XAA, role: co-coordinator, term: 2022-2023, {LAST}",
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == []


def test_both_roles_in_one_term() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
        f"state: XAA, role: co-coordinator, term: 2025-2026, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Alderia is both coordinator and co-coordinator of Ice, 2025-01-01 "
        "to 2025-12-31",
    ]
    related = [r for f in report(files).findings if f.rule == RULE for r in f.related]
    assert [(r.place.line, r.message) for r in related] == [(2, "the tenure as coordinator")]


def test_an_undated_helper_that_comes_to_lead() -> None:
    files = ice(
        "state: XAA, role: co-coordinator, source: letters",
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Alderia is both co-coordinator and coordinator of Ice, 2024-01-01 "
        "to 2025-12-31: write `replaces: [XAA]` in the tenure as coordinator",
    ]


def test_no_suggestion_where_the_earlier_is_dated() -> None:
    files = ice(
        "state: XAA, role: co-coordinator, term: 2020-2024, source: letters",
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Alderia is both co-coordinator and coordinator of Ice, 2024-01-01 "
        "to 2024-12-31",
    ]


def test_the_suggestion_mends_it() -> None:
    files = ice(
        "state: XAA, role: co-coordinator, source: letters",
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}, replaces: [XAA]",
    )
    assert found(RULE, files) == []


def test_the_suggestion_follows_the_decisions_not_the_file() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
        "state: XAA, role: co-coordinator, source: letters",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Alderia is both coordinator and co-coordinator of Ice, 2024-01-01 "
        "to 2025-12-31: write `replaces: [XAA]` in the tenure as coordinator",
    ]


def test_both_roles_on_one_list_are_no_succession() -> None:
    files = ice(
        "state: XAA, role: co-coordinator, listed: com-2023-06-01",
        "state: XAA, role: coordinator, listed: com-2023-06-01",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Alderia is both co-coordinator and coordinator of Ice, from 2023-06-01",
    ]


def test_no_suggestion_where_a_decision_is_not_on_record() -> None:
    files = ice(
        "state: XAA, role: co-coordinator, source: letters",
        "state: XAA, role: coordinator, term: 2024-2025, decision: com-2024-01-01/1",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Alderia is both co-coordinator and coordinator of Ice, 2024-01-01 "
        "to 2025-12-31",
    ]


def test_two_posts_may_have_one_state() -> None:
    files = ice(f"state: XAA, role: coordinator, term: 2024-2025, {LAST}")
    files |= holders("fish", f"state: XAA, role: co-coordinator, term: 2024-2025, {LAST}")
    assert found(RULE, files) == []
