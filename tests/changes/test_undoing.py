from typing import Any

import pytest

from cicareg.changes.undoing import Deed, deeds

ONE, TWO, THREE = {"state": "XAA", "role": "a"}, {"state": "XBB", "role": "b"}, {"state": "XCC", "role": "c"}


def did(before: dict[str, Any] | None, after: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Give key, listed, was, now and place of each deed."""
    return [tuple(deed)[1:] for deed in deeds("p", before, after)]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, [("a", False, 1, 2, 0)]),
        ({}, {"a": 1}, [("a", False, None, 1, 0)]),
        ({"a": 1}, {}, [("a", False, 1, None, 0)]),
        ({"a": {"x": 1}}, {"a": {"x": 1, "y": 2}}, [("a", False, {"x": 1}, {"x": 1, "y": 2}, 0)]),
        ({"t": [ONE]}, {"t": [ONE, TWO]}, [("t", True, None, TWO, 0)]),
        ({}, {"t": [ONE]}, [("t", True, None, ONE, 0)]),
        ({"t": [ONE, TWO, THREE]}, {"t": [ONE, THREE]}, [("t", True, TWO, None, 1)]),
        ({"t": [ONE, TWO]}, {"t": [ONE, {**TWO, "on": 3}]}, [("t", True, TWO, {**TWO, "on": 3}, 1)]),
        ({"t": [ONE, TWO]}, {"t": [ONE, {**TWO, "role": "z"}]}, [("t", True, TWO, {**TWO, "role": "z"}, 1)]),
        ({"t": [ONE, TWO]}, {"t": [ONE, THREE]}, [("t", True, TWO, None, 1), ("t", True, None, THREE, 0)]),
        ({"t": ["x", "y"]}, {"t": ["y", "x"]}, []),
        ({"t": ["x"]}, {"t": "x"}, [("t", False, ["x"], "x", 0)]),
        ({"a": 1, "corrections": [ONE]}, {"a": 1, "corrections": [ONE, TWO]}, []),
    ],
)
def test_what_was_done_to_a_file(before: dict[str, Any], after: dict[str, Any], found: list[Any]) -> None:
    assert did(before, after) == found


def test_of_a_file_that_was_made_only_lists_are_deeds() -> None:
    assert did(None, {"organ": "com", "decisions": [ONE]}) == [("decisions", True, None, ONE, 0)]


def test_a_deed_says_in_which_file() -> None:
    assert list(deeds("registry/areas/ice.yaml", {}, {"a": 1})) == [
        Deed("registry/areas/ice.yaml", "a", False, None, 1)
    ]
