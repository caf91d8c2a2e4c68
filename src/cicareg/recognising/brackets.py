"""What stands in brackets after a state: its term, or that it acts, as a list prints it in any language."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from cicareg.names import folded
from cicareg.recognising.states import UnclearError
from cicareg.terms import Term, parse_term, shortest
from cicareg.words import Words

_DASHES = re.compile(r"\s*[\u2010-\u2015\u2212]\s*")
_PARTS = re.compile(r"\s*[,;]\s*")


class Bracket(NamedTuple):
    """What brackets say of a holder; `serves` is false of one whose term has ended or is to come."""

    term: str | None = None
    acting: bool = False
    serves: bool = True


class Brackets:
    """The words of all languages that may stand there."""

    def __init__(self, languages: Iterable[Words]) -> None:
        """Take the words of each language."""
        self._spans: list[re.Pattern[str]] = []
        self._months: dict[str, int] = {}
        self._phrases: dict[str, Bracket | None] = {}
        for words in languages:
            self._months |= {folded(month): number for number, month in enumerate(words.months, start=1)}
            self._spans.append(_span_pattern(words))
            statuses = words.statuses
            said = {
                statuses.acting: Bracket(acting=True),
                statuses.in_force: Bracket(),
                statuses.not_stated: Bracket(),
                words.inferred: Bracket(),
                statuses.coming: Bracket(serves=False),
                statuses.ended: Bracket(serves=False),
                statuses.proposed: None,
            }
            self._phrases |= {folded(phrase): bracket for phrase, bracket in said.items()}

    def read(self, texts: Iterable[str]) -> Bracket:
        """Give what some brackets say; UnclearError where they say something else."""
        found = Bracket()
        for text in texts:
            found = self._joined(found, folded(text))
        return found

    def _joined(self, found: Bracket, text: str) -> Bracket:
        rest = text
        for phrase in sorted(self._phrases, key=len, reverse=True):
            if phrase in rest:
                bracket = self._phrases[phrase]
                if bracket is None:
                    raise UnclearError(f"({text}) is a proposal, and no list of holders has any")
                rest = rest.replace(phrase, " ")
                found = found._replace(acting=found.acting or bracket.acting, serves=found.serves and bracket.serves)
        parts = [part for part in _PARTS.split(rest.strip()) if part]
        for part in parts:
            found = found._replace(term=self._term(part, text))
        return found

    def _term(self, part: str, text: str) -> str:
        for pattern in self._spans:
            if match := pattern.fullmatch(part):
                return _checked(f"{self._day(match, '1')}/{self._day(match, '2')}", text)
        return _checked(_DASHES.sub("-", part), text)

    def _day(self, match: re.Match[str], which: str) -> str:
        month = self._months[match[f"month{which}"]]
        return f"{match[f'year{which}']}-{month:02}-{int(match[f'day{which}']):02}"


def _checked(text: str, said: str) -> str:
    try:
        term: Term = parse_term(text)
    except ValueError:
        raise UnclearError(f"({said}) is no term") from None
    return shortest(term)


def _span_pattern(words: Words) -> re.Pattern[str]:
    """Give what a term in days looks like: two days in words, with a dash between them."""
    months = "|".join(re.escape(folded(month)) for month in words.months)
    days = []
    for which in "12":
        day = re.escape(folded(words.date.replace("{", "\x01").replace("}", "\x02")))
        day = day.replace("\x01day\x02", rf"(?P<day{which}>\d{{1,2}})").replace(
            "\x01month\x02", f"(?P<month{which}>{months})"
        )
        days.append(day.replace("\x01year\x02", rf"(?P<year{which}>\d{{4}})"))
    return re.compile(rf"{days[0]}\s*[-\u2010-\u2015\u2212]\s*{days[1]}")
