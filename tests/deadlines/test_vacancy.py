"""An area without a coordinator."""

from datetime import date

from cicareg.deadlines.all_duties import duties
from tests.deadlines import asking
from tests.deadlines.laws import MODALITIES
from tests.rules.overlays import Files, holders, meeting
from tests.support import loaded

KIND = "vacancy"
FIRST = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
HELPER = "state: XBB, role: co-coordinator, listed: com-2023-06-01"
OTHER = "state: XCC, role: co-coordinator, listed: com-2023-06-01"
NEXT = "state: XCC, role: coordinator, term: 2026-07/2028-06, decision: com-2026-06-03/1"
JUNE = meeting("com-2026-06-03", "number: 1, appoints: [ice]")


def on(day: str, kind: str, files: Files | None = None, area: str = "ice") -> list[str]:
    return asking.on(day, kind, files, area)


def what(day: str, files: Files) -> str:
    found = duties(loaded({**MODALITIES, **files}).registry, date.fromisoformat(day))
    return [duty.what for duty in found if duty.duty == KIND and duty.area == "ice"][-1]


def test_it_arises_on_the_first_day_without_one() -> None:
    files = holders("ice", FIRST)
    assert on("2025-12-31", KIND, files) == []
    assert on("2026-01-01", KIND, files) == ["com open"]


def test_a_list_that_shows_co_coordinators_only() -> None:
    assert on("2023-05-31", KIND, holders("ice", HELPER)) == []
    assert on("2023-06-01", KIND, holders("ice", HELPER)) == ["com open"]


def test_before_the_first_tenure_on_record_nothing_is_known() -> None:
    assert on("2023-12-31", KIND, holders("ice", FIRST)) == []


def test_an_area_without_any_tenure_is_vacant_since_the_first_list() -> None:
    assert on("2023-05-31", KIND, area="people") == []
    assert on("2023-06-01", KIND, area="people") == ["com open"]
    june = meeting("com-2023-06-01", "number: 2, considers: charter", "number: 3, approves: ice-paper")
    nothing: Files = {"coordinators/ice.yaml": None, "coordinators/fish.yaml": None}
    assert on("2030-01-01", KIND, june | nothing) == []


def test_of_a_record_that_cannot_be_read_nothing_is_said() -> None:
    assert on("2024-06-01", KIND, {"coordinators/ice.yaml": "tenures: [{}]\n"}) == []


def test_the_next_coordinator_meets_it_on_its_first_day() -> None:
    files = holders("ice", FIRST, NEXT) | JUNE
    assert on("2026-06-30", KIND, files) == ["com open"]
    assert on("2026-07-01", KIND, files) == ["com met: com-2026-06-03/1 on 2026-07-01"]


def test_who_acts_meets_it_until_it_stops() -> None:
    helper = "state: XBB, role: co-coordinator, term: 2024-01/2026-03, decision: com-2023-06-01/1"
    files = holders("ice", FIRST, helper, acting=("state: XBB, from: 2026-02-01",))
    assert on("2026-01-31", KIND, files) == ["com open"]
    assert on("2026-02-01", KIND, files) == ["com met: Borland acting on 2026-02-01"]
    assert on("2026-04-01", KIND, files) == ["com met: Borland acting on 2026-02-01", "com open"]


def test_tenures_that_adjoin_or_overlap_leave_no_gap() -> None:
    early = NEXT.replace("2026-07/2028-06", "2026-2027").replace("2026-06-03", "2025-06-03")
    files = holders("ice", FIRST, early) | meeting("com-2025-06-03", "number: 1, appoints: [ice]")
    assert on("2027-12-31", KIND, files) == []
    assert on("2028-01-01", KIND, files) == ["com open"]
    second = FIRST.replace("XAA", "XCC").replace("2024-2025", "2024-2026")
    assert on("2026-12-31", KIND, holders("ice", second, FIRST)) == []


def test_an_undated_coordinator_serves_on() -> None:
    assert on("2199-01-01", KIND, area="fish") == []


def test_a_tenure_of_which_the_days_are_unknown_leaves_it_open_whether_there_is_a_gap() -> None:
    unknown = "state: XCC, role: coordinator, source: gazette 3"
    assert on("2026-06-01", KIND, holders("ice", FIRST, unknown)) == []
    reversed_ = FIRST.replace("2024-2025", "2025-2024")
    assert on("2026-06-01", KIND, holders("ice", reversed_, HELPER)) == []


def test_it_says_who_could_act() -> None:
    assert what("2026-01-01", holders("ice", FIRST)) == "appoints a coordinator; no co-coordinator is there to act"
    assert what("2026-01-01", holders("ice", FIRST, HELPER)) == "appoints a coordinator; until then Borland may act"
    several = "appoints a coordinator; until then Borland or Corvania may act, if the others there consent"
    assert what("2026-01-01", holders("ice", FIRST, HELPER, OTHER)) == several
