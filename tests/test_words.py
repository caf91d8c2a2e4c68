"""The words of a language: the pattern of a day is no format string."""

import datetime as dt

import pytest

from cicareg.errors import CicaregError
from cicareg.storage.templates import read_template
from cicareg.words import Words, read_words

PACKAGED = read_template(None, "en", "words.yaml").raw.decode()


def words(date: str, january: str = "January") -> Words:
    text = PACKAGED.replace('"{day} {month} {year}"', f'"{date}"').replace("[January", f'["{january}"')
    return read_words("templates/en/words.yaml", text.encode())


def test_a_day_in_words() -> None:
    assert words("{year}, {month} {day}").day(dt.date(2024, 1, 5)) == "2024, January 5"


def test_a_month_is_not_filled_again() -> None:
    assert words("{month} {day}", "{year}").day(dt.date(2024, 1, 5)) == "{year} 5"


@pytest.mark.parametrize(
    "date", ["{day.__class__}", "{day:>999999999}", "{0}", "{", "{day} }", "{{day}}", "{hour}", "{da{month}y}"]
)
def test_no_other_braces_stand_in_the_pattern_of_a_day(date: str) -> None:
    with pytest.raises(CicaregError) as refused:
        words(date)
    assert refused.value.message.startswith("templates/en/words.yaml:2:7: ")
    assert "may hold {day}, {month} and {year}" in refused.value.message
