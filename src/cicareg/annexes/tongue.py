"""The language that a template is filled in: its filters, and whether gaps are marked or refused."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cicareg.words import Words

OF = "of"  # the key under which a name says whose it is, for the message about a form that it lacks


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language with its words; with `gaps`, what names lack is marked and not refused."""

    lang: str
    words: Words | None = None
    gaps: bool = False

    @property
    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Give the filters of the language: `joined` writes a list of names, `counted` chooses a noun's form."""
        words = self.words
        if words is None:
            return {}

        def joined(names: Iterable[Any]) -> str:
            return words.joined([str(name) for name in names])

        return {"joined": joined, "counted": words.counted}
