"""Members organise events."""

from tests.support import found

RULE = "event-organisers"


def events(*lines: str, dates: str = "2024-02") -> list[str]:
    text = "\n".join(["title: A course", f"dates: {dates}", *lines, ""])
    return found(RULE, {f"events/{dates[:4]}/course.yaml": text})


def test_a_member_organises_whoever_coordinates() -> None:
    assert events("areas: [ice]", "organisers: [XBB, XDD]") == []


def test_an_event_without_organisers_is_nobodys_mistake() -> None:
    assert events("partners: [School of Rescuers]") == []


def test_a_state_that_is_no_member_at_all() -> None:
    assert events("organisers: [XAA, XEE]") == [
        "events/2024/course.yaml:3:19 error: Estavia is no member: it has no member-since"
    ]


def test_a_state_that_joined_later() -> None:
    assert events("organisers: [XDD]", dates="2023-12-31") == [
        "events/2023/course.yaml:3:14 error: Dunmere organises an event of 2023, but is a member since 2024 only"
    ]


def test_the_new_dates_count() -> None:
    assert events("organisers: [XDD]", "status: postponed", "moved-to: 2024-01", dates="2023-12-31") == []


def test_over_the_new_year_both_years_count() -> None:
    assert events("organisers: [XDD]", dates="2023-12-30/2024-01-02") == []


def test_a_state_that_left() -> None:
    states = "XAA: {name: Alderia, member-since: {year: 2000}, member-until: {year: 2024}}\n"
    files: dict[str, str | None] = {
        "states.yaml": states,
        "coordinators/fish.yaml": "tenures: []\n",
        "events/2025/course.yaml": "title: A course\ndates: 2025\norganisers: [XAA]\n",
    }
    assert found(RULE, files) == [
        "events/2025/course.yaml:3:14 error: Alderia organises an event of 2025, but was a member until 2024 only"
    ]
