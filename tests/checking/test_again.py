"""Checking again what a change touches gives what checking everything gives: findings, order and counts."""

from collections.abc import Mapping

import pytest
from benchmarks.generate import register
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cicareg.checking import again
from tests.checking.edits import Files, change, sized
from tests.checking.memory import Memory, anew
from tests.support import sample

GENERATED = {f"registry/{path}": text.encode() for path, text in register(48)}
_SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)


def follow(data: st.DataObject, start: Mapping[str, bytes], steps: int) -> None:
    """Change files step by step; after each, both ways of checking agree."""
    files: Files = dict(start)
    memory = Memory()
    assert memory.check(files) == anew(files)
    for _ in range(steps):
        change(data, files, dict(start))
        assert memory.check(files) == anew(files)


@settings(_SETTINGS, max_examples=sized(80))
@given(st.data())
def test_a_small_register_however_changed_is_checked_again_as_a_whole_one(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(again, "_MOST", 0)  # of so few files a change touches most: look at those only, all the same
        follow(data, sample(), 6)


@settings(_SETTINGS, max_examples=sized(12))
@given(st.data())
def test_a_larger_register_however_changed_is_checked_again_as_a_whole_one(data: st.DataObject) -> None:
    follow(data, GENERATED, 5)
