"""The implementation is reviewed regularly."""

from datetime import date

from cicareg.deadlines.all_duties import duties
from tests.deadlines.asking import on, set_to
from tests.deadlines.laws import MODALITIES
from tests.rules.overlays import Files, meeting
from tests.support import loaded

KIND = "review"
HELD = meeting("com-2024-05-01", "number: 7, reviews: {areas: [fish]}")


def what(year: int, files: Files | None = None) -> str:
    found = duties(loaded({**MODALITIES, **(files or {})}).registry, date(year, 6, 1))
    return [duty.what for duty in found if duty.duty == KIND][-1]


def test_there_is_one_of_each_year_from_that_of_the_text() -> None:
    assert on("2022-12-31", KIND) == []
    assert on("2023-01-01", KIND) == ["com open by 2023-12-31"]
    assert on("2024-06-01", KIND) == [
        "com lapsed by 2023-12-31: not met by 2023-12-31",
        "com open by 2024-12-31",
    ]


def test_a_year_that_passed_is_never_overdue() -> None:
    lapsed = [f"com lapsed by {year}-12-31: not met by {year}-12-31" for year in range(2023, 2030)]
    assert on("2030-01-01", KIND) == [*lapsed, "com open by 2030-12-31"]


def test_a_review_in_the_year_meets_it() -> None:
    assert on("2024-04-30", KIND, HELD)[1:] == ["com open by 2024-12-31"]
    assert on("2024-05-01", KIND, HELD)[1:] == ["com met by 2024-12-31: com-2024-05-01/7 on 2024-05-01"]
    assert on("2025-01-01", KIND, HELD)[2:] == ["com open by 2025-12-31"]


def test_a_review_by_another_organ_meets_nothing() -> None:
    files = meeting("asm-2024-05-01", "number: 7, reviews: {areas: [fish]}")
    assert on("2024-06-01", KIND, files)[1:] == ["com open by 2024-12-31"]


def test_of_a_text_in_force_it_begins_with_the_year() -> None:
    files = set_to("review: {rests-on: charter/6/papers}")
    assert on("2023-07-01", KIND, files) == ["com open by 2023-12-31"]


def test_the_dimension_that_was_reviewed_longest_ago_is_first_in_turn() -> None:
    never = "first in turn: Nature dimension, no review of it is on record"
    assert what(2024) == f"reviews the implementation in 2024; {never}"
    fish = "first in turn: People dimension, no review of it is on record"
    assert what(2025, HELD) == f"reviews the implementation in 2025; {fish}"
    both = HELD | meeting("com-2025-05-01", "number: 1, reviews: {dimensions: [people]}")
    turn = "first in turn: Nature dimension, last reviewed on 2024-05-01"
    assert what(2026, both) == f"reviews the implementation in 2026; {turn}"
