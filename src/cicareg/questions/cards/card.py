"""What a card is, and the cards that there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from cicareg.card import Card
from cicareg.collect import collect
from cicareg.registry import Registry


@dataclass(frozen=True, slots=True)
class CardOf:
    """How the card of one kind of record is made."""

    kind: str
    make: Callable[[Registry, str], Card]


@cache
def cards() -> Mapping[str, CardOf]:
    """Give the card makers by kind of record."""
    return {found.kind: found for found in collect("cicareg.questions.cards", CardOf)}


def rows(*given: tuple[str, object]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Make rows, leaving out those without content; a list or tuple gives a line for each item."""
    made = []
    for label, value in given:
        lines = tuple(str(item) for item in value) if isinstance(value, list | tuple) else (str(value),)
        if value is not None and value != "" and lines:
            made.append((label, lines))
    return tuple(made)


def texts(text: Mapping[str, str] | None, unofficial: tuple[str, ...] = ()) -> list[str]:
    """Give a text in each language, unofficial translations marked."""
    return [f"{lang}: {said}{' (unofficial)' if lang in unofficial else ''}" for lang, said in (text or {}).items()]
