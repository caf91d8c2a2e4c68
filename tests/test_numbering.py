"""The markers of numbered paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.numbering import Marker, marker

READ = {
    "1.": Marker("", 1, ".", "decimal"),
    "12)": Marker("", 12, ")", "decimal"),
    "1.10": Marker("1.", 10, "", "decimal"),
    "2.3.4": Marker("2.3.", 4, "", "decimal"),
    "Chapter 4.": Marker("Chapter ", 4, ".", "decimal"),
    "(a)": Marker("(", 1, ")", "letter"),
    "b)": Marker("", 2, ")", "letter"),
    "(i)": Marker("(", 1, ")", "roman"),
    "(iv)": Marker("(", 4, ")", "roman"),
    "(ix)": Marker("(", 9, ")", "roman"),
    "(xxxix)": Marker("(", 39, ")", "roman"),
    "(v)": Marker("(", 22, ")", "letter"),
    "": Marker("", 0, "", "none"),
    "bis": Marker("bis", 0, "", "none"),
    "99999": Marker("99999", 0, "", "none"),
}


@pytest.mark.parametrize("text", READ)
def test_marker(text: str) -> None:
    assert marker(text) == READ[text]


def test_what_comes_before_tells_a_letter_from_a_roman_number() -> None:
    assert marker("(i)", marker("(h)")) == Marker("(", 9, ")", "letter")
    assert marker("(v)", marker("(iv)")) == Marker("(", 5, ")", "roman")
    assert marker("(v)", marker("(u)", marker("(t)"))) == Marker("(", 22, ")", "letter")


@pytest.mark.parametrize("pair", ["1. 2.", "1.9 1.10", "(a) (b)", "(i) (ii)", "(ix) (x)"])
def test_the_next_one_follows(pair: str) -> None:
    first, second = pair.split()
    before = marker(first)
    assert marker(second, before).follows(before)


@pytest.mark.parametrize("pair", ["1. 3.", "1. 1.", "1. 2)", "1.9 2.10", "(a) b)", "2. 1."])
def test_any_other_does_not(pair: str) -> None:
    first, second = pair.split()
    before = marker(first)
    assert not marker(second, before).follows(before)


@given(st.text(max_size=12))
def test_what_was_read_is_all_there_is(text: str) -> None:
    read = marker(text)
    assert text.startswith(read.before)
    assert text.endswith(read.after)
    if read.style == "none":
        assert (read.before, read.value) == (text, 0)
