"""The sides of a comparison: which state of the register a word means, and the picture of it."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from cicareg.errors import UsageError
from cicareg.names import did_you_mean

if TYPE_CHECKING:
    from datetime import date

    from cicareg.annexes.ends import End, Ends
    from cicareg.commands._desk import Desk
    from cicareg.commands._register import Register
    from cicareg.differences.shown import Shown
    from cicareg.moment import Moment
    from cicareg.picture import Picture
    from cicareg.questions.touched import Touched
    from cicareg.registry import Registry

NOW = ""  # the register as it is
ON, AT, FILE = "on:", "at:", "file:"
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ELSEWHERE = (AT, FILE)


def side(typed: str) -> str:
    """Take a side as it is typed; `on:today` becomes the day."""
    from cicareg.commands._desk import day_of

    typed = typed.strip()
    if typed.startswith(ON):
        return f"{ON}{day_of(typed.removeprefix(ON))}"
    if typed in _ELSEWHERE:
        raise UsageError(f"{typed} needs what follows it", hint="at:HEAD~1, file:list.md")
    return typed


def remembered(typed: str) -> bool:
    """Tell whether a side depends on nothing but the files of the register."""
    return not typed.startswith(_ELSEWHERE)


def compared_sides(desk: "Desk", register: "Register", sides: tuple[str, str]) -> "tuple[Shown, bool]":
    """Compare two sides, and give what differs with the names that it needs; and whether all of them could be read."""
    from cicareg.differences.finding import compared
    from cicareg.differences.shown import shown
    from cicareg.questions.naming import any_name
    from cicareg.records.state import State

    opened = Sides(desk, register, sides)
    before, after = opened.pictures()
    states = {entry.id: any_name(entry.record.name) for entry in opened.names.of(State)}
    found = compared(before, after)
    return shown((before, after), found, states), not (opened.unread or found.unread)


class Sides:
    """Two sides; each register is opened once, and the one at hand only where a side asks for it."""

    def __init__(self, desk: "Desk", register: "Register", sides: tuple[str, str], *, whole: bool = False) -> None:
        """Take the sides as they were typed, and the register at hand; a whole list needs whole registers."""
        self._desk, self._register, self._sides, self._whole = desk, register, sides, whole
        self._at: dict[str, tuple[Registry, Moment | None]] = {}
        self._touched: Touched | None = None
        self._warned = False
        self.unread = False  # whether something of a published list could not be read

    @property
    def names(self) -> "Registry":
        """Give the register whose names are used: that of the later side, else of the earlier, else the one at hand."""
        return self.registry(next((side for side in reversed(self._sides) if not side.startswith(FILE)), NOW))

    def pictures(self) -> "tuple[Picture, Picture]":
        """Give the picture of each side."""
        before, after = map(self._picture, self._sides)
        return before, after

    def ends(self) -> "Ends":
        """Give both sides as what is published names them."""
        from cicareg.annexes.ends import Ends
        from cicareg.differences.finding import respelt

        was, now = self.pictures()
        before, after = map(self._end, self._sides)
        return Ends(before, after, (respelt(was, now), now))

    def _end(self, side: str) -> "End":
        from pathlib import PurePath

        from cicareg.annexes.ends import End
        from cicareg.terms import parse_day

        if side == NOW:
            return End("now")
        if side.startswith(AT):
            _, moment = self._opened(side.removeprefix(AT))
            return End("at", moment.day if moment else None, moment.commit[:10] if moment else "")
        if side.startswith(FILE):
            return End("file", name=PurePath(side.removeprefix(FILE)).name)
        if side.startswith(ON):
            return End("on", parse_day(side.removeprefix(ON)))
        return End("by", parse_day(side)) if _DAY.fullmatch(side) else End("meeting", name=side.lower())

    def registry(self, side: str) -> "Registry":
        """Give the register that a side is of."""
        if side.startswith(AT):
            return self._opened(side.removeprefix(AT))[0]
        if not self._warned:
            self._warned = True
            self._register.warn()
        return self._register.registry

    def _opened(self, told: str) -> "tuple[Registry, Moment | None]":
        from cicareg.commands._register import open_at, open_beside

        if told not in self._at:
            names = [side.removeprefix(AT) for side in dict.fromkeys(self._sides) if side.startswith(AT)]
            if len(names) == 2 and not self._whole:
                both = open_beside(self._desk, (names[0], names[1]))
                self._at |= both.registers
                self._touched = both.touched
            else:
                register = open_at(self._desk, told)
                self._at[told] = register.registry, register.moment
        return self._at[told]

    def _picture(self, side: str) -> "Picture":
        from cicareg.questions.picturing import picture_recorded
        from cicareg.terms import parse_day

        kinds: Mapping[str, Callable[[str], Picture]] = {AT: self._recorded, ON: self._serving, FILE: self._published}
        for prefix, make in kinds.items():
            if side.startswith(prefix):
                return make(side.removeprefix(prefix))
        if side == NOW:
            return picture_recorded(self.registry(NOW), "the register as it is", self.names)
        if _DAY.fullmatch(side):
            try:
                return self._by(parse_day(side))
            except ValueError as error:
                raise UsageError(str(error)) from None
        return self._decided(side)

    def _recorded(self, told: str) -> "Picture":
        from cicareg.questions.picturing import picture_recorded

        registry, moment = self._opened(told)
        return picture_recorded(registry, f"as recorded at {told} ({moment})", self.names, self._touched)

    def _serving(self, told: str) -> "Picture":
        from cicareg.questions.picturing import picture_serving
        from cicareg.terms import parse_day

        return picture_serving(self.registry(NOW), f"serving on {told}", parse_day(told))

    def _by(self, day: "date") -> "Picture":
        from cicareg.questions.picturing import picture_by

        return picture_by(self.registry(NOW), f"as decided by the end of {day}", self.names, day)

    def _decided(self, side: str) -> "Picture":
        from cicareg.questions.picturing import picture_decided
        from cicareg.records.meeting import Meeting

        registry = self.registry(NOW)
        if not registry.known(Meeting, side.lower()):
            known = registry.ids(Meeting)
            raise UsageError(
                f"{side} is neither a day nor a meeting on record{did_you_mean(side, known)}",
                hint=f"a revision is written at:{side}, a published list file:{side}, who serves on a day on:DATE",
            )
        return picture_decided(registry, f"as decided by {side.lower()}", self.names, side.lower())

    def _published(self, told: str) -> "Picture":
        from pathlib import Path

        from cicareg.commands._published import read_list

        found = read_list(Path(told), self.names, self._register)
        self.unread = self.unread or bool(found.unread)
        return found
