"""An item or a key is taken out, with the lines on which it stands; comments above and below stay."""

from cicareg.editing.nodes import Node
from cicareg.editing.replacing import replaced
from cicareg.editing.shapes import Items, Pairs


def removed(node: Node) -> str:
    """Take out a node of a block; what becomes empty stays as [] or {}."""
    assert node.parent
    siblings = node.parent.children()
    if len(siblings) == 1:
        return _emptied(node.parent)
    source, text = node.source, node.source.text
    start = node.entry()
    line = source.line(start)
    if not source.lines[line][: source.column(start)].strip():
        return text[: source.starts[line]] + text[source.starts[node.last + 1] :]
    return _behind_a_dash(node, start, siblings[1].entry())


def _behind_a_dash(node: Node, start: int, following: int) -> str:
    """Take out the first entry of what begins behind a dash: the second takes its place."""
    text = node.source.text
    after = node.source.starts[node.last + 1]
    if not text[after:following].strip():
        return text[:start] + text[following:]
    return text[:start].rstrip(" ") + "\n" + text[after:]  # a comment stands between the two


def _emptied(parent: Node) -> str:
    return replaced(parent, Items(()) if isinstance(parent.data, list) else Pairs(()))
