"""The register of CICA as it stands in this clone."""

from collections import Counter
from collections.abc import Iterator

import pytest

from cicareg.finding import Severity
from cicareg.questions.holdings import deciding_meeting
from cicareg.questions.posts import posts, top
from cicareg.records.area import Area
from cicareg.records.coordinators import Coordinators, Tenure
from cicareg.records.document import Document
from cicareg.records.event import Event
from cicareg.records.law import Law
from cicareg.records.meeting import Meeting
from cicareg.records.state import State
from tests.support import PROJECT, check, load, tree_of

LOADED = load(tree_of(PROJECT))
REGISTRY = LOADED.registry
LANGUAGES = {"en", "ru", "kk"}
CASES = {
    "ru": {"genitive", "dative", "accusative", "instrumental"},
    "kk": {"genitive", "dative", "accusative", "ablative"},
}


def tenures() -> Iterator[tuple[str, Tenure]]:
    for post in REGISTRY.of(Coordinators):
        for tenure in post.record.tenures:
            yield post.id, tenure


def test_it_is_in_order() -> None:
    report = check(LOADED)
    assert [f for f in report.findings if f.severity is not Severity.NOTE] == []


def test_sme_departure_is_shown_and_covers_its_finding() -> None:
    covered = [f for f in check(LOADED).findings if f.departure]
    assert [f.place.path for f in covered if f.rule == "one-coordinator"] == ["registry/coordinators/sme.yaml"]
    assert str(covered[0].cites[0]) == "Modalities 1.9, as a rule, draft"


def test_28_states_with_names_and_case_forms_in_every_language() -> None:
    states = REGISTRY.of(State)
    assert len(states) >= 28
    for state in states:
        assert set(state.record.name) == LANGUAGES, state.id
        assert set(state.record.formal or {}) == LANGUAGES, state.id
        assert {lang: set(state.record.forms[lang]) for lang in CASES} == CASES, state.id
        assert state.record.source, state.id
        assert state.record.member_since, state.id


def test_18_posts_in_5_dimensions_named_in_every_language() -> None:
    assert [d.id for d in top(REGISTRY).dimensions] == [
        "military-political",
        "new-challenges",
        "economic",
        "environment",
        "human",
    ]
    assert len(posts(REGISTRY)) >= 18
    assert Counter(post.dimension.id for post in posts(REGISTRY) if post.area.record.number) == {
        "new-challenges": 5,
        "economic": 8,
        "environment": 3,
    }
    for post in posts(REGISTRY):
        assert set(post.name) == LANGUAGES, post.id
        assert set(post.unofficial) == {"ru", "kk"}, post.id


def test_40_tenures_rest_on_the_list_of_22_august_2023_and_two_are_inferred() -> None:
    resting = [tenure for _, tenure in tenures() if deciding_meeting(tenure) == "soc-2023-08-22"]
    assert len(resting) == 40
    assert Counter(tenure.bases for tenure in resting) == {("listed",): 38, ("decision",): 2}
    inferred = [(area, tenure) for area, tenure in tenures() if tenure.inferred]
    assert [(area, t.state, str(t.term), t.source) for area, t in inferred] == [
        ("ict-security", "RUS", "2022-2023", "digest-2023-q3 p. 33"),
        ("ict-security", "CHN", "2022-2023", "digest-2023-q3 p. 33"),
    ]


def test_the_two_meetings_of_2023_and_their_decisions() -> None:
    soc, mc = REGISTRY.get(Meeting, "soc-2023-08-22"), REGISTRY.get(Meeting, "mc-2023-09-21")
    assert soc is not None
    assert mc is not None
    assert [(d.label, d.verb) for d in soc.record.decisions] == [
        ("1", "recommends"),
        ("2", "recommends"),
        ("3", "considers"),
        ("4", "appoints"),
        ("5", "considers-person"),
        ("6", "calls-on"),
    ]
    assert [(d.label, d.verb) for d in mc.record.decisions] == [
        ("road-map", "endorses"),
        ("statement-volunteerism", "adopts"),
        ("deputy-secretary-general", "appoints-person"),
    ]


def test_the_modalities_have_31_paragraphs_in_their_order() -> None:
    law = REGISTRY.get(Law, "modalities")
    assert law is not None
    counts = {1: 12, 2: 9, 3: 5, 4: 2, 5: 3}
    expected = [f"{chapter}.{number}" for chapter, last in counts.items() for number in range(1, last + 1)]
    assert list(law.record.paragraphs) == expected


@pytest.mark.parametrize("model", [State, Area, Meeting, Document, Law])
def test_every_fact_names_its_basis(model: type[State | Area | Meeting | Document | Law]) -> None:
    lacking = [entry.id for entry in REGISTRY.of(model) if not getattr(entry.record, "source", None)]
    assert lacking == []


def test_every_tenure_has_one_basis() -> None:
    assert [(area, tenure) for area, tenure in tenures() if len(tenure.bases) != 1] == []


def test_the_events_of_the_digest_are_those_that_it_tells_of() -> None:
    events = REGISTRY.of(Event)
    assert Counter(event.record.status for event in events) == {"held": 8, "planned": 5}
    assert {str(event.record.source).split()[0] for event in events} == {"digest-2023-q3"}
    assert [event.id for event in events if not event.record.areas and not event.record.dimensions] == [
        "business-council-6",
        "think-tank-forum-11",
        "volunteer-leaders-rally",
        "youth-development-forum",
    ]
