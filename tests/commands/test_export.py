"""Calendars at the command line."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import icalendar

from tests.conftest import Ran
from tests.support import CHANCERY, PROJECT

Cicareg = Callable[..., Ran]


def events(text: str) -> dict[str, icalendar.Event]:
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {str(event["UID"]): event for event in found}  # type: ignore[misc]  # only events are walked


def test_a_calendar_of_the_whole_register(cicareg: Cicareg, tmp_path: Path) -> None:
    ran = cicareg("-C", CHANCERY, "export", "ics", "--today", "2030-06-15", "-o", tmp_path / "acc.ics")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    raw = (tmp_path / "acc.ics").read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")
    found = events(raw.decode())
    assert found["duty/request/xcc/board-2030-05-15-14@acc"]["DTSTART"].dt == dt.date(2030, 9, 1)
    assert str(found["meeting/diet-2030-06-20@acc"]["SUMMARY"]) == "Diet (diet-2030-06-20)"


def test_the_same_register_and_day_give_the_same_bytes(cicareg: Cicareg) -> None:
    words = ("-C", CHANCERY, "export", "ics", "--today", "2030-06-15", "--lang", "kk")
    assert cicareg(*words) == cicareg(*words)


def test_areas_and_states_are_given_as_everywhere(cicareg: Cicareg) -> None:
    by_name = cicareg("-C", PROJECT, "export", "ics", "--today", "2023-09-01", "--state", "russia", "--area", "ICTs")
    by_code = cicareg("-C", PROJECT, "export", "ics", "--today", "2023-09-01", "--state", "RUS", "--area", "2.3")
    assert by_name == by_code
    assert by_name.code == 0
    assert {uid.split("/")[1] for uid in events(by_name.out) if uid.startswith("duty/")} >= {"extension", "report"}


def test_a_state_that_nobody_knows(cicareg: Cicareg) -> None:
    ran = cicareg("-C", CHANCERY, "export", "ics", "--state", "Corvenia", "--today", "2030-06-15")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean Corvania?" in ran.err


def test_only_calendars_are_exported(cicareg: Cicareg) -> None:
    ran = cicareg("-C", CHANCERY, "export", "vcf")
    assert (ran.code, ran.err) == (2, "cicareg: no export 'vcf'\n  there are: ics\n")


def test_a_language_without_its_words_is_refused_by_name(cicareg: Cicareg) -> None:
    ran = cicareg("-C", PROJECT, "export", "ics", "--lang", "fr", "--today", "2023-09-01")
    assert (ran.code, ran.err) == (2, "cicareg: the register has no language 'fr'\n  there are: en, ru, kk\n")
