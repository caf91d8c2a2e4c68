"""The ids of a register, from file names and a few lines: for completion, where building a model is too slow.

Nothing is judged here and nothing complained of: what is broken, hostile or not there gives no id.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from cicareg.errors import CicaregError
from cicareg.layout import ROOT, TOP
from cicareg.storage.files import UnfitError, read_file

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_LONGEST = 64
_YEAR = re.compile(r"[0-9]{4}")
_STATE = re.compile(r"^([A-Z]{3}):(?:.*)\n((?:(?:[ \t].*|#.*)?\n)*)", re.MULTILINE)
_NAME = re.compile(r"^  name:[ \t]*(?:\{(.*)\}|([^\s#].*))?.*((?:\n    .*)*)", re.MULTILINE)
_IN_FLOW = re.compile(r"\b[a-z]{2,3}:[ \t]*(\"[^\"\\]*\"|'[^']*'|[^\s,{}\"'#][^,{}]*)")
_IN_BLOCK = re.compile(r"^ {4}[a-z]{2,3}:[ \t]*(\"[^\"\\]*\"|'[^']*'|[^\s{}\"'#].*)", re.MULTILINE)
_DIMENSIONS = re.compile(r"^dimensions:.*\n((?:(?:[ \t-].*|#.*)?\n)*)", re.MULTILINE)
_NUMBERED = re.compile(r"\bid:[ \t]*([a-z0-9-]+)[\s,]+number:[ \t]*([0-9]{1,4})\b", re.ASCII)
_LANGUAGES = re.compile(r"^languages:[ \t]*(\[.*\]|(?:\n[ \t]*- .*)+)", re.MULTILINE)
_FIELD = r"^{}:[ \t]*([a-z0-9-]{{1,64}})[ \t]*(?:#.*)?$"


def ids(root: Path, folder: str) -> list[str]:
    """Give the ids of the records in a folder of the register: the proper ones among the names of its files."""
    try:
        names = os.listdir(root / ROOT / folder)  # noqa: PTH208  # a Path for every file is slow
    except OSError:
        return []
    stems = (name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))
    return sorted(stem for stem in stems if len(stem) <= _LONGEST and _ID.fullmatch(stem))


def events(root: Path) -> list[str]:
    """Give the ids of the events of all years."""
    try:
        years = os.listdir(root / ROOT / "events")  # noqa: PTH208  # see above
    except OSError:
        return []
    return sorted({id_ for year in years if _YEAR.fullmatch(year) for id_ in ids(root, f"events/{year}")})


def states(root: Path) -> dict[str, list[str]]:
    """Give the names of every state by its code."""
    records = _STATE.finditer(_text(root, f"{ROOT}/states.yaml") + "\n")
    return {record[1]: list(_names(record[2])) for record in records}


def area_numbers(root: Path) -> dict[str, str]:
    """Give the id of every area by its number, `2.3`."""
    numbers = _dimension_numbers(root)
    found = {}
    for id_ in ids(root, "areas"):
        text = _text(root, f"{ROOT}/areas/{id_}.yaml")
        dimension = numbers.get(_field(text, "dimension"))
        number = _field(text, "number")
        if dimension:
            found[f"{dimension}.{number}" if number else dimension] = id_
    return dict(sorted(found.items()))


def dimensions(root: Path) -> list[str]:
    """Give the ids of the dimensions that are no area themselves."""
    known = ids(root, "areas")
    return [id_ for id_ in _dimension_numbers(root) if id_ not in known]


def _dimension_numbers(root: Path) -> dict[str, str]:
    block = _DIMENSIONS.search(_text(root, TOP) + "\n")
    return dict(_NUMBERED.findall(block[1])) if block else {}


def documents(root: Path, kind: str) -> list[str]:
    """Give the ids of the documents of a kind."""
    return [
        id_ for id_ in ids(root, "documents") if _field(_text(root, f"{ROOT}/documents/{id_}.yaml"), "kind") == kind
    ]


def languages(root: Path) -> list[str]:
    """Give the languages of the register in its own order."""
    found = _LANGUAGES.search(_text(root, TOP))
    return re.findall(r"\b[a-z]{2,3}\b", found[1]) if found else []


def _names(record: str) -> Iterator[str]:
    found = _NAME.search(record)
    if found is None:
        return
    flow, plain, block = found.groups()
    texts = [plain] if plain else _IN_FLOW.findall(flow) if flow else _IN_BLOCK.findall(block)
    for text in texts:
        yield text.strip("\"'") if text[0] in "\"'" else text.partition(" #")[0].strip()


def _field(text: str, key: str) -> str:
    found = re.search(_FIELD.format(key), text, re.MULTILINE | re.ASCII)
    return found[1] if found else ""


def _text(root: Path, path: str) -> str:
    """Give the text of a file of the register; of what is no such file, none."""
    try:
        return read_file(str(root / path)).decode("utf-8", "replace")
    except (CicaregError, UnfitError):
        return ""
