"""A state whose service as coordinator ends reports."""

from tests.deadlines.asking import document, on, set_to
from tests.rules.overlays import holders, meeting

KIND = "report"
FIRST = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
NEXT = "state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1"
JUNE = meeting("com-2025-06-03", "number: 1, appoints: [ice]")


def report(id_: str, text: str) -> dict[str, str | None]:
    return document(id_, KIND, text)


def test_it_is_open_from_the_first_day_of_the_service_and_never_overdue() -> None:
    assert on("2023-12-31", KIND) == []
    assert on("2024-01-01", KIND) == ["XAA open after 2025-12-31"]
    assert on("2199-01-01", KIND) == ["XAA open after 2025-12-31"]


def test_a_service_is_one_however_many_tenures_it_has() -> None:
    files = holders("ice", FIRST, NEXT) | JUNE
    assert on("2026-06-01", KIND, files) == ["XAA open after 2027-12-31"]


def test_no_report_of_co_coordinators_or_of_a_service_without_an_end() -> None:
    assert on("2024-06-01", KIND, area="fish") == []
    assert on("2024-06-01", KIND, holders("ice", FIRST.replace("role: ", "role: co-"))) == []


def test_a_report_of_that_state_on_that_area_meets_it() -> None:
    files = report("r", "areas: [ice]\nprepared-by: [XAA]\ndate: 2026-02-10\n")
    assert on("2026-02-09", KIND, files) == ["XAA open after 2025-12-31"]
    assert on("2026-02-10", KIND, files) == ["XAA met after 2025-12-31: r on 2026-02-10"]
    whole = report("r", "dimensions: [nature]\nprepared-by: [XAA]\ndate: 2025-12-01\n")
    assert on("2025-12-01", KIND, whole) == ["XAA met after 2025-12-31: r on 2025-12-01"]


def test_the_report_nearest_to_the_end_counts() -> None:
    files = report("r", "areas: [ice]\nprepared-by: [XAA]\ndate: 2024-06-01\n")
    files |= report("s", "areas: [ice]\nprepared-by: [XAA]\ndate: 2026-01-20\n")
    assert on("2026-06-01", KIND, files) == ["XAA met after 2025-12-31: s on 2026-01-20"]


def test_what_does_not_meet_it() -> None:
    for text in (
        "areas: [fish]\nprepared-by: [XAA]\ndate: 2026-02-10\n",
        "areas: [ice]\nprepared-by: [XBB]\ndate: 2026-02-10\n",
        "areas: [ice]\ndate: 2026-02-10\n",
        "areas: [ice]\nprepared-by: [XAA]\n",
        "areas: [ice]\nprepared-by: [XAA]\ndate: 2023-12-31\n",
    ):
        assert on("2026-06-01", KIND, report("r", text)) == ["XAA open after 2025-12-31"], text


def test_a_report_belongs_to_the_service_before_it() -> None:
    files = holders("ice", FIRST, NEXT.replace("2026-2027", "2027-2028")) | JUNE
    files |= report("r", "areas: [ice]\nprepared-by: [XAA]\ndate: 2026-12-31\n")
    files |= report("s", "areas: [ice]\nprepared-by: [XAA]\ndate: 2029-01-15\n")
    assert on("2029-06-01", KIND, files) == [
        "XAA met after 2025-12-31: r on 2026-12-31",
        "XAA met after 2028-12-31: s on 2029-01-15",
    ]


def test_an_early_end_counts() -> None:
    files = holders("ice", f"{FIRST}, ended: {{on: 2025-03-31, notified: 2025-03-01}}")
    assert on("2025-03-01", KIND, files) == ["XAA open after 2025-03-31"]


def test_a_service_that_ended_before_the_text_was_in_force_owes_none() -> None:
    past = "state: XAA, role: coordinator, term: 2020-2021, source: letters 3"
    files = set_to("report: {rests-on: charter/1/organ}") | holders("ice", past)
    assert on("2024-01-01", KIND, files) == [
        "XAA not-applicable after 2021-12-31: Charter is in force from 2023-07-01 only"
    ]


def test_a_report_that_never_came_in_meets_nothing() -> None:
    files = report("r", "areas: [ice]\nprepared-by: [XAA]\ndate: 2026-02-10\nreceived: false\n")
    assert on("2026-06-01", KIND, files) == ["XAA open after 2025-12-31"]
