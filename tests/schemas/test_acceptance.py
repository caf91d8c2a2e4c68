"""A stock validator takes every record that fits, and refuses each that does not."""

from typing import Any

import pytest
from jsonschema import Draft7Validator

from cicareg.records.base import Kind
from cicareg.schemas.schema import schema
from tests.hostile.texts import HOSTILE
from tests.records.cases import FULL, at, full, paths, put, shape, without
from tests.records.test_every_key import keys_of_models, models
from tests.schemas.stock import OFFERS, data_of, errors, examples, parameters, pytest_cases
from tests.support import PROJECT, SAMPLE, tree_of
from tests.test_shape import Tree, test_said_in_words

# The bad examples that a schema takes, and why it cannot do otherwise.
_READING = "the text is read in another way than it is written; a schema sees only what was read"
_CODE = "no two items may agree in one of their keys: JSON Schema cannot say that"
_VALIDATOR = "what a validator in the code of the model asks, and its author did not say in the schema as well"
_DAYS = "which of two days comes first: JSON Schema cannot say that"
BEYOND = {
    "test_law[paragraph-without-quotes]": _READING,
    "test_law[paragraph-that-would-be-a-float]": _READING,
    "test_law[demand-twice]": _CODE,
    "test_decision[text-of-lines]": _READING,
    "test_state[state-twice]": _READING,
    "test_meeting[began-when-it-ended]": _DAYS,
    "test_decision[silence-broken-too-late]": _DAYS,
    "test_decision[silence-broken-too-early]": _DAYS,
    "test_decision[silence-that-is-over]": _DAYS,
    "test_said_in_words[misplaced-at-a-key]": _VALIDATOR,
    "test_said_in_words[at-a-path]": _VALIDATOR,
    "test_said_in_words[of-the-whole]": _VALIDATOR,
}


@pytest.mark.parametrize(("root", "offered"), [(PROJECT, "real"), (SAMPLE, "sample")], ids=["real", "sample"])
@pytest.mark.parametrize("live", ["", " live", "without a register"])
def test_every_record_of_the_register_is_accepted(root: Any, offered: str, live: str) -> None:
    with_offers = "nothing" if live == "without a register" else offered + live
    tree = tree_of(root)
    found = {path: errors(path, data_of(raw.decode()), with_offers) for path, raw in tree.items()}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert len(found) > 10


@pytest.mark.parametrize(("name", "path", "text", "good"), pytest_cases())
@pytest.mark.parametrize("offered", ["nothing", "sample"])
def test_an_example_is_accepted_where_it_fits_and_refused_where_not(
    name: str, path: str, text: str, good: bool, offered: str
) -> None:
    found = errors(path, data_of(text), offered)
    assert (not found) == (good or name in BEYOND), found


WORDS = {f"test_said_in_words[{case.id}]": case.values[0] for case in parameters(test_said_in_words)}


@pytest.mark.parametrize("name", WORDS)
def test_what_no_model_takes_no_schema_takes(name: str) -> None:
    validator = Draft7Validator(schema(Kind("tree", Tree, "trees/*.yaml")))
    assert validator.is_valid(WORDS[name]) == (name in BEYOND)


def test_only_known_examples_are_beyond_a_schema() -> None:
    bad = {name for name, _, _, good in examples() if not good}
    assert set(BEYOND) <= bad | set(WORDS)
    assert len(bad) > 150


# Each spoils a value in a way that both the models and the schemas refuse, or both take.
SPOILS: list[Any] = [
    *(
        7,
        -1,
        999_999_999_999_999_999,
        True,
        False,
        None,
        "",
        " ",
        "x\ny",
        "\u00a0x",
        "x ",
        [],
        {},
        [[]],
        {"zz": 1},
        [7],
    ),
    *("x" * 100_001, "2023-02-30", "2023-02-29", "2024-13-01", "20230208", "2023-02/2024-02-28", "1_000", "yes"),
]


