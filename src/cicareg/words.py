"""The words of one language that tables and dates need; they come from `templates/LANG/words.yaml`."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PrivateAttr, ValidationError

from cicareg.dates import Dates
from cicareg.errors import CicaregError
from cicareg.records.base import Id, Line, Many, Record
from cicareg.shape import misfits
from cicareg.terms import Term
from cicareg.yaml_text import FaultError, child, compose, decode, shown, spot

_ALONE = "alone"  # the form of a month that stands without a day
Separator = Annotated[str, Field(min_length=1, max_length=20)]  # of names in a list: its spaces count
Months = Annotated[Many[Line], Field(min_length=12, max_length=12)]


def _of_a_day(pattern: str) -> str:
    """Refuse braces but those of the three placeholders."""
    rest = pattern.replace("{day}", "").replace("{month}", "").replace("{year}", "")
    if "{" in rest or "}" in rest:
        raise ValueError(f"{shown(pattern)} may hold {{day}}, {{month}} and {{year}}, and no other braces")
    return pattern


_OF_DATES = re.compile(r"\{(?:first|last|month|last-month|year|last-year)\}")


def _of_dates(pattern: str) -> str:
    """Refuse braces but those of the six placeholders."""
    rest = _OF_DATES.sub("", pattern)
    if "{" in rest or "}" in rest:
        known = "{first}, {month}, {year}, {last}, {last-month} and {last-year}"
        raise ValueError(f"{shown(pattern)} may hold {known}, and no other braces")
    return pattern


DatesOf = Annotated[Line, AfterValidator(_of_dates)]


class Dating(Record):
    """How the dates of an event are written: days of one month, of two months, of two years; a month; a year."""

    days: DatesOf
    months: DatesOf
    years: DatesOf
    month: DatesOf
    year: DatesOf

    def pattern(self, dates: Dates) -> str:
        """Give the pattern that dates need which are more, or less, than a day."""
        if not dates.exact:
            return self.year if dates.in_year else self.month
        if dates.start.year != dates.end.year:
            return self.years
        return self.days if dates.start.month == dates.end.month else self.months


class Columns(Record):
    """Heads of the columns of the list."""

    number: Line
    dimension: Line
    area: Line
    coordinator: Line
    co_coordinator: Line
    state: Line


class Statuses(Record):
    """What is said of a post or of its holder."""

    vacant: Line
    acting: Line
    in_force: Line
    not_stated: Line
    coming: Line
    ended: Line
    not_recorded: Line
    unreadable: Line
    proposed: Line


class Joining(Record):
    """How a list of names is written: between two of them, and before the last (`A, B and C`)."""

    between: Separator = ", "
    last: Separator


class Words(Record):
    """All words of a language; `date` has {day}, {month} and {year}.

    `month_forms` are forms of the names of months that sentences need, `alone` among them that of a month without a
    day. `plural` is how the language counts, `dates` how it writes the dates of an event, `duties` names each kind of
    duty.
    """

    date: Annotated[Line, AfterValidator(_of_a_day)]
    months: Months
    month_forms: dict[Id, Months] = {}  # noqa: RUF012  # pydantic copies it
    dates_: Annotated[Dating | None, Field(alias="dates")] = None
    joining: Joining | None = None
    plural: Literal["one", "one-other", "zero-one-other", "slavic"] | None = None
    alphabet: Line
    columns: Columns
    statuses: Statuses
    role_coordinator: Line
    role_co_coordinator: Line
    inferred: Line
    no_post: Line
    unofficial_some: Line
    unofficial_all: Line
    restricted: Line = "[…]"
    duty_states: dict[Id, Line] = {}  # noqa: RUF012  # pydantic copies it
    bodies: dict[Id, Line] = {}  # noqa: RUF012  # pydantic copies it
    quotes: Annotated[Many[Separator], Field(min_length=2, max_length=2)] = ("“", "”")
    duties: dict[Id, Line] = {}  # noqa: RUF012  # pydantic copies it
    _origin: str = PrivateAttr("words.yaml")

    @property
    def origin(self) -> str:
        """Give the file that they stand in, for messages."""
        return self._origin

    def model_post_init(self, context: object, /) -> None:
        """Note where the words stand: the context in which they are read is the path of their file."""
        if isinstance(context, str):
            self._origin = context

    def order(self, name: str) -> tuple[tuple[int, str], ...]:
        """Give the key that sorts names by the language's alphabet; an accent counts only after its letter."""
        folded = name.casefold()
        letters = [
            unicodedata.normalize("NFKD", letter)[0] if letter not in self.alphabet else letter for letter in folded
        ]
        return (*((self.alphabet.find(letter), letter) for letter in letters), (0, folded))

    def day(self, day: dt.date, form: str = "") -> str:
        """Give a day in words, such as 22 August 2023; with a form, the month in this form of its name."""
        months = self.month_forms[form] if form else self.months
        numbers = self.date.replace("{day}", str(day.day)).replace("{year}", str(day.year))
        return numbers.replace("{month}", months[day.month - 1])

    def dates(self, dates: Dates) -> str:
        """Give the dates of an event in words, as exactly as they were stated."""
        if dates.exact and dates.start == dates.end:
            return self.day(dates.start)
        if self.dates_ is None:
            raise CicaregError(f"{self.origin} has no `dates`", hint=_DATES)
        months = self.months if dates.exact else self.month_forms.get(_ALONE, self.months)
        said = {
            "first": str(dates.start.day),
            "month": months[dates.start.month - 1],
            "year": str(dates.start.year),
            "last": str(dates.end.day),
            "last-month": months[dates.end.month - 1],
            "last-year": str(dates.end.year),
        }
        return _OF_DATES.sub(lambda found: said[found[0][1:-1]], self.dates_.pattern(dates))

    def span(self, term: Term) -> str:
        """Give a tenure as a list prints it: years as stated, else its first and last day in words."""
        return str(term) if term.in_years else f"{self.day(term.start)} \N{EN DASH} {self.day(term.end)}"

    def duty(self, kind: str) -> str:
        """Give how a kind of duty is called in tables and calendars."""
        return self._known("duties", self.duties, kind)

    def joined(self, names: Sequence[str]) -> str:
        """Write a list of names as a sentence needs it: `A, B and C`."""
        if len(names) < 2:
            return "".join(names)
        if self.joining is None:
            raise CicaregError(f"{self.origin} has no `joining`", hint=_JOINING)
        return self.joining.between.join(names[:-1]) + self.joining.last + names[-1]

    def counted(self, number: int, *forms: str) -> str:
        """Give the form of a noun that goes with a number: for English (`page`, `pages`)."""
        if self.plural is None:
            raise CicaregError(f"{self.origin} has no `plural`", hint=_PLURAL)
        wanted, choose = _PLURALS[self.plural]
        if len(forms) != wanted:
            raise CicaregError(f"a noun has {wanted} form(s) after a number here, not {len(forms)}: {', '.join(forms)}")
        return forms[choose(number)]

    def duty_state(self, state: str) -> str:
        """Say how a duty stands."""
        return self._known("duty-states", self.duty_states, state)

    def of_body(self, name: str) -> str:
        """Give the name of what every body has: its secretariat, its chairmanship."""
        return self._known("bodies", self.bodies, name)

    def _known(self, key: str, words: Mapping[str, str], wanted: str) -> str:
        if wanted not in words:
            raise CicaregError(
                f"{self.origin} has no word for {wanted}", hint=f"add it, such as `{key}: {{{wanted}: …}}`"
            )
        return words[wanted]


