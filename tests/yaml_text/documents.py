"""Documents as people write them, made by hypothesis together with what they say and where."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from cicareg.visible import UNSEEN
from cicareg.yaml_text import Step
from cicareg.yaml_text.scalars import AmbiguousNumberError, resolve

Path = tuple[Step, ...]
Range = tuple[int, int]

_LETTERS = "abcXYZ 019-_.,:#'\"\\/&*!|>%@`{}[]?~=<()éüЖҚәіßαλ中文ไทยעברית😀№½\n"
_PLAIN_START = re.compile(r"[^\W\d_]", re.UNICODE)
_UNSAFE_PLAIN = re.compile(r":(?:\s|$)|\s#|\n|^\s|\s$")
_UNSAFE_FLOW = re.compile(r"[,\[\]{}:?]")
_WORDS = [
    "no",
    "NO",
    "yes",
    "on",
    "off",
    "y",
    "12:30:45",
    "2024-02-29",
    "2024-2025",
    "1.2.3",
    "a:b",
    "c#d",
    "x-y",
    "it's",
]
_NULLS = ["~", "null", "Null", "NULL"]
_TRUTHS = {True: ["true", "True", "TRUE"], False: ["false", "False", "FALSE"]}


@dataclass
class Document:
    """A text, what it says, and from where to where each key and value stands."""

    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    keys: dict[Path, Range] = field(default_factory=dict)
    values: dict[Path, Range] = field(default_factory=dict)

    def mark(self, where: dict[Path, Range], path: Path, token: str) -> None:
        """Write a token and keep where it stands."""
        start = len(self.text)
        self.text += token
        where[path] = (start, len(self.text))


def _clean(text: str) -> str:
    return UNSEEN.sub("", unicodedata.normalize("NFC", text))


def _is_text(token: str) -> bool:
    try:
        return resolve(token) == token
    except AmbiguousNumberError:
        return False


texts = st.text(_LETTERS, max_size=20).map(_clean)
leaves = st.none() | st.booleans() | st.integers(-999_999, 999_999) | texts | texts | st.sampled_from(_WORDS)
keys = st.sampled_from(["a", "b-c", "state", "2.7", "no", "Ж", "a b", "x:y", "'q'"]) | texts.filter(
    lambda t: "\n" not in t
)
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Make a document in block style, with flow collections, quotes and comments wherever they may stand."""
    document = Document(data=draw(st.dictionaries(keys, trees, min_size=1, max_size=4)))
    writer = _Writer(draw, document)
    document.text = draw(st.sampled_from(["", "", "---\n", "# Жоғары\n\n", "# one\n# two\n---\n"]))
    writer.block_map((), document.data, "")
    document.text += draw(st.sampled_from(["", "", "\n", "# end\n", "...\n"]))
    return document


