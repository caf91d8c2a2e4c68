"""Names as people type them: one spelling to compare, and the closest known one."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cicareg.names import closest, did_you_mean, folded

KNOWN = ["Kazakhstan", "Kyrgyzstan", "Türkiye", "Iran", "Iraq", "Viet Nam", "Қазақстан", "Ирак"]


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("KAZAKHSTAN", "Kazakhstan"),
        ("  Viet \t Nam\n", "viet nam"),
        ("Viet\u00a0Nam", "Viet Nam"),
        ("ｆｒ", "fr"),
        ("ﬁsh", "fish"),
        ("TÜRKİYE", "TÜRKİYE"),
        ("Tu\u0308rkiye", "Türkiye"),
        ("ҚАЗАҚСТАН", "Қазақстан"),
        ("STRASSE", "Straße"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ],
)
def test_spellings_that_are_one_name(typed: str, same: str) -> None:
    assert folded(typed) == folded(same)


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("a b", "ab"), ("Côte", "Cote"), ("а", "a")])
def test_spellings_that_are_two_names(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
@settings(deadline=None)
def test_folding_twice_changes_nothing_more(name: str) -> None:
    once = folded(name)
    assert folded(once) == once
    assert once == once.strip()
    assert "  " not in once


@given(st.text())
@settings(deadline=None)
def test_composed_and_decomposed_spellings_are_one_name(name: str) -> None:
    assert folded(unicodedata.normalize("NFD", name)) == folded(unicodedata.normalize("NFC", name))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kazahstan", "Kazakhstan"),
        ("kazakhstan", "Kazakhstan"),
        ("Turkiye", "Türkiye"),
        ("Irak", None),
        ("VIETNAM", "Viet Nam"),
        ("қазакстан", "Қазақстан"),
        ("ирак", "Ирак"),
        ("Kaz", "Kazakhstan"),
        ("viet", "Viet Nam"),
        ("Turkey", None),
        ("France", None),
        ("I", None),
        ("", None),
        (" ", None),
    ],
)
def test_the_closest_known_name_or_none(typed: str, meant: str | None) -> None:
    assert closest(typed, KNOWN) == meant
    assert did_you_mean(typed, KNOWN) == (f"; did you mean {meant}?" if meant else "")


def test_a_name_that_others_begin_with_is_meant_itself() -> None:
    assert closest("trade", ["trade", "trade-and-investment"]) == "trade"


def test_nothing_typed_means_nothing() -> None:
    assert closest("", ["Kazakhstan"]) is None
    assert closest("  ", ["Kazakhstan"]) is None


def test_no_name_is_close_where_none_is_known() -> None:
    assert closest("Kazakhstan", []) is None
    assert did_you_mean("Kazakhstan", iter(())) == ""


def test_the_suggestion_is_spelt_as_it_is_known() -> None:
    assert closest("kaz", ["KAZ", "KGZ"]) == "KAZ"
    assert closest("ＫＡＺ", ["KAZ", "KGZ"]) == "KAZ"


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=6))
@settings(deadline=None)
def test_a_suggestion_is_one_of_the_known(name: str, known: list[str]) -> None:
    assert closest(name, known) in [*known, None]


@given(st.sampled_from(KNOWN), st.sampled_from([str.upper, str.lower, str.title]))
@settings(deadline=None)
def test_another_case_is_never_taken_for_another_name(name: str, cased: object) -> None:
    assert callable(cased)
    assert closest(cased(name), KNOWN) == name
