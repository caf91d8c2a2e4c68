"""Pages of the kinds: every key in its place, and examples that fit."""

import pytest

from cicareg.formats.markdown import kind as markdown
from cicareg.kinds import kinds
from cicareg.records.base import Kind, Line, Record, StateRef
from cicareg.schemas.describing import describe
from cicareg.schemas.offers import NOTHING
from cicareg.schemas.schema import by_name
from tests.schemas.stock import OFFERS, data_of, errors
from tests.support import loaded


class Flag(Record):
    """A flag of a state."""

    state: StateRef
    colour: Line


@pytest.mark.parametrize("name", by_name())
def test_the_example_is_a_file_that_fits_the_sample_register(name: str) -> None:
    kind = by_name()[name]
    head, _, text = describe(kind, NOTHING).example.partition("\n")
    path = head.removeprefix("# registry/")
    assert head == f"# registry/{path}"
    assert loaded({path: text}).findings == ()
    assert errors(path, data_of(text), "sample") == []


def test_every_key_of_every_model_is_told() -> None:
    for kind in kinds():
        told = {key.name for section in describe(kind, NOTHING).sections for key in section.keys}
        assert {field.alias for field in kind.model.model_fields.values()} <= told


@pytest.mark.parametrize("name", by_name())
def test_every_row_of_a_page_has_three_cells(name: str) -> None:
    rows = [line for line in markdown(describe(by_name()[name], NOTHING)).split("\n") if line.startswith("|")]
    assert len(rows) > 5
    assert [row for row in rows if row.count("|") != 4] == []


def test_keys_say_what_is_wanted() -> None:
    values = {
        (section.name, key.name): (key.value, key.required)
        for name in ("coordinators", "law", "registry")
        for section in describe(by_name()[name], NOTHING).sections
        for key in section.keys
    }
    assert values["tenure", "state"] == ("code of a state", True)
    assert values["tenure", "role"] == ("`coordinator` · `co-coordinator`", True)
    assert values["tenure", "replaces"] == ("list: code of a state", False)
    assert values["tenure", "ended"] == ("[ended](#ended)", False)
    assert values["", "tenures"] == ("list: [tenure](#tenure)", False)
    assert values["", "paragraphs"] == ("by paragraph (`1.10`): list: [demand](#demand)", True)
    assert values["", "rules"] == ("by id: [rule settings](#rule-settings)", False)
    assert values["organ", "forms"] == ("by language code: by id: text", False)
    assert values["", "format"] == ("`1`", True)


def test_a_page_does_not_depend_on_the_register() -> None:
    for kind in kinds():
        one, other = (markdown(describe(kind, OFFERS[offered])) for offered in ("nothing", "real live"))
        assert one == other


def test_a_kind_without_descriptions_and_example_has_a_page_too() -> None:
    page = markdown(describe(Kind("flag", Flag, "flags/*.yaml"), NOTHING))
    assert page == (
        "# flag\n\n`registry/flags/*.yaml`: A flag of a state.\n\n| key | value | meaning |\n| --- | --- | --- |\n"
        "| `state` | code of a state | required. |\n| `colour` | text | required. |\n"
    )
