"""From bytes to text: what a file of the register may be made of.

Everything here would otherwise be read differently by different programs, hide something
from the eye, or cost more time and memory than a record is worth.
"""

import codecs
import re
import unicodedata
from bisect import bisect_left

from cicareg.limits import MAX_BYTES
from cicareg.visible import UNSEEN
from cicareg.yaml_text.fault import Fault, FaultError, fault_at

NOT_NORMAL = "letters and accents are not composed (Unicode NFC): retype the word"
_CONFLICT = re.compile(r"^(?:<{7} |>{7} |={7}$|\|{7} )", re.MULTILINE)
_SIGNS = ("<<<<<<<", ">>>>>>>", "=======", "|||||||")
# What is not a letter or sign of everyday writing: looked for first, as most texts hold none of it.
_RARE = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u034e\u0350-\u061b]")
_NAMED = {
    "\t": "a tab: use spaces",
    "\r": "a carriage return: save the file with LF line ends",
    "\x00": "a NUL character",
    "\x1b": "an escape character",
    "\ufeff": "a byte order mark: save the file without it",
}


def decode(raw: bytes) -> str:
    """Give the text of a file, or raise FaultError at the first thing that a record may not hold."""
    if len(raw) > MAX_BYTES:
        raise FaultError(Fault(1, 1, 1, 1, f"the file has {len(raw):,} bytes; a record has at most {MAX_BYTES:,}"))
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise FaultError(Fault(1, 1, 1, 1, "the file is UTF-16: save it as UTF-8"))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        message = f"not UTF-8 (byte 0x{raw[error.start]:02x}): save the file as UTF-8"
        raise FaultError(fault_at(before + " ", len(before), message)) from None
    if _RARE.search(text) and (match := UNSEEN.search(text)):
        raise FaultError(fault_at(text, match.start(), describe(match[0])))
    if any(map(text.__contains__, _SIGNS)) and (match := _CONFLICT.search(text)):
        raise FaultError(fault_at(text, match.start(), "an unresolved merge conflict", len(match[0])))
    if not unicodedata.is_normalized("NFC", text):
        raise FaultError(_not_normal(text))
    if text and not text.endswith("\n"):
        end = len(text)
        raise FaultError(fault_at(text, end, "the last line does not end with a line feed"))
    return text


def describe(character: str) -> str:
    """Say in words which forbidden character this is."""
    if character in _NAMED:
        return _NAMED[character]
    name = unicodedata.name(character, "a control character")
    return f"the invisible character U+{ord(character):04X} ({name.lower()})"


def _not_normal(text: str) -> Fault:
    """Find the first letter that is not composed; normalising would take minutes for a megabyte of accents."""
    ends = range(1, len(text) + 1)
    at = bisect_left(ends, True, key=lambda end: not unicodedata.is_normalized("NFC", text[:end]))
    while at and unicodedata.combining(text[at]):
        at -= 1
    return fault_at(text, at, NOT_NORMAL)
