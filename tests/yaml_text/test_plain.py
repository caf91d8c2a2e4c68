"""The quick reading gives exactly what `compose` gives, or leaves the text to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cicareg.limits import MAX_DEPTH
from cicareg.yaml_text import FaultError, compose, decode, plain
from tests.support import PROJECT, SAMPLE, tree_of
from tests.yaml_text.documents import Document, documents
from tests.yaml_text.mutations import examples
from tests.yaml_text.test_agreement import same


def quick(raw: bytes) -> bool:
    """Read bytes both ways, check that they agree, and tell whether the quick way gave data."""
    try:
        text = decode(raw)
    except FaultError:
        return False
    data = plain(text)
    if data is None:
        return False
    composed = compose(text)
    assert composed.faults == ()
    assert same(data, composed.data), text
    return True


def test_every_record_is_read_the_quick_way() -> None:
    trees = {**tree_of(SAMPLE), **{f"real/{path}": raw for path, raw in tree_of(PROJECT).items()}}
    assert [path for path, raw in trees.items() if not quick(raw)] == []


def test_spoilt_records_are_read_alike_or_left() -> None:
    ways = [quick(raw) for _, _, raw in examples()]
    assert any(ways)
    assert not all(ways)


@given(st.text("ab:- \n{}[],&*!#|>'\"%@?~<=0.\\\u0301Ж", max_size=60))
@settings(max_examples=1500, deadline=None)
def test_signs_of_yaml_in_any_order_are_read_alike_or_left(text: str) -> None:
    quick((text + "\n").encode())
    quick(f"a: {text}\n".encode())


@given(documents())
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_alike(document: Document) -> None:
    quick(document.text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "", "a\n", "- a\n", "a: 1\na: 2\n", "a: 010\n", "1: a\n", "~: a\n", "? [a]\n: b\n", "<<: a\n", "a: [b,\n  c]\n",
        "a: &b c\n", "a: *b\n", "a: !b c\n", '"a": "\\x1b"\n', "a: b\n---\na: b\n", "%YAML 1.2\n---\na: b\n", "a: [\n",
        "".join(f"{'  ' * level}a:\n" for level in range(MAX_DEPTH)) + "  " * MAX_DEPTH + "a: b\n",
        "a: " + "- " * 30_000 + "b\n", "- " * 32_000 + "b\n", "? " * 30_000 + "b\n",
        "a: " + "[" * 1500 + "]" * 1500 + "\n",
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_is_left_to_compose(text: str) -> None:
    assert plain(text) is None


def test_goes_as_deep_as_compose() -> None:
    levels = MAX_DEPTH - 1
    text = "".join(f"{'  ' * level}a:\n" for level in range(levels)) + "  " * levels + "a: b\n"
    assert plain(text) == compose(text).data
