from typing import Any

import pytest

from cicareg.errors import Exit
from tests import acts
from tests.acts import Files, breaches, judged, laid, lines, nothing, planned
from tests.rules.overlays import holders
from tests.support import sample

ASKED = {"area": "people", "notified": "2025-03-01", "coordinators": ("XCC",), "term": "2026-2027"}
PROPOSAL = "state: XCC, role: coordinator, term: 2026-2027, notified: 2025-03-01"


def proposals(*items: str) -> Files:
    return {"coordinators/people.yaml": "proposals:\n" + "".join(f"  - {{{item}}}\n" for item in items)}


def propose(files: Files | None = None, **asked: Any) -> list[str]:
    return lines(planned("propose", files, **{**ASKED, **asked}), files)


def supposed(files: Files | None = None, **asked: Any) -> dict[str, tuple[str, ...]]:
    """Give what the rules would find if what is proposed were decided."""
    found = planned("propose", files, **{**ASKED, **asked}).preview.supposed
    return {f"{v.judged} {v.rule}": v.messages for v in found if v.judged != "in order"}


def test_a_proposal_is_added_and_nobody_is_appointed() -> None:
    done = planned("propose", **ASKED, note="ice-paper", via="Ministry of People")
    assert lines(done) == [
        "coordinators/people.yaml + proposals:",
        "coordinators/people.yaml +   - {state: XCC, role: coordinator, term: 2026-2027, notified: 2025-03-01, "
        "note: ice-paper, via: Ministry of People}",
    ]
    assert done.change.subject == "Note the proposal of Corvania as coordinator of People dimension for 2026-2027"
    assert (done.change.authority, done.preview.posts) == (None, ())


def test_several_states_propose_themselves_for_both_roles() -> None:
    done = planned("propose", **{**ASKED, "co_coordinators": ("XBB", "XAA"), "term": None})
    assert [line.partition("{")[2] for line in lines(done)[1:]] == [
        "state: XCC, role: coordinator, notified: 2025-03-01}",
        "state: XBB, role: co-coordinator, notified: 2025-03-01}",
        "state: XAA, role: co-coordinator, notified: 2025-03-01}",
    ]
    assert done.change.subject == (
        "Note the proposal of Corvania as coordinator and Borland and Alderia as co-coordinators of People dimension"
    )


def test_the_rules_say_beforehand_what_they_would_say_of_the_appointment() -> None:
    assert supposed() == {}
    assert supposed(area="ice", term="2025-2026") == {
        "warning decided-before-start": (
            "the tenure of Corvania starts on 2025-01-01, before it was decided on 2025-03-01",
        ),
        "breach one-coordinator": (
            "Ice has 2 coordinators at once (Alderia, Corvania) 2025-01-01 to 2025-12-31; at most 1",
        ),
    }


def test_what_the_appointment_would_break_does_not_forbid_the_proposal() -> None:
    done = planned("propose", **{**ASKED, "term": "2026-01/2026-06"})
    assert not breaches(done)
    assert not judged(done)
    (wrong,) = [verdict for verdict in done.preview.supposed if verdict.judged == "breach"]
    assert wrong.way_out == 'if the organ knowingly departed from it: --departure minimum-tenure="the reason"'


def test_who_asks_too_late_to_go_on_is_told() -> None:
    found = supposed(area="ice", coordinators=("XAA",), notified="2026-01-05")
    assert found["breach extension-request"] == (
        "Alderia asked for its extension on 2026-01-05, after its tenure ended on 2025-12-31",
    )


def test_what_the_proposal_itself_breaks_forbids_it() -> None:
    assert breaches(planned("propose", **{**ASKED, "note": "no-paper"})) == [
        "reference: no document no-paper on record; did you mean ice-paper?"
    ]


@pytest.mark.parametrize("more", [{}, {"note": "ice-paper"}, {"via": "Ministry of People"}], ids=str)
def test_the_same_again_changes_nothing(more: dict[str, str]) -> None:
    files = laid(planned("propose", **ASKED, **more))
    assert nothing(planned("propose", files, **ASKED, **more))
    assert nothing(planned("propose", files, **ASKED))


