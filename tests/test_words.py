"""The words of a language: the pattern of a day is no format string."""

import datetime as dt

import pytest

from cicareg.dates import parse_dates
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


def french() -> Words:
    """Give words as they were written before sentences needed any: with neither `joining` nor `plural`."""
    lines = [line for line in PACKAGED.splitlines(keepends=True) if not line.startswith(("joining", "plural"))]
    return read_words("templates/fr/words.yaml", "".join(lines).encode())


def test_what_older_words_lack_is_named_with_its_file_and_what_to_add() -> None:
    with pytest.raises(CicaregError) as refused:
        french().joined(["a", "b"])
    assert refused.value.message == "templates/fr/words.yaml has no `joining`"
    assert refused.value.hint == (
        'add how names are listed; in English it is `joining: {between: ", ", last: " and "}`'
    )
    with pytest.raises(CicaregError) as refused:
        french().counted(2, "page", "pages")
    assert refused.value.message == "templates/fr/words.yaml has no `plural`"
    assert refused.value.hint == (
        "add how nouns are counted, such as `plural: one-other` in English; "
        "there are: one, one-other, zero-one-other, slavic"
    )


def test_older_words_serve_where_nothing_is_joined_or_counted() -> None:
    assert [french().joined([]), french().joined(["a"])] == ["", "a"]


DATES = ("2031-03-05", "2031-03-15/2031-03-17", "2031-02-28/2031-03-01", "2031-12-30/2032-01-02", "2031-03", "2031")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "5 March 2031",
                "15–17 March 2031",
                "28 February – 1 March 2031",
                "30 December 2031 – 2 January 2032",
                "March 2031",
                "2031",
            ],
        ),
        (
            "ru",
            [
                "5 марта 2031 года",
                "15–17 марта 2031 года",
                "28 февраля – 1 марта 2031 года",
                "30 декабря 2031 года – 2 января 2032 года",
                "март 2031 года",
                "2031 год",
            ],
        ),
        (
            "kk",
            [
                "2031 жылғы 5 наурыз",
                "2031 жылғы 15–17 наурыз",
                "2031 жылғы 28 ақпан – 1 наурыз",
                "2031 жылғы 30 желтоқсан – 2032 жылғы 2 қаңтар",
                "2031 жылғы наурыз",
                "2031 жыл",
            ],
        ),
    ],
)
def test_the_dates_of_an_event_in_words(lang: str, said: list[str]) -> None:
    template = read_template(None, lang, "words.yaml")
    spoken = read_words(template.origin, template.raw)
    assert [spoken.dates(parse_dates(text)) for text in DATES] == said


def test_a_language_that_does_not_say_how_dates_are_written_says_so() -> None:
    start, end = PACKAGED.index("dates:\n"), PACKAGED.index("joining:")
    without = read_words("words.yaml", (PACKAGED[:start] + PACKAGED[end:]).encode())
    assert without.dates(parse_dates("2031-03-05")) == "5 March 2031"
    with pytest.raises(CicaregError, match=r"^words\.yaml has no `dates`$"):
        without.dates(parse_dates("2031-03"))


def test_dates_know_six_placeholders_and_no_other() -> None:
    text = PACKAGED.replace('year: "{year}"', 'year: "{year} {season}"')
    with pytest.raises(CicaregError, match=r"^words\.yaml:9:9: \{year\} \{season\} may hold \{first\}, "):
        read_words("words.yaml", text.encode())
