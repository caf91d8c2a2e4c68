from typing import Any

import pytest

from cicareg.errors import Exit
from tests import acts
from tests.acts import Files, breaches, incumbents, judged, lines, nothing, planned
from tests.rules.overlays import holders, meeting

FIRST = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
NEXT = "state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1"
OLD = "state: XAA, role: coordinator, term: 2020-2021, source: letters 1"
JUNE = meeting("com-2025-06-03", "number: 1, appoints: [ice]")
ASKED = {"area": "ice", "state": "XAA", "term": "2026-2027", "decision": "com-2025-06-03/1"}


def extend(files: Files | None = None, **asked: Any) -> list[str]:
    return lines(planned("extend", files, **{**ASKED, **asked}), files)


def refusal(files: Files | None = None, **asked: Any) -> tuple[int, str, str]:
    return acts.refusal("extend", files, **{**ASKED, **asked})


def test_a_tenure_is_added_that_adjoins_the_last_one_which_stays() -> None:
    done = planned("extend", **ASKED, notified="2025-05-01")
    assert lines(done) == [
        "coordinators/ice.yaml +   - {state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1, "
        "notified: 2025-05-01}",
        "meetings/com-2025-06-03.yaml + organ: com",
        "meetings/com-2025-06-03.yaml + date: 2025-06-03",
        "meetings/com-2025-06-03.yaml + decisions:",
        "meetings/com-2025-06-03.yaml +   - {number: 1, appoints: [ice], amends-list: true}",
    ]
    assert done.change.subject == "Extend Alderia as coordinator of Ice for 2026-2027"
    assert done.change.authority == "com-2025-06-03/1"
    assert judged(done)["extension-request"] == "in order"


def test_the_state_keeps_the_role_that_it_has() -> None:
    assert extend(JUNE, state="XBB") == [
        "coordinators/ice.yaml +   - {state: XBB, role: co-coordinator, term: 2026-2027, decision: com-2025-06-03/1}"
    ]


def test_whoever_acts_for_the_state_goes_on() -> None:
    files = holders("ice", f"{FIRST}, via: Ministry of Ice") | JUNE
    assert extend(files) == [
        "coordinators/ice.yaml +   - {state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1, "
        "via: Ministry of Ice}"
    ]


@pytest.mark.parametrize("via", ["", ", via: Ministry of Ice", ", via: Office of Snow"])
def test_the_same_again_changes_nothing_whoever_acts_for_the_state(via: str) -> None:
    files = holders("ice", f"{FIRST}, via: Ministry of Ice", NEXT + via) | JUNE
    assert nothing(planned("extend", files, **ASKED))


def test_the_same_again_with_the_day_of_the_request_adds_it() -> None:
    assert extend(holders("ice", FIRST, NEXT) | JUNE, notified="2025-05-01") == [
        f"coordinators/ice.yaml -   - {{{NEXT}}}",
        f"coordinators/ice.yaml +   - {{{NEXT}, notified: 2025-05-01}}",
    ]


def test_the_later_of_two_services_is_extended() -> None:
    done = planned("extend", holders("ice", OLD, FIRST) | JUNE, **ASKED)
    assert incumbents(done)[0] == ("coordinator", ("Alderia (2024-2025)",), ("Alderia (2026-2027)",))


def test_the_earlier_of_two_services_can_be_extended_too() -> None:
    files = holders("ice", OLD, FIRST)
    done = planned("extend", files, **{**ASKED, "term": "2022-2023", "decision": "com-2021-06-01/1"})
    assert lines(done, files)[0] == (
        "coordinators/ice.yaml +   - {state: XAA, role: coordinator, term: 2022-2023, decision: com-2021-06-01/1}"
    )
    assert not breaches(done)


def test_a_request_after_the_end_is_a_breach() -> None:
    done = planned("extend", **{**ASKED, "notified": "2026-01-05", "decision": "com-2026-01-10/1"})
    assert breaches(done) == [
        "extension-request: Alderia asked for its extension on 2026-01-05, after its tenure ended on 2025-12-31"
    ]


def test_a_departure_is_recorded_with_it() -> None:
    short = {**ASKED, "term": "2026-01/2026-12"}
    assert breaches(planned("extend", **short)) == [
        "minimum-tenure: the tenure of Alderia, 2026-01-01 to 2026-12-31, is shorter than 2 years"
    ]
    done = planned("extend", **short, departures=("minimum-tenure=One year was wanted.",))
    assert not breaches(done)
    assert judged(done)["minimum-tenure"] == "departure"


@pytest.mark.parametrize("term", ["2027-2028", "2025-2026", "2026-01-02/2028-01-01", "2025-12-31/2027-12-31"])
@pytest.mark.parametrize("order", [(OLD, FIRST), (FIRST, OLD)], ids=["in-order", "as-recorded"])
def test_a_term_that_does_not_adjoin_is_wrong_usage_and_the_day_is_named(term: str, order: tuple[str, ...]) -> None:
    assert refusal(holders("ice", *order), term=term) == (
        Exit.USAGE,
        "an extension begins on 2026-01-01, the day after the tenure 2024-2025 of Alderia",
        "--term 2026-01-01/LAST-DAY, or in years or months that begin there",
    )


@pytest.mark.parametrize(
    ("files", "asked", "message", "hint"),
    [
        ({}, {"state": "XCC"}, "Corvania does not serve Ice: there is nothing to extend",
         "cicareg appoint records a new service"),
        ({}, {"area": "people"}, "Alderia does not serve People dimension: there is nothing to extend",
         "cicareg appoint records a new service"),
        ({}, {"area": "fish", "state": "XBB"}, "the tenure of Borland has no stated end, so nothing adjoins it",
         "cicareg appoint records the tenure that was decided now"),
        (holders("ice", f"{FIRST}, ended: {{on: 2025-03-31, notified: 2025-03-01}}"), {},
         "the service of Alderia ended early: there is nothing to extend", "cicareg appoint records a new one"),
        ({"coordinators/ice.yaml": "tenures: 1\n"}, {},
         "the record of who holds ice has errors: nothing is added to it",
         "cicareg validate shows them: mend them first"),
    ],
)  # fmt: skip
def test_what_cannot_be_extended_is_refused(files: Files, asked: dict[str, Any], message: str, hint: str) -> None:
    assert refusal(files, **asked) == (Exit.REFUSED, message, hint)
