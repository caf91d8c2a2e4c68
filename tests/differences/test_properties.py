"""What holds of any two pictures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.differences.applying import applied
from cicareg.differences.difference import Difference
from cicareg.differences.finding import compared, difference
from cicareg.picture import Picture, Stand
from tests.differences.pictures import SAYS, pictures, seat, shown


@given(pictures, pictures)
def test_a_picture_with_what_differs_is_the_other(before: Picture, after: Picture) -> None:
    assert applied(before, difference(before, after)) == after


@given(pictures)
def test_a_picture_does_not_differ_from_itself(one: Picture) -> None:
    assert difference(one, one) == Difference()
    assert not difference(one, one)


@given(pictures, pictures)
def test_pictures_that_differ_have_a_difference(before: Picture, after: Picture) -> None:
    assert bool(difference(before, after)) == (before != after)


@given(pictures, pictures)
def test_what_appears_one_way_disappears_the_other(before: Picture, after: Picture) -> None:
    there, back = difference(before, after), difference(after, before)
    assert [post.area for post in there.posts if post.kind == "added"] == [
        post.area for post in back.posts if post.kind == "removed"
    ]
    assert sum(one.kind == "appointed" for post in there.posts for one in post.holders) == sum(
        one.kind == "ended" for post in back.posts for one in post.holders
    )


@given(pictures, pictures, st.sets(st.sampled_from(SAYS)))
def test_what_one_side_does_not_say_is_no_difference(before: Picture, after: Picture, said: set[str]) -> None:
    found = compared(before, after.only(said))
    assert found.after_only == frozenset()
    assert found.before_only == frozenset(SAYS) - said
    assert applied(found.before, found.difference)._replace(says=found.after.says) == found.after
    assert found.difference == difference(before.only(said), after.only(said))


@given(pictures, pictures)
def test_every_holder_of_either_side_stays_or_changes_once(before: Picture, after: Picture) -> None:
    found = {post.area: post for post in difference(before, after).posts}
    for side, key in ((before, "before"), (after, "after")):
        for one in side.seats:
            changed: list[Stand] = [
                stand
                for change in (found[one.area].holders if one.area in found else ())
                if (stand := getattr(change, key)) is not None
            ]
            assert all(changed.count(stand) <= one.holders.count(stand) for stand in changed)


def test_a_difference_of_other_pictures_is_refused() -> None:
    found = difference(shown(seat("ice", "XAA")), shown(seat("ice", "XBB", name="Snow")))
    for other in (shown(), shown(seat("ice", "XCC")), shown(seat("ice", "XAA", name="Fish"))):
        with pytest.raises(ValueError, match="the difference is not one from this picture"):
            applied(other, found)