def test_the_same_again_with_the_note_that_carried_it_adds_the_note() -> None:
    assert propose(proposals(PROPOSAL), note="ice-paper") == [
        f"coordinators/people.yaml -   - {{{PROPOSAL}}}",
        f"coordinators/people.yaml +   - {{{PROPOSAL}, note: ice-paper}}",
    ]


def test_another_note_is_for_a_correction() -> None:
    files = proposals(f"{PROPOSAL}, note: ice-paper")
    assert acts.refusal("propose", files, **ASKED, note="charter") == (
        Exit.REFUSED,
        "this is on record with note ice-paper, not charter",
        "cicareg correct changes what was recorded wrongly",
    )


@pytest.mark.parametrize("other", [{"term": "2026-2028"}, {"notified": "2025-03-02"}, {"term": None}], ids=str)
def test_another_term_or_notice_is_another_proposal(other: dict[str, Any]) -> None:
    assert len(propose(proposals(PROPOSAL), **other)) == 1


def test_of_two_one_of_which_is_known_the_other_is_added() -> None:
    assert propose(proposals(PROPOSAL), co_coordinators=("XBB",)) == [
        "coordinators/people.yaml +   - {state: XBB, role: co-coordinator, term: 2026-2027, notified: 2025-03-01}"
    ]


def test_where_no_organ_may_appoint_nothing_is_supposed() -> None:
    text = sample()["registry/registry.yaml"].decode().replace("may: [appoint, ", "may: [")
    done = planned("propose", {"registry.yaml": text}, **ASKED)
    assert lines(done, {"registry.yaml": text})
    assert not done.preview.supposed


TWO = (PROPOSAL, "state: XCC, role: coordinator, term: 2028-2029, notified: 2025-05-01")


def taken(files: Files, term: str, decision: str = "com-2025-06-03/1") -> tuple[list[str], tuple[str, ...]]:
    done = planned("appoint", files, area="people", term=term, decision=decision, coordinators=("XCC",))
    return [line.rpartition("notified: ")[2] for line in lines(done, files) if "notified" in line], done.change.remarks


@pytest.mark.parametrize(
    ("term", "day"), [("2026-2027", "2025-03-01"), ("2028-2029", "2025-05-01"), ("2030-2031", "2025-05-01")]
)
def test_an_appointment_takes_up_the_proposal_of_its_term_else_the_last(term: str, day: str) -> None:
    found, remarks = taken(proposals(*TWO), term)
    assert found == [f"{day}}}"]
    other = ", which is for 2028-2029, and not for 2030-2031" if term == "2030-2031" else ""
    assert remarks[-1] == f"takes up the proposal of Corvania of {day}{other}"


def test_a_decision_does_not_take_up_what_was_proposed_after_it() -> None:
    assert taken(proposals(PROPOSAL), "2026-2027", "com-2025-02-28/1") == (
        [], ("the meeting com-2025-02-28 is not on record yet: it is added, with decision 1",)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"coordinators": ()}, "nobody is named"),
        ({"area": "snow"}, "no area 'snow' on record"),
        ({"term": "2026"}, "a term is written like 2024-2025, 2024-03/2026-02 or 2024-03-15/2026-03-14, not '2026'"),
        ({"term": "2027-2026"}, "the term 2027-2026 ends before it begins"),
        ({"notified": "1 March"}, "a day is written like 2024-03-15, not '1 March'"),
    ],
)
def test_what_is_asked_wrongly_is_wrong_usage(asked: dict[str, Any], message: str) -> None:
    assert acts.refusal("propose", **{**ASKED, **asked})[:2] == (Exit.USAGE, message)


def test_a_record_with_errors_is_not_added_to() -> None:
    files = holders("people", "state: XCC, roll: coordinator, listed: com-2023-06-01")
    assert acts.refusal("propose", files, **ASKED)[0] == Exit.REFUSED


def test_what_was_withdrawn_is_proposed_anew_by_the_same_notice() -> None:
    item = "state: XCC, role: coordinator, notified: 2025-03-01"
    files = {"coordinators/people.yaml": f"proposals:\n  - {{{item}, withdrawn: 2025-04-01}}\n"}
    done = planned("propose", files, area="people", coordinators=("XCC",), notified="2025-03-01")
    assert lines(done, files) == [f"coordinators/people.yaml +   - {{{item}}}"]
