"""Each kind of duty, of the sample register with the law that they rest on."""

import pytest

from cicareg.deadlines.all_duties import duties_of_post, kinds_of_duty
from tests.acts import Files, planned
from tests.deadlines.laws import LAW, MODALITIES
from tests.rules.overlays import holders, meeting
from tests.support import loaded

FIRST = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
NEXT = "state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1"
JUNE = meeting("com-2025-06-03", "number: 1, appoints: [ice]")


def due(kind: str, files: Files | None = None, area: str = "ice") -> list[str]:
    """Give who still owes by (or after) which day."""
    registry = loaded({**MODALITIES, **(files or {})}).registry
    found = [d for d in duties_of_post(registry, area) if d.duty == kind and d.met is None and d.void is None]
    return [f"{duty.who} {f'by {duty.by}' if duty.by else f'after {duty.after}'}" for duty in found]


def test_the_kinds_of_duty() -> None:
    assert {kind.name: kind.rests_on for kind in kinds_of_duty().values()} == {
        "annual-plan": None,
        "concept-paper": "modalities/2.7/concept-paper",
        "consideration": "modalities/2.5/expert-meetings",
        "contribution": "modalities/3.5/contribution",
        "departure": None,
        "extension": "modalities/1.12/extension",
        "paper-lapses": "modalities/2.6/renewal",
        "report": "modalities/1.3/report",
        "request": None,
        "review": "modalities/3.2/review",
        "silence": None,
        "vacancy": "modalities/1.11/acting",
    }


def test_a_duty_says_what_who_and_by_which_paragraph() -> None:
    (duty,) = [duty for duty in duties_of_post(loaded(MODALITIES).registry, "ice") if duty.duty == "concept-paper"]
    assert (duty.area, duty.who, duty.what) == ("ice", "XAA", "proposes a new or updated concept paper")
    assert str(duty.cites) == "Modalities 2.7, shall, draft"


def test_without_the_demand_on_record_nothing_falls_due() -> None:
    assert list(duties_of_post(loaded().registry, "ice")) == []
    less = LAW.replace("id: report", "id: reporting")
    assert due("report", {"law/modalities.yaml": less}) == []


def test_an_area_that_is_not_on_record_has_no_duties() -> None:
    assert list(duties_of_post(loaded(MODALITIES).registry, "snow")) == []
    assert [duty.duty for duty in duties_of_post(loaded(MODALITIES).registry, "people")] == ["vacancy"]


CASES: dict[str, tuple[Files, list[str], list[str], list[str]]] = {
    # what is on record: who owes a paper, a request for extension, a report
    "a new service": (
        holders("ice", FIRST), ["XAA by 2023-09-01"], ["XAA by 2025-12-31"], ["XAA after 2025-12-31"]
    ),
    "a service that goes on": (
        holders("ice", FIRST, NEXT) | JUNE, ["XAA by 2023-09-01"], ["XAA by 2027-12-31"], ["XAA after 2027-12-31"]
    ),
    "a service that begins again after a break": (
        holders("ice", FIRST, NEXT.replace("2026-2027", "2027-2028")) | JUNE,
        ["XAA by 2023-09-01", "XAA by 2025-09-03"],
        ["XAA by 2025-12-31", "XAA by 2028-12-31"],
        ["XAA after 2025-12-31", "XAA after 2028-12-31"],
    ),
    "undated": (holders("ice", "state: XAA, role: coordinator, decision: com-2023-06-01/1"),
                ["XAA by 2023-09-01"], [], []),
    "undated and succeeded": (
        holders("ice", "state: XAA, role: coordinator, decision: com-2023-06-01/1", NEXT.replace("XAA", "XBB")) | JUNE,
        ["XAA by 2023-09-01", "XBB by 2025-09-03"], ["XBB by 2027-12-31"],
        ["XAA after 2025-12-31", "XBB after 2027-12-31"],
    ),
    "listed": (holders("ice", "state: XAA, role: coordinator, term: 2024-2025, listed: com-2023-06-01"),
               [], ["XAA by 2025-12-31"], ["XAA after 2025-12-31"]),
    "from a source": (holders("ice", "state: XAA, role: coordinator, term: 2020-2021, source: letters 3"),
                      [], ["XAA by 2021-12-31"], ["XAA after 2021-12-31"]),
    "ended early": (
        holders("ice", f"{FIRST}, ended: {{on: 2025-03-31, notified: 2025-03-01}}"),
        ["XAA by 2023-09-01"], [], ["XAA after 2025-03-31"],
    ),
    "replaced": (
        holders("ice", FIRST, f"{NEXT.replace('XAA', 'XBB').replace('2026-2027', '2025-07/2027-06')}, replaces: [XAA]")
        | JUNE,
        ["XAA by 2023-09-01", "XBB by 2025-09-03"], ["XBB by 2027-06-30"],
        ["XAA after 2025-06-30", "XBB after 2027-06-30"],
    ),
    "a co-coordinator": (
        holders("ice", FIRST.replace("coordinator", "co-coordinator")), [], ["XAA by 2025-12-31"], []
    ),
    "acting": (
        holders("ice", "state: XAA, role: co-coordinator, listed: com-2023-06-01",
                acting=("state: XAA, from: 2024-03-01",)), [], [], []
    ),
    "two coordinators": (
        holders("ice", FIRST, FIRST.replace("XAA", "XBB")),
        ["XAA by 2023-09-01", "XBB by 2023-09-01"], ["XAA by 2025-12-31", "XBB by 2025-12-31"],
        ["XAA after 2025-12-31", "XBB after 2025-12-31"],
    ),
    "reversed": (holders("ice", FIRST.replace("2024-2025", "2025-2024")), [], [], []),
    "from co-coordinator to coordinator": (
        holders("ice", FIRST.replace("coordinator", "co-coordinator"), NEXT) | JUNE,
        ["XAA by 2025-09-03"], ["XAA by 2025-12-31", "XAA by 2027-12-31"], ["XAA after 2027-12-31"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_who_owes_what(name: str) -> None:
    files, papers, extensions, reports = CASES[name]
    assert due("concept-paper", files) == papers
    assert due("extension", files) == extensions
    assert due("report", files) == reports


def test_a_preview_shows_what_falls_due_because_of_the_act_by_its_days() -> None:
    done = planned(
        "appoint", MODALITIES, area="ice", term="2026-2027", decision="com-2025-06-03/1", coordinators=("XCC",)
    )
    assert done.preview.due == (
        ("2025-09-03", "Corvania proposes a new or updated concept paper [Modalities 2.7, shall, draft]"),
        ("2027-12-31",
         "Corvania asks for an extension, if it wants to go on as coordinator [Modalities 1.12, must, draft]"),
        ("after 2027-12-31", "Corvania reports to all Member States on its service [Modalities 1.3, shall, draft]"),
    )  # fmt: skip


def test_an_extension_makes_no_paper_fall_due() -> None:
    done = planned("extend", MODALITIES, area="ice", state="XAA", term="2026-2027", decision="com-2025-06-03/1")
    assert [(when, what.partition(" ")[2].partition(" ")[0]) for when, what in done.preview.due] == [
        ("is met", "asks"), ("2027-12-31", "asks"), ("after 2027-12-31", "reports")
    ]  # fmt: skip


def test_an_early_end_makes_the_report_fall_due_earlier() -> None:
    done = planned(
        "terminate", MODALITIES, area="ice", state="XAA", on="2025-03-31", notified="2025-03-01", reason="R."
    )
    assert done.preview.due == (
        ("after 2025-03-31", "Alderia reports to all Member States on its service [Modalities 1.3, shall, draft]"),
    )
