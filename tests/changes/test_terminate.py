import shlex
from typing import Any

import pytest

from cicareg.errors import Exit
from cicareg.yaml_text import compose
from tests import acts
from tests.acts import Files, breaches, incumbents, laid, lines, nothing, planned
from tests.rules.overlays import holders, meeting
from tests.rules.test_note_verbale import NOTE
from tests.support import sample

ASKED = {
    "area": "ice", "state": "XAA", "on": "2025-03-31", "notified": "2025-03-01", "reason": "Its ministry closed.",
}  # fmt: skip
TENURE = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
ENDED = "ended: {on: 2025-03-31, notified: 2025-03-01, reason: Its ministry closed.}"
LATER = "state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1"
JUNE = meeting("com-2025-06-03", "number: 1, appoints: [ice]")
FISH = {"area": "fish", "state": "XBB"}


def terminate(files: Files | None = None, /, **asked: Any) -> list[str]:
    return lines(planned("terminate", files, **{**ASKED, **asked}), files)


def refusal(files: Files | None = None, /, **asked: Any) -> tuple[int, str, str]:
    return acts.refusal("terminate", files, **{**ASKED, **asked})


def test_the_agreed_term_stays_and_how_it_ended_is_added() -> None:
    done = planned("terminate", **ASKED)
    assert lines(done) == [
        f"coordinators/ice.yaml -   - {{{TENURE}}}",
        "coordinators/ice.yaml +   - state: XAA",
        "coordinators/ice.yaml +     role: coordinator",
        "coordinators/ice.yaml +     term: 2024-2025",
        "coordinators/ice.yaml +     decision: com-2023-06-01/1",
        "coordinators/ice.yaml +     ended: {on: 2025-03-31, notified: 2025-03-01, reason: Its ministry closed.}",
    ]
    assert done.change.subject == "End the service of Alderia as coordinator of Ice on 2025-03-31"
    assert not done.change.remarks
    assert incumbents(done) == [
        ("coordinator", ("Alderia (2024-2025)",), ("Alderia (2024-2025, until 2025-03-31)",)),
        ("co-coordinator", ("Borland (2024-2025)",), ("Borland (2024-2025)",)),
    ]


def test_an_undated_tenure_can_end_on_any_day() -> None:
    assert terminate(**FISH)[-1] == (
        "coordinators/fish.yaml +     ended: {on: 2025-03-31, notified: 2025-03-01, reason: Its ministry closed.}"
    )


def test_the_note_that_carried_the_notice_stands_with_it() -> None:
    assert "notified: 2025-03-01, note: ice-paper, reason: " in terminate(note="ice-paper")[-1]


def test_a_note_that_is_not_on_record_is_a_breach() -> None:
    done = planned("terminate", **ASKED, note="ice-papre")
    assert breaches(done) == ["reference: no document ice-papre on record; did you mean ice-paper?"]


@pytest.mark.parametrize(("notified", "count"), [("2025-03-31", 0), ("2025-04-01", 1)])
def test_notice_after_the_last_day_is_a_breach(notified: str, count: int) -> None:
    message = "termination-notice: Alderia gave notice on 2025-04-01, after its tenure ended on 2025-03-31"
    assert breaches(planned("terminate", **{**ASKED, "notified": notified})) == [message] * count


def test_no_departure_is_offered_where_none_can_be_asked_for() -> None:
    law = {
        "law/charter.yaml": sample()["registry/law/charter.yaml"]
        .decode()
        .replace("{id: termination, strength: must", "{id: termination, strength: should")
    }
    (verdict,) = planned("terminate", law, **{**ASKED, "notified": "2025-04-01"}).preview.breaches
    assert verdict.way_out == "cicareg explain termination-notice says how to mend it"


def test_of_two_roles_at_once_both_end() -> None:
    files = holders("ice", "state: XAA, role: co-coordinator, listed: com-2023-06-01", TENURE)
    done = planned("terminate", files, **ASKED)
    assert done.change.subject == "End the service of Alderia as coordinator and co-coordinator of Ice on 2025-03-31"
    assert [line for line in lines(done, files) if "ended" in line] == [
        "coordinators/ice.yaml +     ended: {on: 2025-03-31, notified: 2025-03-01, reason: Its ministry closed.}"
    ] * 2
    assert incumbents(done) == [
        ("coordinator", ("Alderia (2024-2025)",), ("Alderia (2024-2025, until 2025-03-31)",)),
        ("co-coordinator", ("Alderia",), ("Alderia (until 2025-03-31)",)),
    ]
    assert not breaches(done)  # that it had two roles is an error of before, on fewer days now
    assert done.preview.standing == 1


def test_the_whole_service_ends_and_what_never_begins_is_kept_in_a_correction() -> None:
    files = holders("ice", LATER, TENURE) | JUNE
    done = planned("terminate", files, **ASKED)
    after = laid(done, files)["coordinators/ice.yaml"]
    assert after is not None
    said = compose(after).data
    assert [(t["term"], t["ended"]["on"]) for t in said["tenures"]] == [("2024-2025", "2025-03-31")]
    assert said["corrections"] == [
        {
            "what": "tenures",
            "was": {"state": "XAA", "role": "coordinator", "term": "2026-2027", "decision": "com-2025-06-03/1"},
            "why": "Its service ended on 2025-03-31, before this began: Its ministry closed.",
            "source": "notice of 2025-03-01",
        }
    ]
    assert done.change.remarks == (
        "its tenure 2026-2027 goes on from this one and never begins: a correction keeps it",
    )
    assert not breaches(done)
    assert nothing(planned("terminate", laid(done, files), **ASKED))


