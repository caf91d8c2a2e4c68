"""Names as people type them: one spelling to compare, and the closest known one."""

import difflib
import unicodedata
from collections.abc import Iterable


def folded(name: str) -> str:
    """Give the form in which names are compared: compatibility-normalised, case-folded, one space."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def closest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that `name` was most likely meant to be, or None.

    That is the one of which it is the beginning (of several, none), else the one that is most alike,
    if two thirds of the letters agree: a wrong guess is worse than none.
    """
    wanted = folded(name)
    spellings = {folded(candidate): candidate for candidate in known}
    begun = [spelling for spelling in spellings if wanted and spelling.startswith(wanted)]
    if begun:
        return spellings[begun[0]] if len(begun) == 1 else None
    match = difflib.get_close_matches(wanted, spellings, n=1, cutoff=0.66)
    return spellings[match[0]] if match else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Give `; did you mean X?` where a close name exists, else nothing."""
    match = closest(name, known)
    return f"; did you mean {match}?" if match else ""
