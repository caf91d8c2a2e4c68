"""Notice before the early end."""

from tests.rules.overlays import LAST, ice
from tests.support import found

RULE = "termination-notice"
TENURE = f"state: XAA, role: coordinator, term: 2024-2025, {LAST}"


def test_sample_ends_nothing_early() -> None:
    assert found(RULE) == []


def test_notice_on_the_last_day() -> None:
    assert found(RULE, ice(f"{TENURE}, ended: {{on: 2025-02-28, notified: 2025-02-28}}")) == []


def test_notice_on_the_day_after() -> None:
    assert found(RULE, ice(f"{TENURE}, ended: {{on: 2025-02-28, notified: 2025-03-01}}")) == [
        "coordinators/ice.yaml:2:116 error: Alderia gave notice on 2025-03-01, after its tenure ended on 2025-02-28",
    ]


def test_notice_not_on_record_is_noted() -> None:
    assert found(RULE, ice(f"{TENURE}, ended: {{on: 2025-02-28, reason: Illness}}")) == [
        "coordinators/ice.yaml:2:89 note: the notice by which Alderia ended its tenure is not on record",
    ]


def test_every_tenure_is_looked_at() -> None:
    files = ice(
        f"{TENURE}, ended: {{on: 2025-02-28}}",
        f"state: XBB, role: co-coordinator, term: 2024-2025, {LAST}",
        f"state: XCC, role: co-coordinator, term: 2024-2025, {LAST}, ended: {{on: 2025-02-28, notified: 2026-01-01}}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:2:89 note: the notice by which Alderia ended its tenure is not on record",
        "coordinators/ice.yaml:4:119 error: Corvania gave notice on 2026-01-01, after its tenure ended on 2025-02-28",
    ]
