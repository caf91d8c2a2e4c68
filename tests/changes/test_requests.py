"""A request written into the history is the request that is read from it."""

import json
from dataclasses import fields
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.changes.appoint import Appoint
from cicareg.changes.change import Act
from cicareg.changes.requests import act_named, acts, from_text, to_text
from cicareg.changes.undo import written
from cicareg.changes.undoing import Deed

TEXTS = st.text(max_size=12)
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    str: TEXTS,
    str | None: st.none() | TEXTS,
    tuple[str, ...]: st.lists(TEXTS, max_size=3).map(tuple),
}


ENTRIES = st.one_of(TEXTS, st.lists(TEXTS, max_size=2), st.dictionaries(TEXTS, TEXTS, max_size=2))
DEEDS = st.builds(
    Deed, TEXTS.map(lambda name: f"registry/x{name}"), TEXTS, st.booleans(), st.none() | ENTRIES, ENTRIES,
    st.integers(0, 9),
).map(written)  # fmt: skip


def requests(act: Act) -> st.SearchStrategy[Any]:
    types = get_type_hints(act.request)
    values = {field.name: BY_TYPE[types[field.name]] for field in fields(act.request)}
    further = {"deeds": st.lists(DEEDS, max_size=3).map(tuple)} if act.name == "undo" else {}
    return st.builds(act.request, **values | further)


def test_the_acts_are_those_that_there_are_commands_for() -> None:
    assert sorted(acts()) == [
        *("act", "appoint", "convene", "correct", "decide", "event", "extend", "import", "propose", "submit"),
        *("terminate", "undo", "withdraw"),
    ]


@pytest.mark.parametrize("name", sorted(acts()))
def test_an_act_is_found_by_its_name(name: str) -> None:
    assert act_named(name) is acts()[name]


@given(st.sampled_from(sorted(acts())).flatmap(lambda name: st.tuples(st.just(name), requests(acts()[name]))))
def test_to_text_and_back_is_the_same(case: tuple[str, Any]) -> None:
    name, request = case
    text = to_text(request)
    assert "\n" not in text
    assert from_text(acts()[name], text) == request


def test_what_was_not_asked_is_left_out() -> None:
    assert to_text(Appoint("ice", "2026-2027", "com-2025-06-03/1", coordinators=("XCC",))) == (
        '{"area": "ice", "coordinators": ["XCC"], "decision": "com-2025-06-03/1", "term": "2026-2027"}'
    )


def test_letters_stay_letters() -> None:
    assert json.loads(to_text(Appoint("мұз", "t", "d"))) == {"area": "мұз", "term": "t", "decision": "d"}
    assert "мұз" in to_text(Appoint("мұз", "t", "d"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "not the arguments of this act"),
        ('"area"', "not the arguments of this act"),
        ('{"area": "ice", "since": "2024"}', "not the arguments of this act"),
        ('{"area": "ice"}', "arguments of this act are missing"),
        ("{", "Expecting property name"),
        ("", "Expecting value"),
        ("[" * 60_000, "nested too deeply"),
        ('{"area": ' + "[" * 500 + "]" * 500 + "}", "nested too deeply"),
        ('{"area": "' + "x" * 70_000 + '"}', "too long"),
        ('{"area": NaN}', "no number: NaN"),
        ('{"area": "\\ud800", "term": "t", "decision": "d"}', "surrogates not allowed"),
        ('{"area": "ice", "term": 7, "decision": {}}', "not of the type that this act takes: decision, term"),
        ('{"area": "ice", "term": "2026-2027", "decision": null}', "not of the type that this act takes: decision"),
        ('{"area": ["ice"], "term": "t", "decision": "d"}', "not of the type that this act takes: area"),
        ('{"area": "ice", "term": "t", "decision": "d", "departures": [5]}', "this act takes: departures"),
        ('{"area": "ice", "term": "t", "decision": "d", "departures": [["x"]]}', "this act takes: departures"),
        ('{"area": "ice", "term": "t", "decision": "d", "departures": "x=y"}', "this act takes: departures"),
    ],
)
def test_what_is_no_request_is_a_value_error(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_text(acts()["appoint"], text)


@pytest.mark.parametrize(
    ("deed", "message"),
    [
        ("", "Expecting value"),
        ("{}", "no deed of an act"),
        ('["registry/x.yaml", "tenures", true, null]', "no deed of an act"),
        ('["registry/x.yaml", "tenures", true, null, "x", 0, 0]', "no deed of an act"),
        ('[7, "tenures", true, null, "x"]', "no deed of an act"),
        ('["registry/x.yaml", ["tenures"], true, null, "x"]', "no deed of an act"),
        ('["registry/x.yaml", "tenures", 1, null, "x"]', "no deed of an act"),
        ('["registry/x.yaml", "tenures", true, null, null]', "no deed of an act"),
        ('["registry/x.yaml", "tenures", true, "x", null, -1]', "no deed of an act"),
        ('["registry/x.yaml", "tenures", true, "x", null, true]', "no deed of an act"),
        ('["notes.txt", "tenures", true, null, "x"]', "a deed outside the register"),
        ('["registry/../notes.yaml", "tenures", true, null, "x"]', "a deed outside the register"),
        ('["registry/x.yaml", "k", false, null, ' + "[" * 500 + "]" * 500 + "]", "nested too deeply"),
    ],
)
def test_what_is_no_deed_is_a_value_error(deed: str, message: str) -> None:
    asked = json.dumps({"operation": "0a", "subject": "s", "why": "w", "deeds": [deed]})
    with pytest.raises(ValueError, match=message):
        from_text(acts()["undo"], asked)


def test_a_deed_need_not_say_where_it_stood() -> None:
    deed = '["registry/x.yaml", "tenures", true, null, "x"]'
    asked = json.dumps({"operation": "0a", "subject": "s", "why": "w", "deeds": [deed]})
    assert from_text(acts()["undo"], asked).deeds == (deed,)


def test_a_title_that_stood_alone_is_one_of_several() -> None:
    old = '{"decision": "com-2025-06-03/1", "verb": "approves", "what": "plan", "kind": "annual-plan", "title": "Plan"}'
    asked = from_text(acts()["decide"], old)
    assert asked.title == ("Plan",)
    assert from_text(acts()["decide"], to_text(asked)) == asked
