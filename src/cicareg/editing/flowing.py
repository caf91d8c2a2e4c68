"""Edits within a {…} or […]: they stay on the line, or where it grows too long become one field a line."""

from cicareg.editing.edits import EditError, named
from cicareg.editing.nodes import Node, Source
from cicareg.editing.replacing import replaced
from cicareg.editing.shapes import Shape, inline
from cicareg.editing.writing import WIDTH


def flow_put(node: Node, what: Shape) -> str:
    """Replace a value."""
    if node.start == node.end:
        raise EditError(f"{named(node.path)} has no value: write one by hand")
    return _fitted(node, _splice(node, node.start, node.end, inline(what)))


def flow_added(whole: Node, name: str | None, what: Shape, at: int | None = None) -> str:
    """Add an item at the end, or a key (its text) at a place."""
    part = inline(what) if name is None else f"{name}: {inline(what)}"
    children = whole.children()
    if not children:
        brackets = whole.source.text[whole.start], whole.source.text[whole.end - 1]
        return _fitted(whole, _splice(whole, whole.start, whole.end, part.join(brackets)))
    if at == 0:
        start = children[0].entry()
        return _fitted(whole, _splice(whole, start, start, f"{part}, "))
    end = children[(at or len(children)) - 1].end
    return _fitted(whole, _splice(whole, end, end, f", {part}"))


def flow_removed(node: Node) -> str:
    """Take an item or a key out, with its comma."""
    assert node.parent
    siblings = node.parent.children()
    at = [sibling.path for sibling in siblings].index(node.path)
    if len(siblings) == 1:
        return _splice(node, node.parent.start + 1, node.parent.end - 1, "")
    if at + 1 < len(siblings):
        return _splice(node, node.entry(), siblings[at + 1].entry(), "")
    return _splice(node, siblings[at - 1].end, node.end, "")


def _splice(node: Node, start: int, end: int, new: str) -> str:
    return node.source.text[:start] + new + node.source.text[end:]


def _fitted(node: Node, text: str) -> str:
    """Write the whole as one field a line where its line has become too long, each scalar as it was."""
    outermost = node.outermost()
    number = outermost.first
    if outermost.parent is None or len(text.split("\n", number + 1)[number]) <= WIDTH:
        return text
    again = Source(text).walk(outermost.path)[-1]
    return replaced(again, again.shape(), flow=False)
