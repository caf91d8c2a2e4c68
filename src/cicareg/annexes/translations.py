"""Unofficial translations: what is printed says which names are one."""

from dataclasses import dataclass

from cicareg.listed import Listing
from cicareg.words import Words


@dataclass(frozen=True, slots=True)
class Translations:
    """Whether some or all of the names that are printed are unofficial translations."""

    some: bool
    all: bool

    def mark(self, name: str, unofficial: bool) -> str:
        """Mark an unofficial name where official ones stand beside it."""
        return f"{name} *" if unofficial and not self.all else name

    def note(self, words: Words) -> str:
        """Give the note that belongs below what is printed, or nothing."""
        if self.all:
            return words.unofficial_all
        return words.unofficial_some if self.some else ""


def translations(listing: Listing, *others: bool) -> Translations:
    """Look at every name that a listing prints, and at whether other names printed beside it are unofficial."""
    flags = {post.unofficial for post in listing.posts}
    flags |= {post.dimension_unofficial for post in listing.posts}
    flags |= {holder.unofficial for post in listing.posts for holder in post.holders}
    if listing.by_state:
        flags |= {unofficial for _, _, unofficial in listing.states}
    flags |= {other for other in others if other}
    return Translations(some=True in flags, all=flags == {True})
