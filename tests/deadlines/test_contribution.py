"""Coordinators contribute in writing before a review."""

from tests.deadlines.asking import document, on
from tests.rules.overlays import meeting

KIND = "contribution"
AGENDA = "agenda:\n  - {title: {en: Review}, areas: [ice], review: true}\n"
COMING = meeting("com-2024-05-15", extra=AGENDA)


def sent(text: str) -> dict[str, str | None]:
    return document("c", KIND, f"meeting: com-2024-05-15\n{text}")


def test_it_is_of_all_who_serve_in_the_area_until_the_day_before() -> None:
    assert on("2024-05-14", KIND, COMING) == ["XAA open by 2024-05-14", "XBB open by 2024-05-14"]
    assert on("2024-05-15", KIND, COMING) == [
        "XAA lapsed by 2024-05-14: not met by 2024-05-14",
        "XBB lapsed by 2024-05-14: not met by 2024-05-14",
    ]


def test_of_a_dimension_it_is_of_all_its_areas() -> None:
    files = meeting("com-2024-05-15", extra=AGENDA.replace("areas: [ice]", "dimensions: [nature]"))
    found = on("2024-05-01", KIND, files)
    assert [line.split()[0] for line in found] == ["XAA", "XBB", "XCC", "XAA", "XBB"]


def test_an_item_that_reviews_nothing_asks_for_nothing() -> None:
    assert on("2024-05-01", KIND, meeting("com-2024-05-15", extra=AGENDA.replace(", review: true", ""))) == []
    assert on("2024-05-01", KIND, meeting("com-2024-05-15", extra=AGENDA.replace("true", "false"))) == []


def test_a_contribution_of_the_state_before_the_meeting_meets_it() -> None:
    files = COMING | sent("prepared-by: [XAA]\ndate: 2024-05-14\n")
    assert on("2024-05-13", KIND, files)[0] == "XAA open by 2024-05-14"
    assert on("2024-05-14", KIND, files) == ["XAA met by 2024-05-14: c on 2024-05-14", "XBB open by 2024-05-14"]
    undated = COMING | sent("prepared-by: [XAA, XBB]\nareas: [ice]\n")
    assert on("2024-06-01", KIND, undated) == ["XAA met by 2024-05-14: c", "XBB met by 2024-05-14: c"]


def test_what_does_not_meet_it() -> None:
    for text in (
        "prepared-by: [XCC]\n",
        "prepared-by: [XAA]\ndate: 2024-05-15\n",
        "prepared-by: [XAA]\nareas: [fish]\n",
    ):
        assert on("2024-05-14", KIND, COMING | sent(f"prepared-by: {text}"))[0] == "XAA open by 2024-05-14", text
    other = document("c", KIND, "meeting: com-2023-06-01\nprepared-by: [XAA]\n")
    assert on("2024-05-14", KIND, COMING | other)[0] == "XAA open by 2024-05-14"


def test_the_first_day_of_a_longer_meeting_counts() -> None:
    files = meeting("com-2024-05-15", extra=f"began: 2024-05-13\n{AGENDA}")
    assert on("2024-05-12", KIND, files)[0] == "XAA open by 2024-05-12"


def test_a_meeting_that_was_not_held_asks_for_nothing() -> None:
    files = meeting("com-2024-05-15", extra=f"held: false\n{AGENDA}")
    assert on("2024-05-01", KIND, files)[0] == "XAA not-applicable by 2024-05-14: the meeting was not held"


def test_a_contribution_that_never_came_in_meets_nothing() -> None:
    files = COMING | sent("prepared-by: [XAA]\ndate: 2024-05-10\nreceived: false\n")
    assert on("2024-05-14", KIND, files)[0] == "XAA open by 2024-05-14"


def test_of_several_contributions_the_earliest_meets_it() -> None:
    files = COMING | sent("prepared-by: [XAA]\ndate: 2024-05-10\n")
    files |= document("d", KIND, "meeting: com-2024-05-15\nprepared-by: [XAA]\nareas: [ice]\ndate: 2024-05-05\n")
    files |= document("e", KIND, "meeting: com-2024-05-15\nprepared-by: [XAA]\nareas: [ice]\ndate: 2024-05-01\n")
    assert on("2024-04-30", KIND, files)[0] == "XAA open by 2024-05-14"
    assert on("2024-05-01", KIND, files)[0] == "XAA met by 2024-05-14: e on 2024-05-01"


def test_one_that_names_a_dimension_counts_for_its_areas() -> None:
    files = COMING | sent("prepared-by: [XAA]\ndimensions: [nature]\n")
    assert on("2024-05-14", KIND, files)[0] == "XAA met by 2024-05-14: c"
    files = COMING | sent("prepared-by: [XAA]\ndimensions: [people]\n")
    assert on("2024-05-14", KIND, files)[0] == "XAA open by 2024-05-14"
