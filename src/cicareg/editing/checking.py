"""The check of every edit: read again, the data are as intended, no comment and no other line has changed."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from cicareg.editing.edits import Append, Edit, EditError, Insert, Put, Remove, named, same
from cicareg.editing.nodes import Node, Source
from cicareg.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from cicareg.yaml_text import shown

_COMMENT = re.compile(r"#.*")


def readable(text: str, expected: dict[str, Any]) -> Source:
    """Read a text that was written here; EditError where it does not say what it should."""
    _within_limits(text, expected)
    try:
        source = Source(text)
    except EditError as error:
        _bug(f"the new text is faulty, {error}")
    if not same(source.root.data, expected):
        _bug("the new text would say something else")
    return source


def checked(old: Source, new: Source, edit: Edit) -> None:
    """Compare a text with the one before a single edit: only the lines of what was edited may differ."""
    chain = old.walk(edit.path)
    if not _only_added(old.lines, new.lines) and not _same_outside(old.lines, new.lines, _may_change(chain, edit)):
        _bug(f"line {_first_change(old.lines, new.lines)} would change, which has no part in {named(edit.path)}")
    gone = _gone(old, new)
    begin, end = _may_go(chain, edit)
    gone -= Counter(comment for number, comment in comments(old) if begin <= number < end)
    if gone:
        _bug(f"the comment {shown(next(iter(gone)))} would be lost")


def lost_comments(old: str, new: str) -> int:
    """Give how many comments of a text are not in the text that edits have made of it."""
    changed = Counter(old.split("\n")) - Counter(new.split("\n"))
    if not any("#" in line for line in changed):
        return 0
    return _gone(Source(old), Source(new)).total()


def _gone(old: Source, new: Source) -> Counter[str]:
    return Counter(comment for _, comment in comments(old)) - Counter(comment for _, comment in comments(new))


def comments(source: Source) -> Iterator[tuple[int, str]]:
    """Yield all comments with their lines, from 0."""
    outside = list(source.text)
    for start, end in _scalars(source.root):
        outside[start:end] = ["\n" if letter == "\n" else "_" for letter in source.text[start:end]]
    for found in _COMMENT.finditer("".join(outside)):
        yield source.line(found.start()), source.text[found.start() : found.end()].rstrip()


def _scalars(node: Node) -> Iterator[tuple[int, int]]:
    if key := node.key():
        yield node.source.offset(key.start_mark), node.source.offset(key.end_mark)
    if node.header is not None:
        yield node.source.text.index("\n", node.header), node.end
    elif node.branch is None:
        yield node.start, node.end
    for child in node.children():
        yield from _scalars(child)


def _only_added(old: list[str], new: list[str]) -> bool:
    """Tell whether the lines of the new text are those of the old with some put in at one place."""
    above = _first_change(old, new) - 1
    return len(new) >= len(old) and old[above:] == new[len(new) - len(old) + above :]


def _same_outside(old: list[str], new: list[str], where: tuple[int, int]) -> bool:
    """Tell whether the lines before and after those from and to are the same."""
    begin, end = where
    after = len(old) - end
    return len(new) >= begin + after and old[:begin] == new[:begin] and old[end:] == new[len(new) - after :]


def _first_change(old: list[str], new: list[str]) -> int:
    """Give the first line, from 1, that is another."""
    return next((at for at, (one, other) in enumerate(zip(old, new, strict=False), 1) if one != other), len(old) + 1)


def _may_change(chain: list[Node], edit: Edit) -> tuple[int, int]:
    node = chain[-1]
    if isinstance(edit, Remove) and not (node.parent and node.parent.flow):
        return _removal(node)
    if node.outermost().flow:
        return _lines(node.outermost())
    if len(chain) > len(edit.path):
        return (0, 0) if isinstance(edit, Append | Insert) else _lines(node)
    return node.first, node.first + 1  # a key may come first, behind a dash


def _removal(node: Node) -> tuple[int, int]:
    siblings = node.parent.children() if node.parent else []
    if len(siblings) == 1 and node.parent:
        return _lines(node.parent)
    begin, end = _lines(node)
    if len(siblings) > 1 and siblings[0].path == node.path:
        end = node.source.line(siblings[1].entry()) + 1  # the second may take its place behind a dash
    return begin, end


def _may_go(chain: list[Node], edit: Edit) -> tuple[int, int]:
    node = chain[-1]
    if len(chain) == len(edit.path) or (not node.block and isinstance(edit, Put)):
        return 0, 0
    if isinstance(edit, Remove):
        return (0, 0) if node.parent and node.parent.flow else _lines(node)
    return (node.first, node.last + 1) if isinstance(edit, Put) else (0, 0)


def _lines(node: Node) -> tuple[int, int]:
    return node.source.line(node.entry()), node.last + 1


def _within_limits(text: str, data: dict[str, Any]) -> None:
    nodes, depth = _size(data)
    if nodes > MAX_NODES or depth > MAX_DEPTH or len(text.encode("utf-8")) > MAX_BYTES:
        limits = f"{MAX_BYTES:,} bytes, {MAX_NODES:,} values or {MAX_DEPTH} levels"
        raise EditError(f"the record would have more than {limits}: divide it")


def _size(data: Any) -> tuple[int, int]:
    """Give how many values and keys there are, and how many levels."""
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else None
    if parts is None:
        return 1, 0
    sizes = [_size(part) for part in parts]
    keys = len(data) if isinstance(data, dict) else 0
    return 1 + keys + sum(nodes for nodes, _ in sizes), 1 + max((depth for _, depth in sizes), default=0)


def _bug(what: str) -> NoReturn:
    raise EditError(f"nothing was changed: {what}; this is a bug of the editor, make the change by hand")
