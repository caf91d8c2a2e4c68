"""Who states or asked for something is found; what else is found does no harm."""

import pytest

from cicareg.checking.marks import Marks


def filled() -> Marks:
    marks = Marks()
    marks.fill([(3, ["area?name=ice", "area/ice"]), (1, ["area?name=ice"]), (2, ["area*"])])
    return marks


def test_units_are_found_by_what_they_state_or_asked() -> None:
    marks = filled()
    assert list(marks.find("area?name=ice")) == [1, 3]
    assert list(marks.find("area*")) == [2]
    assert list(marks.find("area?name=fish")) == []


def test_a_unit_can_get_further_marks_and_each_once() -> None:
    marks = filled()
    marks.add(2, ["area?name=ice", "area*", "area/fish"])
    assert list(marks.find("area?name=ice")) == [1, 2, 3]
    assert list(marks.find("area/fish")) == [2]
    assert len(marks) == 6


def test_marks_come_back_from_bytes() -> None:
    marks = Marks(filled().raw)
    marks.add(9, ["area*"])
    assert list(marks.find("area*")) == [2, 9]
    assert list(marks.find("area?name=ice")) == [1, 3]


def test_the_greatest_numbers_do_not_run_into_the_next_mark() -> None:
    marks = Marks()
    marks.fill([(0xFFFF_FFFF, ["a"]), (0, ["a"])])
    assert list(marks.find("a")) == [0, 0xFFFF_FFFF]


@pytest.mark.parametrize("raw", [b"123", b"123456789"])
def test_bytes_that_are_no_marks_are_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="multiple"):
        Marks(raw)
