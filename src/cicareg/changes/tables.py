"""A table as spreadsheets save it: CSV of any usual delimiter and encoding."""

import csv
import io
import re
from typing import NamedTuple

from cicareg.errors import CicaregError, Exit

_MOST = 8 * 1024 * 1024  # bytes
_DELIMITERS = "\t;,"
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OPENING, _CLOSING = "“„«", "”“»"


class Row(NamedTuple):
    """A row: the line of the file on which it begins, and its cells."""

    line: int
    cells: tuple[str, ...]


def rows_of(raw: bytes, name: str) -> list[Row]:
    """Read the rows of a file, the first of them its head; what is empty is left out."""
    text = _decoded(raw, name)
    head = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    if any(sign in head for sign in _OPENING):  # typed in a word processor, which made other quotes of them
        text = _straightened(text, delimiter)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found, line = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(Row(line, tuple(" ".join(cell.split()) for cell in cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _unfit(f"{name}:{line}: this is no row of a CSV file: {error}") from None
    if not found:
        raise _unfit(f"{name} has no rows")
    return found


def _decoded(raw: bytes, name: str) -> str:
    if len(raw) > _MOST:
        raise _unfit(f"{name} is larger than {_MOST:,} bytes")
    encoding = next((encoding for bom, encoding in _BOMS.items() if raw.startswith(bom)), _without_mark(raw))
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        hint = "save it as CSV UTF-8 (in Excel: Save As, CSV UTF-8), or as Unicode Text"
        raise CicaregError(f"{name} is neither UTF-8 nor UTF-16", hint=hint, code=Exit.FINDINGS) from None


def _without_mark(raw: bytes) -> str:
    """Tell UTF-16 without its mark from UTF-8: of the Latin letters of a head every other byte is 0."""
    if raw[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if raw[:1] == b"\0" else "utf-8"


def _straightened(text: str, delimiter: str) -> str:
    """Make plain quotes of those that stand around cells; others are part of what is said."""
    edge = re.escape(delimiter)
    text = re.sub(rf"(^|{edge})[{_OPENING}]", r'\1"', text, flags=re.MULTILINE)
    return re.sub(rf"[{_CLOSING}](?=\r?$|{edge})", '"', text, flags=re.MULTILINE)


def _unfit(message: str) -> CicaregError:
    return CicaregError(message, hint="cicareg import events --example shows such a file", code=Exit.FINDINGS)
