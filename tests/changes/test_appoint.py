from typing import Any

import pytest

from cicareg.errors import CicaregError, Exit
from tests.acts import Files, breaches, incumbents, judged, laid, lines, nothing, planned
from tests.rules.overlays import holders, meeting

JUNE = "com-2025-06-03/1"


def appoint(files: Files | None = None, **asked: Any) -> list[str]:
    return lines(planned("appoint", files, **{"area": "ice", "term": "2026-2027", "decision": JUNE, **asked}), files)


def refusal(files: Files | None = None, **asked: Any) -> tuple[int, str, str]:
    with pytest.raises(CicaregError) as raised:
        appoint(files, **asked)
    return raised.value.code, raised.value.message, raised.value.hint


def test_a_tenure_is_added_and_meeting_and_decision_with_it() -> None:
    assert appoint(coordinators=("XCC",)) == [
        "coordinators/ice.yaml +   - {state: XCC, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1}",
        "meetings/com-2025-06-03.yaml + organ: com",
        "meetings/com-2025-06-03.yaml + date: 2025-06-03",
        "meetings/com-2025-06-03.yaml + decisions:",
        "meetings/com-2025-06-03.yaml +   - {number: 1, appoints: [ice], amends-list: true}",
    ]


def test_several_states_stand_in_the_order_given_coordinators_first() -> None:
    found = appoint(co_coordinators=("XBB", "XAA"), coordinators=("XCC",))
    assert [line.split("state: ")[1][:3] for line in found if "state:" in line] == ["XCC", "XBB", "XAA"]


def test_a_post_that_nobody_held_gets_a_file() -> None:
    assert appoint(area="people", coordinators=("XCC",))[:2] == [
        "coordinators/people.yaml + tenures:",
        "coordinators/people.yaml +   - {state: XCC, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1}",
    ]


def test_a_meeting_on_record_gets_the_decision_in_the_order_of_numbers() -> None:
    files = meeting("com-2025-06-03", "number: 1, considers: charter", "number: 3, considers: ice-paper")
    assert appoint(files, coordinators=("XCC",), decision="com-2025-06-03/2")[1:] == [
        "meetings/com-2025-06-03.yaml +   - {number: 2, appoints: [ice], amends-list: true}"
    ]
    assert planned(
        "appoint", files, area="ice", term="2026-2027", decision="com-2025-06-03/2", coordinators=("XCC",)
    ).files["registry/meetings/com-2025-06-03.yaml"].decode().splitlines()[3:] == [
        "  - {number: 1, considers: charter}",
        "  - {number: 2, appoints: [ice], amends-list: true}",
        "  - {number: 3, considers: ice-paper}",
    ]


def test_a_paragraph_that_appoints_elsewhere_appoints_here_too() -> None:
    files = meeting("com-2025-06-03", "number: 1, appoints: [fish]")
    assert appoint(files, coordinators=("XCC",))[1:] == [
        "meetings/com-2025-06-03.yaml -   - {number: 1, appoints: [fish]}",
        "meetings/com-2025-06-03.yaml +   - {number: 1, appoints: [fish, ice]}",
    ]


def test_a_paragraph_that_decided_something_else_cannot_carry_it() -> None:
    code, message, hint = refusal(decision="com-2023-06-01/3", coordinators=("XCC",))
    assert (code, message) == (
        Exit.REFUSED,
        "com-2023-06-01/3 cannot carry an appointment: it approves Concept paper on ice (ice-paper)",
    )
    assert hint == "cite the paragraph that decided it; cicareg show com-2023-06-01 lists them"


def test_the_same_again_changes_nothing() -> None:
    done = planned("appoint", area="ice", term="2024-2025", decision="com-2023-06-01/1", coordinators=("XAA",))
    assert not done.change.edits
    assert not done.files


def test_the_same_again_with_the_day_of_the_notice_adds_it() -> None:
    found = appoint(term="2024-2025", decision="com-2023-06-01/1", coordinators=("XAA",), notified="2023-05-01")
    assert found == [
        "coordinators/ice.yaml -   - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}",
        "coordinators/ice.yaml +   - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, "
        "notified: 2023-05-01}",
    ]


def test_another_day_of_the_notice_is_for_a_correction() -> None:
    files = holders(
        "ice", "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, notified: 2023-05-01"
    )
    code, message, _ = refusal(
        files, term="2024-2025", decision="com-2023-06-01/1", coordinators=("XAA",), notified="2023-05-02"
    )
    assert (code, message) == (
        Exit.REFUSED, "this is on record with notified 2023-05-01, not 2023-05-02"
    )  # fmt: skip


def test_what_breaks_a_rule_is_a_breach() -> None:
    done = planned("appoint", area="ice", term="2025-01/2025-06", decision=JUNE, coordinators=("XCC",))
    assert [breach.partition(":")[0] for breach in breaches(done)] == ["one-coordinator", "minimum-tenure"]


def test_a_departure_is_recorded_on_the_authority_of_the_decision() -> None:
    done = planned(
        "appoint", area="ice", term="2026-01/2026-12", decision=JUNE, coordinators=("XCC",),
        departures=("minimum-tenure=The Committee wanted a trial.",),
    )  # fmt: skip
    assert not breaches(done)
    assert judged(done)["minimum-tenure"] == "departure"
    assert done.change.departures == ("minimum-tenure: The Committee wanted a trial.",)
    assert lines(done)[0] == "coordinators/ice.yaml + departures:"


