"""A new coordinator proposes a concept paper."""

from tests.deadlines.asking import document, on, set_to
from tests.rules.overlays import holders, meeting

KIND = "concept-paper"
FIRST = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
NEXT = "state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1"
JUNE = meeting("com-2025-06-03", "number: 1, appoints: [ice]")


def paper(text: str) -> dict[str, str | None]:
    return document("p", KIND, text)


def test_it_arises_with_the_appointment() -> None:
    assert on("2023-05-31", KIND, area="ice") == []
    assert on("2023-06-01", KIND, area="ice") == ["XAA open by 2023-09-01"]


def test_the_last_day_is_three_months_after_the_appointment() -> None:
    assert on("2023-09-01", KIND) == ["XAA open by 2023-09-01"]
    assert on("2023-09-02", KIND) == ["XAA overdue by 2023-09-01"]


def test_a_paper_of_the_area_meets_it() -> None:
    files = paper("areas: [ice]\nprepared-by: [XAA]\nfirst-draft: 2023-08-01\n")
    assert on("2023-07-31", KIND, files) == ["XAA open by 2023-09-01"]
    assert on("2023-08-01", KIND, files) == ["XAA met by 2023-09-01: p on 2023-08-01"]
    assert on("2030-01-01", KIND, files) == ["XAA met by 2023-09-01: p on 2023-08-01"]


def test_a_late_paper_meets_it_late() -> None:
    files = paper("areas: [ice]\ndate: 2023-10-01\n")
    assert on("2023-09-30", KIND, files) == ["XAA overdue by 2023-09-01"]
    assert on("2023-10-01", KIND, files) == ["XAA met by 2023-09-01: p on 2023-10-01"]


def test_a_paper_of_the_whole_dimension_that_names_nobody_meets_it() -> None:
    files = paper("dimensions: [nature]\ndate: 2023-07-01\n")
    assert on("2023-07-01", KIND, files) == ["XAA met by 2023-09-01: p on 2023-07-01"]


def test_a_paper_that_came_with_the_application_meets_it() -> None:
    files = holders("ice", f"{FIRST}, notified: 2023-04-02") | paper("areas: [ice]\nfirst-draft: 2023-04-02\n")
    assert on("2023-06-01", KIND, files) == ["XAA met by 2023-09-01: p on 2023-04-02"]
    early = holders("ice", f"{FIRST}, notified: 2023-04-02") | paper("areas: [ice]\nfirst-draft: 2023-04-01\n")
    assert on("2023-06-01", KIND, early) == ["XAA open by 2023-09-01"]


def test_an_old_paper_brought_up_to_date_meets_it() -> None:
    files = paper("areas: [ice]\nfirst-draft: 2020-01-01\ndate: 2023-08-31\n")
    assert on("2023-09-02", KIND, files) == ["XAA met by 2023-09-01: p on 2023-08-31"]


def test_what_does_not_meet_it() -> None:
    for text in (
        "areas: [fish]\ndate: 2023-07-01\n",
        "dimensions: [people]\ndate: 2023-07-01\n",
        "areas: [ice]\nprepared-by: [XBB]\ndate: 2023-07-01\n",
        "areas: [ice]\n",
        "areas: [ice]\nfirst-draft: 2023-05-31\n",
        "areas: [ice]\ndate: 2026-01-01\n",
    ):
        assert on("2023-10-01", KIND, paper(text)) == ["XAA overdue by 2023-09-01"], text
    report = document("p", "report", "areas: [ice]\ndate: 2023-07-01\n")
    assert on("2023-10-01", KIND, report) == ["XAA overdue by 2023-09-01"]


def test_it_lapses_with_the_service() -> None:
    assert on("2025-12-31", KIND) == ["XAA overdue by 2023-09-01"]
    assert on("2026-01-01", KIND) == ["XAA lapsed by 2023-09-01: not met by 2025-12-31"]


def test_a_service_that_goes_on_owes_none_anew() -> None:
    files = holders("ice", FIRST, NEXT) | JUNE
    assert on("2026-03-01", KIND, files) == [
        "XAA overdue by 2023-09-01",
        "XAA not-applicable by 2025-09-03: its service goes on without a break",
    ]
    again = holders("ice", FIRST, NEXT.replace("2026-2027", "2027-2028")) | JUNE
    assert on("2026-03-01", KIND, again) == [
        "XAA lapsed by 2023-09-01: not met by 2025-12-31",
        "XAA overdue by 2025-09-03",
    ]


def test_whom_a_list_or_a_source_shows_owes_none() -> None:
    assert on("2023-10-01", KIND, area="fish") == []
    assert (
        on("2023-10-01", KIND, holders("ice", FIRST.replace("decision: com-2023-06-01/1", "source: letters 3"))) == []
    )


def test_the_months_are_a_setting() -> None:
    files = set_to("concept-paper: {months: 1, rests-on: charter/6/papers}")
    assert on("2023-07-01", KIND, files) == [
        "XAA not-applicable by 2023-07-01: Charter is in force from 2023-07-01 only"
    ]
    files = set_to("concept-paper: {months: 1}")
    assert on("2023-07-01", KIND, files) == ["XAA open by 2023-07-01"]
    assert on("2023-07-02", KIND, files) == ["XAA overdue by 2023-07-01"]


def test_a_paper_that_never_came_in_meets_nothing() -> None:
    files = paper("areas: [ice]\ndate: 2023-07-01\nreceived: false\n")
    assert on("2023-10-01", KIND, files) == ["XAA overdue by 2023-09-01"]
