"""Spoilt records: bytes and words, lines, structure, and sheer size; example N is the same in every run."""

import copy
import random
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import yaml

from tests.support import PROJECT, SAMPLE, tree_of
from tests.yaml_text.mutations import damaged

ROOTS = (SAMPLE, PROJECT)
_ODD: tuple[Any, ...] = (
    None, True, 0, -1, 7, 10**18, "", " ", "x", "x" * 1100, "~", "2023-02-30", "2025-2024", "a/b/c", "../x", "Ж", "en",
    [], {}, [[]], [None], ["a", "a"], {"a": "b"}, {"en": "x", "EN": "y"}, [{}], {"key": None}, {"state": ["XAA"]},
)  # fmt: skip
_LARGE = 2000  # every so many examples one is blown up to a mebibyte


class Example(NamedTuple):
    """A spoilt record: which register it is of, its path there, and its bytes."""

    register: int
    path: str
    raw: bytes


def example(number: int) -> Example:
    """Give example N: a record of one of the registers with one to four things done to it."""
    chance = random.Random(number)  # noqa: S311  # the same in every run
    register = chance.randrange(len(ROOTS))
    path, raw = chance.choice(list(tree_of(ROOTS[register]).items()))
    raw = raw if chance.randrange(3) else _structure(raw, chance)  # first, while it can still be read
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
        raw = chance.choice((damaged, _lines))(raw, chance)
    return Example(register, path, raw if number % _LARGE else _large(raw, chance))


def _lines(raw: bytes, chance: random.Random) -> bytes:
    """Do something to a line: take it out, double, move, shift, join or comment it, or take one of another record."""
    lines = raw.split(b"\n")
    at = chance.randrange(len(lines))
    match chance.randrange(8):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case 3:
            lines[at] = b" " * chance.choice((1, 2, 4)) + lines[at]
        case 4:
            lines[at] = lines[at].lstrip()
        case 5:
            lines[at : at + 2] = [b" ".join(lines[at : at + 2])]
        case 6:
            lines[at] = b"# " + lines[at]
        case _:
            lines.insert(at, chance.choice(_all_lines()))
    return b"\n".join(lines)


@cache
def _all_lines() -> tuple[bytes, ...]:
    return tuple(line for root in ROOTS for raw in tree_of(root).values() for line in raw.split(b"\n"))


@cache
def _values() -> tuple[Any, ...]:
    """Give every value of every record: what is put in the place of another is then often half right."""
    found: list[Any] = []
    for root in ROOTS:
        for raw in tree_of(root).values():
            _collect(yaml.load(raw, yaml.CSafeLoader), found.append)
    return tuple(found)


@cache
def _words() -> tuple[str, ...]:
    return tuple(value[:40] for value in _values() if isinstance(value, str))


def _collect(value: Any, take: Callable[[Any], None]) -> None:
    take(value)
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _collect(inner, take)


def _structure(raw: bytes, chance: random.Random) -> bytes:
    """Do something to the data, and write them as YAML again: what comes out can be read, and is wrong."""
    data = yaml.load(raw, yaml.CSafeLoader)
    for _ in range(chance.choice((1, 1, 2, 4))):
        parts: list[Any] = []
        _collect(data, parts.append)
        _change(chance.choice([part for part in parts if isinstance(part, dict | list) and part] or [data]), chance)
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000).encode()


class _Plain(yaml.CSafeDumper):
    """Writes what stands twice twice, without an alias."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # of nothing
        return True


def _change(part: Any, chance: random.Random) -> None:
    new = copy.deepcopy(chance.choice((chance.choice(_ODD), chance.choice(_values()))))
    if isinstance(part, list) and part:
        at = chance.randrange(len(part))
        match chance.randrange(4):
            case 0:
                del part[at]
            case 1:
                part.insert(0, part[at])
            case 2:
                part.append(new)
            case _:
                part[at] = new
    elif isinstance(part, dict) and part:
        key = chance.choice(list(part))
        match chance.randrange(4):
            case 0:
                del part[key]
            case 1:
                part[str(key).upper()] = part.pop(key)
            case 2:
                part[chance.choice(_words())] = new
            case _:
                part[key] = new


def _large(raw: bytes, chance: random.Random) -> bytes:
    """Repeat a piece until the file is as large as the door allows, or larger by a byte."""
    start = chance.randrange(len(raw) + 1)
    piece = raw[start : start + chance.choice((1, 10, 1000))] or b"a: [\n"
    size = 1024 * 1024 + chance.choice((-1, 0, 1))
    grown = raw[:start] + piece * (size // len(piece))
    return grown[: size - 1] + b"\n"
