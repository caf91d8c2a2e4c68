"""Describe the files of a kind, in the words of the schema that no register narrows."""

import inspect
import re
import textwrap
from collections.abc import Iterator
from typing import Any

from cicareg.description import Description, Key, Section
from cicareg.layout import ROOT
from cicareg.records.base import Kind
from cicareg.schemas.draft import EXAMPLE, Schema
from cicareg.schemas.modeline import name_of
from cicareg.schemas.offers import Offers
from cicareg.schemas.schema import schema

_DEFINITION = "#/definitions/"
_PARTS = {
    "line": "text",
    "prose": "text of any length",
    "text": "text, or text by language",
    "long-text": "text of any length, or by language",
    "fact": "whatever stood there",
    "day": "day (`2024-03-15`)",
    "term": "term (`2024-2025`, `2024-03/2026-02`)",
    "dates": "dates (`2024-03-15`, `2024-03-15/2024-03-17`, `2024-03`, `2024`)",
    "language": "language code",
    "state": "code of a state",
    "decision": "`MEETING/NUMBER`",
    "demand": "`LAW/PARAGRAPH/DEMAND`",
    "source": "source and place (`letters p. 3`)",
}
_PATTERNS = {r"^[a-z]{2,3}$": "language code", r"^[0-9]+(?:\.[0-9]+)*$": "paragraph (`1.10`)"}
_TYPES = {"integer": "whole number", "boolean": "`true` or `false`", "string": "id", "object": "mapping"}


def describe(kind: Kind, offers: Offers) -> Description:
    """Describe the files of a kind: what a register offers narrows the schema, but not what is said in words."""
    made = schema(kind)
    top = made["definitions"][kind.model.__name__] if kind.keyed else made
    prose, _, example = inspect.cleandoc(kind.model.__doc__ or "").partition(EXAMPLE)
    paragraphs = "\n\n".join(" ".join(paragraph.split()) for paragraph in prose.split("\n\n"))
    parts = (_section(name, made["definitions"][name]) for name in _models(top, made["definitions"]))
    return Description(
        name=name_of(kind),
        schema=schema(kind, offers),
        path=f"{ROOT}/{kind.path}",
        keyed=kind.keyed,
        prose=paragraphs,
        sections=(_section("", top), *parts),
        example=textwrap.dedent(example) + "\n" if example else "",
    )


def _section(name: str, node: Schema) -> Section:
    required = node.get("required", ())
    keys = tuple(
        Key(key, key in required, _value(value), value.get("description", ""))
        for key, value in node["properties"].items()
    )
    return Section(_words(name), node.get("description", ""), keys)


def _models(node: Any, definitions: Schema) -> Iterator[str]:
    """Yield the models below a schema in the order of its keys, each once."""
    seen: dict[str, None] = {}

    def walk(node: Any) -> None:
        for target in _targets(node):
            if target[:1].isupper() and target not in seen:
                seen[target] = None
                walk(definitions[target])

    walk(node)
    yield from seen


def _targets(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].removeprefix(_DEFINITION)
        for key, value in node.items():
            if key != "definitions":
                yield from _targets(value)
    elif isinstance(node, list):
        for item in node:
            yield from _targets(item)


def _value(node: Schema) -> str:
    """Say in a few words what a schema wants."""
    if target := next(_targets({key: node[key] for key in ("$ref", "allOf") if key in node}), None):
        return _named(target)
    if choices := node.get("enum") or ([node["const"]] if "const" in node else None):
        return " · ".join(f"`{choice}`" for choice in choices)
    if node["type"] == "array":
        return f"list: {_value(node['items'])}"
    if node["type"] == "object" and isinstance(node.get("additionalProperties"), dict):
        return f"by {_value(node['propertyNames'])}: {_value(node['additionalProperties'])}"
    return _PATTERNS.get(node.get("pattern", ""), _TYPES[node["type"]])


def _named(target: str) -> str:
    if target[:1].isupper():
        return f"[{_words(target)}](#{_words(target).replace(' ', '-')})"
    return _PARTS.get(target, f"id of {'an' if target[0] in 'aeiou' else 'a'} {target}")


def _words(name: str) -> str:
    """Give the name of a model as words: `RuleSettings` is `rule settings`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
