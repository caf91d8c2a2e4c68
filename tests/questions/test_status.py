"""The status of documents and of the law's text, derived from decisions."""

import pytest

from cicareg.questions.status import citation, document_status, law_status, life
from cicareg.records.law import Law
from tests.support import loaded

OPINION = "kind: report\ntitle: Opinion\n"


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("considers: opinion", "under consideration"),
        ("recommends: opinion, to: asm, that-it: adopt", "recommended"),
        ("approves: opinion", "approved"),
        ("adopts: opinion", "adopted"),
        ("endorses: opinion", "endorsed"),
    ],
)
def test_the_last_decision_that_names_a_document_makes_its_status(verb: str, expected: str) -> None:
    meeting = f"organ: com\ndate: 2024-01-01\ndecisions:\n  - {{number: 1, {verb}}}\n"
    registry = loaded({"documents/opinion.yaml": OPINION, "meetings/com-2024-01-01.yaml": meeting}).registry
    assert document_status(registry, "opinion") == expected


def test_a_document_that_no_decision_names_is_a_draft() -> None:
    assert document_status(loaded({"documents/opinion.yaml": OPINION}).registry, "opinion") == "draft"


def test_a_document_is_superseded_once_its_successor_is_adopted_and_not_before() -> None:
    successor = "kind: decision\ntitle: New charter\nsupersedes: charter\n"
    meeting = "organ: asm\ndate: 2025-01-01\ndecisions:\n  - {number: 1, adopts: new-charter}\n"
    drafted = {"documents/new-charter.yaml": successor}
    assert document_status(loaded(drafted).registry, "charter") == "adopted"
    adopted = drafted | {"meetings/asm-2025-01-01.yaml": meeting}
    assert document_status(loaded(adopted).registry, "charter") == "superseded"


def test_documents_that_supersede_each_other_do_not_loop() -> None:
    files = {
        "documents/a.yaml": "kind: report\ntitle: A\nsupersedes: b\n",
        "documents/b.yaml": "kind: report\ntitle: B\nsupersedes: a\n",
    }
    assert document_status(loaded(files).registry, "a") == "draft"


def test_the_life_of_a_document_is_in_the_order_of_its_decisions() -> None:
    assert [step.citation for step in life(loaded().registry, "charter")] == ["com-2023-06-01/2", "asm-2023-07-01/1"]


@pytest.mark.parametrize(("day", "expected"), [("2023-07-01", "in force from 2023-07-01"), ("2023-06-30", "draft")])
def test_a_law_has_the_status_of_the_text_it_summarises(day: str, expected: str) -> None:
    text = f'document: charter\ntext-of: {day}\nparagraphs:\n  "1": [{{id: a, strength: may, asks: X, unchecked: Y}}]\n'
    law = loaded({"law/charter.yaml": text}).registry.get(Law, "charter")
    assert law is not None
    assert law_status(loaded().registry, law.record) == expected


def test_a_citation_prints_law_paragraph_strength_and_status() -> None:
    registry = loaded().registry
    assert str(citation(registry, "charter/3/two-years")) == "Charter 3, recommended, in force from 2023-07-01"
    assert citation(registry, "charter/3/three-years") is None
    assert citation(registry, "nothing") is None


def test_talk_after_a_final_decision_undoes_nothing_and_the_paper_it_came_through_is_adopted() -> None:
    meetings = {
        "meetings/asm-2024-01-01.yaml": (
            "organ: asm\ndate: 2024-01-01\ndecisions:\n  - {number: 1, endorses: opinion, through: paper}\n"
        ),
        "meetings/com-2025-01-01.yaml": (
            "organ: com\ndate: 2025-01-01\ndecisions:\n  - {number: 1, considers: opinion}\n"
        ),
    }
    registry = loaded({"documents/opinion.yaml": OPINION, "documents/paper.yaml": OPINION, **meetings}).registry
    assert document_status(registry, "opinion") == "endorsed"
    assert document_status(registry, "paper") == "adopted"
