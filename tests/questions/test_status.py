"""The status of documents and of the law's text, derived from decisions."""

from datetime import date
from typing import Any

import pytest

from cicareg.questions.status import citation, document_status, law_status, life, versions
from cicareg.records.law import Law
from cicareg.registry import Registry
from tests.support import loaded


def status(registry: Registry, document: str) -> str:
    return str(document_status(registry, document))


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
    assert status(registry, "opinion") == expected


SILENCE = "silence: {until: 2024-01-31"


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (["approves: opinion, preliminary: true"], "preliminarily approved"),
        (["approves: opinion, preliminary: true", "approves: opinion"], "approved"),
        (["approves: opinion", "approves: opinion, preliminary: true"], "approved"),
        (
            [f"approves: opinion, {SILENCE}}}"],
            "approved, unless the silence of com-2024-01-01/1 until 2024-01-31 is broken",
        ),
        ([f"adopts: opinion, {SILENCE}, broken: 2024-01-09}}"], "draft"),
        (["considers: opinion", f"endorses: opinion, {SILENCE}, broken: 2024-01-09}}"], "under consideration"),
        ([f"endorses: charter, through: opinion, {SILENCE}, broken: 2024-01-09}}"], "draft"),
    ],
)
def test_what_is_preliminary_or_subject_to_silence(decisions: list[str], expected: str) -> None:
    items = "".join(f"  - {{number: {n}, {said}}}\n" for n, said in enumerate(decisions, start=1))
    meeting = f"organ: com\ndate: 2024-01-01\ndecisions:\n{items}"
    registry = loaded({"documents/opinion.yaml": OPINION, "meetings/com-2024-01-01.yaml": meeting}).registry
    assert status(registry, "opinion") == expected


def test_a_status_says_since_when_and_by_which_decision() -> None:
    assert document_status(loaded().registry, "charter")[:3] == ("adopted", date(2023, 7, 1), "asm-2023-07-01/1")
    drafted = loaded({"documents/opinion.yaml": OPINION}).registry
    assert document_status(drafted, "opinion") == ("draft", None, "", None)


def test_a_version_is_superseded_by_the_version_after_the_next() -> None:
    files = {
        "documents/paper-2.yaml": "kind: concept-paper\ntitle: Ice\nsupersedes: ice-paper\n",
        "documents/paper-3.yaml": "kind: concept-paper\ntitle: Ice\nsupersedes: paper-2\n",
        "meetings/com-2025-01-01.yaml": "organ: com\ndate: 2025-01-01\ndecisions:\n"
        "  - {number: 1, approves: paper-3, silence: {until: 2025-01-31}}\n",
    }
    registry = loaded(files).registry
    said = "superseded, unless the silence of com-2025-01-01/1 until 2025-01-31 is broken"
    assert [status(registry, id_) for id_ in ("ice-paper", "paper-2")] == [said, said]
    for id_ in ("ice-paper", "paper-2", "paper-3"):
        assert versions(registry, id_) == ("ice-paper", "paper-2", "paper-3")


def test_a_law_whose_silence_was_broken_is_a_draft() -> None:
    broken = "organ: asm\ndate: 2023-07-01\ndecisions:\n"
    broken += "  - {number: 1, adopts: charter, silence: {until: 2023-07-31, broken: 2023-07-09}}\n"
    registry = loaded({"meetings/asm-2023-07-01.yaml": broken}).registry
    law = registry.get(Law, "charter")
    assert law is not None
    assert law_status(registry, law.record) == "draft"


def test_a_document_that_no_decision_names_is_a_draft() -> None:
    assert status(loaded({"documents/opinion.yaml": OPINION}).registry, "opinion") == "draft"


def test_a_document_is_superseded_once_its_successor_is_adopted_and_not_before() -> None:
    successor = "kind: decision\ntitle: New charter\nsupersedes: charter\n"
    meeting = "organ: asm\ndate: 2025-01-01\ndecisions:\n  - {number: 1, adopts: new-charter}\n"
    drafted = {"documents/new-charter.yaml": successor}
    assert status(loaded(drafted).registry, "charter") == "adopted"
    adopted = drafted | {"meetings/asm-2025-01-01.yaml": meeting}
    assert status(loaded(adopted).registry, "charter") == "superseded"


def test_documents_that_supersede_each_other_do_not_loop() -> None:
    files = {
        "documents/a.yaml": "kind: report\ntitle: A\nsupersedes: b\n",
        "documents/b.yaml": "kind: report\ntitle: B\nsupersedes: a\n",
    }
    registry = loaded(files).registry
    assert status(registry, "a") == "draft"
    assert versions(registry, "a") == ("b", "a")


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
    assert status(registry, "opinion") == "endorsed"
    assert status(registry, "paper") == "adopted"


def chain(length: int) -> Registry:
    title = "kind: annual-plan\ntitle: Plan\n"
    files = {f"documents/plan-{n:03}.yaml": f"{title}supersedes: plan-{n - 1:03}\n" for n in range(1, length)}
    return loaded({"documents/plan-000.yaml": title, **files}).registry


def test_the_versions_of_a_chain_are_looked_up_once_for_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    registry, asked = chain(40), list[str]()

    def counted(name: str) -> None:
        real = getattr(Registry, name)

        def ask(*args: Any) -> Any:
            asked.append(name)
            return real(*args)

        monkeypatch.setattr(Registry, name, ask)

    counted("get")
    counted("stating")
    ids = [f"plan-{n:03}" for n in range(40)]
    assert [versions(registry, id_) for id_ in reversed(ids)] == [tuple(ids)] * 40
    assert len(asked) <= 4 * 40


def test_of_two_versions_beside_each_other_neither_is_one_of_the_other() -> None:
    text = "kind: concept-paper\ntitle: Ice\nsupersedes: {}\n"
    files = {
        "documents/left.yaml": text.format("ice-paper"),
        "documents/left-2.yaml": text.format("left"),
        "documents/right.yaml": text.format("ice-paper"),
        "documents/lost.yaml": text.format("left-2") + "received: false\n",
    }
    registry = loaded(files).registry
    assert {id_: versions(registry, id_) for id_ in ("left", "lost", "right", "left-2", "ice-paper")} == {
        "ice-paper": ("ice-paper", "left", "right", "left-2"),
        "left": ("ice-paper", "left", "left-2"),
        "left-2": ("ice-paper", "left", "left-2"),
        "lost": ("ice-paper", "left", "left-2", "lost"),
        "right": ("ice-paper", "right"),
    }


def test_a_version_that_never_came_in_is_none_of_those_before_it() -> None:
    text = "kind: concept-paper\ntitle: Ice\nsupersedes: ice-paper\nreceived: false\n"
    registry = loaded({"documents/lost.yaml": text}).registry
    assert versions(registry, "lost") == ("ice-paper", "lost")
    assert versions(registry, "ice-paper") == ("ice-paper",)
