"""Whatever is added gives no finding; whatever else changes gives one, unless it is corrected."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.guarding.states import since

POST = "coordinators/ice.yaml"
Data = dict[str, list[dict[str, Any]]]
_SETTINGS = settings(deadline=None, max_examples=150, derandomize=True, database=None)

days = st.sampled_from(["2023-05-01", "2024-06-30", "2025-01-31"])
state = st.sampled_from(["XAA", "XBB", "XCC"])
role = st.sampled_from(["coordinator", "co-coordinator"])
evidence = {"notified": days, "via": st.sampled_from(["One", "Two"])}
ended = st.fixed_dictionaries({"on": days}, optional={"notified": days, "reason": st.just("Asked.")})
tenure = st.fixed_dictionaries(
    {"state": state, "role": role, "decision": st.just("com-2023-06-01/1")},
    optional={"term": st.sampled_from(["2024-2025", "2026-2027"]), "ended": ended, **evidence},
)
departure = st.fixed_dictionaries({"rule": st.sampled_from(["one-role", "one-basis"]), "reason": st.just("Known.")})
acting = st.fixed_dictionaries({"state": state, "from": days, "consented": st.lists(state, max_size=2)})
proposal = st.fixed_dictionaries({"state": state, "role": role, "notified": days}, optional={"withdrawn": days})
LISTS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "tenures": tenure,
    "departures": departure,
    "acting": acting,
    "proposals": proposal,
}
posts = st.fixed_dictionaries({key: st.lists(entry, min_size=1, max_size=4) for key, entry in LISTS.items()})
MORE: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "tenures": {**evidence, "ended": ended},
    "proposals": {"withdrawn": days},
}


def said(old: Data, new: Data) -> list[str]:
    return since({POST: json.dumps(old) + "\n"}, {POST: json.dumps(new) + "\n"})


@_SETTINGS
@given(st.data(), posts)
def test_additions_give_no_finding(data: st.DataObject, old: Data) -> None:
    new = {key: [dict(entry) for entry in entries] for key, entries in old.items()}
    for key, further in MORE.items():
        for entry in new[key]:
            for name, values in further.items():
                if name not in entry and data.draw(st.booleans()):
                    entry[name] = data.draw(values)
    for entry in new["acting"]:
        entry["consented"] = [*data.draw(st.lists(state, max_size=1)), *entry["consented"]]
    for key, entries in LISTS.items():
        for entry in data.draw(st.lists(entries, max_size=2)):
            new[key].insert(data.draw(st.integers(0, len(new[key]))), entry)
    assert said(old, new) == []


@_SETTINGS
@given(st.data(), posts)
def test_an_entry_taken_away_or_changed_gives_one_unless_it_is_corrected(data: st.DataObject, old: Data) -> None:
    key = data.draw(st.sampled_from(sorted(LISTS)))
    index = data.draw(st.integers(0, len(old[key]) - 1))
    was = old[key][index]
    new: dict[str, Any] = {name: list(entries) for name, entries in old.items()}
    if data.draw(st.booleans()):
        del new[key][index]
    else:
        name = "state" if "state" in was else "rule"
        new[key][index] = was | {name: "XDD" if name == "state" else "one-coordinator"}
    assert len(said(old, new)) == 1
    told = [{"what": key, "was": was, "why": "Read wrongly.", "source": "letters p. 7"}]
    assert said(old, new | {"corrections": told}) == []
