from typing import Any

import pytest

from cicareg.errors import Exit
from tests import acts
from tests.acts import Files, breaches, incumbents, laid, lines, nothing, planned
from tests.rules.overlays import holders

VACANT = holders("fish", *(f"state: {code}, role: co-coordinator, listed: com-2023-06-01" for code in ("XBB", "XCC")))
ACTS = holders(
    "fish", *(f"state: {code}, role: co-coordinator, listed: com-2023-06-01" for code in ("XBB", "XCC")),
    acting=("state: XBB, from: 2024-03-01, consented: [XCC]",),
)  # fmt: skip
ASKED = {"area": "fish", "state": "XBB", "from_": "2024-03-01", "consent": ("XCC",)}
ENDS = "it ends with the day before the next coordinator begins; nothing needs to be recorded then"


def act(files: Files = VACANT, **asked: Any) -> list[str]:
    return lines(planned("act", files, **{**ASKED, **asked}), files)


def wrong(files: Files | None = VACANT, **asked: Any) -> list[str]:
    return breaches(planned("act", files, **{**ASKED, **asked}))


def refusal(files: Files | None = VACANT, **asked: Any) -> tuple[int, str, str]:
    return acts.refusal("act", files, **{**ASKED, **asked})


def test_who_acts_is_added_with_the_consents() -> None:
    done = planned("act", VACANT, **ASKED)
    assert lines(done, VACANT) == [
        "coordinators/fish.yaml + acting:",
        "coordinators/fish.yaml +   - {state: XBB, from: 2024-03-01, consented: [XCC]}",
    ]
    assert done.change.subject == "Let Borland act as coordinator of Fisheries from 2024-03-01"
    assert done.change.remarks == (ENDS,)
    assert incumbents(done)[0] == ("coordinator", (), ("Borland (acting from 2024-03-01)",))
    assert not breaches(done)


def test_notice_and_note_stand_with_it() -> None:
    assert act(notified="2024-02-01", note="ice-paper")[1] == (
        "coordinators/fish.yaml +   - {state: XBB, from: 2024-03-01, consented: [XCC], notified: 2024-02-01, "
        "note: ice-paper}"
    )


def test_the_next_appointment_ends_it_without_another_act() -> None:
    done = planned("appoint", ACTS, area="fish", term="2026-2027", decision="com-2025-06-03/1", coordinators=("XAA",))
    assert not breaches(done)
    assert incumbents(done)[0] == (
        "coordinator", ("Borland (acting from 2024-03-01)",), ("Alderia (2026-2027)",)
    )  # fmt: skip
    assert not [line for line in lines(done, ACTS) if "acting" in line]


@pytest.mark.parametrize(
    ("files", "asked", "message"),
    [
        (None, {"state": "XCC", "consent": ("XAA",)}, "Fisheries has a coordinator on 2024-03-01: Borland"),
        (VACANT, {"consent": ()},
         "Borland acts without the consent of Corvania: add XCC to consented once given"),
        (VACANT, {"state": "XDD", "consent": ("XBB", "XCC")},
         "Dunmere is no co-coordinator of Fisheries on 2024-03-01: only one of them may act"),
        (VACANT, {"consent": ("XBB", "XCC")}, "Borland is the state that acts: only the others consent"),
        (VACANT, {"consent": ("XCC", "XAA")},
         "Alderia is no co-coordinator of Fisheries on 2024-03-01, so it cannot consent"),
        (ACTS, {"state": "XCC", "consent": ("XBB",)},
         "two states begin to act for Fisheries on 2024-03-01: one may act"),
    ],
)  # fmt: skip
def test_whoever_may_not_act_is_a_breach(files: Files | None, asked: dict[str, Any], message: str) -> None:
    assert wrong(files, **asked) == [f"acting-coordinator: {message}"]


def test_from_the_day_after_a_tenure_ended_a_co_coordinator_may_act() -> None:
    files = holders(
        "ice", "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1",
        "state: XBB, role: co-coordinator, listed: com-2023-06-01",
    )  # fmt: skip
    asked = {"area": "ice", "consent": ()}
    assert wrong(files, from_="2025-12-31", **asked) == [
        "acting-coordinator: Ice has a coordinator on 2025-12-31: Alderia"
    ]
    assert wrong(files, from_="2026-01-01", **asked) == []


def test_the_same_again_changes_nothing_in_whatever_order_the_consents_are_given() -> None:
    many = holders(
        "fish", *(f"state: {c}, role: co-coordinator, listed: com-2023-06-01" for c in ("XAA", "XBB", "XCC"))
    )
    files = laid(planned("act", many, **{**ASKED, "consent": ("XCC", "XAA")}), many)
    assert nothing(planned("act", files, **{**ASKED, "consent": ("XAA", "XCC")}))


def test_the_same_again_with_the_notice_adds_it() -> None:
    assert act(ACTS, notified="2024-02-01", note="ice-paper") == [
        "coordinators/fish.yaml -   - {state: XBB, from: 2024-03-01, consented: [XCC]}",
        "coordinators/fish.yaml +   - {state: XBB, from: 2024-03-01, consented: [XCC], notified: 2024-02-01, "
        "note: ice-paper}",
    ]


def test_other_consents_are_for_a_correction() -> None:
    assert refusal(ACTS, consent=("XCC", "XAA")) == (
        Exit.REFUSED,
        "Borland is on record as acting from 2024-03-01, with other consents",
        "cicareg correct changes what was recorded wrongly",
    )


def test_another_notice_is_for_a_correction() -> None:
    files = laid(planned("act", VACANT, **ASKED, notified="2024-02-01"), VACANT)
    assert refusal(files, notified="2024-02-02")[1] == "this is on record with notified 2024-02-01, not 2024-02-02"


def test_another_that_acts_from_later_ends_the_first_and_says_so() -> None:
    done = planned("act", ACTS, **{**ASKED, "state": "XCC", "consent": ("XBB",), "from_": "2024-06-01"})
    assert done.change.remarks == ("Borland, which acts since 2024-03-01, does so until 2024-05-31", ENDS)
    assert incumbents(done)[0] == (
        "coordinator", ("Borland (acting from 2024-03-01)",), ("Corvania (acting from 2024-06-01)",)
    )  # fmt: skip


def test_another_that_acted_from_earlier_ends_with_the_first() -> None:
    done = planned("act", ACTS, **{**ASKED, "state": "XCC", "consent": ("XBB",), "from_": "2024-01-01"})
    assert done.change.remarks == (ENDS,)
    assert incumbents(done)[0][2] == ("Borland (acting from 2024-03-01)",)


def test_who_acts_already_does_not_begin_again() -> None:
    assert refusal(ACTS, from_="2024-06-01") == (
        Exit.REFUSED, "Borland acts for Fisheries since 2024-03-01", "cicareg show fish lists who acts"
    )  # fmt: skip


def test_where_nobody_serves_nobody_can_act() -> None:
    assert refusal(None, area="people") == (
        Exit.REFUSED, "nobody serves People dimension: only a co-coordinator may act", "cicareg appoint records one"
    )  # fmt: skip
