"""Two years, both ends included."""

import pytest

from tests.rules.overlays import LAST, ice
from tests.support import found, sample

RULE = "minimum-tenure"
NOTED = [
    "coordinators/fish.yaml:2:5 note: the tenure of Borland is not stated",
    "coordinators/fish.yaml:3:5 note: the tenure of Corvania is not stated",
    "coordinators/fish.yaml:4:5 note: the tenure of Alderia is not stated",
]


def of_ice(term: str) -> list[str]:
    """Give what is found of a term, besides the notes of the sample."""
    lines = found(RULE, ice(f"state: XAA, role: coordinator, term: {term}, {LAST}"))
    assert lines[:3] == NOTED
    return lines[3:]


def test_sample_notes_what_is_not_stated() -> None:
    assert found(RULE) == NOTED


@pytest.mark.parametrize(
    "term",
    [
        "2024-2025",
        "2024-2030",
        "2024-01/2025-12",
        "2024-03/2026-02",
        "2024-03-15/2026-03-14",
        "2024-02-29/2026-02-27",
        "2023-02-28/2025-02-27",
        "2022-03-01/2024-02-29",
    ],
)
def test_two_years_or_more(term: str) -> None:
    assert of_ice(term) == []


@pytest.mark.parametrize(
    ("term", "span"),
    [
        ("2024-2024", "2024-01-01 to 2024-12-31"),
        ("2024-01-01/2025-12-30", "2024-01-01 to 2025-12-30"),
        ("2024-01-02/2025-12-31", "2024-01-02 to 2025-12-31"),
        ("2024-02-29/2026-02-26", "2024-02-29 to 2026-02-26"),
        ("2022-03-01/2024-02-28", "2022-03-01 to 2024-02-28"),
    ],
)
def test_a_day_short(term: str, span: str) -> None:
    line = f"coordinators/ice.yaml:2:43 error: the tenure of Alderia, {span}, is shorter than 2 years"
    assert of_ice(term) == [line]


def test_a_reversed_term_is_another_rule() -> None:
    assert of_ice("2025-2024") == []


def test_the_threshold_is_data() -> None:
    text = sample()["registry/registry.yaml"].decode().replace("years: 2", "years: 3")
    assert found(RULE, {"registry.yaml": text})[3:] == [
        "coordinators/ice.yaml:3:43 error: the tenure of Alderia, 2024-01-01 to 2025-12-31, is shorter than 3 years",
        "coordinators/ice.yaml:4:46 error: the tenure of Borland, 2024-01-01 to 2025-12-31, is shorter than 3 years",
    ]


def test_an_early_end_does_not_make_the_decision_short() -> None:
    assert of_ice("2024-2025, ended: {on: 2024-06-30, notified: 2024-06-01}") == []


def test_a_departure_covers_it() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-2024, {LAST}",
        f"state: XBB, role: co-coordinator, term: 2024-2024, {LAST}",
        "state: XCC, role: co-coordinator, term: 2024-2024, listed: com-2023-06-01",
        departures=(f"rule: minimum-tenure, {LAST}, reason: So decided.",),
    )
    assert found(RULE, files)[3:] == [
        "coordinators/ice.yaml:2:43 note: the tenure of Alderia, 2024-01-01 to 2024-12-31, is shorter than 2 "
        "years (departure)",
        "coordinators/ice.yaml:3:46 note: the tenure of Borland, 2024-01-01 to 2024-12-31, is shorter than 2 "
        "years (departure)",
        "coordinators/ice.yaml:4:46 error: the tenure of Corvania, 2024-01-01 to 2024-12-31, is shorter than 2 years",
    ]
