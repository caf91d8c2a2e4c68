"""Find a text in all records."""

from cicareg.questions.searching import search
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
