"""Spoilt records: reading gives data or faults, and never raises anything else."""

import contextlib
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cicareg.yaml_text import Branch, Fault, FaultError, compose, decode, spot
from cicareg.yaml_text.places import Leaf
from tests.yaml_text.mutations import examples

_TYPES = {dict, list, str, int, bool, type(None)}


def check_faults(faults: Sequence[Fault], lines: Sequence[str]) -> None:
    for fault in faults:
        assert 1 <= fault.line <= fault.end_line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
        assert (fault.line, fault.column) <= (fault.end_line, fault.end_column)
        assert fault.message.isprintable()
        assert len(fault.message) < 250


def check_data(value: Any, place: Leaf) -> None:
    """Check that data are plain and that every part of them has its place."""
    assert type(value) in _TYPES
    line, column, end_line, end_column = spot(place)
    assert (1, 1) <= (line, column) <= (end_line, end_column)
    if isinstance(value, dict):
        assert isinstance(place, Branch)
        assert set(value) == set(place.children) == set(place.keys)
        for key, inner in value.items():
            assert type(key) is str
            check_data(inner, place.children[key])
    elif isinstance(value, list):
        assert isinstance(place, Branch)
        assert set(place.children) == set(range(len(value)))
        for index, inner in enumerate(value):
            check_data(inner, place.children[index])


def read(raw: bytes) -> bool:
    """Read bytes as a record, check what comes, and tell whether anything could be read."""
    lines = raw.decode("utf-8", "replace").split("\n")
    try:
        composed = compose(decode(raw))
    except FaultError as error:
        check_faults([*error.earlier, error.fault], lines)
        return False
    check_faults(composed.faults, lines)
    check_data(composed.data, composed.places)
    return True


def test_spoilt_records_are_read_or_refused_with_a_place() -> None:
    readable = 0
    for number, path, raw in examples():
        try:
            readable += read(raw)
        except Exception as error:
            raise AssertionError(f"example {number} of {path}: {raw!r}") from error
    assert readable  # the mutations are not so wild that nothing is left to read


@given(st.text("ab:- \n{}[],&*!#|>'\"%@?~<=0.\\\u0301Ж", max_size=60))
@settings(max_examples=1500, deadline=None)
def test_signs_of_yaml_in_any_order_are_read_or_refused(text: str) -> None:
    read((text + "\n").encode())
    read(f"a: {text}\n".encode())


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_is_read_or_refused_by_compose_alone(text: str) -> None:
    with contextlib.suppress(FaultError):
        assert compose(text).data is not None
