"""New lines: a mapping or list on one line where it fits, else one field a line."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from cicareg.editing.checking import readable
from cicareg.editing.edits import EditError
from cicareg.editing.scalars import checked
from cicareg.editing.shapes import Items, Pairs, Shape, Token, flat, inline, shape

WIDTH = 120


class Style(NamedTuple):
    """How far a file indents what stands under a key."""

    list_step: int = 2
    map_step: int = 2


def written(data: Mapping[str, Any], heading: str = "") -> str:
    """Write a new file: a first line, if any (a comment), then the data."""
    if not data:
        raise EditError("a file without a key says nothing: give it one")
    checked(heading)
    if heading and (not heading.startswith("#") or "\n" in heading):
        raise EditError("the heading of a file is one line that begins with #")
    lines = block(shape(dict(data)), 0, Style())
    text = "".join(f"{line}\n" for line in ([heading] if heading else []) + lines)
    readable(text, dict(data))
    return text


def block(what: Shape, column: int, style: Style) -> list[str]:
    """Write a mapping or list with one entry a line, at a column; the lines come without that indentation."""
    match what:
        case Pairs():
            return [line for name, part in what.parts for line in entry(f"{name}:", part, column, style)]
        case Items():
            return [line for part in what.parts for line in entry("-", part, column, style)]
        case Token():
            return [what.alone]


def entry(head: str, what: Shape, column: int, style: Style, *, flow: bool = True) -> list[str]:
    """Write a key (`name:`) or a dash with its value; without `flow`, a mapping or list is never on one line."""
    if isinstance(what, Token):
        return [f"{head} {what.lines[0]}", *indented(what.lines[1:], 2)] if what.lines else [f"{head} {what.alone}"]
    if not what.parts or (flow and fits(what, column + len(head) + 1, listed=head.startswith("-"))):
        return [f"{head} {inline(what)}"]
    if head.startswith("-"):
        step = len(head) + 1
        first, *rest = block(what, column + step, style)
        return [f"{head} {first}", *indented(rest, step)]
    step = style.list_step if isinstance(what, Items) else style.map_step
    return [head, *indented(block(what, column + step, style), step)]


def fits(what: Shape, column: int, *, listed: bool, after: int = 0) -> bool:
    """Tell whether a value may stand on one line from a column on, with so much after it."""
    if not listed and isinstance(what, Items) and not all(isinstance(part, Token) for part in what.parts):
        return False  # a list of mappings under a key: one item a line
    return flat(what) and column + len(inline(what)) + after <= WIDTH


def indented(lines: list[str] | tuple[str, ...], by: int) -> list[str]:
    """Indent lines; an empty one stays empty."""
    return [" " * by + line if line else "" for line in lines]
