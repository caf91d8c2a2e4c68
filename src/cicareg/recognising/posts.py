"""Which post a row of a list is about: by its name in any language, else by its number."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from cicareg.names import folded
from cicareg.questions.posts import Post, posts
from cicareg.recognising.states import UnclearError
from cicareg.registry import Registry

_NUMBERED = re.compile(r"(\d+(?:\.\d+)?)[.)]?\s+(\S.*)")
_MARK = re.compile(r"\s*\*$")  # of an unofficial name


class Told(NamedTuple):
    """What a row says of its post: the number as cited, and the name."""

    number: str
    name: str


def told(number: str, name: str, dimension: str = "") -> Told:
    """Give number and name in full; a number may stand before the name, and that of the dimension elsewhere."""
    number, name = number.strip().rstrip(".)"), _MARK.sub("", name.strip())
    if not number and (match := _NUMBERED.fullmatch(name)):
        number, name = match[1], match[2]
    full = f"{dimension}.{number}" if dimension and number and "." not in number else number
    return Told(full, name)


class PostNames:
    """All names and numbers of the posts on record."""

    def __init__(self, registry: Registry) -> None:
        """Take the register."""
        self._posts = posts(registry)
        self._named: dict[str, list[Post]] = {}
        self._numbered = {post.number: post for post in self._posts}
        for post in self._posts:
            for name in {folded(name) for name in _names(post)}:
                self._named.setdefault(name, []).append(post)

    def find(self, said: Told) -> Post:
        """Give the post; UnclearError where neither name nor number settles it."""
        named = self._named.get(folded(said.name), [])
        if len(named) == 1:
            return named[0]
        numbered = self._numbered.get(said.number)
        if numbered is not None and (not named or numbered in named):
            return numbered
        what = f"{said.number} {said.name}".strip()
        raise UnclearError(f"no post on record is called {what!r}" if not named else f"{what!r} may mean several posts")

    def language(self, said: Iterable[tuple[Post, str]], languages: Iterable[str]) -> str | None:
        """Give the language in which most of some names are on record; of equals the first, None where none is."""
        given = list(said)
        counted = {
            lang: sum(folded(name) == folded(post.name.get(lang, "")) for post, name in given) for lang in languages
        }
        best = max(counted, key=lambda lang: counted[lang], default=None)
        return best if best is not None and counted[best] else None


def _names(post: Post) -> Iterable[str]:
    record = post.area.record
    yield from (*post.name.values(), *(record.short or {}).values(), *record.aliases)
