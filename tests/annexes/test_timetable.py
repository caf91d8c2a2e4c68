"""Calendars of the invented body of tests/chancery."""

import datetime as dt
from collections.abc import Mapping

import pytest

from cicareg.annexes.timetable import Part, timetable
from cicareg.deadlines.dues import Wanted, dues
from cicareg.dues import Dues
from cicareg.errors import CicaregError
from cicareg.timetable import Slot, Timetable
from tests.annexes.speaking import voice
from tests.support import chancery

DAY = dt.date(2030, 6, 15)
ALL = Part()
MEETING = "meetings/board-2030-05-15.yaml"


def made(
    lang: str = "en", tree: Mapping[str, bytes] | None = None, *, today: dt.date = DAY, part: Part = ALL
) -> Timetable:
    spoken = voice(lang, tree)
    wanted = Wanted((part.area,) if part.area else (), (part.state,) if part.state else (), every=True)
    return timetable(spoken, dues(spoken.registry, today, wanted), part)


def slot(id_: str, found: Timetable) -> Slot:
    return next(each for each in found.slots if each.id == id_)


def changed(old: str, new: str, path: str = MEETING) -> Mapping[str, bytes]:
    text = chancery()[f"registry/{path}"].decode()
    assert old in text
    return chancery({path: text.replace(old, new)})


def test_a_meeting_is_a_slot_with_its_place() -> None:
    found = slot("meeting/board-2030-05-15", made())
    assert found == Slot(
        "meeting/board-2030-05-15",
        dt.date(2030, 5, 15),
        dt.date(2030, 5, 15),
        "Harbour Board (board-2030-05-15)",
        place="Port Amber",
        categories=("meeting",),
    )


def test_a_meeting_of_several_days_begins_on_its_first() -> None:
    found = made(tree=changed("date: 2030-05-15\n", "date: 2030-05-15\nbegan: 2030-05-13\n"))
    held = slot("meeting/board-2030-05-15", found)
    assert (held.first, held.last) == (dt.date(2030, 5, 13), dt.date(2030, 5, 15))


def test_the_agenda_of_a_meeting_is_said() -> None:
    agenda = "agenda:\n  - {title: {en: Lamps, ru: Лампы, kk: Шамдар}}\n  - {title: {en: Oil, ru: Масло, kk: Май}}\n"
    tree = changed("decisions:\n", agenda + "decisions:\n")
    assert slot("meeting/board-2030-05-15", made(tree=tree)).details == "Lamps\nOil"
    assert slot("meeting/board-2030-05-15", made("ru", tree)).details == "Лампы\nМасло"


def test_a_meeting_that_was_not_held_is_cancelled() -> None:
    text = "organ: diet\ndate: 2030-07-01\nheld: false\nsource: letters p. 9\n"
    found = made(tree=chancery({"meetings/diet-2030-07-01.yaml": text}))
    assert slot("meeting/diet-2030-07-01", found).firmness == "cancelled"


def test_an_area_has_the_meetings_that_deal_with_it() -> None:
    other = {"meetings/board-2030-09-01.yaml": "organ: board\ndate: 2030-09-01\nsource: letters p. 9\n"}
    agenda = "agenda:\n  - {title: {en: Lamps, ru: Лампы, kk: Шамдар}, areas: [lights]}\n"
    with_agenda = {path: text + agenda for path, text in other.items()}

    def meetings(tree: Mapping[str, bytes]) -> list[str]:
        return [each.id for each in made(tree=tree, part=Part("lights")).slots if each.id.startswith("meeting/")]

    assert meetings(chancery(other)) == ["meeting/board-2030-05-15"]  # its decisions appoint to it
    assert meetings(chancery(with_agenda)) == ["meeting/board-2030-05-15", "meeting/board-2030-09-01"]


def test_what_is_owed_stands_on_its_last_day() -> None:
    found = slot("duty/request/xcc/board-2030-05-15-14", made())
    assert (found.first, found.last) == (dt.date(2030, 9, 1), dt.date(2030, 9, 1))
    assert found.title == "Answer to a request: Corvania"
    assert found.details == "open\nboard-2030-05-15/14"
    assert found.categories == ("duty", "request")


def test_what_has_no_last_day_stands_on_the_day_after_which_it_is_due() -> None:
    spoken = voice()
    line = next(line for line in dues(spoken.registry, DAY, Wanted(every=True)).lines if line.duty == "annual-plan")
    endless = Dues(DAY, (line._replace(by=None, after=dt.date(2030, 9, 30)),))
    assert slot("duty/annual-plan/board/yearbook", timetable(spoken, endless, ALL)).first == dt.date(2030, 10, 1)


def test_what_many_states_owe_alike_is_one_slot() -> None:
    found = slot("duty/request/board-2030-05-15/13", made())
    assert found.title == "Answer to a request: Member States (4)"
    assert found.details == ("Alderia: open\nFree Isles: open\nCorvania: open\nDunmere: open\nboard-2030-05-15/13")
    assert not [each for each in made().slots if each.id.startswith("duty/request/xaa")]


def test_one_state_has_its_own() -> None:
    found = made(part=Part(state="XAA"))
    assert found.title == "ACC: Alderia"
    assert [each.id for each in found.slots if each.id.startswith("duty/")] == ["duty/request/xaa/board-2030-05-15-13"]


