"""A departure from a rule ends by the calendar."""

from tests.deadlines.asking import on
from tests.rules.overlays import holders

KIND = "departure"
LISTED = "listed: com-2023-06-01"
TWO = (f"state: XBB, role: coordinator, {LISTED}", f"state: XCC, role: coordinator, {LISTED}")
UNTIL = f"rule: one-coordinator, {LISTED}, reason: Two., until: 2024-12-31"


def test_it_is_overdue_while_what_it_covered_goes_on() -> None:
    files = holders("fish", *TWO, departures=(UNTIL,))
    assert on("2023-05-31", KIND, files) == []
    assert on("2024-12-31", KIND, files) == ["com open by 2024-12-31"]
    assert on("2025-01-01", KIND, files) == ["com overdue by 2024-12-31"]
    assert on("2199-01-01", KIND, files) == ["com overdue by 2024-12-31"]


def test_when_the_last_of_it_has_ended_it_does_not_apply() -> None:
    ended = ", ended: {on: 2025-03-31, notified: 2025-03-01}"
    files = holders("fish", *(f"{tenure}{ended}" for tenure in TWO), departures=(UNTIL,))
    assert on("2025-03-31", KIND, files) == ["com overdue by 2024-12-31"]
    assert on("2025-04-01", KIND, files) == ["com not-applicable by 2024-12-31: what it covered has ended"]


def test_a_departure_that_outlasts_its_tenures_asks_for_nothing() -> None:
    ended = ", ended: {on: 2024-12-31, notified: 2024-12-01}"
    files = holders("fish", *(f"{tenure}{ended}" for tenure in TWO), departures=(UNTIL,))
    said = "com not-applicable by 2024-12-31: no tenure that it covers goes on after it"
    assert on("2024-12-01", KIND, files) == [said]


def test_another_departure_that_lasts_longer_meets_it() -> None:
    longer = UNTIL.replace("2024-12-31", "2026-12-31")
    assert on("2025-01-01", KIND, holders("fish", *TWO, departures=(UNTIL, longer))) == [
        "com met by 2024-12-31: a departure until 2026-12-31",
        "com open by 2026-12-31",
    ]
    endless = UNTIL.replace(", until: 2024-12-31", "")
    assert on("2025-01-01", KIND, holders("fish", *TWO, departures=(UNTIL, endless))) == [
        "com met by 2024-12-31: a departure without a last day"
    ]


def test_departures_without_a_last_day_end_by_no_calendar() -> None:
    assert on("2030-01-01", KIND, holders("fish", *TWO, departures=(UNTIL.replace(", until: 2024-12-31", ""),))) == []


def test_a_coordinator_who_is_left_alone_breaks_no_rule_any_more() -> None:
    alone = f"{TWO[1]}, ended: {{on: 2024-12-31, notified: 2024-12-01}}"
    said = "com not-applicable by 2024-12-31: no tenure that it covers goes on after it"
    assert on("2024-12-01", KIND, holders("fish", TWO[0], alone, departures=(UNTIL,))) == [said]


def test_of_a_rule_about_one_tenure_that_tenure_counts() -> None:
    short = "state: XAA, role: coordinator, term: 2024-01/2025-06, decision: com-2023-06-01/1"
    until = "rule: minimum-tenure, decision: com-2023-06-01/1, reason: A trial., until: 2024-12-31"
    files = holders("ice", short, departures=(until,))
    assert on("2025-06-30", KIND, files) == ["com overdue by 2024-12-31"]
    assert on("2025-07-01", KIND, files) == ["com not-applicable by 2024-12-31: what it covered has ended"]
