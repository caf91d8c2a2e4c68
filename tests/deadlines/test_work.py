"""What all duties look up is looked up once: their work grows with the register, not with its square."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from cicareg.deadlines.all_duties import duties
from cicareg.deadlines.duty import Duty
from cicareg.records.document import Document
from tests.deadlines.asking import document
from tests.deadlines.laws import MODALITIES
from tests.rules.overlays import Files, meeting
from tests.support import loaded

MANY = 12
REVIEW = "agenda:\n  - {title: {en: Review}, areas: [ice], review: true}\n"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often each field of a document is read."""
    counts: Counter[str] = Counter()

    def counting(self: Document, name: str) -> Any:
        counts[name] += 1
        return object.__getattribute__(self, name)

    monkeypatch.setattr(Document, "__getattribute__", counting)
    return counts


def found(kind: str, files: Files, read: Counter[str]) -> list[Duty]:
    registry = loaded({**MODALITIES, **files}).registry
    read.clear()
    return [duty for duty in duties(registry, date(2025, 1, 1)) if duty.duty == kind]


def test_no_contribution_is_looked_at_again_for_each_review(read: Counter[str]) -> None:
    files: Files = {}
    for day in range(1, MANY + 1):
        id_ = f"com-2024-05-{day:02}"
        sent = f"meeting: {id_}\nprepared-by: [XAA]\nareas: [ice]\ndate: 2024-04-01\n"
        files |= meeting(id_, extra=REVIEW) | document(f"c{day}", "contribution", sent)
    met = [duty.met.by for duty in found("contribution", files, read) if duty.met]
    assert met == [f"c{day}" for day in range(1, MANY + 1)]
    assert read["meeting"] <= 2 * MANY


def test_the_answers_to_a_request_are_read_once_for_all_whom_it_is_for(read: Counter[str]) -> None:
    files = meeting("com-2024-05-01", "number: 2, calls-on: members, before: 2024-10-01")
    for number in range(MANY):
        files |= document(f"a{number:02}", "report", "answers: [com-2024-05-01/2]\nprepared-by: [XAA]\n")
    assert [(duty.who, duty.met.by if duty.met else None) for duty in found("request", files, read)] == [
        ("XAA", "a00"), ("XBB", None), ("XCC", None), ("XDD", None)
    ]  # fmt: skip
    assert read["first_draft"] <= 2 * MANY
