"""One coordinator for a post at a time."""

from tests.support import found

RULE = "one-coordinator"


def ice(*tenures: str, departures: str = "") -> dict[str, str | None]:
    return {"coordinators/ice.yaml": departures + "tenures:\n" + "".join(f"  - {{{t}}}\n" for t in tenures)}


def test_sample_has_one_each() -> None:
    assert found(RULE) == []


def test_two_in_succession_adjoin_and_do_not_meet() -> None:
    files = ice(
        "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1",
        "state: XBB, role: coordinator, term: 2026-2027, decision: com-2023-06-01/1",
    )
    assert found(RULE, files) == []


def test_two_on_one_day_stand_at_the_second() -> None:
    files = ice(
        "state: XAA, role: coordinator, term: 2024-01-01/2026-01-01, decision: com-2023-06-01/1",
        "state: XBB, role: coordinator, term: 2026-01-01/2027-12-31, decision: com-2023-06-01/1",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Ice has 2 coordinators at once (Alderia, Borland) "
        "2026-01-01 to 2026-01-01; at most 1"
    ]
