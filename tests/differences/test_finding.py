"""Which change is found where something differs."""

import pytest

from cicareg.differences.difference import FactChange, ItemChange, Order, PostChange
from cicareg.differences.finding import compared, difference
from cicareg.picture import Item, Picture
from tests.differences.pictures import SAYS, seat, shown, stand


def kinds(before: list[str], after: list[str]) -> list[tuple[str, str | None, str | None, int | None]]:
    """Give each change of the holders of one post: kind, states with terms before and after, place."""
    found = difference(shown(seat("ice", *before)), shown(seat("ice", *after)))
    return [
        (
            one.kind,
            f"{one.before.state} {one.before.term}" if one.before else None,
            f"{one.after.state} {one.after.term}" if one.after else None,
            one.place,
        )
        for post in found.posts
        for one in post.holders
    ]


CASES = {
    "appointed to a vacant post": ([], ["XAA"], [("appointed", None, "XAA None", 0)]),
    "appointed as second": (["XAA"], ["XAA", "XBB"], [("appointed", None, "XBB None", 1)]),
    "appointed before another": (["XAA"], ["XBB", "XAA"], [("appointed", None, "XBB None", 0)]),
    "left the list": (["XAA", "co XBB"], ["XAA"], [("ended", "XBB None", None, None)]),
    "one for another": (["XAA"], ["XBB"], [("ended", "XAA None", None, None), ("appointed", None, "XBB None", 0)]),
    "extended by an adjoining term": (
        ["XAA 2024-2025"], ["XAA 2026-2027"], [("extended", "XAA 2024-2025", "XAA 2026-2027", 0)],
    ),
    "extended from within": (
        ["XAA 2024-2025"], ["XAA 2025-2026"], [("extended", "XAA 2024-2025", "XAA 2025-2026", 0)],
    ),
    "shortened": (["XAA 2024-2025"], ["XAA 2024-01/2024-06"], [("term", "XAA 2024-2025", "XAA 2024-01/2024-06", 0)]),
    "an earlier term": (["XAA 2026-2027"], ["XAA 2024-2025"], [("term", "XAA 2026-2027", "XAA 2024-2025", 0)]),
    "a term after a gap": (["XAA 2022-2023"], ["XAA 2025-2026"], [("term", "XAA 2022-2023", "XAA 2025-2026", 0)]),
    "a term stated": (["XAA"], ["XAA 2024-2025"], [("term", "XAA None", "XAA 2024-2025", 0)]),
    "a term no longer stated": (["XAA 2024-2025"], ["XAA"], [("term", "XAA 2024-2025", "XAA None", 0)]),
    "another role": (["co XAA"], ["XAA"], [("role", "XAA None", "XAA None", 0)]),
    "another basis": (["XAA @listed m"], ["XAA @decision m/1"], [("basis", "XAA None", "XAA None", 0)]),
    "began to act beside its own role": (
        ["co XAA"], ["acting XAA", "co XAA"], [("appointed", None, "XAA None", 0)],
    ),
    "from acting to appointed": (["acting XAA"], ["XAA"], [("acting", "XAA None", "XAA None", 0)]),
    "two terms of one state, one gone": (
        ["XAA 2024-2025", "XAA 2026-2027"], ["XAA 2026-2027"], [("ended", "XAA 2024-2025", None, None)],
    ),
    "changed places by roles": (
        ["XAA", "co XBB"], ["XBB", "co XAA"],
        [("role", "XAA None", "XAA None", 1), ("role", "XBB None", "XBB None", 0)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_holder_is(case: str) -> None:
    before, after, expected = CASES[case]
    assert kinds(before, after) == expected


def test_another_order_is_a_difference_of_its_own() -> None:
    (post,) = difference(shown(seat("ice", "XAA", "XBB", "XCC")), shown(seat("ice", "XCC", "XAA", "XBB"))).posts
    was, now = ("XAA", "XBB", "XCC"), ("XCC", "XAA", "XBB")
    assert post == PostChange("changed", "ice", order=Order(tuple(map(stand, was)), tuple(map(stand, now))))


def test_who_comes_between_others_does_not_change_their_order() -> None:
    (post,) = difference(shown(seat("ice", "XAA", "XCC")), shown(seat("ice", "XAA", "XBB", "XCC"))).posts
    assert post.order is None
    assert [one.place for one in post.holders] == [1]


def test_coordinators_come_before_co_coordinators_however_they_are_given() -> None:
    assert shown(seat("ice", "co XBB", "XAA")) == shown(seat("ice", "XAA", "co XBB"))


def test_a_post_is_renamed_renumbered_added_or_removed() -> None:
    before = shown(seat("ice", "XAA"), seat("snow", number="1.9", name="Snow"))
    after = shown(seat("ice", "XAA", number="1.2", name="Old ice"), seat("fish", "XBB", number="1.10", name="Fish"))
    ice, snow, fish = difference(before, after).posts
    assert ice == PostChange(
        "changed", "ice", (FactChange("name en", "Ice", "Old ice"), FactChange("number", "1.1", "1.2"))
    )
    assert (snow.kind, fish.kind) == ("removed", "added")
    assert [one.kind for one in fish.holders] == ["appointed"]


def test_posts_stand_in_the_order_of_their_numbers_in_words_of_figures() -> None:
    found = difference(shown(), shown(*(seat(f"a{n}", number=f"1.{n}") for n in (10, 9, 1))))
    assert [post.area for post in found.posts] == ["a1", "a9", "a10"]


def test_what_else_is_on_record_is_compared_by_its_facts() -> None:
    before = shown(items=(Item("document", "charter", (("status", "draft"), ("name en", "Charter"))),))
    after = shown(
        items=(
            Item("document", "charter", (("status", "adopted"), ("name en", "Charter"))),
            Item("decision", "com-1/1", (("says", "adopts Charter"),)),
        )
    )
    assert difference(before, after).items == (
        ItemChange("added", "decision", "com-1/1", (FactChange("says", None, "adopts Charter"),)),
        ItemChange("changed", "document", "charter", (FactChange("status", "draft", "adopted"),)),
    )


def test_the_same_days_stated_otherwise_are_no_difference() -> None:
    before = shown(seat("ice", "XAA 2024-01/2025-12", "co XBB 2024-03/2026-02"))
    after = shown(seat("ice", "XAA 2024-2025", "co XBB 2024-03-01/2026-02-28"))
    assert not compared(before, after).difference
    moved = compared(before, shown(seat("ice", "co XAA 2024-2025"))).difference.posts[0].holders
    assert [(one.kind, one.before and one.before.term) for one in moved] == [
        ("ended", "2024-03/2026-02"),
        ("role", "2024-2025"),
    ]


def test_a_side_that_does_not_say_something_is_asked_for_the_rest_only() -> None:
    one = Picture("a file", frozenset({"number", "name fr"}), (seat("ice", "XAA"),))
    found = compared(shown(seat("ice", "XAA @decision m/1", name="Other")), one)
    assert not found.difference
    assert found.before_only == frozenset(SAYS) - {"number", "name fr"}


def test_a_post_that_could_not_be_read_is_left_out_of_both_sides() -> None:
    one = Picture("a file", frozenset(SAYS), unread=frozenset({"ice"}))
    found = compared(shown(seat("ice", "XAA")), one)
    assert not found.difference
    assert found.unread == {"ice"}
