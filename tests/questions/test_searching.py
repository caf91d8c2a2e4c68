"""Find a text in all records."""

from cicareg.questions.searching import search
from tests.support import loaded


def hits(text: str) -> list[str]:
    return [f"{hit.place} {hit.field} {hit.value}" for hit in search(loaded().registry, text)]


def test_values_are_found_in_any_case_with_their_place() -> None:
    assert hits("ALDERMARK") == ["registry/states.yaml:4:13 XAA.aliases.0 Aldermark"]


def test_keys_are_found_too() -> None:
    assert hits("xee") == ["registry/states.yaml:15:1 XEE XEE"]


def test_numbers_are_found() -> None:
    assert "registry/states.yaml:14:24 XDD.member-since.year 2024" in hits("2024")


def test_comments_are_not_records() -> None:
    assert hits("looks after") == []
