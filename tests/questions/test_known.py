"""The register as it was known on a day."""

from datetime import date

import pytest

from cicareg.questions.known import known_on
from cicareg.questions.status import document_status
from cicareg.records.coordinators import Coordinators
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry
from tests.rules.overlays import holders, meeting
from tests.support import loaded

FIRST = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
NEXT = "state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1, notified: 2025-03-01"
JUNE = meeting("com-2025-06-03", "number: 1, appoints: [ice]", "number: 2, adopts: ice-paper")


def registry(*tenures: str, **more: str) -> Registry:
    return loaded({**holders("ice", *tenures), **JUNE, **more}).registry


def terms(known: Registry) -> list[str]:
    post = known.get(Coordinators, "ice")
    return [str(tenure.term) for tenure in post.record.tenures] if post else []


@pytest.mark.parametrize(
    ("day", "known"), [(date(2025, 6, 2), ["2024-2025"]), (date(2025, 6, 3), ["2024-2025", "2026-2027"])]
)
def test_what_is_decided_is_known_from_its_day(day: date, known: list[str]) -> None:
    assert terms(known_on(registry(FIRST, NEXT), day)) == known


def test_a_meeting_to_come_is_known_and_what_it_decided_is_not() -> None:
    known = known_on(registry(FIRST), date(2025, 6, 2))
    found = known.get(Meeting, "com-2025-06-03")
    assert found is not None
    assert found.record.decisions == ()
    assert document_status(known, "ice-paper").word == "approved"
    assert document_status(known_on(registry(FIRST), date(2025, 6, 3)), "ice-paper").word == "adopted"


@pytest.mark.parametrize(("day", "ends"), [(date(2025, 2, 28), False), (date(2025, 3, 1), True)])
def test_an_early_end_is_known_from_its_notice(day: date, ends: bool) -> None:
    known = known_on(registry(f"{FIRST}, ended: {{on: 2025-03-31, notified: 2025-03-01}}"), day)
    post = known.get(Coordinators, "ice")
    assert post is not None
    assert (post.record.tenures[0].ended is not None) == ends


def test_where_nothing_is_later_it_is_the_same_register() -> None:
    whole = registry(FIRST, NEXT)
    assert known_on(whole, date(2025, 6, 3)) is whole
