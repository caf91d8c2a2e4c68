"""Whose papers of an area are."""

import pytest

from tests.rules.overlays import Files
from tests.support import found

RULE = "paper-of-coordinator"


def paper(kind: str, by: str, areas: str = "ice", more: str = "") -> Files:
    return {"documents/x.yaml": f"kind: {kind}\ntitle: X\nareas: [{areas}]\nprepared-by: [{by}]\n{more}"}


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


@pytest.mark.parametrize("by", ["XAA", "XBB", "XCC, XAA", ""])
def test_papers_of_those_who_serve(by: str) -> None:
    assert found(RULE, paper("concept-paper", by)) == []


def test_a_paper_of_who_wants_to_serve() -> None:
    text = "proposals:\n  - {state: XDD, role: coordinator, notified: 2024-01-01}\n"
    assert found(RULE, {**paper("concept-paper", "XDD", "people"), "coordinators/people.yaml": text}) == []


@pytest.mark.parametrize("kind", ["concept-paper", "action-plan", "report"])
def test_papers_of_others(kind: str) -> None:
    assert found(RULE, paper(kind, "XDD")) == [
        "documents/x.yaml:4:14 note: it was prepared by Dunmere: no tenure on record for Ice"
    ]


@pytest.mark.parametrize(
    ("date", "severity"), [("2023-12-31", "note"), ("2024-01-01", "warning"), ("2030-01-01", "warning")]
)
def test_a_paper_of_days_of_which_is_known_who_served(date: str, severity: str) -> None:
    assert found(RULE, paper("report", "XDD", more=f"date: {date}\n")) == [
        f"documents/x.yaml:4:14 {severity}: it was prepared by Dunmere: no tenure on record for Ice"
    ]


def test_a_paper_on_several_areas_is_of_one_who_serves_any() -> None:
    assert found(RULE, paper("report", "XCC", "ice, fish")) == []
    assert found(RULE, paper("report", "XDD, XEE", "ice, fish")) == [
        "documents/x.yaml:4:14 note: it was prepared by Dunmere and Estavia: no tenure on record for Ice, Fisheries"
    ]


def test_what_is_no_paper_of_an_area_and_what_cannot_be_known() -> None:
    assert found(RULE, paper("contribution", "XDD")) == []
    assert found(RULE, paper("report", "XDD", "")) == []
    assert found(RULE, paper("report", "XDD", more="received: false\n")) == []
    assert found(RULE, {**paper("report", "XDD"), "coordinators/ice.yaml": "tenures: 1\n"}) == []
