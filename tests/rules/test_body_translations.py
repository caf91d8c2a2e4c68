"""The languages of a body beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.body import Numbered, Part, Plain, Point
from cicareg.reading import Entry
from cicareg.records.document import Document
from cicareg.rules.documents.body_translations import _differences
from tests.support import found, report

RULE = "body-translations"
HEAD = "kind: report\ntitle: Fish\n"


def block(text: str) -> str:
    return "|\n" + "".join(f"    {line}\n" for line in text.split("\n"))


def differing(en: str, fr: str, extra: str = "") -> list[str]:
    text = f"{HEAD}{extra}body:\n  en: {block(en)}  fr: {block(fr)}"
    return [line.removeprefix("documents/fish.yaml:") for line in found(RULE, {"documents/fish.yaml": text})]


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


@pytest.mark.parametrize(
    ("en", "fr"),
    [
        ("*Recalling* x,\n1. a\n   (a) b\n- c\n# D", "*Rappelant* x,\n1. a\n     (a) b\n- c\n\n# D"),
        ("1. a\n   (b) b", "1. a\n   (б) b"),
        ("1. a\n\n   b", "1. a\n\n      b"),
    ],
)
def test_the_same_structure(en: str, fr: str) -> None:
    assert differing(en, fr) == []


@pytest.mark.parametrize(
    ("en", "fr", "expected"),
    [
        ("1. a\n2. b\n3. c", "1. a\n3. c", ["10:5 warning: paragraph 2. of the text in en is missing here"]),
        ("1. a\n2. b", "1. a", ["8:5 warning: paragraph 2. of the text in en is missing here"]),
        ("1. a", "1. a\n2. b", ["8:5 warning: paragraph 2. has no counterpart in en"]),
        ("1. a\n2. b", "1. a\n3. b", ["9:5 warning: paragraph 3. stands where the text in en has paragraph 2."]),
        ("1. a\n   (a) b", "1. a\n   - b", ["9:8 warning: a point stands where the text in en has paragraph (a)"]),
        ("# A\nb", "## A\nb", ["8:5 warning: a heading stands where the text in en has a heading"]),
        ("*A* b\nc", "a\n\nc", [
            "8:5 warning: a paragraph without a number stands where the text in en has a clause of the preamble",
            "10:5 warning: a paragraph without a number has no counterpart in en",
        ]),
    ],
)  # fmt: skip
def test_another_structure(en: str, fr: str, expected: list[str]) -> None:
    assert differing(en, fr) == expected


def test_the_counterpart_is_shown() -> None:
    en, fr = block("1. a\n2. b"), block("1. a")
    text = f"{HEAD}body:\n  en: {en}  fr: {fr}"
    (finding,) = (f for f in report({"documents/fish.yaml": text}).findings if f.rule == RULE)
    assert [(str(related.place), related.message) for related in finding.related] == [
        ("registry/documents/fish.yaml:6:5", "the text in en")
    ]


def test_the_languages_stated_are_those_of_the_body() -> None:
    assert differing("1. a", "1. a", "languages: [fr, en]\n") == []
    text = f"{HEAD}languages: [fr]\nbody: a\n"
    assert found(RULE, {"documents/fish.yaml": text}) == [
        "documents/fish.yaml:3:13 warning: the body has no text in fr",
        "documents/fish.yaml:4:7 warning: languages does not name en",
    ]
    assert found(RULE, {"documents/fish.yaml": f"{HEAD}languages: [fr]\n"}) == []


def test_of_many_differences_the_first_ten_are_shown() -> None:
    many = "\n".join(f"{number}. a" for number in range(1, 40))
    assert len(differing(many, "1. a")) == 10


PARTS = st.lists(
    st.sampled_from([Plain("a"), Point(0, "a"), Numbered("1.", 0, "a"), Numbered("2.", 0, "a")]), min_size=1, max_size=9
)
ENTRY = Entry("document", "fish", "registry/documents/fish.yaml", Document(kind="report", title={"en": "Fish"}))


@given(PARTS, PARTS)
def test_there_is_a_difference_where_the_parts_differ(one: list[Part], other: list[Part]) -> None:
    assert bool(list(_differences(ENTRY, ("en", one), ("fr", other)))) == (one != other)


def test_long_texts_without_likeness_are_compared_in_linear_time() -> None:
    one, other = [Plain("a")] * 30_000, [Point(0, "a")] * 30_000
    assert len(list(_differences(ENTRY, ("en", one), ("fr", other)))) == 10
