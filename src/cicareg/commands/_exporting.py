"""What `export` makes."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.storage.cache import Answer


class Wanted(NamedTuple):
    """What is wanted of a calendar, as it was typed, and the day that it is of."""

    area: str | None
    state: str | None
    today: date
    lang: str | None
    gaps: bool


def calendar(wanted: Wanted, register: "Register") -> "Answer":
    """Make a calendar of the meetings and of what falls due."""
    from cicareg.annexes.timetable import Part, timetable
    from cicareg.annexes.voice import Voice
    from cicareg.commands import _means
    from cicareg.commands._words import language, templates_of, words_of
    from cicareg.deadlines.dues import Wanted as Duties
    from cicareg.deadlines.dues import dues
    from cicareg.deadlines.withholding import published
    from cicareg.formats.ics import calendar as written
    from cicareg.questions.naming import Naming

    register.warn()
    registry, lang = register.registry, language(register, wanted.lang)
    voice = Voice(registry, words_of(register, lang), Naming(lang, wanted.gaps), templates_of(register, lang))
    part = Part(
        _means.area(registry, wanted.area) if wanted.area else None,
        _means.state(registry, wanted.state) if wanted.state else None,
    )
    areas, states = ((each,) if each else () for each in part)
    duties = Duties(areas, states, every=True)
    known = published(registry, dues(registry, wanted.today, duties))
    return register.answer(written(timetable(voice, known, part)))
