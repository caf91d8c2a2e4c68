"""A concept paper is renewed before its period runs out."""

from tests.deadlines.asking import document, on
from tests.rules.overlays import holders, meeting

KIND = "paper-lapses"
PERIOD = "organ: com\nareas: [ice]\napplies: 2023-2024\n"
APPROVED = meeting("com-2023-07-03", "number: 1, approves: p")
RENEWED = meeting("com-2024-10-01", "number: 1, approves: q")


def paper(text: str = PERIOD, id_: str = "p") -> dict[str, str | None]:
    return document(id_, "concept-paper", text)


def test_it_arises_with_the_approval_and_lapses_with_the_period() -> None:
    files = paper() | APPROVED
    assert on("2023-07-02", KIND, files) == []
    assert on("2023-07-03", KIND, files) == ["XAA open by 2024-12-31"]
    assert on("2024-12-31", KIND, files) == ["XAA open by 2024-12-31"]
    assert on("2025-01-01", KIND, files) == ["XAA lapsed by 2024-12-31: not met by 2024-12-31"]


def test_the_approval_of_the_next_version_meets_it() -> None:
    files = paper() | APPROVED | paper("organ: com\nareas: [ice]\nsupersedes: p\n", "q") | RENEWED
    assert on("2024-09-30", KIND, files) == ["XAA open by 2024-12-31"]
    assert on("2024-10-01", KIND, files) == ["XAA met by 2024-12-31: q on 2024-10-01"]


def test_another_paper_of_the_area_that_applies_for_longer_meets_it() -> None:
    files = paper() | APPROVED | paper("organ: com\nareas: [ice]\napplies: 2025-2026\n", "q") | RENEWED
    assert on("2025-01-01", KIND, files) == [
        "XAA met by 2024-12-31: q on 2024-10-01",
        "com open by 2026-12-31",
    ]


def test_what_does_not_meet_it() -> None:
    for text in (
        "organ: com\nareas: [ice]\napplies: 2023-2024\n",
        "organ: com\nareas: [ice]\n",
        "organ: com\nareas: [fish]\napplies: 2025-2026\n",
    ):
        files = paper() | APPROVED | paper(text, "q") | RENEWED
        assert "XAA lapsed by 2024-12-31: not met by 2024-12-31" in on("2025-01-01", KIND, files), text
    unapproved = paper() | APPROVED | paper("organ: com\nareas: [ice]\nsupersedes: p\n", "q")
    assert on("2025-01-01", KIND, unapproved) == ["XAA lapsed by 2024-12-31: not met by 2024-12-31"]


def test_a_renewal_that_comes_late_is_seen_when_it_comes() -> None:
    late = meeting("com-2025-10-01", "number: 1, approves: q")
    files = paper() | APPROVED | paper("organ: com\nareas: [ice]\nsupersedes: p\n", "q") | late
    assert on("2025-09-30", KIND, files) == ["XAA lapsed by 2024-12-31: not met by 2024-12-31"]
    assert on("2025-10-01", KIND, files) == ["XAA met by 2024-12-31: q on 2025-10-01"]


def test_a_draft_or_a_paper_without_a_period_does_not_lapse() -> None:
    assert on("2025-01-01", KIND, paper()) == []
    assert on("2025-01-01", KIND, paper("organ: com\nareas: [ice]\n") | APPROVED) == []
    broken = meeting("com-2023-07-03", "number: 1, approves: p, silence: {until: 2023-07-31, broken: 2023-07-20}")
    assert on("2025-01-01", KIND, paper() | broken) == []


def test_it_is_for_the_coordinators_of_the_last_day() -> None:
    nobody = holders("ice", "state: XAA, role: coordinator, term: 2022-2023, source: letters 3")
    assert on("2024-01-01", KIND, paper() | APPROVED | nobody) == ["com open by 2024-12-31"]
    drafted = paper(f"{PERIOD}prepared-by: [XCC]\n")
    assert on("2024-01-01", KIND, drafted | APPROVED | nobody) == ["XCC open by 2024-12-31"]
    whole = paper(PERIOD.replace("areas: [ice]", "dimensions: [nature]"))
    assert on("2024-01-01", KIND, whole | APPROVED) == ["XAA open by 2024-12-31", "XBB open by 2024-12-31"]


def test_a_paper_that_never_came_in_neither_lapses_nor_renews() -> None:
    assert on("2025-01-01", KIND, paper(f"{PERIOD}received: false\n") | APPROVED) == []
    never = paper("organ: com\nareas: [ice]\napplies: 2025-2026\nreceived: false\n", "q")
    files = paper() | APPROVED | never | RENEWED
    assert on("2025-01-01", KIND, files) == ["XAA lapsed by 2024-12-31: not met by 2024-12-31"]
