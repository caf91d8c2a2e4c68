"""Put references to definitions in the place of marks."""

from collections.abc import Callable
from typing import Any

from cicareg.records.base import PART
from cicareg.schemas.draft import Schema

_SAID = ("description", "default")


class Settling:
    """Settles a schema, and keeps the definitions that it turned out to need."""

    def __init__(self, part: Callable[[str, Schema], Schema], languages: tuple[str, ...] | None) -> None:
        """Take what makes the definition of a part, and the languages where they are known."""
        self.definitions: Schema = {}
        self._part = part
        self._languages = languages

    def settle(self, node: Any) -> Any:
        """Give a schema without marks."""
        if isinstance(node, list):
            return [self.settle(item) for item in node]
        if not isinstance(node, dict):
            return node
        if PART in node:
            return self._refer(node)
        if self._languages is not None and _by_language(node):
            each = dict.fromkeys(self._languages, node["additionalProperties"])
            kept = {key: value for key, value in node.items() if key != "propertyNames"}
            return self.settle({**kept, "properties": each, "additionalProperties": False})
        if "$ref" in node:
            return _wrapped({key: value for key, value in node.items() if key != "$ref"}, node["$ref"])
        return {key: self.settle(value) for key, value in node.items()}

    def _refer(self, node: Schema) -> Schema:
        name = node[PART]
        if name not in self.definitions:
            base = {key: value for key, value in node.items() if key not in {PART, *_SAID}}
            self.definitions[name] = self.settle(self._part(name, base))
        said = {key: node[key] for key in _SAID if key in node}
        return _wrapped(said, f"#/definitions/{name}")


def _wrapped(said: Schema, target: str) -> Schema:
    """Refer to a definition: in a wrapping where more is said, for draft 7 ignores what stands beside a reference."""
    return {**said, "allOf": [{"$ref": target}]} if said else {"$ref": target}


def _by_language(node: Schema) -> bool:
    keys = node.get("propertyNames")
    return isinstance(keys, dict) and keys.get(PART) == "language"
