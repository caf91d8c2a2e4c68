import pytest

from cicareg.questions.pending import pending, proposed
from cicareg.records.coordinators import Coordinators
from tests.support import loaded

PROPOSAL = "state: XCC, role: coordinator, term: 2026-2027, notified: 2023-06-01"


def waiting(*proposals: str, tenures: str = "") -> list[str]:
    """Give the days of the proposals that wait."""
    items = "".join(f"  - {{{item}}}\n" for item in proposals)
    registry = loaded({"coordinators/people.yaml": f"{tenures}proposals:\n{items}"}).registry
    return [str(p.notified) for p in pending(registry, registry.get(Coordinators, "people"))]


def test_a_post_that_nobody_held_has_none() -> None:
    assert pending(loaded().registry, None) == ()


def test_a_proposal_waits_until_it_is_withdrawn() -> None:
    assert waiting(PROPOSAL) == ["2023-06-01"]
    assert waiting(f"{PROPOSAL}, withdrawn: 2023-06-01") == []


@pytest.mark.parametrize(
    ("tenure", "waits"),
    [
        ("state: XCC, role: coordinator, term: 2026-2027, decision: com-2023-06-01/1", False),
        ("state: XCC, role: coordinator, decision: com-2023-06-01/1", False),
        ("state: XCC, role: co-coordinator, term: 2026-2027, decision: com-2023-06-01/1", True),
        ("state: XBB, role: coordinator, term: 2026-2027, decision: com-2023-06-01/1", True),
        ("state: XCC, role: coordinator, term: 2026-2027, listed: com-2023-06-01", True),
        ("state: XCC, role: coordinator, term: 2026-2027, source: letters 3", True),
        ("state: XCC, role: coordinator, term: 2026-2027, decision: com-2024-06-01/1", True),  # not on record
    ],
)
def test_it_is_taken_up_by_a_decision_on_that_state_and_role(tenure: str, waits: bool) -> None:
    assert bool(waiting(PROPOSAL, tenures=f"tenures:\n  - {{{tenure}}}\n")) is waits


@pytest.mark.parametrize(("notified", "waits"), [("2023-05-31", False), ("2023-06-01", False), ("2023-06-02", True)])
def test_a_decision_takes_up_what_was_proposed_by_its_day(notified: str, waits: bool) -> None:
    tenure = "tenures:\n  - {state: XCC, role: coordinator, term: 2026-2027, decision: com-2023-06-01/1}\n"
    assert bool(waiting(PROPOSAL.replace("2023-06-01", notified), tenures=tenure)) is waits


def test_of_several_proposals_that_of_the_term_is_meant_else_the_last() -> None:
    later = PROPOSAL.replace("2026-2027", "2028-2029").replace("2023-06-01", "2023-05-01")
    items = f"proposals:\n  - {{{PROPOSAL}}}\n  - {{{later}}}\n"
    registry = loaded({"coordinators/people.yaml": items}).registry
    found = pending(registry, registry.get(Coordinators, "people"))
    for term, day in (("2026-2027", "2023-06-01"), ("2028-2029", "2023-05-01"), ("2030-2031", "2023-06-01")):
        proposal = proposed(found, "XCC", "coordinator", term)
        assert proposal is not None
        assert str(proposal.notified) == day
    assert proposed(found, "XCC", "co-coordinator", "2026-2027") is None
    assert proposed(found, "XBB", "coordinator", "2026-2027") is None
