"""Read the tables of a Word file by its structure: a merged cell never shifts those beside it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cicareg.errors import CicaregError
from cicareg.formats.word.base import read_word
from cicareg.formats.word.xml import W
from cicareg.sheet import Box, Row, Sheet, lined

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SPACES = {"tab": " ", "noBreakHyphen": "-", "br": "\n", "cr": "\n"}
_STRUCK = ("strike", "dstrike")
_ASIDE = frozenset({"txbxContent", "Fallback"})  # a text box, and what older programs show in its place


def sheets(raw: bytes, origin: str) -> tuple[Sheet, ...]:
    """Give each table; a file with tracked changes is refused, as nobody knows which of its texts counts."""
    body = read_word(origin, raw).element.body
    tables = list(_below(body, "tbl", ("tc",)))
    return tuple(Sheet(f"table {n}", tuple(_rows(table, origin))) for n, table in enumerate(tables, start=1))


def _rows(table: Any, origin: str) -> Iterator[Row]:
    for row in _below(table, "tr", ("tbl",)):
        at = _number(row, "trPr/gridBefore", 0)
        boxes: list[Box] = [Box((), column) for column in range(at)]
        for cell in _below(row, "tc", ("tbl",)):
            if next(_below(cell, "tbl", ()), None) is not None:
                raise CicaregError(f"{origin} has a table in a table: it cannot be read")
            if any(_is_on(struck) for name in _STRUCK for struck in cell.iter(f"{{{W}}}{name}")):
                raise CicaregError(f"{origin} has text in its tables that is struck: take the list itself")
            columns = _number(cell, "tcPr/gridSpan", 1)
            if _goes_on(cell, "hMerge") and boxes:
                boxes[-1] = boxes[-1]._replace(columns=boxes[-1].columns + columns)
            else:
                boxes.append(Box(lined(_text(cell)), at, columns, _goes_on(cell, "vMerge")))
            at += columns
        yield tuple(boxes)


def _below(element: Any, name: str, closed: tuple[str, ...]) -> "Iterator[Element]":
    """Yield the elements of a name below another, also in content controls, but not within those that are closed."""
    for child in element:
        own = _name(child)
        if own == name:
            yield child
        elif own not in closed:
            yield from _below(child, name, closed)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(cell: Any) -> str:
    return "\n".join("".join(_words(paragraph)) for paragraph in _below(cell, "p", tuple(_ASIDE)))


def _words(element: Any) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SPACES:
            yield _SPACES[name]
        elif name not in _ASIDE:
            yield from _words(child)


def _number(element: Any, path: str, default: int) -> int:
    found = element.find("/".join(f"{{{W}}}{part}" for part in path.split("/")))
    text = found.get(f"{{{W}}}val") if found is not None else None
    return int(text) if text and text.isascii() and text.isdecimal() and 0 < int(text) < 1000 else default


def _is_on(element: Any) -> bool:
    return element.get(f"{{{W}}}val", "true") not in ("0", "false", "off")


def _goes_on(cell: Any, name: str) -> bool:
    found = cell.find(f"{{{W}}}tcPr/{{{W}}}{name}")
    return found is not None and found.get(f"{{{W}}}val", "continue") == "continue"
