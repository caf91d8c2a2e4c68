"""A second, independent reading of a record, by another YAML program."""

from typing import Any

from cicareg.editing.edits import same
from cicareg.yaml_text import FaultError, compose
from cicareg.yaml_text.scalars import AmbiguousNumberError, resolve


class _Other(Exception):  # noqa: N818  # no error: the two readings differ
    """The other program reads something that a record cannot hold."""


def agreed(text: str) -> bool:
    """Tell whether ruamel.yaml, in pure Python, reads the same from a text as we do, and both find no fault.

    Its scalars are taken as text: what an unquoted one means is ours to say.
    """
    try:
        ours = compose(text)
    except FaultError:
        return False
    if ours.faults:
        return False
    try:
        return same(_data(_composed(text)), ours.data)
    except (_Other, AmbiguousNumberError):
        return False


def _composed(text: str) -> Any:
    from ruamel.yaml import YAML  # noqa: PLC0415  # slow to import, and wanted for edits only
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    try:
        return YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, AttributeError, LookupError, TypeError, AssertionError, ValueError) as error:
        raise _Other from error  # what it has been seen to raise on faulty texts


def _data(node: Any) -> Any:
    if node.id == "scalar":
        return node.value if node.style else resolve(node.value)
    if node.id == "sequence":
        return [_data(item) for item in node.value]
    pairs = [(_data(key), _data(value)) for key, value in node.value]
    if not all(isinstance(key, str) for key, _ in pairs) or len(pairs) != len(dict(pairs)):
        raise _Other
    return dict(pairs)
