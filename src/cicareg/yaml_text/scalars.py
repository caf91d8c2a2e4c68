"""What an unquoted YAML scalar means: text, a whole number, true, false or nothing.

YAML 1.2's core schema, less every spelling that another YAML program reads as something else.
"""

import re

Scalar = str | int | bool | None

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}", re.ASCII)
_NUMBER_LIKE = re.compile(
    r"[-+]?(?:0o[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|[0-9_]+(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9_]+(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)",
    re.ASCII,
)
_STARTS = frozenset("+-.0123456789")


class AmbiguousNumberError(ValueError):
    """An unquoted number that YAML programs read in different ways."""


def resolve(text: str) -> Scalar:
    """Give the value of an unquoted scalar; AmbiguousNumberError where programs would disagree on it."""
    if text[:1] in _STARTS:
        if _INTEGER.fullmatch(text):
            return int(text)
        if _NUMBER_LIKE.fullmatch(text):
            raise AmbiguousNumberError(text)
    return _WORDS.get(text, text)
