"""Marks lead to the units that state or asked for something, however they came in."""

from cicareg.checking.marks import Marks

UNITS = [(1, ["state:XAA", "area:ice"]), (2, ["state:XAA"]), (7, ["area:fish"])]


def test_every_unit_with_a_mark_is_found_in_order() -> None:
    marks = Marks()
    marks.fill(UNITS)
    assert list(marks.find("state:XAA")) == [1, 2]
    assert list(marks.find("area:fish")) == [7]
    assert list(marks.find("area:people")) == []


def test_marks_that_are_added_are_those_that_are_filled() -> None:
    filled, added = Marks(), Marks()
    filled.fill(UNITS)
    for number, marks in reversed(UNITS):
        added.add(number, [*marks, *marks])
    assert added.raw == filled.raw
    assert list(Marks(filled.raw).find("state:XAA")) == [1, 2]
