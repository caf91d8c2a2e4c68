"""Names as people type them: one spelling to compare, and the closest known one."""

import difflib
import unicodedata
from collections.abc import Iterable


def folded(name: str) -> str:
    """Give the form in which names are compared: compatibility-normalised, case-folded, one space."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def closest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that `name` was most likely meant to be, or None.

    A close name is one of which more than two thirds agree: a wrong guess is worse than none.
    """
    spellings = {folded(candidate): candidate for candidate in known}
    match = difflib.get_close_matches(folded(name), spellings, n=1, cutoff=0.7)
    return spellings[match[0]] if match else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Give `; did you mean X?` where a close name exists, else nothing."""
    match = closest(name, known)
    return f"; did you mean {match}?" if match else ""
