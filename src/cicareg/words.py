"""The words of one language that tables and dates need; they come from `templates/LANG/words.yaml`."""

import datetime as dt
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError

from cicareg.errors import CicaregError
from cicareg.records.base import Line, Many, Record
from cicareg.shape import misfits
from cicareg.yaml_text import FaultError, child, compose, decode, shown, spot

Months = Annotated[Many[Line], Field(min_length=12, max_length=12)]


def _of_a_day(pattern: str) -> str:
    """Refuse braces but those of the three placeholders."""
    rest = pattern.replace("{day}", "").replace("{month}", "").replace("{year}", "")
    if "{" in rest or "}" in rest:
        raise ValueError(f"{shown(pattern)} may hold {{day}}, {{month}} and {{year}}, and no other braces")
    return pattern


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


class Words(Record):
    """All words of a language; `date` has {day}, {month} and {year}."""

    date: Annotated[Line, AfterValidator(_of_a_day)]
    months: Months
    alphabet: Line
    columns: Columns
    statuses: Statuses
    role_coordinator: Line
    role_co_coordinator: Line
    inferred: Line
    no_post: Line
    unofficial_some: Line
    unofficial_all: Line

    def order(self, name: str) -> tuple[tuple[int, str], ...]:
        """Give the key that sorts names by the language's alphabet; an accent counts only after its letter."""
        folded = name.casefold()
        letters = [
            unicodedata.normalize("NFKD", letter)[0] if letter not in self.alphabet else letter for letter in folded
        ]
        return (*((self.alphabet.find(letter), letter) for letter in letters), (0, folded))

    def day(self, day: dt.date) -> str:
        """Give a day in words, such as 22 August 2023."""
        numbers = self.date.replace("{day}", str(day.day)).replace("{year}", str(day.year))
        return numbers.replace("{month}", self.months[day.month - 1])


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
        return Words.model_validate(composed.data)
    except ValidationError as error:
        misfit = next(misfits(error, composed.data, Words))
        line, column, _, _ = spot(child(composed.places, misfit.path, key=misfit.key))
        raise CicaregError(f"{path}:{line}:{column}: {misfit.message}") from None