def _slavic(number: int) -> int:
    """Choose as Russian does: 1 and 21, 2 to 4 and 22 to 24, the others (11 to 14 among them)."""
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


# How many forms a noun has after a number, and which it is; the ways of the languages that registers are in.
_PLURALS: dict[str, tuple[int, Callable[[int], int]]] = {
    "one": (1, lambda _: 0),
    "one-other": (2, lambda number: int(number != 1)),
    "zero-one-other": (2, lambda number: int(number > 1)),
    "slavic": (3, _slavic),
}
_JOINING = 'add how names are listed; in English it is `joining: {between: ", ", last: " and "}`'
_DATES = "add how dates are written (days, months, years, month, year), as the English words.yaml does"
_PLURAL = f"add how nouns are counted, such as `plural: one-other` in English; there are: {', '.join(_PLURALS)}"


def read_words(path: str, raw: bytes) -> Words:
    """Read the words of a language; what is wrong with the file stops the command, with its place."""
    try:
        composed = compose(decode(raw))
        fault = composed.faults[0] if composed.faults else None
    except FaultError as error:
        raise CicaregError(f"{path}:{error.fault.line}:{error.fault.column}: {error.fault.message}") from None
    if fault is not None:
        raise CicaregError(f"{path}:{fault.line}:{fault.column}: {fault.message}")
    try:
        return Words.model_validate(composed.data, context=path)
    except ValidationError as error:
        misfit = next(misfits(error, composed.data, Words))
        line, column, _, _ = spot(child(composed.places, misfit.path, key=misfit.key))
        raise CicaregError(f"{path}:{line}:{column}: {misfit.message}") from None
