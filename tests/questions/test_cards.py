"""Cards: everything known about one thing."""

from collections.abc import Mapping

import pytest

from cicareg.questions.cards.card import cards
from tests.support import loaded


def card(kind: str, id_: str, files: Mapping[str, str | None] | None = None) -> dict[str, list[str]]:
    made = cards()[kind].make(loaded(files).registry, id_)
    return {"": [made.title, str(made.place)], **{label: list(lines) for label, lines in made.rows}}


def test_there_is_a_card_for_each_kind_that_show_promises() -> None:
    assert sorted(cards()) == ["area", "document", "event", "meeting", "state"]


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
    (
        "reviews: {areas: [ice, people], dimensions: [nature, people]}, outcome: noted",
        "reviews the implementation in Nature dimension, People dimension, Ice: noted",
    ),
    ("text: Thanks the host.", "Thanks the host."),
    (
        "approves: charter, preliminary: true, text: For now.",
        "preliminarily approves Charter (charter): For now.",
    ),
    (
        "approves: charter, silence: {until: 2024-01-31}",
        "approves Charter (charter), unless the silence until 2024-01-31 is broken",
    ),
    (
        "appoints: [ice], silence: {until: 2024-01-31, broken: 2024-01-09}",
        "appoints for Ice, but the silence until 2024-01-31 was broken on 2024-01-09",
    ),
]


@pytest.mark.parametrize(("keys", "expected"), DECISIONS, ids=[keys.partition(":")[0] for keys, _ in DECISIONS])
def test_decision_in_words(keys: str, expected: str) -> None:
    meeting = f"organ: asm\ndate: 2024-01-01\ndecisions:\n  - {{number: 1, {keys}}}\n"
    shown = card("meeting", "asm-2024-01-01", {"meetings/asm-2024-01-01.yaml": meeting})
    assert shown["decisions"] == [f"1: {expected}"]


def test_document_tells_status_life_and_law() -> None:
    shown = card("document", "charter")
    assert shown["status"] == ["adopted"]
    assert shown["since"] == ["2023-07-01"]
    assert shown["decisions"] == [
        "2023-06-01 com-2023-06-01/2: recommends to Assembly to adopt Charter (charter), at asm-2023-07-01",
        "2023-07-01 asm-2023-07-01/1: adopts Charter (charter)",
    ]
    assert shown["law"][0].startswith("6 paragraphs of 2023-07-01 (in force from 2023-07-01); demands: ")


def test_document_tells_versions_period_and_body() -> None:
    paper = (
        "kind: concept-paper\norgan: com\nchairmanship: XBB\nprepared-by: [XAA, XBB]\ntitle: Ice again\n"
        'version: "2"\nfirst-draft: 2025-01-02\napplies: 2025-2027\nlanguages: [en, fr]\nsupersedes: ice-paper\n'
        "meeting: com-2023-06-01\nbody:\n  en: |\n    # Ice\n    1. It is cold.\n    2. It melts.\n"
        "  fr: |\n    1. Elle est froide.\n"
    )
    files = {"documents/ice-paper-2.yaml": paper}
    shown = card("document", "ice-paper-2", files)
    assert {label: lines for label, lines in shown.items() if label not in ("", "id", "kind", "organ", "title")} == {
        "version": ["2"],
        "first draft": ["2025-01-02"],
        "chairmanship": ["Borland"],
        "prepared by": ["Alderia, Borland"],
        "meeting": ["com-2023-06-01"],
        "applies": ["2025-2027"],
        "supersedes": ["ice-paper"],
        "versions": ["ice-paper (approved)", "2: ice-paper-2 (draft)"],
        "languages": ["en, fr"],
        "body": ["en: 2 paragraphs", "fr: 1 paragraph"],
        "status": ["draft"],
    }
    assert card("document", "ice-paper", files)["versions"] == shown["versions"]
    assert "versions" not in card("document", "ice-paper")


def test_meeting_tells_its_days_and_agenda() -> None:
    text = (
        "organ: com\ndate: 2024-05-02\nbegan: 2024-05-01\nagenda:\n"
        '  - {number: "1", title: Ice, documents: [ice-paper, charter], areas: [ice]}\n  - {title: Other things}\n'
    )
    shown = card("meeting", "com-2024-05-02", {"meetings/com-2024-05-02.yaml": text})
    assert (shown["began"], shown["date"]) == (["2024-05-01"], ["2024-05-02"])
    assert shown["agenda"] == ["1: Ice [ice-paper, charter, Ice]", "Other things"]


def test_meeting_to_come_tells_what_it_is_to_review() -> None:
    text = (
        "organ: com\ndate: 2031-05-02\nagenda:\n"
        "  - {title: Nature, dimensions: [nature], review: true}\n  - {title: Ice, areas: [ice], review: false}\n"
    )
    shown = card("meeting", "com-2031-05-02", {"meetings/com-2031-05-02.yaml": text})
    assert shown["agenda"] == ["Nature [review of Nature dimension]", "Ice [Ice]"]
    assert shown["decisions"] == ["none on record"]


def test_contribution_tells_its_meeting_and_the_requests_that_it_answers() -> None:
    files = {
        "meetings/com-2024-05-01.yaml": "organ: com\ndate: 2024-05-01\n"
        "decisions:\n  - {number: 2, calls-on: members, by: 2024-06-01, for: charter}\n",
        "documents/fish-count.yaml": "kind: contribution\ntitle: Fish counted\nmeeting: com-2024-05-01\n"
        "answers: [com-2024-05-01/2]\n",
    }
    shown = card("document", "fish-count", files)
    assert (shown["kind"], shown["meeting"]) == (["contribution"], ["com-2024-05-01"])
    assert shown["answers"] == ["com-2024-05-01/2: calls on members by 2024-06-01, for Charter (charter)"]


def test_of_one_tenure_a_meeting_says_that_it_rests_on_it() -> None:
    files = {
        "meetings/com-2025-06-03.yaml": "organ: com\ndate: 2025-06-03\n"
        "decisions:\n  - {number: 1, appoints: [people]}\n",
        "coordinators/people.yaml": "tenures:\n  - {state: XAA, role: coordinator, decision: com-2025-06-03/1}\n",
    }
    assert card("meeting", "com-2025-06-03", files)["tenures"] == ["1 rests on it"]
