"""One edit of a text: what is added, replaced or taken out, where it stands."""

from cicareg.editing.edits import Append, Edit, EditError, Insert, Put, Remove, lost, named, place, same
from cicareg.editing.flowing import flow_added, flow_put, flow_removed
from cicareg.editing.nodes import Node, Source, sound
from cicareg.editing.removing import removed
from cicareg.editing.replacing import replaced
from cicareg.editing.scalars import key as key_text
from cicareg.editing.shapes import Items, Shape, shape
from cicareg.editing.styles import apart, dash, on_one_line, style_of
from cicareg.editing.writing import entry, indented


def spliced(source: Source, edit: Edit) -> str:
    """Give the text with one edit made."""
    chain = source.walk(edit.path)
    sound(chain, edit.path)
    if isinstance(edit, Remove):
        if len(chain) == len(edit.path):
            lost(edit.path)
        node = chain[-1]
        if node.parent is source.root and len(source.root.children()) == 1:
            raise EditError("without its last key the file would be empty: remove the file instead")
        return flow_removed(node) if node.parent and node.parent.flow else removed(node)
    if isinstance(edit, Insert):
        return _put_before(chain[-1], shape(edit.value)) if len(chain) > len(edit.path) else lost(edit.path)
    if len(chain) == len(edit.path):
        value: object = [edit.value] if isinstance(edit, Append) else edit.value
        return _new_key(chain[-1], edit, shape(value))
    if isinstance(edit, Put):
        if same(chain[-1].data, edit.value):
            return source.text
        return _put(chain[-1], shape(edit.value))
    return _appended(chain[-1], edit)


def _put(node: Node, what: Shape) -> str:
    if node.parent and node.parent.flow:
        return flow_put(node, what)
    return replaced(node, what)


def _appended(items: Node, edit: Append) -> str:
    if not isinstance(items.data, list):
        raise EditError(f"{named(edit.path)} is not a list: make it a list by hand, one item a line")
    what = shape(edit.value)
    if not items.data:
        return _put(items, Items((what,)))
    if items.flow:
        return flow_added(items, None, what)
    lines = entry(dash(items), what, items.column, style_of(items.source.root), flow=on_one_line(items))
    at = _below(items, items.column)
    return _inserted(items.source, at, ["", *lines] if apart(items) else lines, items.column)


def _put_before(item: Node, what: Shape) -> str:
    items = item.parent
    if items is None or not isinstance(items.data, list):
        lost(item.path)
    if items.flow:
        return flow_added(items, None, what, [child.path for child in items.children()].index(item.path))
    lines = entry(dash(items), what, items.column, style_of(items.source.root), flow=on_one_line(items))
    return _before(item, [*lines, ""] if apart(items) else lines, items.column)


def _new_key(pairs: Node, edit: Append | Put, what: Shape) -> str:
    step = edit.path[-1]
    if not isinstance(pairs.data, dict) or not isinstance(step, str):
        lost(edit.path)
    name = key_text(step)
    children = pairs.children()
    at = place(list(pairs.data), step, edit.order)
    if pairs.flow:
        return flow_added(pairs, name, what, at)
    lines = entry(f"{name}:", what, pairs.column, style_of(pairs.source.root))
    if at:
        return _inserted(pairs.source, _below(children[at - 1], pairs.column), lines, pairs.column)
    return _before(children[0], lines, pairs.column)


def _before(first: Node, lines: list[str], column: int) -> str:
    """Put lines before the first key, and before the comment that belongs to it; not before that of the file."""
    source, start = first.source, first.entry()
    number = above = source.line(start)
    while above and _comment(source.lines[above - 1]) and _indentation(source.lines[above - 1]) == column:
        above -= 1
    if above in (number, 0) or source.lines[above - 1].startswith("---"):
        new = "".join(f"{line}\n" for line in [lines[0], *indented(lines[1:], column)])
        return source.text[:start] + new + " " * column + source.text[start:]
    return _inserted(source, above, lines, column)


def _below(node: Node, column: int) -> int:
    """Give the line after a node and after the comments below it that are indented deeper than a column."""
    number, lines = node.last + 1, node.source.lines
    while _comment(lines[number]) and _indentation(lines[number]) > column:
        number += 1
    return number


def _comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _inserted(source: Source, line: int, lines: list[str], column: int) -> str:
    at = source.starts[line]
    return source.text[:at] + "".join(f"{new}\n" for new in indented(lines, column)) + source.text[at:]
