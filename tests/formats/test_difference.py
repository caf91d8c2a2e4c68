"""What differs, as it is written for people and programs."""

import json
import re
from collections.abc import Callable

import pytest

from cicareg.differences.finding import compared
from cicareg.differences.shown import Shown, shown
from cicareg.formats.difference_lines import remarks, sections
from cicareg.formats.format import formats
from cicareg.look import Look
from cicareg.picture import Picture
from cicareg.questions.picturing import picture_recorded
from tests.differences.pictures import SAYS, seat
from tests.differences.pictures import shown as drawn
from tests.differences.registers import earlier, later

STATES = {"XAA": "Alderia", "XBB": "Borland", "XCC": "Corvania", "XDD": "Dunmere"}


def of(before: Picture, after: Picture) -> Shown:
    return shown((before, after), compared(before, after), STATES)


def whole() -> Shown:
    old, new = earlier(), later()
    return of(picture_recorded(old, "as it was", new), picture_recorded(new, "as it is", new))


def written(name: str, what: Shown, look: Look = Look()) -> str:  # noqa: B008  # immutable
    write = formats()[name].difference
    assert write is not None
    return write(what, look)


@pytest.mark.parametrize("name, file", [("text", "txt"), ("markdown", "md"), ("json", "json")])
def test_all_that_differs(name: str, file: str, golden: Callable[[str, str], None]) -> None:
    golden(f"difference.{file}", written(name, whole(), Look(80)))


def test_the_lines_stay_within_the_screen() -> None:
    assert max(map(len, written("text", whole(), Look(60)).splitlines())) <= 60


def test_colours_add_nothing_but_themselves() -> None:
    coloured = written("text", whole(), Look(80, color=True))
    assert "\x1b[32m+\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == written("text", whole(), Look(80))


@pytest.mark.parametrize("name, says", [("text", "\nNothing differs.\n"), ("markdown", "\n\nNothing differs.\n")])
def test_where_nothing_differs_it_is_said(name: str, says: str) -> None:
    one = drawn(seat("ice", "XAA"))
    assert written(name, of(one, one)).endswith(says)


def test_programs_see_that_nothing_differs() -> None:
    one = drawn(seat("ice", "XAA"))
    data = json.loads(written("json", of(one, one)))
    assert (data["version"], data["posts"], data["items"], data["unread"]) == (1, [], [], [])


LINES = {
    "from acting to appointed": (["acting XAA"], ["XAA"], "~ Alderia: coordinator, was acting coordinator"),
    "another role and term": (
        ["co XAA"], ["XAA 2024-2025"], "~ Alderia: coordinator, was co-coordinator; 2024-2025, was no term stated",
    ),
    "another basis": (["XAA @listed m"], ["XAA"], "~ coordinator: Alderia: rests on nothing, was listed m"),
    "a shorter term": (
        ["XAA 2024-2025"], ["XAA 2024-03/2024-06"], "~ coordinator: Alderia: 2024-03/2024-06, was 2024-2025",
    ),
    "another order": (
        ["co XAA", "co XBB"],
        ["co XBB", "co XAA"],
        "~ order of co-coordinators: Borland, Alderia; was Alderia, Borland",
    ),
    "a state of which no name is known": ([], ["XZZ"], "+ coordinator: XZZ"),
}  # fmt: skip


@pytest.mark.parametrize("case", LINES)
def test_in_words(case: str) -> None:
    before, after, expected = LINES[case]
    (section,) = sections(of(drawn(seat("ice", *before)), drawn(seat("ice", *after))))
    assert section.title == "1.1  Ice"
    assert [f"{line.sign} {line.text}" for line in section.lines] == [expected]


def test_what_was_not_compared_is_said_once() -> None:
    before = drawn(seat("ice", "XAA"), seat("fish", number="1.2", name="Fish"))
    after = Picture("the file x", frozenset({"number", "name en"}), (seat("ice", "XAA"),), unread=frozenset({"fish"}))
    assert list(remarks(of(before, after))) == [
        "Not compared, as one side does not say it (the file x): "
        "basis, decisions, dimension, dimensions, documents, names in fr, states.",
        "Not compared, as it could not be read: 1.2 Fish.",
    ]
    assert set(SAYS) - {"number", "name en"} == {
        "basis", "decisions", "dimension", "dimensions", "documents", "name fr", "states",
    }  # fmt: skip


def test_names_are_data() -> None:
    hostile = "<b>*x*</b>\x1b[31m\n# y"
    what = of(drawn(), drawn(seat("ice", "XAA", name=hostile)))
    assert "\x1b" not in written("text", what)
    assert "\\<b\\>\\*x\\*" in written("markdown", what)