class _Writer:
    """Writes data into a document; every choice of style is hypothesis's."""

    def __init__(self, draw: st.DrawFn, document: Document) -> None:
        self.draw = draw
        self.out = document

    def pick(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def block_map(self, path: Path, data: dict[str, Any], indent: str) -> None:
        start = None
        for key, value in data.items():
            self._loose_comment(indent)
            if start is None:
                self.out.text += indent
                start = len(self.out.text)
            else:
                self.out.text += indent
            self.out.mark(self.out.keys, (*path, key), self._key(key, flow=False))
            self.out.text += ":"
            self._block_value((*path, key), value, indent)
        assert start is not None
        self.out.values[path] = (start, self._end_of((*path, key)))

    def block_list(self, path: Path, data: list[Any], indent: str) -> None:
        start = None
        for index, value in enumerate(data):
            self._loose_comment(indent)
            self.out.text += indent
            start = len(self.out.text) if start is None else start
            self.out.text += "-"
            self._block_value((*path, index), value, indent)
        assert start is not None
        self.out.values[path] = (start, self._end_of((*path, len(data) - 1)))

    def _end_of(self, path: Path) -> int:
        return self.out.values[path][1]

    def _block_value(self, path: Path, value: Any, indent: str) -> None:
        deeper = indent + self.pick("  ", "  ", "    ", " ")
        if isinstance(value, dict) and value and self.draw(st.booleans()):
            self.out.text += self._comment() + "\n"
            self.block_map(path, value, deeper)
        elif isinstance(value, list) and value and self.draw(st.booleans()):
            self.out.text += self._comment() + "\n"
            in_map = isinstance(path[-1], str)
            self.block_list(path, value, self.pick(indent, deeper) if in_map else deeper)
        elif isinstance(value, str) and self.draw(st.booleans()) and self._block_scalar(path, value, deeper):
            pass
        elif value is None and self.draw(st.booleans()):
            self.out.mark(self.out.values, path, "")
            self.out.text += self._comment() + "\n"
        else:
            self.out.text += " "
            self._flow(path, value, deeper)
            self.out.text += self._comment() + "\n"

    def _block_scalar(self, path: Path, value: str, indent: str) -> bool:
        """Write the text as a block scalar where that can say it, and tell whether it could."""
        lines = value.split("\n")
        ends = lines[-1] == ""
        body = lines[:-1] if ends else lines
        if not body or any(line != line.strip() or not line for line in body):
            return False
        folded = len(body) == 1 and self.draw(st.booleans())
        self.out.text += " "
        token = (">" if folded else "|") + ("" if ends else "-") + "\n" + "".join(f"{indent}{line}\n" for line in body)
        self.out.mark(self.out.values, path, token)
        return True

    def _flow(self, path: Path, value: Any, fold: str | None = None) -> None:
        start = len(self.out.text)
        if isinstance(value, dict):
            self.out.text += "{" + self.pick("", " ")
            for number, (key, item) in enumerate(value.items()):
                self.out.text += ", " if number else ""
                self.out.mark(self.out.keys, (*path, key), self._key(key, flow=True))
                self.out.text += ": "
                self._flow((*path, key), item)
            self.out.text += self.pick("", " ") + "}"
        elif isinstance(value, list):
            self.out.text += "[" + self.pick("", " ")
            for index, item in enumerate(value):
                self.out.text += self.pick(",", ", ") if index else ""
                self._flow((*path, index), item)
            self.out.text += self.pick("", " ") + "]"
        else:
            self.out.text += self._scalar(value, fold)
        self.out.values[path] = (start, len(self.out.text))

    def _scalar(self, value: Any, fold: str | None) -> str:
        if value is None:
            return self.pick(*_NULLS)
        if isinstance(value, bool):
            return self.pick(*_TRUTHS[value])
        return str(value) if isinstance(value, int) else self._text(value, fold)

    def _key(self, key: str, *, flow: bool) -> str:
        plain_in_quotes = flow or not _plain(key, flow=False) or key == "<<"
        return self._text(key, None) if plain_in_quotes else self.pick(key, self._text(key, None))

    def _text(self, value: str, fold: str | None) -> str:
        styles = ["double"]
        if "\n" not in value:
            styles.append("single")
            if _plain(value, flow=fold is None):
                styles += ["plain", "plain"]
        style = self.pick(*styles)
        if style == "double":
            return f'"{self._escaped(value)}"'
        token = "'" + value.replace("'", "''") + "'" if style == "single" else value
        middle = re.search(r"(?<=[^\W\d_]) (?=[^\W\d_])", token)
        if fold is not None and middle and self.draw(st.booleans()):
            token = f"{token[: middle.start()]}\n{fold}{token[middle.end() :]}"
        return token

    def _escaped(self, value: str) -> str:
        escape = self.draw(st.sampled_from(["", "", "éЖ", "a😀", "中 "]))
        return "".join(_escape(character, escape) for character in value)

    def _comment(self) -> str:
        return self.pick("", "", "", "  # Ескерту: [x, {y", "    #", ' # "a: b')

    def _loose_comment(self, indent: str) -> None:
        self.out.text += self.pick("", "", "", "", f"{indent}# - a: b\n", "# x\n", "\n", f"{indent}\n")


def _plain(value: str, *, flow: bool) -> bool:
    """Tell whether a text may stand unquoted (some that could are left out)."""
    return bool(
        value
        and (_PLAIN_START.match(value) or value in _WORDS)
        and not _UNSAFE_PLAIN.search(value)
        and not (flow and _UNSAFE_FLOW.search(value))
        and _is_text(value)
    )


def _escape(character: str, escape: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    if character in escape:
        code = ord(character)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08x}"
    return character
