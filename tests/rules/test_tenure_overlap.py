"""One state, one role, one post: no day twice."""

from tests.rules.overlays import LAST, ice
from tests.support import found, report

RULE = "tenure-overlap"


def test_sample_has_none() -> None:
    assert found(RULE) == []


def test_new_year_adjoins() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2022-2023, {LAST}",
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == []


def test_the_same_day_twice_overlaps() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2022-01-01/2024-01-01, {LAST}",
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Alderia is coordinator of Ice by two tenures at once, 2024-01-01 "
        "to 2024-01-01",
    ]


def test_it_stands_at_the_later_in_the_file() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
        f"state: XAA, role: coordinator, term: 2022-01-01/2024-01-01, {LAST}",
    )
    findings = [f for f in report(files).findings if f.rule == RULE]
    assert [(f.place.line, [(r.place.line, r.message) for r in f.related]) for f in findings] == [
        (3, [(2, "the earlier tenure")])
    ]


def test_every_tenure_that_meets_an_earlier_one() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2020-2021, {LAST}",
        f"state: XAA, role: coordinator, term: 2021-2022, {LAST}",
        f"state: XAA, role: coordinator, term: 2021-2023, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Alderia is coordinator of Ice by two tenures at once, 2021-01-01 "
        "to 2021-12-31",
        "coordinators/ice.yaml:4:5 error: Alderia is coordinator of Ice by two tenures at once, 2021-01-01 "
        "to 2021-12-31",
    ]


def test_listed_twice_by_one_list() -> None:
    files = ice(*["state: XAA, role: co-coordinator, listed: com-2023-06-01"] * 2)
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Alderia is co-coordinator of Ice by two tenures at once, from 2023-06-01",
    ]


def test_an_undated_tenure_ends_when_the_state_is_appointed_anew() -> None:
    files = ice(
        "state: XAA, role: co-coordinator, source: letters",
        f"state: XAA, role: co-coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == []


def test_an_early_end_makes_room() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2022-2024, {LAST}, ended: {{on: 2023-12-31}}",
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == []


def test_another_role_and_another_state_are_other_rules() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
        f"state: XAA, role: co-coordinator, term: 2024-2025, {LAST}",
        f"state: XBB, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == []


def test_an_earlier_tenure_that_had_ended_hides_no_overlap() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2018-2019, {LAST}",
        f"state: XAA, role: coordinator, term: 2022-01-01/2024-01-01, {LAST}",
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:5 error: Alderia is coordinator of Ice by two tenures at once, 2024-01-01 "
        "to 2024-01-01",
    ]
