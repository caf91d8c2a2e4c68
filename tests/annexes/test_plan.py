"""An annual plan composed of its events."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from cicareg.annexes.plan import plan_data, plan_named
from cicareg.annexes.publishing import plan
from cicareg.annexes.voice import Voice
from cicareg.document import Table
from cicareg.errors import CicaregError
from cicareg.formats.markdown_document import document
from cicareg.registry import Registry
from tests.annexes.speaking import voice
from tests.support import chancery, load

LANGS = pytest.mark.parametrize("lang", ["en", "ru", "kk"])
COURSE = "events/2031/lamp-course.yaml"


Files = Mapping[str, str | None]


def said(lang: str = "en", files: Files | None = None, changed: Mapping[str, tuple[str, str]] | None = None) -> Voice:
    return voice(lang, chancery(files, changed))


def registry(files: Files | None = None) -> Registry:
    return load(chancery(files)).registry


def titles(found: Any) -> list[str]:
    """Give the lines of a plan as `1.1 Name` and `  2 Title`."""
    lines = []
    for dimension in found["dimensions"]:
        lines.append(f"{dimension['number']} {dimension['name']}")
        lines += [f"  {event['number']} {event['title']}" for event in dimension["events"]]
        for area in dimension["areas"]:
            lines.append(f"{area['number']} {area['name']}")
            lines += [f"  {event['number']} {event['title']}" for event in area["events"]]
    return [*lines, *(f"  {event['number']} {event['title']}" for event in found["others"])]


@LANGS
def test_the_plan_in_each_language(lang: str, golden: Callable[[str, str], None]) -> None:
    golden(f"plan-{lang}.md", document(plan(said(lang), "yearbook")))


def test_with_what_is_restricted(golden: Callable[[str, str], None]) -> None:
    golden("plan-restricted-en.md", document(plan(said(), "yearbook", restricted=True)))


def test_events_stand_by_dimension_area_and_day_and_are_numbered_through() -> None:
    assert titles(plan_data(said(), "yearbook", restricted=True)) == [
        "1 Sea",
        "  1 Storm exercise",
        "1.1 Lighthouses and buoys",
        "  2 Meeting of pilots and lamp keepers",
        "  3 Course for lamp keepers",
        "1.2 Pilots",
        "  4 Drill behind closed doors",
        "2 People",
        "  5 Festival of songs",
        "  6 Opening of the common archive",
    ]


def test_what_is_restricted_enters_only_where_that_is_wanted() -> None:
    made = document(plan(said(), "yearbook"))
    assert "Drill" not in made
    assert "1.2 Pilots |" not in [line.removeprefix("| ") for line in made.splitlines()]
    assert "Drill behind closed doors<br>\\[restricted\\]" in document(plan(said(), "yearbook", restricted=True))


def test_a_plan_that_is_itself_restricted_is_refused() -> None:
    files: Files = {"documents/yearbook.yaml": "kind: annual-plan\ntitle: Yearbook\nrestricted: true\n"}
    with pytest.raises(CicaregError, match=r"^yearbook is restricted and is not published$"):
        plan(said("en", files), "yearbook")


def test_a_plan_without_events_is_refused() -> None:
    files: Files = {"documents/empty.yaml": "kind: annual-plan\ntitle: Plan\n"}
    with pytest.raises(CicaregError, match=r"^no event on record stands in empty$"):
        plan(said("en", files), "empty")


LACKING = {
    "title": (
        "{en: Course for lamp keepers, ru: Курс для смотрителей маяков, kk: Шамшырақ қараушыларына арналған курс}",
        "the title of lamp-course",
    ),
    "place": ("{en: Port Amber, ru: Порт-Амбер, kk: Порт-Амбер}", "the place of lamp-course"),
    "partners": (
        "{en: Guild of Keepers, ru: Гильдия смотрителей, kk: Қараушылар гильдиясы}",
        "a partner of lamp-course",
    ),
}


@LANGS
@pytest.mark.parametrize("key", LACKING)
def test_a_text_that_a_language_lacks_is_refused_by_name(key: str, lang: str) -> None:
    old, what = LACKING[key]
    only = "{ru: x}" if lang == "en" else "{en: x}"
    with pytest.raises(CicaregError) as raised:
        plan(said(lang, changed={COURSE: (old, only)}), "yearbook")
    assert raised.value.message == f"{what} has no text in {lang!r}"


def test_an_event_of_two_areas_stands_with_the_first_and_names_the_other() -> None:
    made = document(plan(said(), "yearbook"))
    assert made.count("Meeting of pilots and lamp keepers") == 1
    assert "Meeting of pilots and lamp keepers<br>Also: 1.2 Pilots" in made


def test_the_table_has_its_columns_and_titles_over_all_of_them() -> None:
    (table,) = (block for block in plan(said(), "yearbook").blocks if isinstance(block, Table))
    assert (table.width, len(table.header)) == (7, 1)
    assert [row[0].lines[0] for row in table.rows if table.is_title(row)] == [
        "1 Sea",
        "1.1 Lighthouses and buoys",
        "2 People",
        "Other events",
    ]
    assert [row[0].strong for row in table.rows if table.is_title(row)] == [True, False, True, True]


def test_the_order_of_the_files_makes_no_difference() -> None:
    tree = chancery()
    turned = dict(reversed(tree.items()))
    assert plan(voice("en", turned), "yearbook") == plan(said(), "yearbook")


@pytest.mark.parametrize("typed", ["2031", "yearbook"])
def test_a_plan_is_named_by_its_id_or_its_year(typed: str) -> None:
    assert plan_named(registry(), typed) == "yearbook"


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("2030", "no annual plan 2030 on record", "on record: yearbook (2031-2031)"),
        ("1000", "no annual plan 1000 on record", "on record: yearbook (2031-2031)"),
        ("coast-rules", "coast-rules is no annual plan: it is of the kind decision", "on record: yearbook (2031-2031)"),
    ],
)
def test_a_plan_that_is_none(typed: str, message: str, hint: str) -> None:
    with pytest.raises(CicaregError) as raised:
        plan_named(registry(), typed)
    assert (raised.value.message, raised.value.hint) == (message, hint)


def test_two_plans_of_a_year_have_to_be_told_apart() -> None:
    files: Files = {"documents/other.yaml": "kind: annual-plan\ntitle: Plan\napplies: 2030-2031\n"}
    with pytest.raises(CicaregError, match=r"^several plans are made for 2031: other, yearbook$"):
        plan_named(registry(files), "2031")
    assert plan_named(registry(files), "2030") == "other"


def test_what_events_say_is_text_and_nothing_else() -> None:
    bad = "<b>Bold</b> & {{ 7 * 7 }} | row"
    files: Files = {COURSE: f"title: '{bad}'\ndates: 2031\nplan: yearbook\n"}
    (table,) = (block for block in plan(said("en", files), "yearbook").blocks if isinstance(block, Table))
    assert bad in [cell.lines[0] for row in table.rows for cell in row if cell.lines]
