"""A concept paper that is not approved after six months is taken up at expert meetings."""

from tests.deadlines.asking import document, on
from tests.rules.overlays import meeting

KIND = "consideration"
DRAFT = "organ: com\nareas: [ice]\nfirst-draft: 2024-02-10\n"


def paper(text: str = DRAFT, id_: str = "p") -> dict[str, str | None]:
    return document(id_, "concept-paper", text)


def test_it_arises_with_the_first_draft_falls_due_after_six_months_and_is_never_overdue() -> None:
    assert on("2024-02-09", KIND, paper()) == []
    assert on("2024-02-10", KIND, paper()) == ["XAA open after 2024-08-10"]
    assert on("2024-08-10", KIND, paper()) == ["XAA open after 2024-08-10"]
    assert on("2024-08-11", KIND, paper()) == ["XAA open after 2024-08-10"]


def test_from_its_approval_on_it_does_not_apply() -> None:
    files = paper() | meeting("com-2024-05-01", "number: 1, approves: p")
    assert on("2024-04-30", KIND, files) == ["XAA open after 2024-08-10"]
    approved = "approved by com-2024-05-01/1 on 2024-05-01"
    assert on("2024-05-01", KIND, files) == [f"XAA not-applicable after 2024-08-10: {approved}"]
    late = paper() | meeting("com-2024-09-01", "number: 1, approves: p")
    assert on("2024-08-31", KIND, late) == ["XAA open after 2024-08-10"]
    approved = "approved by com-2024-09-01/1 on 2024-09-01"
    assert on("2024-09-01", KIND, late) == [f"XAA not-applicable after 2024-08-10: {approved}"]


def test_a_preliminary_approval_is_none() -> None:
    files = paper() | meeting("com-2024-05-01", "number: 1, approves: p, preliminary: true")
    assert on("2024-08-11", KIND, files) == ["XAA open after 2024-08-10"]


def test_the_versions_of_a_paper_are_one() -> None:
    second = paper(f"{DRAFT.replace('2024-02-10', '2024-06-01')}supersedes: p\n", "q")
    assert on("2024-08-11", KIND, paper() | second) == ["XAA open after 2024-08-10"]
    files = paper() | second | meeting("com-2024-07-01", "number: 1, approves: q")
    approved = "approved by com-2024-07-01/1 on 2024-07-01"
    assert on("2024-08-11", KIND, files) == [f"XAA not-applicable after 2024-08-10: {approved}"]


def test_a_new_version_of_an_approved_paper_has_six_months_of_its_own() -> None:
    second = paper(f"{DRAFT.replace('2024-02-10', '2025-06-01')}supersedes: p\n", "q")
    files = paper() | second | meeting("com-2024-05-01", "number: 1, approves: p")
    assert on("2025-12-02", KIND, files)[-1] == "XAA open after 2025-12-01"


def test_without_a_first_draft_nobody_knows_from_when_to_count() -> None:
    assert on("2026-01-01", KIND, paper("organ: com\nareas: [ice]\ndate: 2024-02-10\n")) == []
    assert on("2026-01-01", KIND, document("p", "report", DRAFT)) == []


def event(text: str) -> dict[str, str | None]:
    return {"events/2024/talks.yaml": f"title: {{en: Talks}}\ndocuments: [p]\n{text}"}


def test_an_expert_meeting_meets_it_on_its_first_day() -> None:
    files = paper() | event("dates: 2024-07-01/2024-07-03\n")
    assert on("2024-06-30", KIND, files) == ["XAA open after 2024-08-10"]
    assert on("2024-07-01", KIND, files) == ["XAA met after 2024-08-10: talks on 2024-07-01"]
    moved = paper() | event("dates: 2024-07-01\nstatus: held\nmoved-to: 2024-09-02\n")
    assert on("2024-09-01", KIND, moved) == ["XAA open after 2024-08-10"]
    assert on("2024-09-02", KIND, moved) == ["XAA met after 2024-08-10: talks on 2024-09-02"]


def test_an_event_that_does_not_take_place_meets_nothing() -> None:
    for status in ("cancelled", "postponed"):
        files = paper() | event(f"dates: 2024-07-01\nstatus: {status}\n")
        assert on("2024-08-11", KIND, files) == ["XAA open after 2024-08-10"]
    before = paper() | event("dates: 2024-02\n")
    assert on("2024-08-11", KIND, before) == ["XAA open after 2024-08-10"]


def test_a_paper_that_never_came_in_is_waited_for_by_nobody() -> None:
    assert on("2024-08-11", KIND, paper(f"{DRAFT}received: false\n")) == []


def test_the_time_of_a_version_that_never_came_in_does_not_count() -> None:
    second = paper(f"{DRAFT.replace('2024-02-10', '2024-06-01')}supersedes: p\n", "q")
    files = paper(f"{DRAFT}received: false\n") | second
    assert on("2024-06-01", KIND, files) == ["XAA open after 2024-12-01"]
