"""Periods of versions."""

import pytest

from tests.support import found

RULE = "periods-in-order"


def versions(before: str | None, after: str | None, more: str = "") -> list[str]:
    first = f"kind: report\ntitle: X\n{f'applies: {before}' if before else ''}\n"
    later = f"kind: report\ntitle: X\nsupersedes: a\n{f'applies: {after}' if after else ''}\n{more}"
    return found(RULE, {"documents/a.yaml": first, "documents/b.yaml": later})


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2024-2025", "2026-2027"), ("2024-2025", "2024-2025"), ("2024-2025", "2024-2026"), ("2024-2025", None),
        (None, "2020-2021"), ("2025-2024", "2020-2021"), ("2024-2025", "2023-2020"),
    ],
)  # fmt: skip
def test_periods_that_follow(before: str | None, after: str | None) -> None:
    assert versions(before, after) == []


@pytest.mark.parametrize(
    ("after", "verb"), [("2022-2023", "begins"), ("2023-2026", "begins"), ("2024-01/2025-06", "ends")]
)
def test_periods_that_go_back(after: str, verb: str) -> None:
    assert versions("2024-2025", after) == [
        f"documents/b.yaml:4:10 warning: it is made for {after}, which {verb} before 2024-2025, the period of a, whose "
        "place it takes"
    ]


def test_a_version_that_never_came_in() -> None:
    assert versions("2024-2025", "2022-2023", "received: false\n") == []
