"""Which states a text names: by all their names, and the longest that fit."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from cicareg.names import folded
from cicareg.records.state import State, spellings
from cicareg.registry import Registry

_TOKEN = re.compile(r"\([^()]*\)|[^\s,;/()*]+")
_MOST = 100  # names in one text: more is no cell of a list


class Named(NamedTuple):
    """A state that a text names, and what stands in brackets after it."""

    state: str
    brackets: tuple[str, ...] = ()


class UnclearError(Exception):
    """A text cannot be read as names of states; says why."""


class StateNames:
    """All names of the states on record, in every language."""

    def __init__(self, registry: Registry, joining: Iterable[str] = ()) -> None:
        """Take the register, and the words that may stand between names, such as `and`."""
        self._known: dict[tuple[str, ...], set[str]] = {}
        for entry in registry.of(State):
            for _, name in spellings(entry.id, entry.record):
                self._known.setdefault(_tokens(name), set()).add(entry.id)
        self._known.pop((), None)
        self._longest = max(map(len, self._known), default=0)
        self._joining = frozenset(map(folded, joining))

    def read(self, text: str) -> tuple[Named, ...]:
        """Give the states that a text names, one after the other; UnclearError where that is not one reading."""
        tokens = _tokens(text)
        if len(tokens) > _MOST:
            raise UnclearError(f"it has {len(tokens)} words")
        found = self._readings(tokens)
        if not found:
            raise UnclearError(f"no state on record is called {self._strange(tokens)!r}")
        if len(found) > 1:
            either = " or ".join(", ".join(one.state for one in reading) for reading in found)
            raise UnclearError(f"it may mean {either}")
        return found[0]

    def _readings(self, tokens: tuple[str, ...]) -> list[tuple[Named, ...]]:
        """Give the readings with the fewest names; two are enough to see that it is not one."""
        best: list[list[tuple[Named, ...]]] = [[()], *([] for _ in tokens)]
        for at, token in enumerate(tokens):
            if not best[at]:
                continue
            if token in self._joining:
                self._offer(best, at + 1, best[at])
            if token.startswith("("):
                bracketed = [(*r[:-1], r[-1]._replace(brackets=(*r[-1].brackets, token[1:-1]))) for r in best[at] if r]
                self._offer(best, at + 1, bracketed)
            for length in range(1, self._longest + 1):
                states = sorted(self._known.get(tokens[at : at + length], ()))
                self._offer(best, at + length, [(*r, Named(state)) for r in best[at] for state in states])
        return best[-1]

    @staticmethod
    def _offer(best: list[list[tuple[Named, ...]]], at: int, readings: list[tuple[Named, ...]]) -> None:
        if at < len(best):
            both = list(dict.fromkeys([*best[at], *readings]))
            fewest = min(map(len, both), default=0)
            best[at] = [reading for reading in both if len(reading) == fewest][:2]

    def _strange(self, tokens: tuple[str, ...]) -> str:
        """Give the words where reading stops: what comes before them is known."""
        last = max(at for at in range(len(tokens) + 1) if at == 0 or self._readings(tokens[:at]))
        return " ".join(tokens[last:] or tokens)


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(folded(text)))
