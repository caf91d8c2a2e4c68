"""Find a text in all records."""

import pytest

from cicareg.questions.searching import alike, search
from tests.support import loaded


def hits(text: str) -> list[str]:
    return [f"{hit.place} {hit.field} {hit.value}" for hit in search(loaded().registry, text)]


def test_values_are_found_in_any_case_with_their_place() -> None:
    assert hits("ALDERMARK") == ["registry/states.yaml:4:13 XAA.aliases.1 Aldermark"]


def test_keys_are_found_too() -> None:
    assert hits("xee") == ["registry/states.yaml:15:1 XEE XEE"]


def test_numbers_are_found() -> None:
    assert "registry/states.yaml:14:24 XDD.member-since.year 2024" in hits("2024")


def test_comments_are_not_records() -> None:
    assert hits("looks after") == []


def quoted(value: str) -> list[str]:
    states = f"XAA:\n  name: {value}\n"
    return [f"{hit.place} {hit.value}" for hit in search(loaded({"states.yaml": states}).registry, "The SOC's list")]


def test_a_value_is_found_however_it_is_quoted() -> None:
    assert quoted("'The SOC''s list'") == ["registry/states.yaml:2:9 The SOC's list"]
    assert quoted('"The S\\u004fC\'s list"') == ["registry/states.yaml:2:9 The SOC's list"]
    assert quoted("The SOC's\n    list") == ["registry/states.yaml:2:9 The SOC's list"]


def test_the_names_of_fields_are_not_data() -> None:
    assert hits("tenures") == []
    assert hits("member-since") == []
    assert all(" name " not in hit for hit in hits("name"))


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("Aldrmark", "Aldermark"),
        ("Borlnd", "Borland"),
        ("safty on ice", "Safety on ice"),
        ("minimun", "minimum-tenure"),
        ("2024-2027", None),
        ("xyzzy", None),
    ],
)
def test_what_is_not_found_may_be_meant_to_be_a_name_or_a_word_on_record(typed: str, meant: str | None) -> None:
    assert hits(typed) == []
    assert alike(loaded().registry, typed) == meant


def test_of_a_sentence_only_the_words_are_compared() -> None:
    sentence = f"The Regatta {'of the many lakes ' * 5}"
    registry = loaded({"areas/ice.yaml": f"dimension: nature\nnumber: 1\nname: {sentence}\n"}).registry
    assert alike(registry, "Regata") == "Regatta"
    assert alike(registry, sentence.replace("Regatta", "Regata")) is None
