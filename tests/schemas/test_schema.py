"""A schema is draft 7, describes every key, and is the same each time."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from cicareg.kinds import kinds
from cicareg.schemas.modeline import modeline
from cicareg.schemas.offers import offers
from cicareg.schemas.schema import by_name, schema
from tests.schemas.stock import OFFERS
from tests.support import load, sample

# What editors' servers know beyond the draft, and validators pass over.
OF_EDITORS = {"enumDescriptions", "patternErrorMessage", "errorMessage"}
KNOWN = set(Draft7Validator.META_SCHEMA["properties"]) | OF_EDITORS

EVERY = pytest.mark.parametrize(
    ("name", "offered"), [(name, offered) for name in by_name() for offered in OFFERS], ids="/".join
)


def made(name: str, offered: str) -> dict[str, Any]:
    return schema(by_name()[name], OFFERS[offered])


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema within a schema."""
    if not isinstance(node, dict):
        return
    yield node
    for key in ("properties", "definitions", "dependencies"):
        for below in node.get(key, {}).values():
            yield from nodes(below)
    for key in ("items", "propertyNames", "additionalProperties", "not"):
        yield from nodes(node.get(key))
    for key in ("anyOf", "allOf"):
        for below in node.get(key, []):
            yield from nodes(below)


@EVERY
def test_it_is_of_draft_7_and_knows_no_other_keyword(name: str, offered: str) -> None:
    found = made(name, offered)
    assert found["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(found)
    assert [set(node) - KNOWN for node in nodes(found) if set(node) - KNOWN] == []


@EVERY
def test_every_key_is_described(name: str, offered: str) -> None:
    lacking = [
        key
        for node in nodes(made(name, offered))
        if node.get("type") == "object" and node["additionalProperties"] is not True
        for key, value in node.get("properties", {}).items()
        if key not in {"en", "ru", "kk", "fr"} and not value.get("description")
    ]
    assert lacking == []


@EVERY
def test_every_mapping_says_which_keys_it_has(name: str, offered: str) -> None:
    for node in nodes(made(name, offered)):
        if node.get("type") == "object":
            assert "additionalProperties" in node
            assert "properties" in node or "propertyNames" in node


@EVERY
def test_nothing_stands_beside_a_reference_and_each_leads_somewhere(name: str, offered: str) -> None:
    found = made(name, offered)
    targets = set()
    for node in nodes(found):
        if "$ref" in node:
            assert list(node) == ["$ref"]
            targets.add(node["$ref"].removeprefix("#/definitions/"))
    assert targets == set(found["definitions"])


@EVERY
def test_titles_are_names_of_files_only_and_nothing_is_left_of_the_making(name: str, offered: str) -> None:
    found = made(name, offered)
    assert [node["title"] for node in nodes(found) if "title" in node] == [name]
    assert "x-part" not in json.dumps(found)
    assert [node for node in nodes(found) if node.get("type") == "null"] == []


def test_the_same_register_gives_the_same_bytes() -> None:
    one, other = (offers(load(tree).registry) for tree in (sample(), dict(reversed(sample().items()))))
    for kind in kinds():
        assert json.dumps(schema(kind, one)) == json.dumps(schema(kind, other))


def test_the_names_are_those_of_the_files() -> None:
    assert list(by_name()) == ["area", "coordinators", "document", "event", "law", "meeting", "registry", "states"]


def test_a_modeline_leads_from_the_file_to_the_schema() -> None:
    lines = {name: modeline(kind) for name, kind in by_name().items()}
    assert lines["coordinators"] == "# yaml-language-server: $schema=../../schemas/coordinators.json"
    assert lines["states"] == "# yaml-language-server: $schema=../schemas/states.json"
    assert lines["event"] == "# yaml-language-server: $schema=../../../schemas/event.json"
    assert len(set(lines.values())) == 8


def test_a_day_has_a_pattern_and_words_for_those_who_miss_it() -> None:
    day = made("coordinators", "nothing")["definitions"]["day"]
    assert (day["patternErrorMessage"], day["examples"]) == (
        "must be a day of the calendar, written like 2024-03-15",
        ["2024-03-15"],
    )


@pytest.mark.parametrize(
    ("languages", "text"),
    [
        ("[en, fr]", ["line", {"en", "fr"}]),
        ("[fr]", [{"fr"}]),
    ],
)
def test_text_stands_alone_only_where_that_has_a_language(languages: str, text: list[Any]) -> None:
    tree = sample()
    raw = tree["registry/registry.yaml"].replace(b"languages: [en, fr]", f"languages: {languages}".encode())
    offered = offers(load({**tree, "registry/registry.yaml": raw}).registry)
    found = schema(by_name()["area"], offered)["definitions"]["text"]
    shown = [
        one["$ref"].removeprefix("#/definitions/") if "$ref" in one else set(one["properties"])
        for one in found.get("anyOf", [found])
    ]
    assert shown == text


def test_a_register_without_sources_lets_nothing_rest_on_one() -> None:
    tree = sample()
    raw = tree["registry/registry.yaml"]
    start, end = raw.index(b"sources:"), raw.index(b"organs:")
    offered = offers(load({**tree, "registry/registry.yaml": raw[:start] + raw[end:]}).registry)
    assert schema(by_name()["area"], offered)["definitions"]["source"] == {"not": {}}
