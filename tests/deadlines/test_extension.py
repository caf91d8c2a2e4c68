"""Whoever wants to go on asks for it before the tenure ends."""

from tests.deadlines.asking import on, set_to
from tests.rules.overlays import Files, holders, meeting

KIND = "extension"
FIRST = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
NEXT = "state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1"
JUNE = meeting("com-2025-06-03", "number: 1, appoints: [ice]")


def proposals(*items: str) -> Files:
    (text,) = holders("ice", FIRST).values()
    return {"coordinators/ice.yaml": f"{text}proposals:\n" + "".join(f"  - {{{item}}}\n" for item in items)}


def test_it_arises_with_the_tenure_and_lapses_after_its_last_day() -> None:
    files = holders("ice", FIRST)
    assert on("2023-12-31", KIND, files) == []
    assert on("2024-01-01", KIND, files) == ["XAA open by 2025-12-31"]
    assert on("2025-12-31", KIND, files) == ["XAA open by 2025-12-31"]
    assert on("2026-01-01", KIND, files) == ["XAA lapsed by 2025-12-31: not met by 2025-12-31"]


def test_co_coordinators_ask_too() -> None:
    assert on("2024-06-01", KIND) == ["XAA open by 2025-12-31", "XBB open by 2025-12-31"]


def test_a_tenure_without_a_term_has_nothing_to_extend() -> None:
    assert on("2024-06-01", KIND, area="fish") == []


def test_a_request_in_time_meets_it() -> None:
    files = holders("ice", FIRST, f"{NEXT}, notified: 2025-12-31") | JUNE
    assert on("2025-12-30", KIND, files) == ["XAA open by 2025-12-31"]
    assert on("2025-12-31", KIND, files) == ["XAA met by 2025-12-31: com-2025-06-03/1 on 2025-12-31"]
    assert on("2026-01-01", KIND, files) == [
        "XAA met by 2025-12-31: com-2025-06-03/1 on 2025-12-31", "XAA open by 2027-12-31"
    ]  # fmt: skip


def test_a_request_that_came_too_late_does_not_meet_it() -> None:
    files = holders("ice", FIRST, f"{NEXT}, notified: 2026-01-01") | JUNE
    assert on("2026-01-02", KIND, files)[0] == "XAA lapsed by 2025-12-31: not met by 2025-12-31"


def test_a_decision_in_time_shows_that_it_was_asked_for() -> None:
    files = holders("ice", FIRST, NEXT) | JUNE
    assert on("2025-06-02", KIND, files) == ["XAA open by 2025-12-31"]
    assert on("2025-06-03", KIND, files) == ["XAA met by 2025-12-31: com-2025-06-03/1 on 2025-06-03"]


def test_a_tenure_that_goes_on_by_a_list_says_nothing_of_a_request() -> None:
    listed = NEXT.replace("decision: com-2025-06-03/1", "listed: com-2025-06-03")
    files = holders("ice", FIRST, listed) | meeting("com-2025-06-03", extra="list: annexed\n")
    said = "XAA not-applicable by 2025-12-31: it goes on, and the day of its request is not on record"
    assert on("2025-12-31", KIND, files) == [said]


def test_a_pending_proposal_meets_it() -> None:
    files = proposals("state: XAA, role: coordinator, notified: 2025-10-01")
    assert on("2025-09-30", KIND, files) == ["XAA open by 2025-12-31"]
    assert on("2025-10-01", KIND, files) == ["XAA met by 2025-12-31: proposal of 2025-10-01 on 2025-10-01"]


def test_proposals_that_do_not_meet_it() -> None:
    for item in (
        "state: XAA, role: coordinator, notified: 2023-05-01",
        "state: XAA, role: coordinator, notified: 2026-01-01",
        "state: XAA, role: co-coordinator, notified: 2025-10-01",
        "state: XBB, role: coordinator, notified: 2025-10-01",
        "state: XAA, role: coordinator, notified: 2025-10-01, withdrawn: 2025-10-01",
    ):
        assert on("2025-12-31", KIND, proposals(item)) == ["XAA open by 2025-12-31"], item


def test_a_proposal_meets_it_until_it_is_withdrawn() -> None:
    withdrawn = "state: XAA, role: coordinator, notified: 2025-10-01, withdrawn: 2025-10-05"
    files = proposals(withdrawn)
    assert on("2025-10-04", KIND, files) == ["XAA met by 2025-12-31: proposal of 2025-10-01 on 2025-10-01"]
    assert on("2025-10-05", KIND, files) == ["XAA open by 2025-12-31"]
    assert on("2026-01-01", KIND, files) == ["XAA lapsed by 2025-12-31: not met by 2025-12-31"]
    anew = proposals(withdrawn, "state: XAA, role: coordinator, notified: 2025-11-01")
    assert on("2025-11-01", KIND, anew) == ["XAA met by 2025-12-31: proposal of 2025-11-01 on 2025-11-01"]


def test_a_proposal_that_is_withdrawn_after_the_last_day_was_made_in_time() -> None:
    files = proposals("state: XAA, role: coordinator, notified: 2025-10-01, withdrawn: 2026-01-01")
    assert on("2026-02-01", KIND, files) == ["XAA met by 2025-12-31: proposal of 2025-10-01 on 2025-10-01"]


def test_a_tenure_that_ended_early_leaves_nothing_to_extend() -> None:
    files = holders("ice", f"{FIRST}, ended: {{on: 2025-03-31, notified: 2025-03-01}}")
    assert on("2025-03-31", KIND, files) == ["XAA open by 2025-12-31"]
    assert on("2025-04-01", KIND, files) == ["XAA not-applicable by 2025-12-31: the tenure ended early, on 2025-03-31"]


def test_a_tenure_that_ended_before_the_text_was_in_force_needed_no_request() -> None:
    past = "state: XAA, role: coordinator, term: 2020-2021, source: letters 3"
    last = "state: XAA, role: coordinator, term: 2022-07/2023-07, source: letters 3"
    files = set_to("extension: {rests-on: charter/4/extension}") | holders("ice", past, last)
    assert on("2023-07-15", KIND, files) == [
        "XAA not-applicable by 2021-12-31: Charter is in force from 2023-07-01 only",
        "XAA open by 2023-07-31",
    ]
