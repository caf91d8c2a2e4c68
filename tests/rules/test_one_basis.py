"""Exactly one basis for every fact."""

from tests.rules.overlays import LAST, ice
from tests.support import found

RULE = "one-basis"


def test_sample_rests_on_one_each() -> None:
    assert found(RULE) == []


def test_each_of_the_three_will_do() -> None:
    files = ice(
        "state: XAA, role: coordinator, term: 2020-2021, source: gazette p. 3, inferred: [role, term]",
        "state: XAA, role: coordinator, term: 2022-2023, listed: com-2023-06-01",
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == []


def test_a_tenure_on_nothing() -> None:
    assert found(RULE, ice("state: XAA, role: coordinator, term: 2024-2025")) == [
        "coordinators/ice.yaml:2:5 error: the tenure of Alderia rests on nothing: write decision, listed or source",
    ]


def test_the_second_in_the_file_is_at_fault() -> None:
    files = ice("source: gazette p. 3, state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:76 error: the tenure of Alderia rests on source and decision: keep one of them",
    ]


def test_three_are_one_finding() -> None:
    files = ice(f"state: XAA, role: coordinator, {LAST}, source: gazette, listed: com-2023-06-01")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:65 error: the tenure of Alderia rests on decision and source and listed: "
        "keep one of them",
    ]


def test_inferred_needs_a_source() -> None:
    files = ice(f"state: XAA, role: coordinator, term: 2024-2025, {LAST}, inferred: [term]")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:82 error: inferred says what is deduced from a source, but no source is stated",
    ]


def test_inferred_from_nothing_at_all_is_both() -> None:
    assert found(RULE, ice("state: XAA, role: coordinator, inferred: [role]")) == [
        "coordinators/ice.yaml:2:5 error: the tenure of Alderia rests on nothing: write decision, listed or source",
        "coordinators/ice.yaml:2:37 error: inferred says what is deduced from a source, but no source is stated",
    ]


def test_departures_too() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-2024, {LAST}",
        departures=(
            "rule: minimum-tenure, reason: So decided.",
            f"rule: minimum-tenure, listed: com-2023-06-01, {LAST}, reason: So decided.",
            f"rule: minimum-tenure, {LAST}, reason: So decided.",
        ),
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:5 error: the departure from minimum-tenure rests on nothing: write "
        "decision, listed or source",
        "coordinators/ice.yaml:5:52 error: the departure from minimum-tenure rests on listed and decision: "
        "keep one of them",
    ]
