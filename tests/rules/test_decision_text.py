"""What an organ's own wording says beside what is recorded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.rules.wording import Wording
from tests.rules.overlays import Files, holders
from tests.support import found, report, sample

RULE = "decision-text"
TENURE = "state: XAA, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1"
HELPER = "state: XBB, role: co-coordinator, term: 2025-2026, decision: com-2024-05-01/1"


def worded(decision: str, text: str, *tenures: str, extra: str = "") -> Files:
    """Give a meeting with one decision, its text, and who holds the people post."""
    said = f"organ: com\ndate: 2024-05-01\ndecisions:\n  - number: 1\n    {decision}\n    text: {text}\n{extra}"
    return {"meetings/com-2024-05-01.yaml": said} | holders("people", *tenures)


def missing(decision: str, text: str, *tenures: str, extra: str = "") -> list[str]:
    lines = found(RULE, worded(decision, text, *tenures, extra=extra))
    return [line.partition(" warning: ")[2] for line in lines]


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


REVIEWS = "reviews: {areas: [ice], dimensions: [people]}"


def test_a_review_that_its_wording_bears_out() -> None:
    assert missing(REVIEWS, "The Committee reviewed what was done for People and on frozen water.") == []


def test_a_review_of_what_its_wording_does_not_name() -> None:
    assert missing(REVIEWS, "The Committee reviewed what was done.") == [
        "the text does not name Ice, which was reviewed",
        "the text does not name the People dimension, which was reviewed",
    ]


APPOINTS = "appoints: [people]"


@pytest.mark.parametrize(
    "text",
    [
        "Alderia coordinates People in 2025-2026.",
        "The Republic of ALDERIA shall, from 1 January 2025 to 31 December 2026, see to people.",
        "Aldermark (2025 to 2026), people.",
    ],
)
def test_an_appointment_that_its_wording_bears_out(text: str) -> None:
    assert missing(APPOINTS, text, TENURE) == []


@pytest.mark.parametrize(
    ("text", "tenures", "expected"),
    [
        ("Alderia in 2025-2026.", [TENURE], ["the text does not name People dimension, to which it appoints"]),
        ("Alderians, people, 2025-2026.", [TENURE], ["the text does not name Alderia"]),
        ("Alderia, people, 2025-2027.", [TENURE], ["the text does not say the term 2025-2026 of Alderia"]),
        ("Alderia, people, 12025, 2026.", [TENURE], ["the text does not say the term 2025-2026 of Alderia"]),
        ("Alderia, people, 2025-2026.", [TENURE, HELPER], ["the text does not name Borland"]),
        (
            "Alderia and Corvania, people, 2025-2026.",
            [TENURE],
            ["the text names Corvania, and no tenure of it rests on this decision"],
        ),
    ],
)
def test_an_appointment_that_its_wording_belies(text: str, tenures: list[str], expected: list[str]) -> None:
    assert missing(APPOINTS, text, *tenures) == expected


def test_who_is_replaced_and_who_chairs_may_be_named() -> None:
    text = "Alderia follows Borland, thanks to Corvania, for people, 2025-2026."
    assert missing(APPOINTS, text, f"{TENURE}, replaces: [XBB]", extra="chair: XCC\n") == []


def test_our_own_wording_is_not_asked() -> None:
    assert missing(APPOINTS, "Nothing.", TENURE, extra="    unofficial: [en]\n") == []


def test_each_language_is_asked_by_itself() -> None:
    text = "{en: 'Alderia, people, 2025-2026.', fr: 'Aldérie, habitants.'}"
    assert found(RULE, worded(APPOINTS, text, TENURE)) == [
        "meetings/com-2024-05-01.yaml:6:51 warning: the text does not say the term 2025-2026 of Alderia"
    ]


def test_the_tenure_is_shown() -> None:
    (finding,) = (f for f in report(worded(APPOINTS, "People, 2025-2026.", TENURE)).findings if f.rule == RULE)
    assert [str(related.place) for related in finding.related] == ["registry/coordinators/people.yaml:2:5"]


@pytest.mark.parametrize(
    ("decision", "text", "expected"),
    [
        ("calls-on: members\n    before: 2024-10-15", "Before 15 October 2024.", []),
        ("calls-on: members\n    before: 2024-10-15", "Before 2024-10-15.", []),
        ("calls-on: members\n    before: 2024-10-15", "In 2024.", ["the text does not say before 2024-10-15"]),
        ("calls-on: members\n    before: 2024-10-01", "Before October 2024.", []),
        ("calls-on: members\n    by: 2024-09-30", "In September 2024.", []),
        ("calls-on: members\n    by: 2024-09-30", "By 30 September.", ["the text does not say by 2024-09-30"]),
        ("calls-on: members\n    for: charter", "For the Charter.", []),
        ("calls-on: members\n    for: charter", "For the chart.", ["the text does not name Charter (charter)"]),
        ("considers: charter", "The Council discussed its Charter.", []),
        ("approves: ice-paper", "The concept paper on ice, once more.", []),
        ("considers-person: {name: Ada Frost, office: clerk}", "Ms Frost, Ada.", []),
        ("considers-person: {name: Ada Frost, office: clerk}", "Frost.", ["the text does not name Ada Frost"]),
        (
            "approves: ice-paper\n    silence: {until: 2024-05-20}",
            "The concept paper on ice, subject to silence.",
            ["the text does not say until 2024-05-20"],
        ),
    ],
)
def test_other_decisions(decision: str, text: str, expected: list[str]) -> None:
    assert missing(decision, text) == expected


def test_in_a_language_with_case_forms_a_like_word_is_enough_and_a_name_without_forms_is_not_looked_for() -> None:
    states = sample()["registry/states.yaml"].decode()
    declined = states.replace(
        "  aliases: [Aldermark]\n", "  aliases: [Aldermark]\n  forms: {en: {genitive: of Aldermark}}\n"
    )
    for text, tenures, expected in (
        ("People, Alderiae, 2025-2026", (TENURE,), []),
        (
            "People, Estavia, 2025-2026",
            (HELPER,),
            ["the text names Estavia, and no tenure of it rests on this decision"],
        ),
        ("People, Aldwick, 2025-2026", (TENURE,), ["the text does not name Alderia"]),
        ("2025-2026", (HELPER,), []),
    ):
        files = worded(APPOINTS, text, *tenures) | {"states.yaml": declined}
        lines = [line.partition(" warning: ")[2] for line in found(RULE, files)]
        assert lines == expected, text


def test_a_register_that_cannot_be_read_is_not_judged() -> None:
    assert found(RULE, worded(APPOINTS, "Nothing.", TENURE) | {"registry.yaml": "format: {\n"}) == []


def test_a_name_within_a_longer_one_does_not_count() -> None:
    names = [("Korea", "A"), ("Republic of Korea", "B"), ("Iran", "C"), ("UK", "D")]
    wording = Wording("The Republic of Korea, Iranian oil, UK.", declines=False)
    assert wording.among(names) == ["B"]


WORDS = st.lists(st.sampled_from(["ice", "Ice-cold", "Lake", "of", "\u0130", "2024"]), min_size=1, max_size=4).map(
    " ".join
)


@given(WORDS, WORDS, WORDS)
def test_what_stands_between_other_words_is_found(name: str, before: str, after: str) -> None:
    wording = Wording(f"{before}, {name.upper()} {after}.", declines=False)
    assert wording.names([name])
    assert wording.holds_words(name)
