"""How a scalar is written, so that every YAML program reads the same from it."""

import re
import unicodedata

from cicareg.editing.edits import EditError
from cicareg.visible import UNSEEN
from cicareg.yaml_text import shown
from cicareg.yaml_text.door import NOT_NORMAL, describe

# Signs that mean nothing in YAML within an unquoted text; of two more that holds outside of {…} and […] only.
_SIGNS = frozenset(" -_./()+;'’“”«»–—…№°§&%!")  # noqa: RUF001  # dashes and quotation marks of published texts
_OUTSIDE = _SIGNS | frozenset(",?")
_LETTERS = ("L", "M", "N")
# What some YAML program reads as a truth or as nothing.
_WORDS = frozenset({"y", "yes", "n", "no", "on", "off", "true", "false", "null"})
_NUMBER = re.compile(r"0[xobXOB][0-9a-fA-F_]*|[0-9][-+0-9_.,]*(?:[eE][-+0-9_.]*)?")
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MONTH = r"[0-9]{4}-[0-9]{2}"
# Days and terms stand unquoted: the register reads them as text.
_TERM = re.compile(rf"{_DAY}(?:/{_DAY})?|{_MONTH}/{_MONTH}|[0-9]{{4}}-[0-9]{{4}}")
_LARGEST = 10**18
_OWN_KEYS = frozenset({"on"})  # the last day of a tenure; every register writes this key plain, as its format says
_LONGEST_KEY = 1000  # a YAML parser looks no further for the colon


def scalar(value: object, *, flow: bool) -> str:
    """Give the text of a scalar on one line, in a {…} or […] (flow) or outside."""
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is int:
        if abs(value) >= _LARGEST:
            raise EditError(f"the number {value} is too large for a record: write it as text")
        return str(value)
    if type(value) is not str:
        raise EditError(f"a record holds texts, whole numbers, true and false, but not {shown(value)}")
    checked(value)
    return value if _plain(value, _SIGNS if flow else _OUTSIDE) else quoted(value)


def key(value: object) -> str:
    """Give the text of a key."""
    if type(value) is not str:
        raise EditError(f"a key is text, not {shown(value)}")
    if "\n" in value:
        raise EditError(f"the key {shown(value)} has several lines: give it one")
    text = value if value in _OWN_KEYS else scalar(value, flow=True)
    if len(text) > _LONGEST_KEY:
        raise EditError(f"the key {shown(value)} is too long")
    return text


def quoted(text: str) -> str:
    """Give a text in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def literal(text: str) -> tuple[str, ...]:
    """Give a text of several lines as a literal block, its header first; empty where it is none, or cannot be one."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if "\n" not in text or not body or text[0] in " \n" or any(line != line.rstrip() for line in lines):
        return ()
    if not lines[-1]:  # how many line feeds end the text, only quotes say plainly
        return ()
    return ("|" if body != text else "|-", *lines)


def checked(text: str) -> None:
    """Refuse a text that a record may not hold."""
    if match := UNSEEN.search(text):
        raise EditError(f"the text {shown(text)} holds {describe(match[0])}")
    if not unicodedata.is_normalized("NFC", text):
        raise EditError(f"the text {shown(text)}: {NOT_NORMAL}")


def _plain(text: str, signs: frozenset[str]) -> bool:
    if not text or text[-1] == " " or not ((text[0].isascii() and text[0].isalnum()) or _is(text[0], "L")):
        return False
    if text.lower() in _WORDS or (_NUMBER.fullmatch(text) and not _TERM.fullmatch(text)):
        return False
    return all(letter in signs or (letter.isascii() and letter.isalnum()) or _is(letter, *_LETTERS) for letter in text)


def _is(letter: str, *kinds: str) -> bool:
    return not letter.isascii() and unicodedata.category(letter)[0] in kinds