@pytest.mark.parametrize("name", FULL)
def test_every_value_spoilt_is_refused_where_the_model_refuses_it(name: str) -> None:
    data, compared = full(name), 0
    assert errors(name, data, "nothing") == []
    for path in paths(data):
        for spoil in SPOILS:
            spoilt = put(data, path, spoil)
            misfit, wrong = shape(name, spoilt), errors(name, spoilt, "nothing")
            compared += 1
            if misfit:
                assert wrong, (path, spoil, misfit)
            elif wrong:  # a schema also knows what an id looks like, which is a finding of its own in the program
                assert all("does not match" in error for error in wrong), (path, spoil, wrong)
    assert compared > 150


@pytest.mark.parametrize("name", FULL)
def test_every_key_left_out_misspelt_or_added_is_refused_where_the_model_refuses_it(name: str) -> None:
    data = full(name)
    for path, key in keys_of_models(name):
        left = without(data, (*path, key))
        misspelt = put(left, (*path, key + "x"), at(data, (*path, key)))
        for spoilt in (left, misspelt):
            assert bool(errors(name, spoilt, "nothing")) == bool(shape(name, spoilt)), (path, key)
    for path in models(name):
        spoilt = put(data, (*path, "zz-other"), 1)
        assert bool(errors(name, spoilt, "nothing")) == bool(shape(name, spoilt)), path


@pytest.mark.parametrize("raw", HOSTILE["M07"])
def test_M07_a_text_without_end_is_refused(raw: bytes) -> None:
    assert errors("areas/ice.yaml", data_of(raw.decode()), "sample")


@pytest.mark.parametrize(
    ("case", "path", "text"),
    [
        ("M03", "documents/new.yaml", 'kind: list\ntitle: x\npages: "1_000"\n'),
        ("T-D09", "documents/new.yaml", "kind: list\ntitle: x\ndate: 2026-W09-1\n"),
        ("T-D09", "documents/new.yaml", 'kind: list\ntitle: x\ndate: "20260208"\n'),
        ("T-D10", "documents/new.yaml", "kind: list\ntitle: x\ndate: 9999-12-31\n"),
        ("T-D10", "documents/new.yaml", "kind: list\ntitle: x\ndate: 0000-01-01\n"),
        ("U08", "law/charter.yaml", 'document: charter\ntext-of: ٢٠٢٣-٠٧-٠١\nparagraphs: {"1": []}\n'),
        ("Y20", "documents/new.yaml", "kind: list\ntitle: x\npages: 010\n"),
        ("Y43", "documents/new.yaml", "kind: list\ntitle: x\npages: .inf\n"),
    ],
)
def test_hostile(case: str, path: str, text: str) -> None:
    assert errors(path, data_of(text), "sample"), case


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("coordinators/ice.yaml", "tenures: [{state: XAX, role: coordinator}]\n", "'XAX' is not one of"),
        ("coordinators/ice.yaml", "tenures: [{state: XAA, role: coordinator, source: lettres p. 1}]\n", "lettres"),
        ("coordinators/ice.yaml", "tenures: [{state: XAA, role: coordinator, listed: cmo-2023-06-01}]\n", "cmo-2023"),
        ("areas/ice.yaml", "dimension: natur\n", "'natur' is not one of"),
        ("areas/ice.yaml", "dimension: nature\nnumber: 1\nname: {de: Eis}\n", "de"),
        ("meetings/com-2023-06-02.yaml", "organ: cmo\ndate: 2023-06-02\n", "'cmo' is not one of"),
    ],
)
def test_what_is_not_on_record_is_refused(path: str, text: str, message: str) -> None:
    found = errors(path, data_of(text), "sample")
    assert len(found) == 1
    assert message in found[0]


def test_live_refuses_also_a_meeting_that_is_not_on_record() -> None:
    text = "tenures: [{state: XAA, role: coordinator, decision: com-2023-06-01/9}]\n"
    assert errors("coordinators/ice.yaml", data_of(text), "sample") == []
    assert len(errors("coordinators/ice.yaml", data_of(text), "sample live")) == 1


def test_offers_of_all_sorts_are_tried() -> None:
    assert set(OFFERS["real live"].ids) == {
        *("state", "area", "dimension", "organ", "language", "source"),
        *("meeting", "decision", "document", "demand"),
    }
