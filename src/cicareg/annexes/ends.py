"""The two ends of a comparison as sentences and lists need them: what each is, and what both call their posts."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Literal, NamedTuple

from cicareg.annexes.voice import Data, Voice
from cicareg.errors import CicaregError
from cicareg.picture import NAME, Picture, Seat, Stand, place_of
from cicareg.questions.posts import post_of, top
from cicareg.terms import parse_term


class End(NamedTuple):
    """What a side of a comparison is: by a day, after a meeting, serving on a day, recorded, a file, or now."""

    kind: Literal["by", "meeting", "on", "at", "file", "now"]
    day: date | None = None
    name: str = ""  # a meeting, a commit or a file


class Ends(NamedTuple):
    """Both ends with their pictures; of these, posts that could not be read are left out."""

    before: End
    after: End
    pictures: tuple[Picture, Picture]

    def seats(self) -> list[tuple[Seat | None, Seat | None]]:
        """Give each post of the lists as it was and as it is, in the order of the later list."""
        old, new = ({seat.area: _bare(seat) for seat in side.seats} for side in self.pictures)
        unread = self.pictures[0].unread | self.pictures[1].unread
        placed = sorted({**old, **new}.values(), key=place_of)
        return [(old.get(seat.area), new.get(seat.area)) for seat in placed if seat.area not in unread]

    def refuse_unread(self) -> None:
        """Refuse to publish what lacks something."""
        unread = sorted(self.pictures[0].unread | self.pictures[1].unread)
        if unread:
            raise CicaregError(f"{', '.join(unread)} could not be read: what is published now might lack something")


def _bare(seat: Seat) -> Seat:
    """Give a post without what its holders rest on: a list does not show it."""
    return seat._replace(holders=tuple(holder._replace(basis=None) for holder in seat.holders))


def end_data(voice: Voice, end: End) -> Data:
    """Give what a template says of an end."""
    meeting = voice.meeting(end.name) if end.kind == "meeting" else None
    day = meeting["date"] if meeting else voice.day(end.day) if end.day else None
    return {"kind": end.kind, "date": day, "organ": meeting["organ"] if meeting else None, "name": end.name}


def name_of(voice: Voice, *seats: Seat | None) -> str:
    """Give the name of a post in the language, by the first that has it, else by the register."""
    area = next(seat.area for seat in seats if seat)
    post = post_of(voice.registry, area)
    told = (seat.fact(f"{NAME} {voice.lang}") for seat in seats if seat)
    found = next(filter(None, told), None)
    if found is None or (post is not None and found == post.name.get(voice.lang)):
        return voice.text(post.name if post else {}, f"the name of {area}", post.unofficial if post else ())
    return found


def dimension_of(voice: Voice, number: str) -> str:
    """Give the name of the dimension that a post is of, by its number."""
    dimensions = {str(dimension.number): dimension for dimension in top(voice.registry).dimensions}
    found = dimensions.get(number.partition(".")[0])
    return voice.text(found.name, f"dimension {found.id}", found.unofficial) if found else ""


def entry_of(voice: Voice, holder: Stand) -> str:
    """Give a holder as the list prints it, such as `China (2024-2025)`."""
    name = str(voice.state(holder.state)["name"])
    acting = [voice.words.statuses.acting] if holder.acting else []
    term = [voice.words.span(parse_term(holder.term))] if holder.term else []
    added = ", ".join(chain(acting, term))
    return f"{name} ({added})" if added else name


def is_whole(seat: Seat) -> bool:
    """Tell whether a post is a whole dimension: its number has one part."""
    return "." not in (seat.fact("number") or "")


def entries(voice: Voice, holders: Sequence[Stand]) -> list[str]:
    """Give several holders as the list prints them."""
    return [entry_of(voice, holder) for holder in holders]
