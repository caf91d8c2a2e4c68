"""What the history says of an act, and how it is read back."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.changes.appoint import Appoint
from cicareg.changes.change import Change
from cicareg.changes.messages import Operation, message, read
from cicareg.changes.requests import acts
from cicareg.changes.withdraw import Withdraw
from tests.acts import planned
from tests.changes.test_requests import requests

REQUEST = Appoint(
    "ice", "2026-01/2026-12", "com-2025-06-03/1", ("XCC",), departures=("minimum-tenure=The Committee wanted a trial.",)
)
TEXT = """Appoint Corvania as coordinator of Ice for 2026-01/2026-12

As agreed on the telephone.

Decision: com-2025-06-03/1
Departure: minimum-tenure: The Committee wanted a trial.
Act: appoint
Arguments: {"area": "ice", "coordinators": ["XCC"], "decision": "com-2025-06-03/1", "departures": \
["minimum-tenure=The Committee wanted a trial."], "term": "2026-01/2026-12"}
Operation: 0123456789ab
"""


def test_a_sentence_a_note_and_trailers() -> None:
    change = planned("appoint", **{name: getattr(REQUEST, name) for name in REQUEST.__slots__}).change
    assert message(change, acts()["appoint"], REQUEST, "0123456789ab", " As agreed on the telephone.\n") == TEXT


def test_it_is_read_back() -> None:
    assert read(TEXT) == Operation(
        "0123456789ab", acts()["appoint"], REQUEST, "com-2025-06-03/1",
        ("minimum-tenure: The Committee wanted a trial.",),
    )  # fmt: skip


def test_an_act_without_a_decision_says_none() -> None:
    asked = Withdraw("ice", "XCC", "2025-04-01")
    text = message(Change("Withdraw it"), acts()["withdraw"], asked, "0a")
    assert text == (
        "Withdraw it\n\nAct: withdraw\n"
        'Arguments: {"area": "ice", "on": "2025-04-01", "state": "XCC"}\nOperation: 0a\n'
    )  # fmt: skip
    assert read(text) == Operation("0a", acts()["withdraw"], asked)


@given(
    st.sampled_from(sorted(acts())).flatmap(lambda name: st.tuples(st.just(name), requests(acts()[name]))),
    st.text(max_size=60) | st.just(TEXT) | st.just("Act: undo\nArguments: {}\nOperation: 99"),
    st.none() | st.just("com-2025-06-03/1"),
)
def test_whatever_is_asked_and_noted_is_read_back(case: tuple[str, object], note: str, authority: str | None) -> None:
    name, request = case
    change = Change("Do it", authority=authority, departures=("one-coordinator: Two.", "minimum-tenure: Short."))
    found = read(message(change, acts()[name], request, "0123456789ab", note))
    assert found == Operation("0123456789ab", acts()[name], request, authority, change.departures)


def test_a_line_that_a_hook_adds_to_the_trailers_does_not_matter() -> None:
    assert read(f"{TEXT}Signed-off-by: Nobody <nobody@example.org>\n") == read(TEXT)


OTHERS = {
    "a sentence": "Mend a typing error\n",
    "nothing": "",
    "trailers of others": "Mend it\n\nSigned-off-by: Nobody <nobody@example.org>\n",
    "an unknown act": TEXT.replace("Act: appoint", "Act: dismiss"),
    "an act of another version": TEXT.replace('"area"', '"post"'),
    "no operation": TEXT.replace("Operation: 0123456789ab\n", ""),
    "no arguments": "\n".join(line for line in TEXT.splitlines() if not line.startswith("Arguments")),
    "cut arguments": TEXT.replace('"term": "2026-01/2026-12"}', ""),
    "in the note only": TEXT + "\nThat was it.\n",
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_act_of_ours_is_none(name: str) -> None:
    assert read(OTHERS[name]) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.data())
def test_whatever_the_arguments_are_it_is_an_act_of_texts_or_none(data: st.DataObject) -> None:
    act = data.draw(st.sampled_from(list(acts().values())))
    names = [field.name for field in fields(act.request)]
    deed = st.lists(JSON, max_size=7).map(json.dumps)
    values = JSON | st.lists(st.text(max_size=8) | deed, max_size=2)
    asked = data.draw(
        st.dictionaries(st.sampled_from(names), values).map(json.dumps) | JSON.map(json.dumps) | st.text()
    )
    found = read(f"Do it\n\nAct: {act.name}\nArguments: {asked}\nOperation: 0a\n")
    if found:
        given_ = [getattr(found.request, name) for name in names]
        assert all(
            isinstance(text, str | bool | None)
            for value in given_
            for text in (value if type(value) is tuple else [value])
        )


def test_arguments_nested_without_end_are_no_act() -> None:
    assert read(f"Do it\n\nAct: undo\nArguments: {'[' * 60_000}\nOperation: 0a\n") is None
