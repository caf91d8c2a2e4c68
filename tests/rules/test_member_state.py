"""Only members hold posts."""

from tests.rules.overlays import LAST, Files, holders, ice
from tests.support import found

RULE = "member-state"


def left(year: int) -> Files:
    """Have Alderia leave in a year, and nobody look after the fish."""
    states = f"XAA: {{name: Alderia, member-since: {{year: 2000}}, member-until: {{year: {year}}}}}\n"
    return {"states.yaml": states, "coordinators/fish.yaml": "tenures: []\n"}


def test_sample_has_members_only() -> None:
    assert found(RULE) == []


def test_years_are_all_that_is_known() -> None:
    assert found(RULE, ice(f"state: XDD, role: coordinator, term: 2024-01-01/2025-12-31, {LAST}")) == []


def test_a_tenure_before_membership() -> None:
    assert found(RULE, ice(f"state: XDD, role: coordinator, term: 2023-12-31/2025-12-31, {LAST}")) == [
        "coordinators/ice.yaml:2:13 error: Dunmere holds the post from 2023-12-31, but is a member since 2024 only",
    ]


def test_a_state_that_is_no_member() -> None:
    assert found(RULE, ice(f"state: XEE, role: coordinator, term: 2024-2025, {LAST}")) == [
        "coordinators/ice.yaml:2:13 error: Estavia is no member: it has no member-since",
    ]


def test_a_tenure_in_the_last_year_of_membership() -> None:
    assert found(RULE, ice(f"state: XAA, role: coordinator, term: 2024-2025, {LAST}") | left(2025)) == []


def test_a_tenure_after_membership() -> None:
    files = ice(f"state: XAA, role: coordinator, term: 2024-2025, {LAST}") | left(2024)
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:13 error: Alderia holds the post until 2025-12-31, but was a member until 2024 only",
    ]


def test_an_open_tenure_of_a_state_that_left() -> None:
    assert found(RULE, ice(f"state: XAA, role: coordinator, {LAST}") | left(2199)) == [
        "coordinators/ice.yaml:2:13 error: Alderia holds the post without an end, but was a member until 2199 only",
    ]


def test_an_open_tenure_that_was_ended() -> None:
    assert found(RULE, ice(f"state: XAA, role: coordinator, {LAST}, ended: {{on: 2024-12-31}}") | left(2024)) == []


def test_a_state_that_acts() -> None:
    files = holders(
        "fish",
        "state: XEE, role: co-coordinator, source: letters",
        acting=("state: XEE, from: 2024-03-01",),
    )
    assert found(RULE, files) == [
        "coordinators/fish.yaml:2:13 error: Estavia is no member: it has no member-since",
        "coordinators/fish.yaml:4:13 error: Estavia is no member: it has no member-since",
    ]


def test_a_state_not_on_record_and_days_not_known() -> None:
    files = ice(
        f"state: XZZ, role: coordinator, {LAST}",
        f"state: XEE, role: coordinator, term: 2025-2024, {LAST}",
        "state: XEE, role: coordinator, source: gazette",
    )
    assert found(RULE, files) == []
