"""What a model refused, said in words, at its path: on models made for it."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError, model_validator

from cicareg.records.base import Day, Id, Line, LongText, Many, Number, Prose, Record, Tenure_, Text, misplaced
from cicareg.shape import MAX_MISFITS, Misfit, misfits, without_value

FORMS = "2024-2025, 2024-03/2026-02 or 2024-03-15/2026-03-14"


class Leaf(Record):
    title: Line
    size_: Number = 1


class Tree(Record):
    leaf: Leaf | None = None
    leaves: Many[Leaf] = ()
    by_id: dict[Id, Leaf] = {}  # noqa: RUF012  # pydantic copies it
    lists: dict[Id, Many[Leaf]] = {}  # noqa: RUF012  # pydantic copies it
    text: Text | None = None
    prose: LongText | None = None
    word: Prose | None = None
    day: Day | None = None
    term: Tenure_ | None = None
    flag: bool = False
    choice: Literal["red", "dark red"] | None = None
    few: Annotated[Many[Line], Field(min_length=2, max_length=3)] = ("a", "b")
    even: Annotated[int, Field(multiple_of=2)] = 2

    @model_validator(mode="after")
    def _no_green(self) -> "Tree":
        if self.word == "green":
            raise misplaced("it is green", "word")
        if self.word == "blue":
            raise misplaced("it is blue", "leaves", 0, "title")
        if self.word == "grey":
            raise ValueError("it is grey")
        return self


def refused(data: Any) -> list[tuple[str, str]]:
    """Give path (`^` before it: its key is meant) and message of all that the model refuses."""
    with pytest.raises(ValidationError) as error:
        Tree.model_validate(data)
    return [
        ("^" * misfit.key + "/".join(map(str, misfit.path)), misfit.message)
        for misfit in misfits(error.value, data, Tree)
    ]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param({"leaf": {}}, [("leaf/title", "the key title is missing")], id="missing"),
        pytest.param(
            {"leaves": [{"title": "x"}, {}]}, [("leaves/1/title", "the key title is missing")], id="missing-in-list"
        ),
        pytest.param({"by-id": {"a": {}}}, [("by-id/a/title", "the key title is missing")], id="missing-in-mapping"),
        pytest.param(
            {"lists": {"a": [{}]}}, [("lists/a/0/title", "the key title is missing")], id="missing-in-list-in-mapping"
        ),
        pytest.param({"leef": 1}, [("^leef", "unknown key leef; did you mean leaf?")], id="unknown-key"),
        pytest.param({"by_id": {}}, [("^by_id", "unknown key by_id; did you mean by-id?")], id="python-name"),
        pytest.param({"zzz": 1}, [("^zzz", "unknown key zzz")], id="unknown-key-like-none"),
        pytest.param({"": 1}, [("^", "unknown key ''")], id="empty-key"),
        pytest.param({"a\nb": 1}, [("^a\nb", r"unknown key 'a\nb'")], id="line-break-in-key"),
        pytest.param(
            {"leaf": {"title": "x", "size_": 1}},
            [("^leaf/size_", "unknown key size_; did you mean size?")],
            id="in-model",
        ),
        pytest.param(
            {"leaves": [{"title": "x", "titel": 1}]},
            [("^leaves/0/titel", "unknown key titel; did you mean title?")],
            id="in-list",
        ),
        pytest.param(
            {"by-id": {"title": {"title": "x", "titel": 1}}},
            [("^by-id/title/titel", "unknown key titel; did you mean title?")],
            id="in-mapping-below-a-key-named-like-a-field",
        ),
        pytest.param(
            {"lists": {"a": [{"title": "x", "titel": 1}]}},
            [("^lists/a/0/titel", "unknown key titel; did you mean title?")],
            id="in-list-in-mapping",
        ),
        pytest.param({"leaf": 1}, [("leaf", "a mapping (key: value) is wanted, not 1")], id="model-type"),
        pytest.param({"leaves": {"a": 1}}, [("leaves", "a list is wanted, not a mapping")], id="list-type"),
        pytest.param({"by-id": []}, [("by-id", "a mapping (key: value) is wanted, not a list")], id="dict-type"),
        pytest.param({"flag": "no"}, [("flag", "true or false is wanted, not no")], id="bool-type"),
        pytest.param(
            {"flag": "false"}, [("flag", "true or false is wanted, not false: take its quotes away")], id="quoted-bool"
        ),
        pytest.param({"flag": 0}, [("flag", "true or false is wanted, not 0")], id="zero-is-not-false"),
        pytest.param(
            {"leaf": {"title": "x", "size": "0"}},
            [("leaf/size", "a whole number is wanted, not 0: take its quotes away")],
            id="quoted-int",
        ),
        pytest.param(
            {"leaf": {"title": "x", "size": "007"}},
            [("leaf/size", "a whole number is wanted, not 007")],
            id="not-an-int",
        ),
        pytest.param(
            {"leaf": {"title": "x", "size": "٤"}},
            [("leaf/size", "a whole number is wanted, not ٤")],
            id="arabic-figure",
        ),
        pytest.param(
            {"leaf": {"title": "x", "size": False}},
            [("leaf/size", "a whole number is wanted, not false")],
            id="bool-is-no-int",
        ),
        pytest.param({"leaf": {"title": "x", "size": 0}}, [("leaf/size", "0 is less than 1")], id="too-small"),
        pytest.param(
            {"leaf": {"title": "x", "size": 10_000}}, [("leaf/size", "10000 is more than 9999")], id="too-large"
        ),
        pytest.param({"leaf": {"title": None}}, [("leaf/title", "a text is wanted, not nothing")], id="none-as-text"),
        pytest.param(
            {"leaf": {"title": 7}}, [("leaf/title", 'a text is wanted, not 7: put it in quotes, "7"')], id="int-as-text"
        ),
        pytest.param(
            {"leaf": {"title": False}},
            [("leaf/title", 'a text is wanted, not false: put it in quotes, "false"')],
            id="bool-as-text",
        ),
        pytest.param({"leaf": {"title": []}}, [("leaf/title", "a text is wanted, not a list")], id="list-as-text"),
        pytest.param({"text": 7}, [("text", 'a text is wanted, not 7: put it in quotes, "7"')], id="int-as-languages"),
        pytest.param({"text": ["a"]}, [("text", "a text is wanted, not a list")], id="list-as-languages"),
        pytest.param({"text": {}}, [("text", "nothing is listed here")], id="no-language"),
        pytest.param(
            {"text": {"Eng": "x"}}, [("^text/Eng", "Eng is not a language code such as en")], id="language-key"
        ),
        pytest.param(
            {"text": {"en": 7}}, [("text/en", 'a text is wanted, not 7: put it in quotes, "7"')], id="language-value"
        ),
        pytest.param(
            {"text": " x"}, [("text", "' x' is not one line of text, without spaces at its ends")], id="plain-text"
        ),
        pytest.param({"text": "x" * 1001}, [("text", "longer than 1000 characters")], id="long-plain-text"),
        pytest.param({"prose": "\n"}, [("prose", r"'\n' is not a text with a word in it")], id="empty-prose"),
        pytest.param({"word": "  "}, [("word", "'  ' is not a text with a word in it")], id="spaces"),
        pytest.param({"day": "2023-02-30"}, [("day", "there is no such day as 2023-02-30")], id="day"),
        pytest.param({"day": 7}, [("day", "a day is written like 2024-03-15, not 7")], id="int-as-day"),
        pytest.param({"term": "x"}, [("term", f"a term is written like {FORMS}, not 'x'")], id="term"),
        pytest.param({"term": []}, [("term", "a term is written like 2024-2025, not a list")], id="list-as-term"),
        pytest.param({"choice": "blue"}, [("choice", "blue is not one of red, dark red")], id="choice-unlike-all"),
        pytest.param(
            {"choice": "darkred"},
            [("choice", "darkred is not one of red, dark red; did you mean dark red?")],
            id="choice",
        ),
        pytest.param({"choice": 5}, [("choice", "5 is not one of red, dark red")], id="int-as-choice"),
        pytest.param({"few": []}, [("few", "nothing is listed here")], id="empty-list"),
        pytest.param({"few": ["a"]}, [("few", "1 of at least 2 values are listed here")], id="list-too-short"),
        pytest.param({"few": ["a"] * 4}, [("few", "4 values are listed here, at most 3 fit")], id="list-too-long"),
        pytest.param(
            {"few": ["a", 1, " "]},
            [
                ("few/1", 'a text is wanted, not 1: put it in quotes, "1"'),
                ("few/2", "' ' is not one line of text, without spaces at its ends"),
            ],
            id="a-list-is-not-short-for-items-that-do-not-fit",
        ),
        pytest.param({"word": "green"}, [("^word", "it is green")], id="misplaced-at-a-key"),
        pytest.param({"word": "blue", "leaves": [{"title": "x"}]}, [("^leaves/0/title", "it is blue")], id="at-a-path"),
        pytest.param({"word": "grey"}, [("", "it is grey")], id="of-the-whole"),
        pytest.param([], [("", "a mapping (key: value) is wanted, not a list")], id="top-is-a-list"),
        pytest.param(
            {"even": 3}, [("even", "3 does not fit here (multiple of)")], id="other-errors-still-say-something"
        ),
    ],
)
def test_said_in_words(data: Any, found: list[tuple[str, str]]) -> None:
    assert refused(data) == found


def test_all_misfits_are_given_at_once_in_the_order_of_the_model() -> None:
    data = {"zz": 1, "flag": "x", "leaf": {"size": 0}, "day": "x"}
    assert [path for path, _ in refused(data)] == ["leaf/title", "leaf/size", "day", "flag", "^zz"]


def test_a_hundred_misfits_of_a_record_are_told_and_the_rest_counted() -> None:
    data: dict[str, Any] = {"leaves": [{} for _ in range(MAX_MISFITS)]}
    assert len(refused(data)) == MAX_MISFITS == 100
    data = {"leaves": [{} for _ in range(2_500)]}
    found = refused(data)
    assert found[-2:] == [
        ("leaves/99/title", "the key title is missing"),
        ("", "2,400 more things of this record do not fit"),
    ]
    assert len(found) == MAX_MISFITS + 1


def test_messages_are_short_and_on_one_line_whatever_was_written() -> None:
    for text in ("x" * 100_000, "\n" * 5_000, "\x1b[31m", "\u202e", "'" * 999, " " * 5_000, "\u00a0"):
        data = {
            text: text,
            "leaf": {"title": text + " ", text: text},
            "day": text,
            "term": text,
            "flag": text,
            "choice": text,
            "text": {text: text},
            "by-id": {text: {}},
            "word": 1,
            "few": text,
        }
        for _, message in refused(data):
            assert message.isprintable(), message
            assert len(message) < 250, message


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        ({"a": 1, "b": None}, ["b"]),
        ({"a": {"b": None}, "c": [{"d": None}, {"e": 1}]}, ["a/b", "c/0/d"]),
        ({"a": [None, [None]]}, []),
        ({}, []),
        ([], []),
        (None, []),
    ],
)
def test_keys_without_a_value(data: Any, keys: list[str]) -> None:
    found = list(without_value(data))
    assert ["/".join(map(str, misfit.path)) for misfit in found] == keys
    assert all(misfit.key for misfit in found)
    for misfit in found:
        assert misfit.message == f"the key {misfit.path[-1]} has no value: fill it in or take it away"


def test_a_misfit_is_a_value() -> None:
    assert Misfit(("a",), "b") == Misfit(("a",), "b", key=False)
