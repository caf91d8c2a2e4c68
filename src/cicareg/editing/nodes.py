"""A text with its composed nodes: where each stands, and how it is written."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from cicareg.editing.edits import EditError, lost, named
from cicareg.editing.shapes import Items, Pairs, Shape, Token
from cicareg.yaml_text import Branch, Composed, FaultError, Step, compose, decode
from cicareg.yaml_text.places import Leaf, Mark

_HEADER = re.compile(r"[|>][-+0-9]*")


class Source:
    """A text that passed the door and has no fault, with the places of its nodes."""

    def __init__(self, text: str) -> None:
        """Compose the text; EditError where it cannot be edited before it is mended."""
        self.text = text
        self.lines = text.split("\n")  # the last is empty: a text ends with a line feed
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        composed = _composed(text)
        self.root = Node(self, (), composed.places, composed.data, None)

    def offset(self, mark: Mark) -> int:
        """Give the offset of a position."""
        return self.starts[mark.line] + mark.column

    def line(self, offset: int) -> int:
        """Give the line, from 0, in which an offset lies."""
        return bisect_right(self.starts, offset) - 1

    def column(self, offset: int) -> int:
        """Give the column, from 0, of an offset."""
        return offset - self.starts[self.line(offset)]

    def walk(self, path: Sequence[Step]) -> "list[Node]":
        """Give the nodes on a path, from the top to the last that there is."""
        chain = [self.root]
        for step in path:
            if not (found := chain[-1].child(step)):
                break
            chain.append(found)
        return chain


class Node:
    """A scalar, mapping or list where it stands; `end` is on its last line, after its last character."""

    def __init__(self, source: Source, path: tuple[Step, ...], place: Leaf, data: Any, parent: "Node | None") -> None:
        """Take the place of a node, and see how it is written."""
        self.source, self.path, self.place, self.data, self.parent = source, path, place, data, parent
        text = source.text
        self.start = source.offset(place.start_mark)
        first = text[self.start : self.start + 1]
        self.branch = place if isinstance(place, Branch) else None
        self.flow: bool = (parent.flow if parent else False) or (self.branch is not None and first in "{[")
        self.pair = self.flow and self.branch is not None and first not in "{["  # [a: b], a mapping without brackets
        header = None if self.branch or first not in ("|", ">") else _HEADER.match(text, self.start)
        self.header = header.end() if header else None
        self.end = self._end()
        self.column = place.start_mark.column
        self.first, self.last = place.start_mark.line, source.line(self.end)

    @property
    def block(self) -> bool:
        """Tell whether it is a mapping or list with one entry a line."""
        return self.branch is not None and not self.flow

    def child(self, step: Step) -> "Node | None":
        """Give the node under a key or index, or None."""
        return None if type(step) is bool else self._nodes.get(step)

    def children(self) -> "list[Node]":
        """Give all nodes right under this one, as they stand."""
        return list(self._nodes.values())

    @cached_property
    def _nodes(self) -> "dict[Step, Node]":
        places = self.branch.children if self.branch else {}
        return {
            step: Node(self.source, (*self.path, step), place, self.data[step], self) for step, place in places.items()
        }

    def key(self) -> Leaf | None:
        """Give the place of the node's own key, if it stands under one."""
        return self.parent.branch.keys.get(self.path[-1]) if self.parent and self.parent.branch else None

    def entry(self) -> int:
        """Give the offset at which its key, its dash or, on one line with others, it itself begins."""
        if key := self.key():
            return self.source.offset(key.start_mark)
        return self.start if self.parent is None or self.parent.flow else self._dash()

    def indicator(self) -> int:
        """Give the offset after the colon or the dash that it stands behind."""
        key = self.key()
        if not key:
            return self._dash() + 1
        found = re.compile(r" *:").match(self.source.text, self.source.offset(key.end_mark))
        if not found:
            raise EditError(f"the colon of {named(self.path)} stands on a line of its own: put it behind its key")
        return found.end()

    def outermost(self) -> "Node":
        """Give the whole {…} or […] that it is or is a part of."""
        node = self
        while node.parent and node.parent.flow:
            node = node.parent
        return node

    def shape(self) -> Shape:
        """Give the shape with each scalar written as it is; for what is on one line."""
        if self.pair or self.start == self.end:
            raise EditError(f"{named(self.path)} is written without brackets or without a value: write them by hand")
        children = self.children()
        if self.branch is None:
            written = self.source.text[self.start : self.end]
            return Token(written, written)
        if isinstance(self.data, list):
            return Items(tuple(node.shape() for node in children))
        return Pairs(tuple((node.key_text(), node.shape()) for node in children))

    def key_text(self) -> str:
        """Give the key as it is written."""
        key = self.key()
        return self.source.text[self.source.offset(key.start_mark) : self.source.offset(key.end_mark)] if key else ""

    def _end(self) -> int:
        source = self.source
        if self.block:
            return self.children()[-1].end
        if self.header is None:
            return source.offset(self.place.end_mark)
        last = self.place.end_mark.line - 1
        if "+" not in source.text[self.start : self.header]:  # then the empty lines after it are no part of it
            while last > self.place.start_mark.line and not source.lines[last].strip():
                last -= 1
        return source.starts[last] + len(source.lines[last])

    def _dash(self) -> int:
        """Find the dash of an item: before it are only spaces and dashes, between the two only comments."""
        assert self.parent
        column = self.parent.column
        for number in range(self.first, self.parent.first - 1, -1):
            line = self.source.lines[number]
            if line[column : column + 1] == "-" and not line[:column].strip(" -"):
                return self.source.starts[number] + column
        raise EditError(f"the dash of {named(self.path)} is not found: put it right before its item")


def sound(chain: Sequence[Node], path: Sequence[Step]) -> None:
    """Refuse a path that leads nowhere, or over what is written in a way that is not edited."""
    if len(chain) < len(path):
        lost(path)
    for node in chain:
        if node.pair:
            raise EditError(f"{named(node.path)} is a mapping without brackets: put them in by hand")
        if any(_explicit(child) for child in node.children() if node is not chain[-1] or node.block):
            raise EditError(f"{named(node.path)} has a key behind a question mark: write it as `key: value` by hand")


def _explicit(node: Node) -> bool:
    key = node.key()
    if not key:
        return False
    before = node.source.lines[key.start_mark.line][: key.start_mark.column].rstrip()
    return before.endswith("?") or (not before and _alone(node.source, key.start_mark.line))


def _alone(source: Source, number: int) -> bool:
    """Tell whether a key stands on a line after its question mark."""
    while number > 0:
        number -= 1
        line = source.lines[number].strip()
        if line and not line.startswith("#"):
            return re.fullmatch(r"(?:[-?] )*\?(?:\s+#.*)?", line) is not None
    return False


def _composed(text: str) -> Composed:
    try:
        composed = compose(decode(text.encode("utf-8")))
    except FaultError as error:
        raise EditError(_mend(error.fault.line, error.fault.message)) from None
    except UnicodeEncodeError:
        raise EditError("the text holds a lone surrogate: no file does") from None
    if composed.faults:
        raise EditError(_mend(composed.faults[0].line, composed.faults[0].message))
    return composed


def _mend(line: int, message: str) -> str:
    return f"line {line}: {message} (mend this by hand first)"
