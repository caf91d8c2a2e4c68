"""Entries are known again in a time that grows with their number, as many of them as can be."""

from functools import partial
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cicareg.guarding.growing import is_grown
from cicareg.guarding.pairing import Pairs, pairs

MANY = 2_000
Entry = dict[str, Any]


class Counted:
    """Whether an entry may be another, and how often that was asked."""

    asked = 0

    def __call__(self, old: Entry, new: Entry) -> bool:
        self.asked += 1
        return is_grown("tenures", old, new)


def tenure(number: int, **more: str) -> Entry:
    return {"state": f"X{number}", "role": "coordinator", "term": "2024-2025", **more}


def paired(old: list[Entry], new: list[Entry]) -> tuple[Pairs, int]:
    accepts = Counted()
    return pairs("tenures", old, new, accepts), accepts.asked


def test_many_in_another_order() -> None:
    old = [tenure(number) for number in range(MANY)]
    found, asked = paired(old, old[::-1])
    assert found.kept == [*range(MANY)][::-1]
    assert (found.is_ordered, asked) == (False, MANY)


def test_many_in_another_order_that_have_grown() -> None:
    old = [tenure(number) for number in range(MANY)]
    new = [tenure(number, notified="2024-01-01") for number in reversed(range(MANY))]
    found, asked = paired(old, new)
    assert found.kept == [*range(MANY)][::-1]
    assert asked <= 2 * MANY


def test_many_that_are_gone() -> None:
    old = [tenure(number) for number in range(MANY)]
    found, asked = paired(old, [tenure(number) for number in range(MANY, 2 * MANY)])
    assert found == Pairs([None] * MANY, [None] * MANY)
    assert asked <= MANY


def test_many_that_are_altered() -> None:
    old = [tenure(number) for number in range(MANY)]
    new = [entry | {"role": "co-coordinator"} for entry in reversed(old)]
    found, asked = paired(old, new)
    assert (found.kept, found.like) == ([None] * MANY, [*range(MANY)][::-1])
    assert asked <= 2 * MANY


def test_many_that_are_the_same_and_have_grown() -> None:
    new = [tenure(0, notified=f"2024-{number}") for number in range(MANY)]
    found, asked = paired([tenure(1), *[tenure(0)] * MANY], new)
    assert found.kept == [None, *range(MANY)]
    assert asked <= 3 * MANY


def test_others_give_way_all_along() -> None:
    # each but the last fits its own place and the next, and the last the first place only
    new = [{"state": "X", "consented": [str(number), str(number + 1)]} for number in range(300)]
    old = [{"state": "X", "consented": [str(number)]} for number in (*range(1, 300), 0)]
    accepts = partial(is_grown, "acting")
    assert pairs("acting", old, new, accepts).kept == [*range(1, 300), 0]


VALUES = st.sampled_from(["a", "b"])
ENTRIES = st.fixed_dictionaries(
    {"state": VALUES},
    optional={
        "from": VALUES, "notified": VALUES, "consented": st.lists(VALUES, max_size=2),
        "ended": st.fixed_dictionaries({}, optional={"on": VALUES, "reason": VALUES}),
    },
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(ENTRIES, max_size=5), st.lists(ENTRIES, max_size=5))
def test_as_many_are_paired_as_can_be_and_each_with_one_that_it_may_be(old: list[Entry], new: list[Entry]) -> None:
    accepts = partial(is_grown, "acting")
    found = pairs("acting", old, new, accepts)
    used = [index for index in (*found.kept, *found.like) if index is not None]
    assert len(used) == len(set(used))
    assert all(accepts(old[at], new[index]) for at, index in enumerate(found.kept) if index is not None)
    rows = [*range(len(new)), *[None] * len(old)]
    best = max(
        sum(index is not None and accepts(entry, new[index]) for entry, index in zip(old, row, strict=True))
        for row in set(permutations(rows, len(old)))
    ) if len(rows) < 9 else None  # fmt: skip
    assert best in (None, len(old) - found.kept.count(None))


@pytest.mark.parametrize("value", [None, 1, "x", [1, "x"], {"x": [1]}])
def test_what_is_no_mapping_is_paired_where_it_is_equal(value: Any) -> None:
    assert pairs("forms", [value, "y"], ["y", value], lambda old, new: bool(old == new)).kept == [1, 0]