def test_a_service_that_would_go_on_can_end_on_the_last_day_of_a_term() -> None:
    files = holders("ice", TENURE, LATER) | JUNE
    done = planned("terminate", files, **{**ASKED, "on": "2025-12-31"})
    assert not breaches(done)
    after = laid(done, files)["coordinators/ice.yaml"]
    assert after is not None
    assert [t["term"] for t in compose(after).data["tenures"]] == ["2024-2025"]
    assert "ended" not in after.partition("corrections")[0]


def test_a_tenure_to_come_that_does_not_adjoin_stays_and_is_mentioned() -> None:
    later = LATER.replace("2026-2027", "2027-2028")
    done = planned("terminate", holders("ice", TENURE, later) | JUNE, **ASKED)
    assert done.change.remarks == ("its tenure 2027-2028 stays on record: end it too if it shall not begin",)
    assert incumbents(done)[0] == ("coordinator", ("Alderia (2027-2028)",), ("Alderia (2027-2028)",))


def test_a_new_service_can_end_though_an_undated_one_ended_before() -> None:
    ended = "state: XBB, role: coordinator, listed: com-2023-06-01, ended: {on: 2024-03-31, notified: 2024-03-01}"
    files = holders("fish", ended, "state: XBB, role: coordinator, term: 2025-2026, decision: com-2023-06-01/1")
    done = planned("terminate", files, **ASKED | FISH)
    assert incumbents(done)[0] == (
        "coordinator", ("Borland (2025-2026)",), ("Borland (2025-2026, until 2025-03-31)",)
    )  # fmt: skip


def test_the_same_again_changes_nothing() -> None:
    assert nothing(planned("terminate", holders("ice", f"{TENURE}, {ENDED}"), **ASKED))


@pytest.mark.parametrize("other", [{"on": "2025-03-15"}, {"on": "2025-06-30"}, {"reason": "Another."},
                                   {"notified": "2025-03-02"}, {"note": "note-1"}], ids=str)  # fmt: skip
def test_another_end_is_for_a_correction_which_is_told(other: dict[str, str]) -> None:
    ((key, value),) = other.items()
    assert refusal(holders("ice", f"{TENURE}, {ENDED}"), **other) == (
        Exit.REFUSED,
        "it is on record that Alderia ended its service on 2025-03-31",
        f"to change that: cicareg correct ice tenures/1/ended/{key} {value}",
    )
    corrected = {"record": "ice", "fact": f"tenures/1/ended/{key}", "value": value, "why": "W.", "source": "S."}
    assert not breaches(planned("correct", holders("ice", f"{TENURE}, {ENDED}") | NOTE, **corrected))


def test_an_end_that_differs_in_more_is_corrected_as_a_whole() -> None:
    files = holders("ice", f"{TENURE}, {ENDED}")
    asked = {"on": "2025-02-28", "notified": "2025-02-01"}
    hint = refusal(files, **asked)[2]
    *_, fact, value = shlex.split(hint)
    whole = '{"on": "2025-02-28", "notified": "2025-02-01", "reason": "Its ministry closed."}'
    assert (fact, value) == ("tenures/1/ended", whole)
    corrected = planned("correct", files, record="ice", fact=fact, value=value, why="W.", source="S.")
    assert not breaches(corrected)
    assert nothing(planned("terminate", laid(corrected, files), **{**ASKED, **asked}))


def test_another_end_of_an_undated_tenure_is_for_a_correction() -> None:
    files = holders("ice", f"state: XAA, role: coordinator, listed: com-2023-06-01, {ENDED}")
    assert refusal(files, on="2026-01-31")[1] == "it is on record that Alderia ended its service on 2025-03-31"


def test_the_last_day_of_the_term_is_no_early_end() -> None:
    assert refusal(on="2025-12-31") == (
        Exit.REFUSED, "the tenure 2024-2025 of Alderia ends on 2025-12-31 by itself: nothing needs to be recorded", ""
    )  # fmt: skip
    assert terminate(on="2025-12-30")[-1].startswith("coordinators/ice.yaml +     ended: {on: 2025-12-30")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"on": "2026-01-01"}, "Alderia does not serve Ice on 2026-01-01"),
        ({"on": "2023-12-31"}, "Alderia does not serve Ice on 2023-12-31"),
        ({"state": "XCC"}, "Corvania does not serve Ice on 2025-03-31"),
        ({"area": "people"}, "Alderia does not serve People dimension on 2025-03-31"),
        ({**FISH, "on": "2023-05-31"}, "Borland does not serve Fisheries on 2023-05-31"),
    ],
)
def test_who_does_not_serve_on_that_day_cannot_end_its_service(asked: dict[str, str], message: str) -> None:
    area = asked.get("area", "ice")
    assert refusal(**asked) == (Exit.REFUSED, message, f"cicareg show {area} lists its tenures")


@pytest.mark.parametrize("key", ["on", "notified"])
def test_a_day_that_is_none_is_wrong_usage(key: str) -> None:
    assert refusal(**{key: "2025-02-30"})[:2] == (Exit.USAGE, "there is no such day as 2025-02-30")
