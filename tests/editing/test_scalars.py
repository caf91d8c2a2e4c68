"""How texts are written: plain where every YAML program reads the same from it, else in quotes."""

from datetime import date
from enum import StrEnum
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from cicareg.editing import EditError, Put, edited
from cicareg.editing.scalars import literal, scalar
from cicareg.yaml_text import compose

PLAIN = [
    *("RUS", "co-coordinator", "2024-03-15", "2024-2025", "2024-03/2026-02", "2024-03-15/2026-03-14"),
    *("soc-2023-08-22/4", "digest-2023-q3 p. 33", "Zhang Ling", "Тәртіп сақтау", "Азия Кеңесі (АӨСШК)", "中文", "ไทย"),
    "हिन्दी",
    *("It sets no limit.", "Members' fish; all of it", "Нью-Йорк — город", "33 fish", "1st"),
    *("no way", "x" * 200),
]  # fmt: skip
QUOTED = [
    *("", " x", "x ", "a: b", "a:b", "x #y", "#x", "- x", "-", "---", "a, b", "[x]", "{x", "x}", "it's: so", '"x"'),
    "'x'",
    *("?x", "x?", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "a\\b", "=", "<<", "a=b", "~", "None?", "😀"),
    *("\u00a0x", "½"),
]  # fmt: skip
# What YAML 1.1 or 1.2 reads as something else.
Y17 = ["No", "yes", "YES", "on", "Off", "y", "N", "true", "False", "null", "NULL", "~"]
Y20 = [
    "010",
    "0o10",
    "0x1F",
    "0b11",
    "1_000",
    "1",
    "42",
    "1.5",
    "1.",
    "1e5",
    "1E-5",
    "2.5e+3",
    ".5",
    "-1",
    "+1",
    ".inf",
    ".nan",
]
Y21 = ["12:30:45", "1:30", "2024-03-15T10:00:00Z", "2024-03-15 10:00:00", "2024-3-5", "2023-08", "1.2.3", "1-2"]


@pytest.mark.parametrize("text", PLAIN)
def test_plain(text: str) -> None:
    assert scalar(text, flow=True) == scalar(text, flow=False) == text


@pytest.mark.parametrize("text", [*QUOTED, *Y17, *Y20, *Y21, "2024"])
def test_Y17_Y20_Y21_quoted(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    assert scalar(text, flow=True) == f'"{escaped}"'


@pytest.mark.parametrize(
    "value, text", [(True, "true"), (False, "false"), (0, "0"), (-7, "-7"), (10**17, "1" + "0" * 17)]
)
def test_whole_numbers_and_truths(value: object, text: str) -> None:
    assert scalar(value, flow=True) == text


@pytest.mark.parametrize("text", [*PLAIN, *QUOTED, *Y17, *Y20, *Y21])
@pytest.mark.parametrize("frame", ["a: {}\n", "a: [{}]\n", "a: {{b: {}, c: 1}}\n", "a:\n- {}\n", "{}: 1\n"])
def test_Y17_other_programs_read_the_same(text: str, frame: str) -> None:
    written = frame.format(scalar(text, flow=frame != "a:\n- {}\n"))
    ours = compose(written)
    assert not ours.faults
    assert text in _leaves(ours.data)
    if not text[:4].isdigit():  # an unquoted day is a date to others, and text to the register
        assert yaml.safe_load(written) == ours.data
        assert YAML(typ="safe", pure=True).load(written) == ours.data


def _leaves(data: Any) -> list[Any]:
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in [key, *_leaves(value)]]
    return [leaf for item in data for leaf in _leaves(item)] if isinstance(data, list) else [data]


@pytest.mark.parametrize(
    "text, lines",
    [
        ("one\ntwo", ("|-", "one", "two")), ("one\n\ntwo\n", ("|", "one", "", "two")), ("one", ()), ("\n", ()),
        ("", ()),
        ("\none", ()), (" one\ntwo", ()), ("one \ntwo", ()), ("one\n\n", ()), ("# a\n- b", ("|-", "# a", "- b")),
    ],
)  # fmt: skip
def test_literal_block(text: str, lines: tuple[str, ...]) -> None:
    assert literal(text) == lines


class Word(StrEnum):
    """A text that is more than a text."""

    YES = "well"


class Text(str):
    """Another one."""

    __slots__ = ()


@pytest.mark.parametrize(
    "value, message",
    [
        ("\x1b[31m", "the text '\\x1b[31m' holds an escape character"),
        ("a\u0085b", "the text 'a\\x85b' holds the invisible character U+0085 (a control character)"),
        ("a\u202eb", "the text 'a\\u202eb' holds the invisible character U+202E (right-to-left override)"),
        ("a\u200bb", "the text 'a\\u200bb' holds the invisible character U+200B (zero width space)"),
        ("a\tb", "the text 'a\\tb' holds a tab: use spaces"),
        ("\ud800", "the text '\\ud800' holds the invisible character U+D800 (a control character)"),
        ("e\u0301", "the text e\u0301: letters and accents are not composed (Unicode NFC): retype the word"),
        (None, "a record holds texts, whole numbers, true and false, but not nothing"),
        (1.5, "a record holds texts, whole numbers, true and false, but not 1.5"),
        (10**18, "the number 1000000000000000000 is too large for a record: write it as text"),
        (date(2024, 3, 15), "a record holds texts, whole numbers, true and false, but not 2024-03-15"),
        (Word.YES, "a record holds texts, whole numbers, true and false, but not well"),
        (Text("x"), "a record holds texts, whole numbers, true and false, but not x"),
        (("x",), "a record holds plain lists and mappings, but not ('x',)"),
        ({1: "x"}, "a key is text, not 1"),
        ({"a\nb": "x"}, "the key 'a\\nb' has several lines: give it one"),
        ({"x" * 1001: 1}, f"the key {'x' * 57}… is too long"),
    ],
    ids=repr,
)  # fmt: skip
def test_Y46_Y54_refused(value: object, message: str) -> None:
    with pytest.raises(EditError) as caught:
        edited("a: 1\n", [Put(("b",), value)])
    assert str(caught.value) == message


def test_a_value_that_holds_itself_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(EditError, match="nested deeper than 16 levels"):
        edited("a: 1\n", [Put(("b",), value)])


@given(st.text("abyN01.-_:/ ,[]{}#&*!|>'\"%@`?~=<\\\néЖҚ中😀½\u0301\u200b\x85", max_size=12))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_comes_back_or_is_refused(text: str) -> None:
    try:
        after = edited("a: [x]\n", [Put(("b",), text), Put(("a", 0), text), Put(("c",), {"d": [text]})])
    except EditError as error:
        assert "bug" not in str(error)  # noqa: PT017  # a refusal is no bug
        return
    assert compose(after).data == {"a": [text], "b": text, "c": {"d": [text]}}
