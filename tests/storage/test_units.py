"""What is remembered of files comes back as it was."""

import sqlite3
from pathlib import Path

import pytest

from cicareg.storage.cache import _prepared
from cicareg.storage.units import Row, Units

A, B = "registry/areas/a.yaml", "registry/areas/b.yaml"


@pytest.fixture
def units() -> Units:
    nowhere = Path(":memory:")
    connection = _prepared(sqlite3.connect(nowhere, isolation_level=None), nowhere, "this")
    assert connection is not None
    found = Units(connection)
    found.add([(A, b"1", Row(1, 1, frozenset({"name=a", "name=b c"}))), (B, b"2", Row(4, 0, frozenset()))])
    found.add_findings([(A, [["ä", 1], ["b", None]]), (B, [])])
    found.add_unread([B])
    return found


def test_a_row_comes_back(units: Units) -> None:
    assert units.row(A) == Row(1, 1, frozenset({"name=a", "name=b c"}))
    assert units.row(B) == Row(4, 0, frozenset())
    assert units.row("registry/areas/c.yaml") is None


@pytest.mark.parametrize("fact", ["document=a\u2028b", "name=a\x85b", "name=a\x1cb", "name=a\x0cb"])
def test_a_fact_is_one_whatever_characters_it_holds(units: Units, fact: str) -> None:
    path = "registry/areas/c.yaml"
    units.add([(path, b"3", Row(5, 1, frozenset({fact, "name=z"})))])
    assert units.row(path) == Row(5, 1, frozenset({fact, "name=z"}))


def test_paths_are_found_by_number(units: Units) -> None:
    assert units.paths([1, 2, 4]) == {A, B}
    assert units.highest() == 4


def test_findings_and_unread_files_come_back(units: Units) -> None:
    assert dict(units.findings()) == {A: [["ä", 1], ["b", None]], B: []}
    assert units.unread() == {B}


def test_what_is_forgotten_is_forgotten_everywhere(units: Units) -> None:
    units.forget([B])
    assert (units.row(B), units.unread(), [path for path, _ in units.findings()]) == (None, set(), [A])
    units.forget_all()
    assert (units.row(A), units.highest(), list(units.findings())) == (None, 0, [])
