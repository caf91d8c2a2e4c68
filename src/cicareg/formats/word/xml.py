"""Elements of WordprocessingML. Text comes in as the text of an element or attribute: it cannot become markup."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cicareg.document import Mark, Run
from cicareg.visible import visible

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TERM = re.compile(r"(?<=[0-9])-(?=[0-9])")  # a term such as 2024-2025 stays on one line
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STYLES = {"": (), "emphasis": ("i",), "strong": ("b",), "gone": ("strike",), "new": ("u",)}
_VALUES = {"u": "single"}  # what a property says, where its being there does not say it


def w(name: str, /, *children: "Element", **values: str | int) -> "Element":
    """Make an element with children; the values are attributes of the same namespace."""
    from xml.etree.ElementTree import Element

    element = Element(f"{{{W}}}{name}", {f"{{{W}}}{key}": str(value) for key, value in values.items()})
    element.extend(children)
    return element


def inked(text: str) -> str:
    """Give a text as it is shown: a tab is a space, and what XML cannot hold or the eye cannot see is escaped."""
    return visible(text.replace("\t", " "))


def run(text: str, styles: Iterable[str] = ()) -> "Element":
    """Make a run; a line feed begins a new line, and between figures a line never ends."""
    made = w("r")
    properties = [w(style, **{"val": _VALUES[style]} if style in _VALUES else {}) for style in styles]
    if properties:
        made.append(w("rPr", *properties))
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(w("br"))
        for part, words in enumerate(_TERM.split(line)):
            if part:
                made.append(w("noBreakHyphen"))
            if words:
                made.append(_text(words))
    return made


def marked(mark: Mark) -> tuple[str, ...]:
    """Give the properties of a run that is gone or new."""
    return _STYLES[mark]


def runs(given: Sequence[Run]) -> list["Element"]:
    """Make the runs of a paragraph."""
    return [run(one.text, _STYLES[one.style]) for one in given]


def _text(line: str) -> "Element":
    made = w("t")
    made.set(_SPACE, "preserve")
    made.text = inked(line)
    return made
