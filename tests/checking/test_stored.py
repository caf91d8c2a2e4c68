"""Findings come back from JSON as they were; what is no finding is refused."""

import json
from typing import Any

import pytest

from cicareg.checking.stored import from_row, to_row
from cicareg.finding import Citation, Covered, Finding, Lost, Place, Related, Severity
from tests.support import report

PLACE = Place("registry/areas/ice.yaml", 1, 2, 3, 4)
BARE = Finding(PLACE, Severity.ERROR, "shape", "wrong")
FULL = Finding(
    PLACE,
    Severity.NOTE,
    "one-coordinator",
    "Zwei: \u2028 ё \U0001f41f",
    (Citation("Charter", "1.9", "as a rule", "draft"),),
    Covered(Place("registry/areas/fish.yaml", 5, 6, 7, 8), "listed", "Why not."),
    (Related(PLACE, "here"), Related(PLACE, "")),
    Lost("area", "icee"),
)


@pytest.mark.parametrize("finding", [BARE, FULL, *report().findings])
def test_a_finding_comes_back(finding: Finding) -> None:
    assert from_row(json.loads(json.dumps(to_row(finding)))) == finding


@pytest.mark.parametrize("index", range(8))
@pytest.mark.parametrize("value", [5, "x", [5], [[5, 5]], [[["a", 1, 1, 1, "x"], "x"]]])
def test_what_is_no_finding_is_refused(index: int, value: Any) -> None:
    row = to_row(FULL)
    row[index] = value
    if (index, value) in ((2, "x"), (3, "x")):  # a text where a text belongs
        assert from_row(row)
        return
    with pytest.raises((TypeError, ValueError)):
        from_row(row)


@pytest.mark.parametrize("row", [[], [1], to_row(BARE)[:7], [*to_row(BARE), None]])
def test_a_row_of_another_length_is_refused(row: list[Any]) -> None:
    with pytest.raises(ValueError, match="unpack"):
        from_row(row)
