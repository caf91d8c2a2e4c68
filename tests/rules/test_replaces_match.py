"""A state that a tenure replaces holds the post by an earlier decision."""

from tests.support import found

RULE = "replaces-match"
BEFORE = "  - {state: XBB, role: coordinator, listed: com-2023-06-01}\n"


def fish(*tenures: str) -> dict[str, str | None]:
    return {"coordinators/fish.yaml": "tenures:\n" + BEFORE + "".join(f"  - {{{t}}}\n" for t in tenures)}


def test_sample_replaces_nobody() -> None:
    assert found(RULE) == []


def test_who_is_replaced_holds_the_post() -> None:
    files = fish("state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, replaces: [XBB]")
    assert found(RULE, files) == []


def test_who_holds_nothing_there_cannot_be_replaced() -> None:
    files = fish("state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1, replaces: [XBB, XCC]")
    assert found(RULE, files) == [
        "coordinators/fish.yaml:3:98 error: Corvania holds nothing on Fisheries that this tenure could end"
    ]


def test_no_decision_replaces_what_it_decides_itself() -> None:
    files = fish(
        "state: XAA, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1",
        "state: XCC, role: co-coordinator, term: 2024-2025, decision: com-2023-06-01/1, replaces: [XAA]",
    )
    assert found(RULE, files) == [
        "coordinators/fish.yaml:4:96 error: Alderia holds nothing on Fisheries that this tenure could end"
    ]


def test_an_unknown_decision_is_not_judged_twice() -> None:
    files = fish("state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-09/1, replaces: [XCC]")
    assert found(RULE, files) == []
