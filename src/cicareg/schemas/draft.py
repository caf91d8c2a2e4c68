"""From a model to JSON Schema of draft 7, the one that every editor's server knows."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from cicareg.shape import PATTERNS

Schema = dict[str, Any]
EXAMPLE = "\n\nExample:\n"  # what follows it in the docstring of a record is a file

_BY_KEY = {"properties", "dependencies"}  # whose keys are those of the file, not of JSON Schema
_OLD, _NEW = "#/$defs/", "#/definitions/"


def drafted(model: type[BaseModel]) -> Schema:
    """Give the schema of a model; what is defined once by name is still marked with that name.

    The models that it is made of are definitions, named like their classes.
    """
    raw = model.model_json_schema(schema_generator=_Draft)
    definitions = raw.pop("$defs", {})
    return {**_tidy(raw), "definitions": {name: _tidy(definitions[name]) for name in definitions}}


class _Draft(GenerateJsonSchema):
    """Writes what a file may hold: a key without a value is refused, and keys of mappings have their own schema."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Leave out titles that only repeat the key."""
        del schema
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave out nothing as a value."""
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Describe keys and values of a mapping apart."""
        made: Schema = {
            "type": "object",
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }
        self.update_with_validations(made, schema, self.ValidationsMapping.object)
        return made

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Keep the order of the fields."""
        del parent_key
        return value


def _tidy(node: Any) -> Any:
    """Take from a schema what only pydantic wants, and say what else draft 7 or an editor wants."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidy(value) for key, value in node.items() if key not in {"title", "default", *_BY_KEY}}
    for by_key in _BY_KEY & node.keys():
        kept[by_key] = {key: _tidy(value) for key, value in node[by_key].items()}
    if node.get("default") not in (None, [], {}, False):
        kept["default"] = node["default"]
    if "description" in kept:
        kept["description"] = _one_line(kept["description"])
    if kept.get("pattern") in PATTERNS:
        kept["patternErrorMessage"] = f"must be {PATTERNS[kept['pattern']]}"
    if isinstance(kept.get("$ref"), str):
        kept["$ref"] = kept["$ref"].replace(_OLD, _NEW)
    return kept


def _one_line(text: str) -> str:
    return " ".join(text.partition(EXAMPLE)[0].split())
