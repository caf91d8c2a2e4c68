"""Names as people type them: one spelling to compare, and the closest known one."""

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_MANY = 2000


@lru_cache(maxsize=65536)  # of a large register each name is compared with others several times
def folded(name: str) -> str:
    """Give the form in which names are compared: compatibility-normalised, case-folded, one space."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def closest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that `name` was most likely meant to be, or None.

    That is the one of which it is the beginning (of several, none), else the one that is most alike,
    if two thirds of the letters agree; of equals the one that begins alike for longer. Where that
    settles nothing there is none: a wrong guess is worse.
    """
    wanted = folded(name)
    spellings = {folded(candidate): candidate for candidate in known}
    if len(spellings) > _MANY:  # comparing each would be felt: those that begin alike are enough
        spellings = {spelling: known for spelling, known in spellings.items() if spelling[:2] == wanted[:2]}
        spellings = dict(list(spellings.items())[:_MANY])
    if wanted in spellings:
        return spellings[wanted] or None
    begun = [spelling for spelling in spellings if len(wanted) > 1 and spelling.startswith(wanted)]
    if begun:
        return spellings[begun[0]] if len(begun) == 1 else None
    alike = difflib.get_close_matches(wanted, spellings, n=8, cutoff=0.66)
    ranked = sorted(((_likeness(wanted, spelling), spelling) for spelling in alike), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return spellings[ranked[0][1]]


def _likeness(wanted: str, spelling: str) -> tuple[float, int]:
    """Give how alike two spellings are, and how long they begin alike."""
    common = next((i for i, (a, b) in enumerate(zip(wanted, spelling, strict=False)) if a != b), 0)
    return difflib.SequenceMatcher(None, spelling, wanted).ratio(), common


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Give `; did you mean X?` where a close name exists, else nothing."""
    match = closest(name, known)
    return f"; did you mean {match}?" if match else ""
