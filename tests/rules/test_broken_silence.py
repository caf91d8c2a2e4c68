"""What rests on a decision whose silence was broken."""

from tests.rules.overlays import Files, holders, meeting
from tests.support import found, report

RULE = "broken-silence"
TENURE = "state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1"
DEPARTURE = "rule: one-coordinator, decision: com-2024-05-01/1, reason: So decided."


def decided(silence: str) -> Files:
    return meeting("com-2024-05-01", f"number: 1, appoints: [people], silence: {{{silence}}}")


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


def test_a_silence_that_was_kept() -> None:
    assert found(RULE, decided("until: 2024-05-31") | holders("people", TENURE)) == []


def test_a_silence_that_was_broken() -> None:
    files = decided("until: 2024-05-31, broken: 2024-05-20") | holders("people", TENURE, departures=(DEPARTURE,))
    message = "com-2024-05-01/1 has no effect: its silence was broken on 2024-05-20"
    assert found(RULE, files) == [
        f"coordinators/people.yaml:2:64 error: {message}",
        f"coordinators/people.yaml:4:39 error: {message}",
    ]
    related = [str(f.related[0].place) for f in report(files).findings if f.rule == RULE]
    assert related == ["registry/meetings/com-2024-05-01.yaml:4:46"] * 2


def test_a_broken_silence_appoints_nobody() -> None:
    assert found("carried-out", decided("until: 2024-05-31, broken: 2024-05-20")) == []
    assert len(found("carried-out", decided("until: 2024-05-31"))) == 1
