"""Records as people write them, in pieces (a key, an item, a comment), and edits of them, made by hypothesis."""

import re
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from cicareg.editing import Append, Edit, Put, Remove

_PLAIN = re.compile(r"[A-Za-zЖқ](?:[-\w ./]*\w)?")
_WORDS = [
    *("coordinator", "RUS", "soc-2023-08-22/4", "2024-2025", "2024-03-15", "Тәртіп", "No", "on", "12:30:45", "010"),
    *(
        "1_000",
        "~",
        "=",
        "<<",
        "a: b",
        "x #y",
        "- z",
        "[q",
        "it's",
        'say "x"',
        "",
        " lead",
        "trail ",
        "? k",
        "中文",
        "😀",
    ),
    *("x" * 70, "word " * 30 + "end", "%a", "&a", "*a", "!a", "|", ">", "@", "`", "{}", "null", "yes", "0x1F", "é\\n"),
]
_TALL = ["one\ntwo", "one\ntwo\n", "a: b\n# no comment\n- c\n", "one\n\nthree", "\n", " deep\nflat", "end\n\n", "x \ny"]
_SIGNS = (
    " ",
    "#",
    " #",
    ":",
    ": ",
    "- ",
    "? ",
    ",",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "|",
    "\n",
    "\n  ",
    "...",
    "---\n",
    "é",
)
FIELDS = ("state", "role", "term", "text", "inferred", "ended", "on", "a b", "é")
KEYS = ("organ", "date", "departures", "tenures", "acting", "title", "list", "No")

texts = st.sampled_from(_WORDS) | st.sampled_from(_TALL)
leaves = texts | texts | st.integers(-5000, 5000) | st.booleans()
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=3),
    max_leaves=6,
)


@dataclass(frozen=True)
class Piece:
    """Some whole lines, and the path of what they say; a comment says nothing, nor does the key of a list."""

    text: str
    path: tuple[str | int, ...] = ()
    begins: str = ""


@dataclass
class Record:
    """A record in its pieces."""

    pieces: list[Piece] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class _Hand:
    """One person's style, and that person's moods."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.list_step = draw(st.sampled_from([0, 2, 2, 4]))
        self.map_step = draw(st.sampled_from([2, 2, 4]))
        self.dash = draw(st.sampled_from(["- ", "- ", "-   "]))
        self.count = 0

    def pick(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def note(self) -> str:
        """Make a comment for the end of a line, each one once."""
        self.count += 1
        return self.pick("", "", "", f"  # note {self.count}: [x, {{y", f" # '{self.count}'")

    def loose(self, column: int) -> list[Piece]:
        self.count += 1
        text = self.pick("", "", "", "", "\n", f"{' ' * column}# - loose: {self.count}\n", f"# {self.count}\n\n")
        return [Piece(text)] if text else []

    def token(self, value: Any) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return str(value)
        if isinstance(value, dict):
            return "{" + ", ".join(f"{self.token(key)}: {self.token(part)}" for key, part in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.token, value)) + "]"
        styles = ['"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"']
        if "\n" not in value:
            styles.append("'" + value.replace("'", "''") + "'")
            if _PLAIN.fullmatch(value) and value not in ("null", "true"):
                styles += [value] * 3
        return self.pick(*styles)

    def value(self, head: str, column: int, value: Any) -> str:
        """Write a value behind its key or dash, at the column in which the key or dash stands."""
        if isinstance(value, str) and re.fullmatch(r"(?:\S[^\n]*\S\n)+", value) and self.draw(st.booleans()):
            lines = "".join(f"{' ' * (column + 3)}{line}\n" for line in value[:-1].split("\n"))
            style = self.pick("|", "|", "|+", "|3" if head.endswith(":") else "|")
            empty = "" if style == "|+" else self.pick("", "", "\n")
            return f"{' ' * column}{head} {style}{self.note()}\n{lines}{empty}"
        if isinstance(value, dict) and value and self.draw(st.booleans()):
            return self.mapping(head, column, value)
        if isinstance(value, list) and value and self.draw(st.booleans()):
            return self.listing(head, column, value)
        return f"{' ' * column}{head} {self.token(value)}{self.note()}\n"

    def mapping(self, head: str, column: int, value: dict[str, Any]) -> str:
        inside = column + len(self.dash) if head == "-" else column + self.map_step
        rows = "".join(
            self._between(inside) + self.value(f"{self.token(key)}:", inside, part) for key, part in value.items()
        )
        if (
            head == "-"
            and rows[:inside].isspace()
            and "\n" not in rows[:inside]
            and rows[inside] != "#"
            and self.draw(st.booleans())
        ):
            return " " * column + self.dash + rows[inside:]
        return f"{' ' * column}{head}{self.note()}\n{rows}"

    def listing(self, head: str, column: int, value: list[Any]) -> str:
        inside = column + len(self.dash) if head == "-" else column + self.list_step
        rows = "".join(self._between(inside) + self.value("-", inside, part) for part in value)
        return f"{' ' * column}{head}{self.note()}\n{rows}"

    def _between(self, column: int) -> str:
        self.count += 1
        return self.pick("", "", "", "", "", f"{' ' * column}# inside {self.count}\n", "\n")


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Make a record: scalars, mappings, and lists of which each item is a piece."""
    hand, record = _Hand(draw), Record()
    record.pieces += [Piece(draw(st.sampled_from(["", "# head\n", "# head\n\n", "---\n", "# head\n---\n"])))]
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)):
        record.pieces += hand.loose(0)
        name = hand.token(key)
        items = draw(st.lists(values, min_size=1, max_size=4)) if draw(st.booleans()) else None
        record.data[key] = items or draw(values)
        if items is None:
            record.pieces.append(Piece(hand.value(f"{name}:", 0, record.data[key]), (key,)))
            continue
        record.pieces.append(Piece(f"{name}:{hand.note()}\n", begins=key))
        for index, item in enumerate(items):
            record.pieces += hand.loose(hand.list_step)
            record.pieces.append(Piece(hand.value("-", hand.list_step, item), (key, index)))
    record.pieces += [*hand.loose(0), Piece(draw(st.sampled_from(["", "", "# end\n", "\n", "...\n"])))]
    return record


