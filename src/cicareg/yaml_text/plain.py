"""The quick way to the data of a well-formed record: the same reading as `compose`, without places.

The parser builds its nodes in C, and one walk makes data of them. Whatever is faulty, or only might be,
is left to `compose`, which says what is wrong with it and where.
"""

import re
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # its stubs do not export it
from yaml.nodes import MappingNode, Node, ScalarNode

from cicareg.limits import MAX_DEPTH
from cicareg.yaml_text.scalars import AmbiguousNumberError, resolve

_LONGEST = 65_536
_MOST_NESTED = 1_500  # the parser nests its own calls as deep as the text: the stack must hold them
_NEVER = ("&", "*", "!", "\\", "%")  # what an anchor, alias, tag, escape or directive begins with
# An unquoted scalar that can be nothing but text. (`<<`, the merge key, is none of them.)
_is_text = re.compile(r"[A-Za-z_](?!(?:ull|ULL|rue|RUE|alse|ALSE)$)").match
_NESTS = ("\n", "- ", "? ", "[", "{")


class _Unsure(Exception):  # noqa: N818  # no error: only `compose` can tell
    """The text may have a fault."""


class _Nodes(CParser):
    """The parser with the three methods that its composer calls: no tag is derived here."""

    def resolve(self, _kind: type[Node], _value: str | None, _implicit: object) -> str:
        return ""

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Do nothing: tags do not depend on where a node stands."""

    def ascend_resolver(self) -> None:
        """Do nothing."""


def plain(text: str) -> dict[str, Any] | None:
    """Give the data of a text that passed the door, or None where only `compose` can tell."""
    if len(text) > _MOST_NESTED and (len(text) > _LONGEST or sum(map(text.count, _NESTS)) > _MOST_NESTED):
        return None  # a shorter text cannot nest as often
    if any(map(text.__contains__, _NEVER)):
        return None
    try:
        node = _Nodes(text).get_single_node()
        return _mapping(node, MAX_DEPTH) if type(node) is MappingNode else None
    except (yaml.YAMLError, UnicodeError, _Unsure, AmbiguousNumberError):
        return None


def _mapping(node: Any, depth: int) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if not depth or node.flow_style:
        _on_one_line(node, depth)
    for key_node, value in node.value:
        key = key_node.value
        if type(key_node) is not ScalarNode or not (key_node.style or _is_text(key)):
            raise _Unsure
        if type(value) is ScalarNode:
            text = value.value
            data[key] = text if value.style or _is_text(text) else _value(text)
        else:
            data[key] = _collection(value, depth - 1)
    if len(data) != len(node.value):  # a key is given twice
        raise _Unsure
    return data


def _collection(node: Any, depth: int) -> Any:
    if type(node) is MappingNode:
        return _mapping(node, depth)
    if not depth or node.flow_style:
        _on_one_line(node, depth)
    return [
        (item.value if item.style or _is_text(item.value) else _value(item.value))
        if type(item) is ScalarNode
        else _collection(item, depth - 1)
        for item in node.value
    ]


def _value(text: str) -> Any:
    """Give the value of an unquoted scalar; a key without a value is a finding, so it is left to `compose`."""
    value = resolve(text)
    if value is None:
        raise _Unsure
    return value


def _on_one_line(node: Any, depth: int) -> None:
    """Refuse to judge what lies too deep, and a flow collection that runs over several lines."""
    if not depth or (node.flow_style and node.start_mark.line != node.end_mark.line):
        raise _Unsure
