"""Ids made from titles: the same title gives the same id everywhere."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

_LONGEST = 48  # letters: what follows to tell two apart fits as well
# Letters that have no Latin base, each with what stands for it.
# ruff: noqa: RUF001  # they look like Latin ones
_RUSSIAN = "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh"
_FURTHER = "щ=shch ъ= ы=y ь= э=e ю=yu я=ya ё=e ә=a ғ=g қ=q ң=n ө=o ұ=u ү=u һ=h і=i \u2019= '= \u0131=i ß=ss æ=ae ø=o"
_LETTERS = str.maketrans(dict(pair.split("=") for pair in f"{_RUSSIAN} {_FURTHER}".split()))
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(title: str) -> str:
    """Give the id that a title makes: lower case, digits, hyphens; `event` where nothing is left of it."""
    latin = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", title).casefold().translate(_LETTERS))
    words = _OTHER.sub(" ", "".join(letter for letter in latin if not unicodedata.combining(letter))).split()
    made = "-".join(words)
    if len(made) > _LONGEST:
        made = made[: _LONGEST + 1].rpartition("-")[0] or made[:_LONGEST]
    return made or "event"


def numbered(wanted: str) -> Iterator[str]:
    """Yield an id, then the same with -2, -3 and so on."""
    yield wanted
    yield from (f"{wanted}-{number}" for number in count(2))
