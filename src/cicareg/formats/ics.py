"""A timetable as a calendar (RFC 5545) that mail programs and telephones take in.

Every slot is an event of whole days that blocks no time: many programs show no VTODO. DTSTAMP and SEQUENCE are
those of the day that the timetable is of, so that the same register and day give the same bytes, and a later
export takes the place of an earlier one.
"""

import datetime as dt
from collections.abc import Iterator

from cicareg.document import UNDATED
from cicareg.formats.format import Format
from cicareg.terms import next_day
from cicareg.timetable import Slot, Timetable

_MOST = 75  # octets of a line (RFC 5545, 3.1)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_EVERY_DAY = "P1D"


def calendar(shown: Timetable) -> str:
    """Give the calendar; lines end with CR LF and are folded by octets."""
    return "".join(f"{part}\r\n" for line in _lines(shown) for part in folded(line))


def _lines(shown: Timetable) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//cicareg//timetable//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"NAME:{text(shown.title)}"
    yield f"X-WR-CALNAME:{text(shown.title)}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{_EVERY_DAY}"
    for slot in shown.slots:
        yield from _event(slot, shown)
    yield "END:VCALENDAR"


def _event(slot: Slot, shown: Timetable) -> Iterator[str]:
    lang = f";LANGUAGE={shown.lang}"
    yield "BEGIN:VEVENT"
    yield f"UID:{text(slot.id)}@{shown.domain}"
    yield f"DTSTAMP:{_day(shown.today)}T000000Z"
    yield f"SEQUENCE:{max(0, (shown.today - UNDATED).days)}"
    yield f"DTSTART;VALUE=DATE:{_day(slot.first)}"
    yield f"DTEND;VALUE=DATE:{_day(next_day(slot.last))}"  # the first day that is no part of it
    yield f"SUMMARY{lang}:{text(slot.title)}"
    if slot.details:
        yield f"DESCRIPTION{lang}:{text(slot.details)}"
    if slot.place:
        yield f"LOCATION{lang}:{text(slot.place)}"
    if slot.categories:
        yield f"CATEGORIES{lang}:{','.join(map(text, slot.categories))}"
    yield f"STATUS:{slot.firmness.upper()}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def text(value: str) -> str:
    """Give a text as a value (RFC 5545, 3.3.11): what would end it or part it is escaped, control characters go."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c == "\n" or c.isprintable()).translate(_ESCAPES)


def folded(line: str) -> Iterator[str]:
    """Yield the parts of a line, none longer than 75 octets and no character torn; all but the first begin blank."""
    part, size = "", 0
    for character in line:
        width = len(character.encode("utf-8"))
        if size + width > _MOST:
            yield part
            part, size = " ", 1
        part, size = part + character, size + width
    yield part


FORMAT = Format("ics", timetable=calendar, suffix=".ics")