@st.composite
def edits(draw: st.DrawFn, data: dict[str, Any]) -> Edit:
    """Make an edit that the data allow."""
    path: tuple[str | int, ...] = ()
    here: Any = data
    while isinstance(here, dict | list) and here and (not path or draw(st.integers(0, 3))):
        step = draw(st.sampled_from(list(here) if isinstance(here, dict) else range(len(here))))
        path, here = (*path, step), here[step]
    order = tuple(draw(st.permutations((*KEYS, *FIELDS)))) if draw(st.booleans()) else ()
    ways = ["put", "remove", "top", "top list"]
    ways += ["append"] * 4 if isinstance(here, list) else ["field"] * 3 if isinstance(here, dict) else []
    way = draw(st.sampled_from(ways))
    value = draw(values)
    if way == "remove" and (len(path) > 1 or len(data) > 1):
        return Remove(path)
    if way == "append":
        return Append(path, value)
    missing = [key for key in KEYS if key not in data]
    if way.startswith("top") and missing:
        return (Put if way == "top" else Append)((draw(st.sampled_from(missing)),), value, order)
    if way == "field":
        return Put((*path, draw(st.sampled_from(FIELDS))), value, order)
    return Put(path, value, order)


@st.composite
def slips(draw: st.DrawFn, text: str) -> str:
    """Damage a text: lines go, come twice or move in and out, and signs are put in."""
    for _ in range(draw(st.integers(1, 3))):
        lines = text.split("\n")
        at = draw(st.integers(0, max(0, len(lines) - 2)))
        way = draw(st.sampled_from(["gone", "twice", "in", "out", "swap", "sign", "sign"]))
        if way == "sign":
            where = draw(st.integers(0, max(0, len(text) - 1)))
            text = text[:where] + draw(st.sampled_from(_SIGNS)) + text[where + draw(st.integers(0, 1)) :]
            continue
        line = lines[at]
        new = {
            "gone": [],
            "twice": [line, line],
            "in": [f"  {line}"],
            "out": [line.removeprefix("  ")],
            "swap": [line],
        }[way]
        lines[at : at + 1] = new
        if way == "swap" and at:
            lines[at - 1], lines[at] = lines[at], lines[at - 1]
        text = "\n".join(lines)
    return text
