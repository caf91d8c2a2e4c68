import pytest

from cicareg.errors import Exit
from tests import acts
from tests.acts import lines, nothing, planned
from tests.changes.test_propose import PROPOSAL, proposals

ASKED = {"area": "people", "state": "XCC", "on": "2025-04-01"}
OTHER = "state: XCC, role: co-coordinator, term: 2026-2027, notified: 2025-05-01"
DONE = f"{PROPOSAL}, withdrawn: 2025-04-01"


def test_the_proposal_stays_with_the_day_on_which_it_was_taken_back() -> None:
    done = planned("withdraw", proposals(PROPOSAL), **ASKED)
    assert lines(done, proposals(PROPOSAL)) == [
        f"coordinators/people.yaml -   - {{{PROPOSAL}}}",
        f"coordinators/people.yaml +   - {{{DONE}}}",
    ]
    assert done.change.subject == "Withdraw the proposal of Corvania for People dimension"


def test_all_pending_proposals_of_the_state_are_taken_back() -> None:
    files = proposals(PROPOSAL, OTHER)
    found = lines(planned("withdraw", files, **{**ASKED, "on": "2025-05-01"}), files)
    assert [line.rpartition("withdrawn")[1:] for line in found if " + " in line] == [
        ("withdrawn", ": 2025-05-01}"), ("withdrawn", ": 2025-05-01}")
    ]  # fmt: skip


def test_a_proposal_made_after_that_day_stays_pending() -> None:
    files = proposals(PROPOSAL, OTHER)
    assert lines(planned("withdraw", files, **ASKED), files) == [
        f"coordinators/people.yaml -   - {{{PROPOSAL}}}",
        f"coordinators/people.yaml +   - {{{DONE}}}",
    ]


def test_the_same_again_changes_nothing() -> None:
    assert nothing(planned("withdraw", proposals(DONE), **ASKED))
    assert nothing(planned("withdraw", proposals(DONE, OTHER), **ASKED))


def test_a_proposal_that_was_taken_up_is_not_pending() -> None:
    files = proposals(PROPOSAL)
    tenure = "tenures:\n  - {state: XCC, role: coordinator, term: 2026-2027, decision: com-2023-06-01/1}\n"
    late = {"coordinators/people.yaml": tenure + str(files["coordinators/people.yaml"])}
    assert lines(planned("withdraw", late, **ASKED), late)  # the decision came before the proposal
    early = {"coordinators/people.yaml": str(late["coordinators/people.yaml"]).replace("2025-03-01", "2023-06-01")}
    assert acts.refusal("withdraw", early, **ASKED)[1] == "no proposal of Corvania for People dimension is pending"


@pytest.mark.parametrize(
    ("files", "asked", "message", "hint"),
    [
        ({}, {}, "no proposal of Corvania for People dimension is pending", "cicareg list --pending shows all"),
        (proposals(PROPOSAL), {"state": "XBB"}, "no proposal of Borland for People dimension is pending",
         "cicareg list --pending shows all"),
        (proposals(PROPOSAL), {"on": "2025-02-28"},
         "the proposal is of 2025-03-01: it cannot be withdrawn on 2025-02-28", "--on 2025-03-01, or a later day"),
        (proposals(DONE), {"on": "2025-04-02"},
         "the proposal of Corvania for People dimension was withdrawn on 2025-04-01",
         "cicareg correct changes what was recorded wrongly"),
    ],
)  # fmt: skip
def test_what_is_not_pending_cannot_be_withdrawn(
    files: dict[str, str], asked: dict[str, str], message: str, hint: str
) -> None:
    assert acts.refusal("withdraw", files, **{**ASKED, **asked}) == (Exit.REFUSED, message, hint)


def test_an_area_or_a_day_that_is_none_is_wrong_usage() -> None:
    assert acts.refusal("withdraw", **{**ASKED, "area": "snow"})[0] == Exit.USAGE
    assert acts.refusal("withdraw", **{**ASKED, "on": "2025-02-30"})[:2] == (
        Exit.USAGE, "there is no such day as 2025-02-30"
    )  # fmt: skip


def test_one_of_several_proposals_is_taken_back_by_its_role() -> None:
    files = proposals(PROPOSAL, OTHER)
    done = planned("withdraw", files, **{**ASKED, "on": "2025-05-01"}, role="coordinator")
    assert lines(done, files) == [
        f"coordinators/people.yaml -   - {{{PROPOSAL}}}",
        f"coordinators/people.yaml +   - {{{PROPOSAL}, withdrawn: 2025-05-01}}",
    ]
    assert done.change.subject == "Withdraw the proposal of Corvania as coordinator for People dimension"


def test_the_title_names_all_that_are_taken_back() -> None:
    done = planned("withdraw", proposals(PROPOSAL, OTHER), **{**ASKED, "on": "2025-05-01"})
    said = "Withdraw the 2 proposals of Corvania as coordinator and co-coordinator for People dimension"
    assert done.change.subject == said


def test_a_role_that_is_none_is_wrong_usage() -> None:
    assert acts.refusal("withdraw", proposals(PROPOSAL), **ASKED, role="lead") == (
        Exit.USAGE, "no role 'lead'", "there are: coordinator, co-coordinator"
    )  # fmt: skip