def test_what_is_overdue_says_so_and_stays_on_its_day() -> None:
    found = slot("duty/request/xcc/board-2030-05-15-14", made(today=dt.date(2031, 1, 1)))
    assert (found.first, found.details) == (dt.date(2030, 9, 1), "overdue\nboard-2030-05-15/14")


def test_what_is_met_stays_and_says_by_what() -> None:
    answer = (
        "kind: contribution\ntitle: {en: Our year, ru: Наш год, kk: Біздің жыл}\nprepared-by: [XCC]\n"
        "date: 2030-06-10\nanswers: [board-2030-05-15/14]\nsource: letters p. 9\n"
    )
    found = made(tree=chancery({"documents/our-year.yaml": answer}))
    assert slot("duty/request/xcc/board-2030-05-15-14", found).details == "done: our-year\nboard-2030-05-15/14"


def test_a_correction_moves_a_slot() -> None:
    moved = made(tree=changed("by: 2030-09-01", "by: 2030-09-15"))
    assert slot("duty/request/xcc/board-2030-05-15-14", moved).first == dt.date(2030, 9, 15)


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Answer to a request: Member States (4)"),
        ("ru", "Ответ на запрос: государства-члены (4)"),
        ("kk", "Сұрау салуға жауап: мүше мемлекеттер (4)"),
    ],
)
def test_titles_are_in_the_language_and_ids_are_the_same_in_all(lang: str, title: str) -> None:
    found = made(lang)
    assert slot("duty/request/board-2030-05-15/13", found).title == title
    assert found.domain == "acc"
    assert [each.id for each in found.slots] == [each.id for each in made("en").slots]


def test_a_name_that_a_language_lacks_is_refused() -> None:
    tree = changed("place: {en: Port Amber, ru: Порт-Амбер, kk: Порт-Амбер}", "place: {en: Port Amber}")
    with pytest.raises(CicaregError, match="the place of board-2030-05-15 has no text in 'ru'"):
        made("ru", tree)


def test_ids_are_unique_and_slots_in_the_order_of_their_days() -> None:
    found = made().slots
    assert len({each.id for each in found}) == len(found)
    assert [each.first for each in found] == sorted(each.first for each in found)


EVENT = """\
title: {en: Lamp fair, ru: Ярмарка ламп, kk: Шам жәрмеңкесі}
areas: [lights]
dates: 2030-07-03/2030-07-05
place: {en: Port Amber, ru: Порт-Амбер, kk: Порт-Амбер}
organisers: [XBB]
source: letters p. 9
"""


def events(text: str, part: Part = ALL) -> list[Slot]:
    found = made(tree=chancery({"events/2030/lamp-fair.yaml": text}), part=part)
    return [each for each in found.slots if each.id == "event/lamp-fair"]


def test_an_event_is_a_slot_of_its_days() -> None:
    first, last = dt.date(2030, 7, 3), dt.date(2030, 7, 5)
    assert events(EVENT) == [
        Slot("event/lamp-fair", first, last, "Lamp fair", place="Port Amber", categories=("event",))
    ]


def test_an_event_that_was_postponed_moves() -> None:
    (found,) = events(EVENT + "status: postponed\nmoved-to: 2030-08-01\n")
    assert (found.first, found.last, found.firmness) == (dt.date(2030, 8, 1), dt.date(2030, 8, 1), "confirmed")


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_an_event_without_a_day_any_more_is_cancelled(status: str) -> None:
    assert [each.firmness for each in events(f"{EVENT}status: {status}\n")] == ["cancelled"]


def test_a_month_is_tentative_and_a_year_no_slot() -> None:
    (found,) = events(EVENT.replace("2030-07-03/2030-07-05", "2030-07"))
    assert (found.first, found.last, found.firmness) == (dt.date(2030, 7, 1), dt.date(2030, 7, 31), "tentative")
    assert events(EVENT.replace("2030-07-03/2030-07-05", "2030")) == []


def test_a_restricted_event_is_never_exported() -> None:
    assert events(EVENT + "restricted: true\n") == []


@pytest.mark.parametrize(
    ("part", "number"),
    [(Part("lights"), 1), (Part("pilots"), 0), (Part(state="XBB"), 1), (Part(state="XAA"), 0)],
    ids=["its area", "another area", "who organises it", "another state"],
)
def test_events_of_a_part(part: Part, number: int) -> None:
    assert len(events(EVENT, part)) == number


def test_what_many_owe_by_different_decisions_or_days_is_a_slot_each() -> None:
    spoken = voice()
    line = next(line for line in dues(spoken.registry, DAY, Wanted(every=True)).lines if line.duty == "request")
    lines = [
        line._replace(
            id=f"extension/{area}/{state}", duty="extension", area=area, who=state, by=dt.date(2030, month, 1)
        )
        for area in ("lights", "pilots")
        for month, state in enumerate(("XAA", "XBB", "XCC", "XDD"), start=1)
    ]
    found = timetable(spoken, Dues(DAY, tuple(lines)), ALL).slots
    slots = {each.id: each.first for each in found if each.id.startswith("duty/")}
    assert slots == {f"duty/{each.id}": each.by for each in lines}
