"""Values of a file as messages show them: on one line, cut where long, nothing unseen."""

from typing import Any


def shown(value: Any, longest: int = 60) -> str:
    """Give a value for a message; a text that the eye could mistake stands in quotes."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = str(value)
    cut = text if len(text) <= longest else text[: longest - 3] + "…"
    plain = cut.isprintable() and cut == cut.strip() and cut
    return cut if plain else repr(cut)
