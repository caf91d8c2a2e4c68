"""What `due` makes."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cicareg.commands import _means
from cicareg.commands._desk import choice
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.deadlines.dues import Wanted
    from cicareg.formats.format import Format
    from cicareg.storage.cache import Answer


_ON_SCREEN = ("table", "text")  # what other formats make may be published


class Asked(NamedTuple):
    """Which duties are asked for, on which day, as it was typed."""

    today: date
    within: int | None
    areas: tuple[str, ...]
    states: tuple[str, ...]
    kinds: tuple[str, ...]
    every: bool


def carried(found: "Format") -> "Format | None":
    """Give a format that can carry duties, or None."""
    return found if any((found.table, found.rows, found.lines)) else None


def text(asked: Asked, write: "Format", shown: Look, register: "Register") -> "Answer":
    """Make a text of what falls due."""
    from cicareg.annexes.duties import dues_rows, dues_sentences, dues_table, summary
    from cicareg.deadlines.dues import dues
    from cicareg.deadlines.withholding import published

    register.warn()
    whole = dues(register.registry, asked.today, _wanted(asked, register))
    found = whole if write.name in _ON_SCREEN else published(register.registry, whole)
    left_out = len(whole.lines) - len(found.lines)
    if left_out:
        register.say(f"cicareg: left out, as about what is restricted: {left_out}")
    if write.rows:
        return register.answer(write.rows(dues_rows(found)))
    if write.lines:
        return register.answer(write.lines(dues_sentences(found), summary(found), shown))
    return register.answer(write.table(dues_table(found), shown) if write.table else "")


def _wanted(asked: Asked, register: "Register") -> "Wanted":
    from cicareg.deadlines.all_duties import kinds_of_duty
    from cicareg.deadlines.dues import Wanted

    kinds = [part.strip() for word in asked.kinds for part in word.split(",") if part.strip()]
    return Wanted(
        areas=_means.areas(register.registry, asked.areas),
        states=_means.states(register.registry, asked.states),
        kinds=tuple(choice(kind.lower(), kinds_of_duty(), "kind of duty") for kind in kinds),
        within=asked.within,
        every=asked.every,
    )
