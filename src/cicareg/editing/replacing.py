"""A value in the place of another, under a key or behind a dash of its own line."""

from cicareg.editing.edits import EditError, named
from cicareg.editing.nodes import Node
from cicareg.editing.shapes import Items, Shape, Token, inline
from cicareg.editing.styles import style_of
from cicareg.editing.writing import block, fits, indented


def replaced(node: Node, what: Shape, *, flow: bool = True) -> str:
    """Put a shape in the place of a node; without `flow`, a mapping or list is not written on one line."""
    if node.start == node.end:
        raise EditError(f"{named(node.path)} has no value: write one by hand")
    if _one_line(node, what, flow=flow):
        return _as_value(node, [what.alone if isinstance(what, Token) else inline(what)])
    if isinstance(what, Token):
        return _as_literal(node, what)
    return _as_block(node, what)


def _one_line(node: Node, what: Shape, *, flow: bool) -> bool:
    if isinstance(what, Token):
        return not what.lines
    if not what.parts:
        return True
    column = node.source.column(node.indicator()) + 1 if _below_its_key(node) and node.block else node.column
    return flow and fits(what, column, listed=node.key() is None, after=len(_note(node)))


def _as_value(node: Node, lines: list[str]) -> str:
    """Write the lines of a scalar, or a {…}, behind the key or dash."""
    text, note = node.source.text, _note(node)
    if not (node.block and _below_its_key(node)):
        return text[: node.start] + "\n".join([lines[0] + note, *lines[1:]]) + text[_eol(node, node.end) :]
    at = node.indicator()
    eol = _eol(node, at)
    head = "\n".join([f" {lines[0]}{text[at:eol]}", *lines[1:]])
    return text[:at] + head + text[eol : node.source.starts[node.first]] + text[node.source.starts[node.last + 1] :]


def _as_literal(node: Node, what: Token) -> str:
    between = node.source.text[node.indicator() : node.start].partition("\n")[2]
    if node.block and between.strip():  # comments would be read as lines of the text
        return _as_value(node, [what.alone])
    assert node.parent
    header, *lines = what.lines
    inside = node.column if _below_its_key(node) and not node.block else node.parent.column + 2
    return _as_value(node, [header, *indented(lines, inside)])


def _as_block(node: Node, what: Shape) -> str:
    """Write one entry a line: in the place of a block, else under the key or behind the dash."""
    source, text = node.source, node.source.text
    note, style = _note(node).strip(), style_of(source.root)
    after = text[_eol(node, node.end) :]
    if _below_its_key(node):
        column = _column(node, what)
        head, lines = text[: source.starts[node.first]], indented(block(what, column, style), column)
        return head + "\n".join([*([" " * column + note] if note else []), *lines]) + after
    at = node.indicator()
    if node.key():
        assert node.parent
        step = style.list_step if isinstance(what, Items) else style.map_step
        column = node.parent.column + step
        gap = "  " if note else ""
        return text[:at] + "\n".join([gap + note, *indented(block(what, column, style), column)]) + after
    lines = block(what, node.column, style)
    dashed = text[source.starts[node.first] : at]
    if note and dashed.strip() == "-":
        return text[: at - len(dashed)] + dashed.replace("-", note) + "\n" + _behind(node, dashed, lines) + after
    if note:
        return text[:at] + f" {note}\n" + "\n".join(indented(lines, node.column)) + after
    return text[: source.starts[node.first]] + _behind(node, dashed, lines) + after


def _behind(node: Node, dashed: str, lines: list[str]) -> str:
    return "\n".join([dashed.ljust(node.column) + lines[0], *indented(lines[1:], node.column)])


def _column(node: Node, what: Shape) -> int:
    """Give the column of a new block: that of the old, but a mapping stands deeper than its key."""
    assert node.parent
    if isinstance(what, Items) or node.column > node.parent.column:
        return node.column
    return node.parent.column + style_of(node.source.root).map_step


def _below_its_key(node: Node) -> bool:
    """Tell whether a value begins on a line after its key or dash."""
    return node.first > node.source.line(node.entry())


def _note(node: Node) -> str:
    """Give the comment at the end of its last line, of a block scalar at its first, with the spaces before it."""
    start = node.end if node.header is None else node.header
    return node.source.text[start : _eol(node, start)].rstrip()


def _eol(node: Node, offset: int) -> int:
    return node.source.text.index("\n", offset)
