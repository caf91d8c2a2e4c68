"""Calendars, read by a parser that knows nothing of this program."""

import datetime as dt

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.formats.ics import calendar as written
from cicareg.formats.ics import folded, text
from cicareg.timetable import Slot, Timetable

DAY = dt.date(2030, 5, 15)
REPORT = Slot(
    "report/ferries/alv/board-2030-05-15-2",
    DAY,
    DAY,
    "Alvania: reports, as coordinator; of Ferries",
    "Paragraph 4.1 (shall)\nopen",
    categories=("duty", "report"),
)


def calendar(*slots: Slot) -> icalendar.Component:
    shown = Timetable("Янтарное побережье", "ru", "ac", dt.date(2030, 6, 1), slots)
    return icalendar.Calendar.from_ical(written(shown))


def test_a_calendar_has_its_name_in_both_spellings() -> None:
    found = calendar()
    assert str(found["NAME"]) == str(found["X-WR-CALNAME"]) == "Янтарное побережье"
    assert str(found["METHOD"]) == "PUBLISH"
    assert found.walk("VEVENT") == []


def test_a_slot_is_an_event_of_whole_days_that_blocks_no_time() -> None:
    (event,) = calendar(REPORT).walk("VEVENT")
    assert str(event["UID"]) == "report/ferries/alv/board-2030-05-15-2@ac"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, dt.date(2030, 5, 16))
    assert str(event["SUMMARY"]) == "Alvania: reports, as coordinator; of Ferries"
    assert str(event["DESCRIPTION"]) == "Paragraph 4.1 (shall)\nopen"
    assert [str(each) for each in event["CATEGORIES"].cats] == ["duty", "report"]
    assert str(event["TRANSP"]) == "TRANSPARENT"
    assert event["SUMMARY"].params["LANGUAGE"] == "ru"


def test_the_end_is_the_day_after_the_last() -> None:
    (event,) = calendar(REPORT._replace(last=dt.date(2030, 12, 31))).walk("VEVENT")
    assert event["DTEND"].dt == dt.date(2031, 1, 1)


def test_a_later_export_takes_the_place_of_an_earlier_one() -> None:
    (event,) = calendar(REPORT).walk("VEVENT")
    assert event["DTSTAMP"].dt == dt.datetime(2030, 6, 1, tzinfo=dt.UTC)
    assert int(event["SEQUENCE"]) == (dt.date(2030, 6, 1) - dt.date(2000, 1, 1)).days


@pytest.mark.parametrize("firmness", ["confirmed", "tentative", "cancelled"])
def test_firmness_is_the_status_of_the_event(firmness: str) -> None:
    (event,) = calendar(REPORT._replace(firmness=firmness)).walk("VEVENT")  # type: ignore[arg-type]  # one of three
    assert str(event["STATUS"]) == firmness.upper()


def test_what_is_not_said_has_no_line() -> None:
    (event,) = calendar(Slot("a", DAY, DAY, "A")).walk("VEVENT")
    assert not {"DESCRIPTION", "LOCATION", "CATEGORIES"} & set(event)


def test_registry_text_cannot_add_lines_to_a_calendar() -> None:
    nasty = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\x00\x1b[2J\u2028;b,c\\n"
    found = calendar(REPORT._replace(title=nasty, place=nasty, details=nasty, categories=(nasty,)))
    (event,) = found.walk("VEVENT")
    assert str(event["SUMMARY"]) == "a\nEND:VEVENT\nBEGIN:VEVENT[2J;b,c\\n"


@given(st.text(max_size=300))
def test_folding_keeps_every_character_and_no_line_is_longer_than_75_octets(line: str) -> None:
    parts = list(folded(line))
    assert all(len(part.encode("utf-8")) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(part.startswith(" ") for part in parts[1:])


@given(st.text(max_size=200))
def test_a_parser_reads_the_text_that_was_written(value: str) -> None:
    (event,) = calendar(REPORT._replace(title=value)).walk("VEVENT")
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    assert str(event["SUMMARY"]) == "".join(c for c in lines if c == "\n" or c.isprintable())


def test_a_value_is_escaped_once() -> None:
    assert text("a\\;,\nb") == "a\\\\\\;\\,\\nb"
