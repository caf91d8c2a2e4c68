"""Cards: everything known about one thing."""

from collections.abc import Mapping

import pytest

from cicareg.questions.cards.card import cards
from tests.support import loaded


def card(kind: str, id_: str, files: Mapping[str, str | None] | None = None) -> dict[str, list[str]]:
    made = cards()[kind].make(loaded(files).registry, id_)
    return {"": [made.title, str(made.place)], **{label: list(lines) for label, lines in made.rows}}


def test_there_is_a_card_for_each_kind_that_show_promises() -> None:
    assert sorted(cards()) == ["area", "document", "meeting", "state"]


def test_state() -> None:
    shown = card("state", "XBB")
    assert shown[""] == ["Borland", "registry/states.yaml:7:3"]
    assert shown["posts"] == [
        "1.1 Safety on ice: co-coordinator, 2024-2025 [decision com-2023-06-01/1]",
        "1.2 Fisheries: coordinator, tenure not stated [listed com-2023-06-01]",
    ]


def test_state_without_posts() -> None:
    assert card("state", "XEE")["posts"] == ["none on record"]


def test_area_with_vacancy_acting_and_departure() -> None:
    fish = (
        "departures:\n  - {rule: one-coordinator, listed: com-2023-06-01, reason: So decided.}\n"
        "tenures:\n  - {state: XCC, role: co-coordinator, listed: com-2023-06-01, via: Ministry of Lakes}\n"
        "acting:\n  - {state: XCC, from: 2024-01-01}\n"
    )
    shown = card("area", "fish", {"coordinators/fish.yaml": fish})
    assert shown["as last decided"] == [
        "coordinator: vacant",
        "co-coordinator: Corvania, tenure not stated, via Ministry of Lakes [listed com-2023-06-01]",
    ]
    assert shown["acting"] == ["Corvania acts as coordinator from 2024-01-01, with the consent of nobody"]
    assert shown["departures"] == ["one-coordinator: So decided. [listed com-2023-06-01]"]


def test_who_acted_has_a_last_day_once_a_coordinator_came() -> None:
    fish = (
        "tenures:\n  - {state: XCC, role: co-coordinator, listed: com-2023-06-01}\n"
        "  - {state: XAA, role: coordinator, term: 2025-2026, decision: com-2023-06-01/1}\n"
        "acting:\n  - {state: XCC, from: 2024-01-01}\n"
    )
    files = {"coordinators/fish.yaml": fish}
    assert card("area", "fish", files)["acting"] == [
        "Corvania acts as coordinator from 2024-01-01, with the consent of nobody, last day 2024-12-31"
    ]
    assert (
        "1.2 Fisheries: acting coordinator from 2024-01-01, last day 2024-12-31" in card("state", "XCC", files)["posts"]
    )


def test_area_whose_record_is_broken_says_so() -> None:
    shown = card("area", "fish", {"coordinators/fish.yaml": "tenures: 1\n"})
    assert shown["coordinators"] == ["the record has errors: cicareg validate"]


def test_meeting_tells_its_decisions_and_what_rests_on_it() -> None:
    shown = card("meeting", "com-2023-06-01")
    assert shown["decisions"] == [
        "1: appoints for Ice, and so amends the list",
        "2: recommends to Assembly to adopt Charter (charter), at asm-2023-07-01",
        "3: approves Concept paper on ice (ice-paper)",
    ]
    assert shown["tenures"] == ["5 rest on it"]


DECISIONS = [
    ("considers: charter, outcome: consultations-continue", "considers Charter (charter): consultations continue"),
    ("adopts: charter, through: ice-paper", "adopts Charter (charter), through Concept paper on ice (ice-paper)"),
    (
        "considers-person: {name: A. Nobody, nominated-by: XAA, office: secretary-general}",
        "considers A. Nobody as secretary general, nominated by Alderia",
    ),
    ("appoints-person: {name: A. Nobody, office: clerk}", "appoints A. Nobody as clerk"),
    ("calls-on: members, before: 2024-05-01", "calls on members before 2024-05-01"),
    ("calls-on: members, by: 2024-05-01, for: charter", "calls on members by 2024-05-01, for Charter (charter)"),
    ("text: Thanks the host.", "Thanks the host."),
]


@pytest.mark.parametrize(("keys", "expected"), DECISIONS, ids=[keys.partition(":")[0] for keys, _ in DECISIONS])
def test_decision_in_words(keys: str, expected: str) -> None:
    meeting = f"organ: asm\ndate: 2024-01-01\ndecisions:\n  - {{number: 1, {keys}}}\n"
    shown = card("meeting", "asm-2024-01-01", {"meetings/asm-2024-01-01.yaml": meeting})
    assert shown["decisions"] == [f"1: {expected}"]


def test_document_tells_status_life_and_law() -> None:
    shown = card("document", "charter")
    assert shown["status"] == ["adopted"]
    assert shown["decisions"] == [
        "2023-06-01 com-2023-06-01/2: recommends to Assembly to adopt Charter (charter), at asm-2023-07-01",
        "2023-07-01 asm-2023-07-01/1: adopts Charter (charter)",
    ]
    assert shown["law"][0].startswith("6 paragraphs of 2023-07-01 (in force from 2023-07-01); demands: ")


def test_of_one_tenure_a_meeting_says_that_it_rests_on_it() -> None:
    files = {
        "meetings/com-2025-06-03.yaml": "organ: com\ndate: 2025-06-03\n"
        "decisions:\n  - {number: 1, appoints: [people]}\n",
        "coordinators/people.yaml": "tenures:\n  - {state: XAA, role: coordinator, decision: com-2025-06-03/1}\n",
    }
    assert card("meeting", "com-2025-06-03", files)["tenures"] == ["1 rests on it"]
