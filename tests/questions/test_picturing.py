"""The register as a picture: as decided, by a day, and who serves."""

from datetime import date

import pytest

from cicareg.differences.applying import applied
from cicareg.differences.finding import compared
from cicareg.picture import Picture, Stand
from cicareg.questions.picturing import picture_by, picture_decided, picture_recorded, picture_serving
from tests.differences.registers import LATER, earlier, later
from tests.support import loaded


def facts(picture: Picture, what: str) -> dict[str, dict[str, str]]:
    return {item.id: dict(item.facts) for item in picture.items if item.kind == what}


def holders(picture: Picture) -> dict[str, list[str]]:
    return {seat.area: [_brief(holder) for holder in seat.holders] for seat in picture.seats}


def _brief(stand: Stand) -> str:
    return " ".join(filter(None, [stand.role[:2], stand.state, stand.term, "acting" * stand.acting]))


def test_posts_stand_in_their_order_with_facts_and_holders() -> None:
    one = picture_recorded(earlier(), "now", earlier())
    assert [(seat.area, dict(seat.facts)) for seat in one.seats] == [
        (
            "ice",
            {
                "number": "1.1",
                "dimension": "nature",
                "name en": "Safety on ice",
                "name fr": "Sécurité sur la glace",
            },
        ),
        ("fish", {"number": "1.2", "dimension": "nature", "name en": "Fisheries", "name fr": "Pêcheries"}),
        ("people", {"number": "2", "dimension": "people", "name en": "People", "name fr": "Habitants"}),
    ]
    assert holders(one) == {
        "ice": ["co XAA 2024-2025", "co XBB 2024-2025"],
        "fish": ["co XBB", "co XCC", "co XAA"],
        "people": [],
    }
    assert one.seats[0].holders[0].basis == "decision com-2023-06-01/1"


def test_a_day_before_anything_was_decided_has_a_note() -> None:
    one = picture_by(later(), "then", later(), date(2023, 5, 31))
    assert holders(one) == {"ice": [], "fish": [], "people": []}
    assert one.notes == ("then: nothing is on record of who held 3 posts then",)


def test_a_day_knows_what_was_decided_by_its_end_and_nothing_later() -> None:
    one = picture_by(later(), "then", later(), date(2025, 9, 30))
    assert holders(one)["ice"] == ["co XAA 2024-2025", "co XBB 2024-2025"]
    assert "com-2025-10-01/1" not in facts(one, "decision")
    two = picture_by(later(), "then", later(), date(2025, 10, 1))
    assert holders(two)["ice"] == ["co XAA 2026-2027", "co XDD 2026-01/2027-12"]
    assert facts(two, "decision")["com-2025-10-01/1"] == {
        "says": "appoints for Ice, People dimension, and so amends the list"
    }


def test_the_second_meeting_of_a_day_counts_for_that_day() -> None:
    registry = loaded(
        {
            "meetings/com-2023-06-01-2.yaml": "organ: com\ndate: 2023-06-01\n"
            "decisions: [{number: 1, appoints: [people]}]\n",
            "coordinators/people.yaml": "tenures:\n  - {state: XDD, role: coordinator, decision: com-2023-06-01-2/1}\n",
        }
    ).registry
    assert holders(picture_by(registry, "then", registry, date(2023, 6, 1)))["people"] == ["co XDD"]


def test_after_a_meeting_only_what_it_and_those_before_it_decided_is_known() -> None:
    one = picture_decided(later(), "then", later(), "com-2023-06-01")
    assert holders(one)["people"] == []
    assert facts(one, "document")["charter"]["status"] == "recommended"
    assert sorted(facts(one, "decision")) == ["com-2023-06-01/1", "com-2023-06-01/2", "com-2023-06-01/3"]


def test_a_document_that_bears_a_later_day_is_not_there_yet() -> None:
    paper = "kind: report\ntitle: {en: Ice melts, fr: La glace fond}\ndate: 2024-02-01\n"
    registry = loaded({"documents/report.yaml": paper}).registry
    known = [facts(picture_by(registry, "", registry, date(2024, 1, day)), "document") for day in (1, 31)]
    assert ["report" in each for each in known] == [False, False]
    assert "report" in facts(picture_by(registry, "", registry, date(2024, 2, 1)), "document")


def test_who_serves_is_neither_who_is_to_come_nor_who_ended() -> None:
    assert holders(picture_serving(earlier(), "", date(2023, 12, 31)))["ice"] == []
    assert holders(picture_serving(earlier(), "", date(2024, 1, 1)))["ice"] == ["co XAA 2024-2025", "co XBB 2024-2025"]
    assert holders(picture_serving(earlier(), "", date(2026, 1, 1)))["ice"] == []
    assert "decisions" not in picture_serving(earlier(), "", date(2026, 1, 1)).says


def test_a_post_that_cannot_be_read_is_said_to_be() -> None:
    registry = loaded({"coordinators/ice.yaml": "tenures: {}\n"}).registry
    one = picture_recorded(registry, "now", registry)
    assert one.unread == {"ice"}
    assert holders(one)["ice"] == []


def test_a_document_that_is_renamed_changes_no_decision() -> None:
    title = "kind: decision\norgan: asm\ntitle: {en: New charter, fr: Charte}\n"
    old, new = earlier(), loaded({"documents/charter.yaml": title}).registry
    items = compared(picture_recorded(old, "", new), picture_recorded(new, "", new)).difference.items
    assert [(item.what, item.id) for item in items] == [("document", "charter")]


def test_of_a_restricted_document_nothing_is_said() -> None:
    paper = (
        "kind: decision\norgan: asm\ntitle: {en: Secret, fr: Secret}\nrestricted: true\nbody: {en: Hush., fr: Chut.}\n"
    )
    registry = loaded({"documents/charter.yaml": paper}).registry
    one = picture_recorded(registry, "", registry)
    assert "Secret" not in repr(one)
    assert facts(one, "document")["charter"] == {"kind": "decision", "restricted": "yes", "status": "adopted"}
    assert facts(one, "decision")["com-2023-06-01/2"] == {"says": "recommends charter"}


@pytest.mark.parametrize("path", LATER)
def test_each_change_of_a_file_can_be_applied(path: str) -> None:
    old, new = (
        earlier(),
        loaded({"meetings/com-2025-10-01.yaml": LATER["meetings/com-2025-10-01.yaml"], path: LATER[path]}),
    )
    before, after = picture_recorded(old, "", old), picture_recorded(new.registry, "", old)
    found = compared(before, after)
    assert found.difference
    assert applied(found.before, found.difference)._replace(of="") == found.after._replace(of="")
