"""From when to when each tenure really runs."""

import pytest

from cicareg.questions.holdings import holdings
from cicareg.records.coordinators import Coordinators
from tests.support import loaded

LATER = """organ: com
date: 2024-05-02
decisions:
  - {number: 1, appoints: [fish]}
"""
SECOND = LATER.replace("number: 1", "number: 7")


def spans(*tenures: str) -> list[str]:
    text = "tenures:\n" + "".join(f"  - {{{tenure}}}\n" for tenure in tenures)
    files: dict[str, str | None] = {
        "coordinators/fish.yaml": text,
        "meetings/com-2024-05-02.yaml": LATER,
        "meetings/com-2024-05-02-2.yaml": SECOND,
    }
    registry = loaded(files).registry
    post = registry.get(Coordinators, "fish")
    assert post is not None
    return [f"{h.tenure.state} {h.span} {h.ends_by}" for h in holdings(registry, post)]


UNDATED = "state: XBB, role: coordinator, listed: com-2023-06-01"
HELPER = "state: XCC, role: co-coordinator, listed: com-2023-06-01"
DATED = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"


def test_an_undated_tenure_runs_from_the_day_of_its_list_on() -> None:
    assert spans(UNDATED) == ["XBB from 2023-06-01 None"]


def test_a_term_is_kept_as_stated() -> None:
    assert spans(DATED) == ["XAA 2024-01-01 to 2025-12-31 term"]


def test_a_later_decision_that_fills_the_role_ends_an_undated_coordinator_the_day_before_it_starts() -> None:
    later = "state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-05-02/1"
    assert spans(UNDATED, later) == ["XBB 2023-06-01 to 2024-12-31 succession", "XAA 2025-01-01 to 2026-12-31 term"]


def test_an_undated_successor_starts_on_the_day_of_its_decision() -> None:
    later = "state: XAA, role: coordinator, decision: com-2024-05-02/1"
    assert spans(UNDATED, later) == ["XBB 2023-06-01 to 2024-05-01 succession", "XAA from 2024-05-02 None"]


def test_the_same_meeting_does_not_succeed_itself() -> None:
    assert spans(UNDATED, "state: XAA, role: coordinator, decision: com-2023-06-01/1") == [
        "XBB from 2023-06-01 None",
        "XAA from 2023-06-01 None",
    ]


def test_a_second_meeting_of_one_day_is_later_than_the_first() -> None:
    first = "state: XBB, role: coordinator, decision: com-2024-05-02/1"
    second = "state: XAA, role: coordinator, decision: com-2024-05-02-2/7"
    assert spans(first, second) == ["XBB None succession", "XAA from 2024-05-02 None"]


def test_a_new_co_coordinator_leaves_the_others_standing() -> None:
    later = "state: XAA, role: co-coordinator, term: 2025-2026, decision: com-2024-05-02/1"
    assert spans(HELPER, later)[0] == "XCC from 2023-06-01 None"


def test_a_co_coordinator_dropped_by_name_ends_the_day_before() -> None:
    later = "state: XAA, role: co-coordinator, term: 2025-2026, decision: com-2024-05-02/1, replaces: [XCC]"
    assert spans(HELPER, later)[0] == "XCC 2023-06-01 to 2024-12-31 replacement"


def test_a_state_named_anew_in_its_role_is_succeeded_by_itself() -> None:
    later = "state: XCC, role: co-coordinator, term: 2025-2026, decision: com-2024-05-02/1"
    assert spans(HELPER, later)[0] == "XCC 2023-06-01 to 2024-12-31 succession"


def test_a_dated_tenure_is_not_succeeded_silently() -> None:
    later = "state: XBB, role: coordinator, term: 2025-2026, decision: com-2024-05-02/1"
    assert spans(DATED, later)[0] == "XAA 2024-01-01 to 2025-12-31 term"


def test_a_dated_tenure_ends_where_its_state_is_replaced_by_name() -> None:
    later = "state: XBB, role: coordinator, term: 2025-2026, decision: com-2024-05-02/1, replaces: [XAA]"
    assert spans(DATED, later)[0] == "XAA 2024-01-01 to 2024-12-31 replacement"


@pytest.mark.parametrize(
    ("tenure", "expected"),
    [
        (UNDATED, "XBB 2023-06-01 to 2024-02-29 termination"),
        (DATED, "XAA 2024-01-01 to 2024-02-29 termination"),
    ],
    ids=["undated", "dated"],
)
def test_a_terminated_tenure_ends_on_its_last_day(tenure: str, expected: str) -> None:
    assert spans(f"{tenure}, ended: {{on: 2024-02-29, notified: 2024-01-02}}") == [expected]


def test_a_source_with_a_term_counts_from_its_start_and_succeeds_nobody() -> None:
    inferred = "state: XAA, role: coordinator, term: 2024-2025, source: letters p. 1, inferred: [role]"
    assert spans(UNDATED, inferred)[0] == "XBB from 2023-06-01 None"


def test_an_undated_source_starts_on_the_day_of_the_source_if_it_has_one() -> None:
    letters = "state: XAA, role: coordinator, source: letters p. 1"
    gazette = "state: XBB, role: co-coordinator, source: gazette p. 1"
    assert spans(letters, gazette) == ["XAA from 2020-02-03 None", "XBB None None"]


def test_a_reversed_term_never_runs() -> None:
    assert spans("state: XAA, role: coordinator, term: 2025-2024, decision: com-2023-06-01/1") == ["XAA None None"]


def test_no_decision_replaces_what_it_decides_itself() -> None:
    first = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
    second = "state: XBB, role: coordinator, term: 2025-2026, decision: com-2023-06-01/1, replaces: [XAA]"
    assert spans(first, second)[0] == "XAA 2024-01-01 to 2025-12-31 term"


def test_of_two_of_one_meeting_that_replace_each_other_only_the_later_in_the_file_does() -> None:
    first = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, replaces: [XBB]"
    second = "state: XBB, role: coordinator, term: 2025-2026, listed: com-2023-06-01, replaces: [XAA]"
    assert spans(first, second) == [
        "XAA 2024-01-01 to 2024-12-31 replacement",
        "XBB 2025-01-01 to 2026-12-31 term",
    ]
