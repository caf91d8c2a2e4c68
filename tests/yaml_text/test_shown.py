"""Values as messages show them: on one line, cut where long, nothing unseen."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cicareg.yaml_text import shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-12, "-12"),
        ([], "a list"),
        ([1], "a list"),
        ({}, "a mapping"),
        ("x", "x"),
        ("Қазақстан, 中国", "Қазақстан, 中国"),
        ("it's", "it's"),
        ("", "''"),
        (" x", "' x'"),
        ("x ", "'x '"),
        ("a\nb", r"'a\nb'"),
        ("\x1b[31m", r"'\x1b[31m'"),
        ("\u202e", r"'\u202e'"),
        ("\u00a0", r"'\xa0'"),
        ("\udcff", r"'\udcff'"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 57 + "…"),
        ("\n" * 99, repr("\n" * 57 + "…")),
    ],
)
def test_shown(value: Any, text: str) -> None:
    assert shown(value) == text


def test_how_much_is_shown_can_be_told() -> None:
    assert shown("x" * 200, 200) == "x" * 200
    assert shown("x" * 201, 200) == "x" * 197 + "…"


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_is_shown_on_one_line_that_can_be_seen(text: str) -> None:
    assert shown(text).isprintable()
    assert shown(text).strip()
    assert len(shown(text)) <= 650
