"""What all records are made of: frozen, strict, with types that say what is wrong."""

import pytest
from pydantic import ValidationError

from cicareg.kinds import kinds
from cicareg.records.coordinators import Tenure
from tests.records.cases import findings, full, place, put, shape
from tests.support import loaded


def test_a_record_cannot_be_changed() -> None:
    for kind in kinds():
        for entry in loaded().registry.of(kind.model):
            field = next(iter(type(entry.record).model_fields))
            with pytest.raises(ValidationError, match="frozen"):
                setattr(entry.record, field, None)


def test_an_id_has_64_letters_at_most() -> None:
    name, path = "coordinators/ice.yaml", ("departures", 0, "rule")
    assert shape(name, put(full(name), path, "a" * 64)) == []
    spoilt = put(full(name), path, "a" * 65)
    assert shape(name, spoilt) == [(place(spoilt, path), "longer than 64 characters")]


def test_a_line_has_1000_letters_at_most() -> None:
    name, path = "areas/ice.yaml", ("aliases", 0)
    assert shape(name, put(full(name), path, "a" * 1000)) == []
    spoilt = put(full(name), path, "a" * 1001)
    assert shape(name, spoilt) == [(place(spoilt, path), "longer than 1000 characters")]


@pytest.mark.parametrize(("length", "shown"), [(40, repr("x" * 40)), (41, "x" * 41), (61, "x" * 57 + "…")])
def test_what_is_no_day_is_told_in_quotes_while_it_is_short(length: int, shown: str) -> None:
    text = f"kind: list\ntitle: x\ndate: {'x' * length}\n"
    assert findings({"documents/new.yaml": text}) == [
        f"documents/new.yaml:3:7 error: a day is written like 2024-03-15, not {shown}"
    ]


def test_keys_of_a_file_are_not_the_names_of_attributes() -> None:
    for kind in kinds():
        for name, field in kind.model.model_fields.items():
            assert field.alias == name.rstrip("_").replace("_", "-")


@pytest.mark.parametrize(
    ("given", "bases", "basis"),
    [
        ({}, (), ""),
        ({"listed": "a-2024-01-01"}, ("listed",), "listed a-2024-01-01"),
        ({"source": "x p. 1"}, ("source",), "source x p. 1"),
        (
            {"source": "x", "listed": "a-2024-01-01", "decision": "a-2024-01-01/1"},
            ("decision", "listed", "source"),
            "decision a-2024-01-01/1",
        ),
    ],
)
def test_the_basis_is_the_first_of_those_stated(given: dict[str, str], bases: tuple[str, ...], basis: str) -> None:
    tenure = Tenure.model_validate({"state": "XAA", "role": "coordinator", **given})
    assert (tenure.bases, tenure.basis) == (bases, basis)
