"""Who acts where nobody coordinates."""

from cicareg.rules.explaining import explanations
from tests.rules.overlays import Files, holders
from tests.support import found, loaded, report

RULE = "acting-coordinator"
HELPERS = (
    "state: XBB, role: co-coordinator, listed: com-2023-06-01",
    "state: XCC, role: co-coordinator, listed: com-2023-06-01",
    "state: XAA, role: co-coordinator, term: 2023-07/2025-06, listed: com-2023-06-01",
)


def fish(*acting: str, tenures: tuple[str, ...] = HELPERS) -> Files:
    return holders("fish", *tenures, acting=acting)


def test_sample_has_a_coordinator_and_nobody_acts() -> None:
    assert found(RULE) == []


def test_all_others_consent() -> None:
    assert found(RULE, fish("state: XBB, from: 2024-03-01, consented: [XCC, XAA]")) == []


def test_the_only_co_coordinator_needs_no_consent() -> None:
    assert found(RULE, fish("state: XBB, from: 2024-03-01", tenures=HELPERS[:1])) == []


def test_only_those_who_serve_that_day_are_asked() -> None:
    assert found(RULE, fish("state: XBB, from: 2025-07-01, consented: [XCC]")) == []
    assert found(RULE, fish("state: XBB, from: 2023-06-30, consented: [XCC]")) == []


def test_the_first_day_counts() -> None:
    assert found(RULE, fish("state: XBB, from: 2023-07-01, consented: [XCC]")) == [
        "coordinators/fish.yaml:6:47 error: Borland acts without the consent of Alderia: add XAA to "
        "consented once given",
    ]


def test_no_consent_at_all_stands_at_the_entry() -> None:
    assert found(RULE, fish("state: XBB, from: 2024-03-01")) == [
        "coordinators/fish.yaml:6:5 error: Borland acts without the consent of Corvania, Alderia: add XCC, "
        "XAA to consented once given",
    ]


def test_while_there_is_a_coordinator() -> None:
    leader = "state: XDD, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
    files = fish("state: XBB, from: 2025-12-31, consented: [XCC]", tenures=(*HELPERS, leader))
    assert found(RULE, files) == [
        "coordinators/fish.yaml:7:24 error: Fisheries has a coordinator on 2025-12-31: Dunmere",
    ]
    related = [r for f in report(files).findings if f.rule == RULE for r in f.related]
    assert [(r.place.line, r.message) for r in related] == [(5, "coordinator on that day")]
    assert found(RULE, fish("state: XBB, from: 2026-01-01, consented: [XCC]", tenures=(*HELPERS, leader))) == []


def test_a_state_that_is_no_co_coordinator() -> None:
    assert found(RULE, fish("state: XDD, from: 2024-03-01, consented: [XAA, XBB, XCC]")) == [
        "coordinators/fish.yaml:6:13 error: Dunmere is no co-coordinator of Fisheries on 2024-03-01: only "
        "one of them may act",
    ]


def test_who_cannot_consent() -> None:
    files = fish("state: XBB, from: 2025-07-01, consented: [XBB, XAA, XCC, XDD]")
    assert found(RULE, files) == [
        "coordinators/fish.yaml:6:48 error: Borland is the state that acts: only the others consent",
        "coordinators/fish.yaml:6:53 error: Alderia is no co-coordinator of Fisheries on 2025-07-01, so it "
        "cannot consent",
        "coordinators/fish.yaml:6:63 error: Dunmere is no co-coordinator of Fisheries on 2025-07-01, so it "
        "cannot consent",
    ]


def test_two_do_not_begin_on_one_day() -> None:
    files = fish(
        "state: XBB, from: 2024-03-01, consented: [XAA, XCC]",
        "state: XCC, from: 2024-03-02, consented: [XAA, XBB]",
        "state: XAA, from: 2024-03-01, consented: [XBB, XCC]",
    )
    assert found(RULE, files) == [
        "coordinators/fish.yaml:8:24 error: two states begin to act for Fisheries on 2024-03-01: one may act",
    ]


def test_a_co_coordinator_listed_twice_is_named_once() -> None:
    files = fish("state: XBB, from: 2024-03-01, consented: [XAA]", tenures=(*HELPERS, HELPERS[1]))
    assert found(RULE, files) == [
        "coordinators/fish.yaml:7:47 error: Borland acts without the consent of Corvania: add XCC to "
        "consented once given",
    ]


def test_it_is_a_condition_so_explain_promises_no_departure() -> None:
    (page,) = [page for page in explanations(loaded().registry) if page.name == RULE]
    assert page.departure.startswith("No departure is possible: the paragraph allows this on conditions")
    assert page.departure_example == ""
