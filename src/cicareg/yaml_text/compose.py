"""From text to data with places: one pass over the parser's events, with limits of our own."""

import re
import unicodedata
from typing import Any, NamedTuple, NoReturn

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # its stubs do not export it

from cicareg.limits import MAX_DEPTH, MAX_FAULTS, MAX_NODES
from cicareg.visible import UNSEEN
from cicareg.yaml_text.door import NOT_NORMAL, describe
from cicareg.yaml_text.fault import Fault, FaultError, fault_at
from cicareg.yaml_text.places import Branch, Leaf, spot
from cicareg.yaml_text.scalars import AmbiguousNumberError, resolve
from cicareg.yaml_text.shown import shown

_DIRECTIVE = re.compile(r"^%.*", re.MULTILINE)

Data = dict[str, Any]


class Composed(NamedTuple):
    """What a text says: plain data, the place of every node, and the faults that were stepped over."""

    data: Data
    places: Branch
    faults: tuple[Fault, ...]


def compose(text: str) -> Composed:
    """Read one YAML document whose top is a mapping; raise FaultError where reading cannot go on."""
    if match := _DIRECTIVE.search(text):  # before the parser, which compares each with all before it
        message = "YAML directives (lines that begin with %) are not allowed"
        raise FaultError(fault_at(text, match.start(), message, len(match[0])))
    composer = _Composer()
    try:
        parser = CParser(text)
        while (event := parser.get_event()) is not None:
            composer.take(event)
    except yaml.YAMLError as error:
        raise FaultError(_syntax(error), tuple(composer.faults)) from None
    except UnicodeError:  # of a tag such as !%ed%a0%80, or of a text that did not pass the door
        raise FaultError(composer.stuck("not YAML: it is not Unicode"), tuple(composer.faults)) from None
    if composer.root is None:
        raise FaultError(Fault(1, 1, 1, 1, "the file is empty"))
    return Composed(composer.root_data, composer.root, tuple(composer.faults))


# What the parser says where somebody wrote a text without the quotes that it needs.
_UNQUOTED = frozenset({
    "mapping values are not allowed in this context",
    "did not find expected ',' or '}'",
    "did not find expected ',' or ']'",
    "found character that cannot start any token",
})  # fmt: skip


def _syntax(error: yaml.YAMLError) -> Fault:
    found, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    line, column = (found.line + 1, found.column + 1) if found else (1, 1)
    message = f"not YAML: {getattr(error, 'problem', None) or 'it cannot be read'}"
    if began and began.line + 1 != line:
        message += f" ({getattr(error, 'context', '')}, begun at line {began.line + 1})"
    if getattr(error, "problem", None) in _UNQUOTED:
        message += "; a text with `: `, `, ` or brackets in it stands in quotes"
    return Fault(line, column, line, column + 1, message)


class _Level:
    """A mapping or list that is being read."""

    __slots__ = ("branch", "data", "end", "flow", "key", "key_event")

    def __init__(self, event: Any, data: Any) -> None:
        self.data = data
        self.branch = Branch(event.start_mark, {})
        self.end = event.end_mark
        self.flow = event.flow_style
        self.key: str | None = None
        self.key_event: Any = None


class _Composer:
    """The state of one reading."""

    def __init__(self) -> None:
        self.root: Branch | None = None
        self.root_data: Data = {}
        self.faults: list[Fault] = []
        self._stack: list[_Level] = []
        self._last: Any = None
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the parser's next event."""
        self._last = event
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._open(event, [])
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self._close(event)
        elif kind is yaml.AliasEvent:
            self._fatal(event, f"YAML aliases (*{shown(event.anchor)}) are not allowed: write the value out")
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    def stuck(self, message: str) -> Fault:
        """Make a fault of what follows the last event."""
        line, column = (self._last.end_mark.line + 1, self._last.end_mark.column + 1) if self._last else (1, 1)
        return Fault(line, column, line, column + 1, message)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._fatal(event, "a second YAML document begins: one record, one document")

    def _scalar(self, event: Any) -> None:
        self._count(event)
        level = self._stack[-1] if self._stack else None
        if level is None:
            self._fatal(event, "the top of a file must be a mapping (key: value)")
        if level.key is None and type(level.data) is dict:
            self._key(level, event)
            return
        self._put(self._value(event), event)

    def _value(self, event: Any) -> Any:
        if event.style is None or event.style == "":
            try:
                return resolve(event.value)
            except AmbiguousNumberError:
                number = shown(event.value)
                self._fault(event, f'YAML programs read the number {number} differently: put it in quotes, "{number}"')
                return event.value
        if match := UNSEEN.search(event.value):
            self._fault(event, f"the text holds {describe(match[0])}")
        elif not unicodedata.is_normalized("NFC", event.value):
            self._fault(event, NOT_NORMAL)
        return event.value

    def _key(self, level: _Level, event: Any) -> None:
        value = self._value(event)
        if not isinstance(value, str):
            self._fault(event, f'a key is text: put it in quotes, "{shown(event.value)}"')
        key = event.value
        if key == "<<" and not event.style:
            self._fault(event, "merge keys (<<) are not allowed: write the values out")
        if key in level.data:
            first = level.branch.keys[key].start_mark
            self._fault(event, f"key {shown(key)} given twice (first at line {first.line + 1})")
        level.key, level.key_event = key, event

    def _open(self, event: Any, data: Any) -> None:
        self._count(event)
        if not self._stack and isinstance(data, list):
            self._fatal(event, "the top of a file must be a mapping (key: value), not a list")
        if self._stack and type(self._stack[-1].data) is dict and self._stack[-1].key is None:
            self._fatal(event, "a key is text, not a list or a mapping")
        if len(self._stack) >= MAX_DEPTH:
            self._fatal(event, f"nested deeper than {MAX_DEPTH} levels")
        self._stack.append(_Level(event, data))

    def _close(self, event: Any) -> None:
        level = self._stack.pop()
        # A block has no closing mark of its own: it ends where its last value ends.
        level.branch.end_mark = event.end_mark if level.flow else level.end
        if level.flow and event.end_mark.line != level.branch.start_mark.line:
            self._fault(level.branch, "a {…} or […] runs over several lines: put it on one line or one field a line")
        if self._stack:
            self._put(level.data, level.branch)
        else:
            self.root, self.root_data = level.branch, level.data

    def _put(self, value: Any, place: Leaf) -> None:
        level = self._stack[-1]
        level.end = place.end_mark
        if level.key is not None:
            if level.key not in level.data:  # of a key given twice the first counts; the fault is on record
                level.data[level.key] = value
                level.branch.keys[level.key] = level.key_event
                level.branch.children[level.key] = place
            level.key = None
        else:
            level.branch.children[len(level.data)] = place
            level.data.append(value)

    def _count(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._fatal(event, f"more than {MAX_NODES:,} values in one file")
        if event.anchor is not None:
            self._fatal(event, f"YAML anchors (&{shown(event.anchor)}) are not allowed: write the value out")
        if event.tag is not None:
            self._fault(event, f"YAML tags ({shown(event.tag)}) are not allowed")

    def _fault(self, place: Leaf, message: str) -> None:
        if len(self.faults) >= MAX_FAULTS:
            self._fatal(place, f"more than {MAX_FAULTS} faults: the rest of the file is not read")
        self.faults.append(_at(place, message))

    def _fatal(self, place: Leaf, message: str) -> NoReturn:
        raise FaultError(_at(place, message), tuple(self.faults))


def _at(place: Leaf, message: str) -> Fault:
    return Fault(*spot(place), message)
