"""What an edit means for plain data, and where a new key goes."""

import copy
from typing import Any

import pytest

from cicareg.editing import Append, Edit, Put, Remove, intended
from cicareg.editing.edits import place, same

DATA: dict[str, Any] = {"a": [{"b": 1, "d": 2}, "x"], "c": "y"}


@pytest.mark.parametrize(
    "edit, expected",
    [
        (Append(("a",), "z"), {"a": [{"b": 1, "d": 2}, "x", "z"], "c": "y"}),
        (Append(("b",), "z", ("a", "b", "c")), {"a": [{"b": 1, "d": 2}, "x"], "b": ["z"], "c": "y"}),
        (Put(("a", 0, "c"), [3], ("b", "c", "d")), {"a": [{"b": 1, "c": [3], "d": 2}, "x"], "c": "y"}),
        (Put(("a", 1), True), {"a": [{"b": 1, "d": 2}, True], "c": "y"}),
        (Remove(("a", 0)), {"a": ["x"], "c": "y"}),
        (Remove(("a", 0, "b")), {"a": [{"d": 2}, "x"], "c": "y"}),
        (Remove(("c",)), {"a": [{"b": 1, "d": 2}, "x"]}),
    ],
)
def test_intended(edit: Edit, expected: dict[str, Any]) -> None:
    before = copy.deepcopy(DATA)
    assert same(intended(DATA, [edit]), expected)
    assert before == DATA


@pytest.mark.parametrize(
    "keys, key, order, at",
    [
        (["a", "c"], "b", "abc", 1),
        (["c", "a"], "b", "abc", 2),
        (["a", "x", "c"], "b", "abc", 1),
        (["x", "c"], "b", "abc", 1),
        (["x"], "b", "abc", 1),
        (["c"], "b", "ca", 1),
        (["a"], "b", "", 1),
    ],
)
def test_place_of_a_new_key(keys: list[str], key: str, order: str, at: int) -> None:
    assert place(keys, key, tuple(order)) == at


def test_same_tells_types_and_order_apart() -> None:
    assert same({"a": [1, True]}, {"a": [1, True]})
    assert not same({"a": [1, True]}, {"a": [1, 1]})
    assert not same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert not same([1], [1, 2])
