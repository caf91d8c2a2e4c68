"""`why`: what one entry rests on, who recorded it, and how each rule judges it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_history import DEPARTURE, ICE, STEPS, masked
from tests.conftest import Ran
from tests.gitting import IDENTITY, PERSON
from tests.support import SAMPLE, write
from tests.tracing.pasts import Past

Cicareg = Callable[..., Ran]
Golden = Callable[[str, str], None]
TWO = "  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n" + (
    "  - {state: XBB, role: coordinator, term: 2024, decision: com-2023-06-01/1}\n".replace("2024,", "2024-2025,")
)


@pytest.fixture(autouse=True)
def someone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**PERSON, **IDENTITY, "COLUMNS": "80"}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def past(tmp_path: Path) -> Past:
    grown = Past(tmp_path / "top", {ICE: None})
    for by, files in STEPS:
        grown.commit(files, by=by)
    return grown


def told(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


@pytest.mark.parametrize(
    "name, golden_name",
    [
        ("ice/1", "tenure"),
        ("Glaciers/one-coordinator", "departure"),
        ("ice/acting/1", "acting"),
        ("ice/corrections/1", "correction"),
        ("com-2023-06-01/1", "decision"),
        ("com-2023-06-01", "meeting"),
    ],
)
def test_why(name: str, golden_name: str, past: Past, cicareg: Cicareg, golden: Golden) -> None:
    for form, suffix in (("text", "txt"), ("json", "json")):
        ran = cicareg("-C", past.top, "why", name.replace("Glaciers", "ice"), "--format", form)
        assert ran.code == 0, ran.err
        golden(f"why-{golden_name}.{suffix}", masked(past, ran.out))


@pytest.mark.parametrize(
    "typed, name",
    [
        ("ice/2", "ice/2"),
        ("ICE/tenures/2", "ice/2"),
        ("1.1/1", "ice/1"),
        ("ice/XAA", "ice/1"),
        ("ice/alderia", "ice/1"),
        ("ice/XCC", "ice/proposals/1"),
        ("ice/departures/1", "ice/departures/1"),
        ("ice/One-Coordinator", "ice/departures/1"),
        ("com-2023-06-01/decisions/3", "com-2023-06-01/3"),
        ("charter", "charter"),
    ],
)
def test_names_of_entries(typed: str, name: str, past: Past, cicareg: Cicareg) -> None:
    assert told(cicareg("-C", past.top, "why", typed, "--format", "json"))["name"] == name


@pytest.mark.parametrize(
    "typed, said",
    [
        (
            "ice/XBB",
            "cicareg: 'ice/XBB' stands for several entries: ice/2 (the tenure of XBB as co-coordinator, 2024-2025, "
            "decision com-2023-06-01/1); ice/acting/1 (the service of XBB as acting coordinator from 2025-04-01)\n"
            "  give the name of one of them\n",
        ),
        (
            "fish",
            "cicareg: 'fish' stands for several entries: fish/1 (the tenure of XBB as coordinator, listed "
            "com-2023-06-01); fish/2 (the tenure of XCC as co-coordinator, listed com-2023-06-01); fish/3 (the tenure "
            "of XAA as co-coordinator, listed com-2023-06-01)\n  give the name of one of them\n",
        ),
        (
            "asm-2023-07-01/9",
            "cicareg: no entry is called 'asm-2023-07-01/9'\n  there are: asm-2023-07-01/1 (decision 1)\n",
        ),
        (
            "charter/1",
            "cicareg: no entry is called 'charter/1'\n  the record has no entries: cicareg show tells what it says\n",
        ),
    ],
)
def test_what_stands_for_several_or_none(typed: str, said: str, past: Past, cicareg: Cicareg) -> None:
    ran = cicareg("-C", past.top, "why", typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(said), ran.err


def judged(ran: Ran) -> dict[str, str]:
    return {rule["rule"]: rule["verdict"] for rule in told(ran)["rules"]}


def test_a_rule_judges_this_entry_and_no_other(tmp_path: Path, cicareg: Cicareg) -> None:
    first = "tenures:\n  - {state: XCC, role: coordinator, term: 2020-2021, source: letters p. 1}\n"
    write(tmp_path, {ICE: f"{first}{TWO}"})
    verdicts = [judged(cicareg("-C", tmp_path, "why", f"ice/{n}", "--format", "json")) for n in (1, 2, 3)]
    assert [each["one-coordinator"] for each in verdicts] == ["in order", "breach", "breach"]
    write(tmp_path, {ICE: f"departures:\n{DEPARTURE}{first}{TWO}"})
    verdicts = [judged(cicareg("-C", tmp_path, "why", f"ice/{n}", "--format", "json")) for n in (1, 2, 3)]
    assert [each["one-coordinator"] for each in verdicts] == ["in order", "departure", "departure"]
    departure = told(cicareg("-C", tmp_path, "why", "ice/one-coordinator", "--format", "json"))
    (rule,) = [rule for rule in departure["rules"] if rule["rule"] == "one-coordinator"]
    assert rule == {
        "rule": "one-coordinator",
        "verdict": "departure",
        "cites": {"law": "Charter", "paragraph": "1", "strength": "as a rule", "status": "in force from 2023-07-01"},
        "messages": [
            "Ice has 2 coordinators at once (Alderia, Borland) 2024-01-01 to 2025-12-31; at most 1 — The ice is wide."
        ],
    }


def test_an_act_is_told_with_what_was_asked(past: Past, cicareg: Cicareg) -> None:
    words = ("propose", "fish", "--coordinator", "XCC", "--notified", "2025-05-05", "--message", "By post.", "--yes")
    act = cicareg("-C", past.top, *words)
    assert act.code == 0, act.err
    operation = act.out.rpartition("(operation ")[2][:12]
    (event,) = told(cicareg("-C", past.top, "why", "fish/proposals/1", "--format", "json"))["events"]
    recorded = event["recorded"]
    assert (recorded["act"], recorded["operation"], recorded["note"]) == ("propose", operation, "By post.")
    assert recorded["arguments"] == {"area": "fish", "coordinators": ["XCC"], "notified": "2025-05-05"}
    text = cicareg("-C", past.top, "why", "fish/proposals/1").out
    assert f"(propose, operation\n              {operation})" in text or f"operation {operation})" in text
    assert "\n            By post.\n            asked: {" in text


def test_outside_git(tmp_path: Path, cicareg: Cicareg) -> None:
    ran = cicareg("-C", write(tmp_path), "why", "ice/1", "--format", "json")
    assert (told(ran)["tracked"], told(ran)["events"][0]["recorded"]) == (False, None)
    assert ran.err == "cicareg: the register is not in a git repository: nothing tells who recorded what when\n"


def test_what_is_not_committed(past: Past, cicareg: Cicareg) -> None:
    past.put({"coordinators/people.yaml": "tenures:\n  - {state: XAA, role: coordinator, listed: com-2023-06-01}\n"})
    assert "            not committed yet\n" in cicareg("-C", past.top, "why", "people/1").out


def test_wrong_usage(cicareg: Cicareg) -> None:
    for words, said in (
        (("nothing/1",), "nothing on record is called 'nothing'"),
        (("ice/1", "--format", "markdown"), "no format 'markdown'"),
        (("people",), "no entry is called 'people'"),
    ):
        ran = cicareg("-C", SAMPLE, "why", *words)
        assert (ran.code, ran.out, said in ran.err) == (2, "", True), ran.err
