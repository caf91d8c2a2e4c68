"""What a file's own style is: how far it indents, whether its items stand on one line, or apart."""

from collections.abc import Iterator

from cicareg.editing.nodes import Node
from cicareg.editing.writing import Style


def style_of(root: Node) -> Style:
    """Give the indentation of the first list and of the first mapping under a key."""
    list_step = map_step = None
    for node in _under_keys(root):
        key = node.key()
        assert key
        step = node.column - key.start_mark.column
        if isinstance(node.data, list) and list_step is None:
            list_step = step
        elif isinstance(node.data, dict) and map_step is None:
            map_step = step
    return Style(2 if list_step is None else list_step, map_step or 2)


def on_one_line(items: Node) -> bool:
    """Tell whether the mappings and lists among a list's items stand on one line; so they do where there are none."""
    parts = [node for node in items.children() if node.branch]
    return not parts or any(node.flow for node in parts)


def dash(items: Node) -> str:
    """Give the dash of a list with the spaces that its items have after it, less one."""
    last = items.children()[-1]
    if last.first != last.source.line(last.entry()) or last.start == last.end:
        return "-"
    return "-" + " " * (last.start - last.entry() - 2)


def apart(items: Node) -> bool:
    """Tell whether an empty line stands before the last of several items."""
    children, lines = items.children(), items.source.lines
    above = items.source.line(children[-1].entry()) - 1
    while above > children[0].last and lines[above].lstrip().startswith("#"):
        above -= 1
    return len(children) > 1 and not lines[above].strip()


def _under_keys(node: Node) -> Iterator[Node]:
    for child in node.children():
        if child.block:
            if child.key() and child.first > child.source.line(child.entry()):
                yield child
            yield from _under_keys(child)
