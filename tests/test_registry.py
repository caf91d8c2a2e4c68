"""While a register is watched, it notes what it is asked."""

from collections.abc import Callable

import pytest

from cicareg.records.area import Area
from cicareg.records.coordinators import Coordinators
from cicareg.records.document import Document
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.records.registry import RegistryRecord
from cicareg.records.state import State
from cicareg.registry import Registry
from tests.support import loaded

ASKED: dict[str, tuple[Callable[[Registry], object], set[str]]] = {
    "one record": (lambda register: register.get(Area, "ice"), {"area/ice"}),
    "one that is not there": (lambda register: register.get(Area, "lake"), {"area/lake"}),
    "whether it is known": (lambda register: register.known(Meeting, "com-1"), {"meeting/com-1"}),
    "whether it can be read": (lambda register: register.broken(Coordinators, "ice"), {"coordinators/ice"}),
    "all records": (lambda register: register.of(Document), {"document*"}),
    "all ids": (lambda register: register.ids(Area), {"area*"}),
    "who states something": (lambda register: register.stating(Area, "name", "ice"), {"area?name=ice"}),
    "the one top": (lambda register: register.of(RegistryRecord), set()),
    "the top that cannot be read": (lambda register: register.broken(RegistryRecord, None), set()),
    "all laws": (lambda register: register.ids(Law), set()),
    "a state": (lambda register: register.get(State, "XAA"), set()),
    "whether a state is known": (lambda register: register.known(State, "XZZ"), set()),
    "which state has a name": (lambda register: register.stating(State, "name", "x"), set()),
}


@pytest.mark.parametrize("ask, noted", ASKED.values(), ids=ASKED)
def test_what_is_asked_is_noted(ask: Callable[[Registry], object], noted: set[str]) -> None:
    register = loaded().registry
    with register.watched() as needs:
        ask(register)
    assert needs == noted
    ask(register)  # nobody watches any more
    assert needs == noted


def test_what_was_remembered_before_is_asked_again_while_watched() -> None:
    register = loaded().registry

    def ask() -> None:
        register.once("ice", lambda: register.get(Area, "ice"))

    ask()
    for _ in range(2):
        with register.watched() as needs:
            ask()
            ask()
        assert needs == {"area/ice"}
    made: list[int] = []
    register.once("ice", lambda: made.append(1))
    register.once("ice", lambda: made.append(2))
    assert made == [1]


def test_the_records_of_one_file_are_looked_up_by_what_each_of_them_states() -> None:
    states = "XBB: {name: {en: Both}, aliases: [one, ONE]}\nXAA: {name: {en: Both}, aliases: [two]}\n"
    register = loaded({"states.yaml": states}).registry
    owners = {key: [entry.id for entry in register.stating(State, "name", key)] for key in ("both", "one", "two", "x")}
    assert owners == {"both": ["XAA", "XBB"], "one": ["XBB"], "two": ["XAA"], "x": []}
