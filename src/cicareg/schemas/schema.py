"""The JSON Schema of the files of each kind."""

from collections.abc import Mapping
from functools import cache, partial

from cicareg.kinds import kinds
from cicareg.records.base import Kind
from cicareg.schemas.draft import Schema, drafted
from cicareg.schemas.modeline import name_of
from cicareg.schemas.offers import NOTHING, Offers
from cicareg.schemas.parts import part
from cicareg.schemas.settling import Settling

_META = "http://json-schema.org/draft-07/schema#"
_MADE = "Made by `cicareg schema`; do not edit."
# In this order the keys of a schema stand.
_ORDER = (
    *("$schema", "$comment", "$ref", "title", "description", "type", "const", "enum", "enumDescriptions", "pattern"),
    *("patternErrorMessage", "errorMessage", "maxLength", "minimum", "maximum", "default", "examples"),
    *("items", "minItems", "maxItems"),
    *("propertyNames", "properties", "required", "additionalProperties", "minProperties", "dependencies"),
    *("anyOf", "allOf", "not", "definitions"),
)


@cache
def by_name() -> Mapping[str, Kind]:
    """Give every kind by the name of its schema, sorted."""
    return dict(sorted((name_of(kind), kind) for kind in kinds()))


def schema(kind: Kind, offers: Offers = NOTHING) -> Schema:
    """Give the schema of a file of a kind."""
    draft = drafted(kind.model)
    settling = Settling(partial(part, offers=offers), offers.of("language"))
    own = settling.settle({key: value for key, value in draft.items() if key != "definitions"})
    models = {name: settling.settle(model) for name, model in draft["definitions"].items()}
    if kind.keyed:
        models[kind.model.__name__], own = own, _keyed(kind, own)
    definitions = dict(sorted({**models, **settling.definitions}.items()))
    return _ordered({"$schema": _META, "$comment": _MADE, "title": name_of(kind), **own, "definitions": definitions})


def _keyed(kind: Kind, record: Schema) -> Schema:
    return {
        "description": record.get("description", ""),
        "type": "object",
        "propertyNames": {"pattern": f"^(?:{kind.id_pattern})$"},
        "additionalProperties": {"$ref": f"#/definitions/{kind.model.__name__}"},
    }


def _ordered(node: Schema) -> Schema:
    """Sort the keys of a schema by their meaning; those of properties and definitions keep their own order."""
    return {key: _value(key, node[key]) for key in sorted(node, key=_rank)}


def _rank(key: str) -> int:
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


def _value(key: str, value: object) -> object:
    if key in ("properties", "definitions", "dependencies") and isinstance(value, dict):
        return {name: _value("", item) for name, item in value.items()}
    if isinstance(value, dict):
        return _ordered(value)
    if isinstance(value, list):
        return [_ordered(item) if isinstance(item, dict) else item for item in value]
    return value