def test_errors_that_were_there_before_forbid_nothing() -> None:
    files = holders("fish", "state: XBB, role: coordinator, term: 2024-01/2024-06, decision: com-2023-06-01/1")
    assert not breaches(planned("appoint", files, area="ice", term="2026-2027", decision=JUNE, coordinators=("XCC",)))


def test_it_takes_up_a_pending_proposal_with_its_notice() -> None:
    files = {
        "coordinators/people.yaml": "proposals:\n  - {state: XCC, role: coordinator, term: 2026-2027, notified: "
        "2025-03-10}\n"
    }
    done = planned("appoint", files, area="people", term="2026-2027", decision=JUNE, coordinators=("XCC",))
    assert lines(done, files)[:2] == [
        "coordinators/people.yaml + tenures:",
        "coordinators/people.yaml +   - {state: XCC, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1, "
        "notified: 2025-03-10}",
    ]
    assert done.change.remarks[-1] == "takes up the proposal of Corvania of 2025-03-10"


def test_who_stands_before_and_after() -> None:
    done = planned("appoint", area="ice", term="2026-2027", decision=JUNE, coordinators=("XCC",))
    assert incumbents(done) == [
        ("coordinator", ("Alderia (2024-2025)",), ("Corvania (2026-2027)",)),
        ("co-coordinator", ("Borland (2024-2025)",), ()),
    ]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({}, "nobody is named"),
        ({"area": "snow", "coordinators": ("XCC",)}, "no area 'snow' on record"),
        ({"term": "2026", "coordinators": ("XCC",)}, "a term is written like 2024-2025, 2024-03/2026-02 or "
         "2024-03-15/2026-03-14, not '2026'"),
        ({"term": "2027-2026", "coordinators": ("XCC",)}, "the term 2027-2026 ends before it begins"),
        ({"decision": "june", "coordinators": ("XCC",)}, "'june' cites no decision"),
        ({"decision": "cam-2025-06-03/1", "coordinators": ("XCC",)}, "no organ 'cam' on record; did you mean com?"),
        ({"decision": "com-2025-02-30/1", "coordinators": ("XCC",)},
         "'com-2025-02-30/1' cites no decision: there is no such day as 2025-02-30"),
        ({"coordinators": ("XCC",), "departures": ("minimum-tenure",)},
         "a departure is given as RULE=REASON, not 'minimum-tenure'"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_wrong_usage(asked: dict[str, Any], message: str) -> None:
    assert refusal(**asked)[:2] == (Exit.USAGE, message)


def test_an_appointment_without_a_term_takes_up_a_proposal_without_one() -> None:
    waiting = [f"state: XCC, role: coordinator, {term}notified: 2025-0{n}-01" for n, term in
               ((3, ""), (4, "term: 2026-2027, "))]  # fmt: skip
    files = {"coordinators/people.yaml": "proposals:\n" + "".join(f"  - {{{item}}}\n" for item in waiting)}
    done = planned("appoint", files, area="people", term=None, decision=JUNE, coordinators=("XCC",))
    assert "takes up the proposal of Corvania of 2025-03-01" in done.change.remarks
    assert done.change.subject == "Appoint Corvania as coordinator of People dimension"
    assert (
        "coordinators/people.yaml +   - {state: XCC, role: coordinator, decision: com-2025-06-03/1, "
        "notified: 2025-03-01}"
    ) in lines(done, files)
    assert nothing(planned("appoint", laid(done, files), area="people", term=None, decision=JUNE,
                           coordinators=("XCC",)))  # fmt: skip


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("2026-2027", ""),
        ("2026-2028", ", which is for 2026-2027, and not for 2026-2028"),
        (None, ", which is for 2026-2027, and not for a tenure without a term"),
    ],
)
def test_an_appointment_for_another_term_than_proposed_says_so(term: str | None, said: str) -> None:
    item = "state: XCC, role: coordinator, term: 2026-2027, notified: 2025-03-01"
    files = {"coordinators/people.yaml": f"proposals:\n  - {{{item}}}\n"}
    done = planned("appoint", files, area="people", term=term, decision=JUNE, coordinators=("XCC",))
    assert f"takes up the proposal of Corvania of 2025-03-01{said}" in done.change.remarks


def test_another_reason_of_a_departure_on_record_is_refused() -> None:
    asked = {"area": "ice", "term": "2026-01/2026-12", "decision": JUNE, "coordinators": ("XCC",)}
    done = planned("appoint", **asked, departures=("minimum-tenure=A trial.",))
    assert nothing(planned("appoint", laid(done), **asked, departures=("minimum-tenure=A trial.",)))
    with pytest.raises(CicaregError, match="is on record with another reason: A trial") as caught:
        planned("appoint", laid(done), **asked, departures=("minimum-tenure=Another.",))
    assert caught.value.code == Exit.REFUSED


def test_a_proposal_of_another_day_than_the_notice_given_is_told() -> None:
    files = {"coordinators/people.yaml": "proposals:\n  - {state: XCC, role: coordinator, notified: 2025-03-01}\n"}
    asked = {"area": "people", "coordinators": ("XCC",), "term": "2026-2027", "decision": "com-2025-06-03/1"}
    assert planned("appoint", files, **asked, notified="2025-03-02").change.remarks[-1] == (
        "takes up the proposal of Corvania of 2025-03-01; the tenure bears the notice of 2025-03-02 that is given here"
    )
