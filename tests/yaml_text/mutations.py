"""Real records, spoilt: bytes deleted, doubled, swapped and put in from a hostile alphabet.

`CICAREG_FUZZ` is the number of examples of each fuzz test; example N is the same in every run.
"""

import os
import random
import re
from collections.abc import Iterator

from tests.support import PROJECT, SAMPLE, tree_of

EXAMPLES = int(os.environ.get("CICAREG_FUZZ", "2000"))
RECORDS = [*tree_of(SAMPLE).items(), *tree_of(PROJECT).items()]
_WORD = re.compile(rb"[^\s{}\[\],:#]+")

_HOSTILE = [
    *(
        b"\x00",
        b"\x07",
        b"\t",
        b"\r",
        b"\r\n",
        b"\x1b[31m",
        b"\x7f",
        b"\x80",
        b"\xc0\xaf",
        b"\xc3",
        b"\xe9",
        b"\xff\xfe",
    ),
    *("\ufeff".encode(), "\x85".encode(), "\u2028".encode(), "\u202e".encode(), "\u200b".encode(), "\u0301".encode()),
    *(b"\xed\xa0\x80", b"\xf4\x90\x80\x80", "\uffff".encode(), "Ж".encode(), "😀".encode(), "\u212b".encode()),
    *(b"[", b"]", b"{", b"}", b"[" * 20, b"{a: " * 20, b"- " * 20, b"? ", b": ", b":", b", ", b"#", b" #", b"- ", b"-"),
    *(b"&a ", b"*a", b"<<: ", b"<<: *a", b"!", b"!!str ", b"!x%0A ", b"!%ed%a0%80 ", b"!%c0%80 ", b"!<x> ", b"!!"),
    *(b"---\n", b"...\n", b"\n---\n", b"%YAML 1.1\n", b"%TAG ! x\n", b"\n%", b"|\n", b">-\n", b"|9\n", b"|+2\n  "),
    *(b"'", b'"', b"\\", b'"\\ud800"', b'"\\x1b"', b'"\\u202e"', b'"e\\u0301"', b'"\\', b"''", b'""', b'"a\\nb"'),
    *(b"<<<<<<< x\n", b"=======\n", b"\n>>>>>>> x\n", b"@", b"`", b"\n", b"\n\n", b" ", b"  ", b"      "),
]
_VALUES = [
    *(b"~", b"null", b"true", b"False", b"no", b"0", b"-1", b"1", b"7", b"10000", b"999999999999999999", b"010"),
    *(b"1_000", b"1e400", b".nan", b".inf", b"1.10", b'"4"', b'"1_000"', b"[]", b"{}", b"[[]]", b"{a: b}", b"[a, a]"),
    *(b"''", b"' '", b'"a\\nb"', b"x" * 70, b"'" + b"y" * 1100 + b"'", "Ж".encode(), b"en", b"EN", b"xx", b"[key]"),
    *(b"a: b", b"2023-02-30", b"20260208", b"2026-W09-1", b"0000-01-01", b"9999-12-31", b"2025-2024", b"model_config"),
    *(b"2024-03/2026-02-28", b"number", b"name", b"state", b"key", b"coordinator", b"decision", b"soc-2023-08-22"),
    *(b"com-2023-06-01/1", b"a/b/c", b"/", b"//", b"charter/1", b"charter/1/organ/x", b"letters p. 1", b"con", b".."),
    *(b"../x", b"-", b"<<", b"__class__", b"[key]: x"),
]


def spoilt(number: int) -> tuple[str, bytes]:
    """Give example N: the path of a real record, and its bytes with one to four things done to them."""
    chance = random.Random(number)  # noqa: S311  # the same in every run
    path, raw = chance.choice(RECORDS)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        raw = damaged(raw, chance)
    return path, raw


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """Do one thing to the bytes."""
    ways = (_delete, _insert, _insert, _double, _swap, _cut, _value, _value, _value, _words)
    return chance.choice(ways)(raw, chance)


def examples() -> Iterator[tuple[int, str, bytes]]:
    """Yield all examples with their number, which is what a failing test has to show."""
    for number in range(EXAMPLES):
        yield number, *spoilt(number)


def _piece(raw: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(raw) + 1)
    return start, min(len(raw), start + chance.choice((1, 1, 2, 5, 20, 100)))


def _delete(raw: bytes, chance: random.Random) -> bytes:
    start, end = _piece(raw, chance)
    return raw[:start] + raw[end:]


def _insert(raw: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(_HOSTILE) + raw[at:]


def _double(raw: bytes, chance: random.Random) -> bytes:
    start, end = _piece(raw, chance)
    return raw[:end] + raw[start:end] * chance.choice((1, 2, 30)) + raw[end:]


def _swap(raw: bytes, chance: random.Random) -> bytes:
    (a, b), (c, d) = sorted((_piece(raw, chance), _piece(raw, chance)))
    return raw[:a] + raw[c:d] + raw[b : max(b, c)] + raw[a:b] + raw[d:]


def _cut(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def _value(raw: bytes, chance: random.Random) -> bytes:
    """Put another value or key in the place of a word: what comes out is often still YAML."""
    words = list(_WORD.finditer(raw))
    if not words:
        return chance.choice(_VALUES)
    word = chance.choice(words)
    return raw[: word.start()] + chance.choice(_VALUES) + raw[word.end() :]


def _words(raw: bytes, chance: random.Random) -> bytes:
    """Put one word of the record in the place of another."""
    words = list(_WORD.finditer(raw))
    if not words:
        return raw
    word, other = chance.choice(words), chance.choice(words)
    return raw[: word.start()] + other[0] + raw[word.end() :]
