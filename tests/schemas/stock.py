"""A stock validator with the schemas of a register, and the bad examples of the shape tests."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft7Validator

from cicareg.kinds import kinds
from cicareg.layout import ROOT
from cicareg.records.base import Kind
from cicareg.schemas.offers import NOTHING, Offers, offers
from cicareg.schemas.schema import schema
from cicareg.yaml_text import compose
from tests.records import (
    test_area,
    test_coordinators,
    test_document,
    test_law,
    test_meeting,
    test_registry_record,
    test_state,
)
from tests.records.cases import edited
from tests.support import PROJECT, SAMPLE, load, tree_of

OFFERS: Mapping[str, Offers] = {
    "nothing": NOTHING,
    "sample": offers(load(tree_of(SAMPLE)).registry),
    "sample live": offers(load(tree_of(SAMPLE)).registry, live=True),
    "real": offers(load(tree_of(PROJECT)).registry),
    "real live": offers(load(tree_of(PROJECT)).registry, live=True),
}


def kind_at(path: str) -> Kind:
    """Give the kind of the record at a path of a register."""
    name = path.removeprefix(f"{ROOT}/")
    return next(kind for kind in kinds() if kind.path == name or (kind.folder and name.startswith(f"{kind.folder}/")))


@cache
def validator(kind: Kind, offered: str) -> Draft7Validator:
    """Give the stock validator of a kind's files."""
    return Draft7Validator(schema(kind, OFFERS[offered]))


def errors(path: str, data: Any, offered: str) -> list[str]:
    """Give what the stock validator says of data, as `place: message`."""
    found = validator(kind_at(path), offered).iter_errors(data)
    return [f"{error.json_path}: {error.message}" for error in found]


Files = dict[str, str | None]
_MEETING = "meetings/com-2023-06-02.yaml"
_TESTS: tuple[tuple[Any, Callable[..., Files]], ...] = (
    (test_area.test_area, lambda text: {"areas/ice.yaml": text}),
    (test_coordinators.test_coordinators, lambda text: {"coordinators/ice.yaml": text}),
    (test_document.test_document, lambda text: {"documents/new.yaml": text}),
    (test_law.test_law, lambda text: {"law/charter.yaml": test_law.HEAD + text}),
    (test_meeting.test_meeting, lambda text: {_MEETING: text}),
    (
        test_meeting.test_decision,
        lambda text: {_MEETING: f"organ: com\ndate: 2023-06-02\nplace: Lakeside\ndecisions:\n  - {text}\n"},
    ),
    (test_registry_record.test_registry, lambda old, new: edited("registry.yaml", old, new)),
    (test_state.test_state, lambda old, new: edited("states.yaml", old, new)),
)


def examples() -> Iterator[tuple[str, str, str, bool]]:
    """Yield name, path, text and goodness of each example of the shape tests of records."""
    for test, files in _TESTS:
        for case in parameters(test):
            *given, found = case.values
            for path, text in files(*given).items():
                yield f"{test.__name__}[{case.id}]", path, str(text), not found


def parameters(test: Any) -> list[Any]:
    """Give the cases of a parametrised test."""
    return list(next(mark for mark in test.pytestmark if mark.name == "parametrize").args[1])


def data_of(text: str) -> Any:
    """Read a text as the program does; faults that it steps over are no matter of a schema."""
    return compose(text).data


def pytest_cases() -> list[Any]:
    """Give the examples as parameters of a test."""
    return [pytest.param(*case, id=case[0]) for case in examples()]
