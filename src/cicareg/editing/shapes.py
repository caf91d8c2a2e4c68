"""What is to be written, with each scalar as it will stand: made of data, or of what a text already has."""

from dataclasses import dataclass
from typing import Any

from cicareg.editing.edits import EditError
from cicareg.editing.scalars import key, literal, scalar
from cicareg.limits import MAX_DEPTH
from cicareg.yaml_text import shown


@dataclass(frozen=True, slots=True)
class Token:
    """A scalar: its text in a {…} or […], its text outside, and its lines as a literal block where it has several."""

    text: str
    alone: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping: the text of each key, and what stands under it."""

    parts: tuple[tuple[str, "Shape"], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    parts: tuple["Shape", ...]


Shape = Token | Pairs | Items


def shape(value: Any, depth: int = MAX_DEPTH) -> Shape:
    """Give the shape of plain data; EditError for what a record cannot hold."""
    if type(value) in (dict, list):
        if not depth:
            raise EditError(f"nested deeper than {MAX_DEPTH} levels")
        if type(value) is dict:
            return Pairs(tuple((key(name), shape(part, depth - 1)) for name, part in value.items()))
        return Items(tuple(shape(part, depth - 1) for part in value))
    if isinstance(value, dict | list | tuple | set):
        raise EditError(f"a record holds plain lists and mappings, but not {shown(value)}")
    return Token(scalar(value, flow=True), scalar(value, flow=False), literal(value) if type(value) is str else ())


def inline(what: Shape) -> str:
    """Write a shape on one line."""
    match what:
        case Token():
            return what.text
        case Pairs():
            return "{" + ", ".join(f"{name}: {inline(part)}" for name, part in what.parts) + "}"
        case Items():
            return "[" + ", ".join(map(inline, what.parts)) + "]"


def flat(what: Shape, levels: int = 2) -> bool:
    """Tell whether a shape reads well on one line: few levels, no text of several lines."""
    match what:
        case Token():
            return not what.lines
        case Pairs():
            return not what.parts or (levels > 0 and all(flat(part, levels - 1) for _, part in what.parts))
        case Items():
            return not what.parts or (levels > 0 and all(flat(part, levels - 1) for part in what.parts))
