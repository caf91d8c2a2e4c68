"""Departures that depart from something."""

import sys

import pytest

from cicareg.finding import Citation, Severity
from cicareg.questions.status import citation
from cicareg.registry import Registry
from cicareg.rules import engine
from tests.rules.overlays import LAST, Files, holders, ice, meeting
from tests.support import found, report, sample

RULE = "departure-matches"
engine.all_rules()
departure_matches_module = sys.modules["cicareg.rules.register.departure_matches"]
SHORT = f"state: XAA, role: coordinator, term: 2024-2024, {LAST}"


def short(*departures: str, tenure: str = SHORT) -> Files:
    """Have a tenure that is too short, and departures."""
    return ice(tenure, departures=departures)


def test_sample_has_none() -> None:
    assert found(RULE) == []


def test_one_that_covers_its_breach() -> None:
    files = short(f"rule: minimum-tenure, {LAST}, reason: So decided.")
    assert found(RULE, files) == []
    assert found("minimum-tenure", files) == [
        "coordinators/fish.yaml:2:5 note: the tenure of Borland is not stated",
        "coordinators/fish.yaml:3:5 note: the tenure of Corvania is not stated",
        "coordinators/fish.yaml:4:5 note: the tenure of Alderia is not stated",
        "coordinators/ice.yaml:2:43 note: the tenure of Alderia, 2024-01-01 to 2024-12-31, is shorter than 2 "
        "years (departure)",
    ]


def test_nothing_left_to_depart_from() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
        departures=(f"rule: minimum-tenure, {LAST}, reason: So decided.",),
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:5 error: this departure covers no breach of minimum-tenure by a tenure of its "
        "own basis (decision com-2023-06-01/1)",
    ]


def test_an_undated_tenure_is_a_note_and_no_breach() -> None:
    files = short(
        f"rule: minimum-tenure, {LAST}, reason: So decided.",
        tenure=f"state: XAA, role: coordinator, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:5 error: this departure covers no breach of minimum-tenure by a tenure of its "
        "own basis (decision com-2023-06-01/1)",
    ]


def test_another_basis() -> None:
    files = short("rule: minimum-tenure, listed: com-2023-06-01, reason: So listed.")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:5 error: this departure covers no breach of minimum-tenure by a tenure of its "
        "own basis (listed com-2023-06-01)",
    ]


def test_no_basis() -> None:
    assert found(RULE, short("rule: minimum-tenure, reason: So it is.")) == [
        "coordinators/ice.yaml:4:5 error: this departure covers no breach of minimum-tenure",
    ]


def test_a_breach_in_another_file() -> None:
    departure = f"rule: minimum-tenure, {LAST}, reason: So decided."
    elsewhere = holders("people", f"state: XAA, role: coordinator, term: 2024-2025, {LAST}", departures=(departure,))
    files = short(departure) | elsewhere
    assert found(RULE, files) == [
        "coordinators/people.yaml:4:5 error: this departure covers no breach of minimum-tenure by a tenure of its "
        "own basis (decision com-2023-06-01/1)",
    ]


def test_another_rule() -> None:
    files = short(f"rule: one-coordinator, {LAST}, reason: So decided.")
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:5 error: this departure covers no breach of one-coordinator by a tenure of "
        "its own basis (decision com-2023-06-01/1)",
    ]
    assert report(files).departures == 0


def test_what_rests_on_nothing_is_not_covered_by_what_rests_on_nothing() -> None:
    files = holders(
        "people",
        "state: XAA, role: coordinator, term: 2024-2024",
        departures=("rule: minimum-tenure, reason: So it is.",),
    )
    assert found(RULE, files) == [
        "coordinators/people.yaml:4:5 error: this departure covers no breach of minimum-tenure",
    ]
    assert report(files).departures == 0


def test_a_departure_that_ended_before_the_breach() -> None:
    assert found(RULE, short(f"rule: minimum-tenure, {LAST}, reason: So decided., until: 2023-12-31")) == [
        "coordinators/ice.yaml:4:5 error: this departure covers no breach of minimum-tenure by a tenure of its "
        "own basis (decision com-2023-06-01/1)",
    ]


def test_a_departure_that_ends_within_the_breach_covers_the_days_they_share() -> None:
    files = short(f"rule: minimum-tenure, {LAST}, reason: So decided., until: 2024-06-30")
    assert found(RULE, files) == []
    assert found("minimum-tenure", files) == [
        "coordinators/fish.yaml:2:5 note: the tenure of Borland is not stated",
        "coordinators/fish.yaml:3:5 note: the tenure of Corvania is not stated",
        "coordinators/fish.yaml:4:5 note: the tenure of Alderia is not stated",
        "coordinators/ice.yaml:2:43 note: the tenure of Alderia, 2024-01-01 to 2024-12-31, is shorter than 2 years; "
        "covered: 2024-01-01 to 2024-06-30 (departure)",
        "coordinators/ice.yaml:2:43 error: the tenure of Alderia, 2024-01-01 to 2024-12-31, is shorter than 2 years; "
        "the departure ended 2024-06-30, not covered: 2024-07-01 to 2024-12-31",
    ]
    assert (report(files).departures, report(files).count(Severity.ERROR)) == (1, 1)


def test_the_longest_departure_covers() -> None:
    files = short(
        f"rule: minimum-tenure, {LAST}, reason: So extended., until: 2024-12-31",
        f"rule: minimum-tenure, {LAST}, reason: So decided., until: 2024-06-30",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:5:5 error: this departure adds no day to that of line 4, which has the same rule and "
        "basis"
    ]
    files = holders(
        "people",
        "state: XAA, role: coordinator, listed: com-2023-06-01",
        "state: XBB, role: coordinator, listed: com-2023-06-01",
        departures=(
            "rule: one-coordinator, listed: com-2023-06-01, reason: Longer., until: 2024-12-31",
            "rule: one-coordinator, listed: com-2023-06-01, reason: First., until: 2023-12-31",
        ),
    )
    assert [text.rpartition("; ")[2] for text in found("one-coordinator", files)] == [
        "covered: 2023-06-01 to 2024-12-31 (departure)",
        "the departure ended 2024-12-31, not covered: from 2025-01-01",
    ]


def test_a_departure_recorded_twice() -> None:
    departure = f"rule: minimum-tenure, {LAST}, reason: So decided."
    assert found(RULE, short(departure, departure)) == [
        "coordinators/ice.yaml:5:5 error: this departure adds no day to that of line 4, which has the same rule and "
        "basis"
    ]
    assert found(RULE, short(departure, f"{departure}, until: 2024-06-30")) != []
    assert found(RULE, short(f"{departure}, until: 2024-06-30", departure)) == []  # the second extends the first


def test_a_condition_is_no_rule_to_depart_from() -> None:
    departure = "rule: acting-coordinator, listed: com-2023-06-01, reason: So it is."
    files = holders("people", acting=("state: XAA, from: 2024-03-01",), departures=(departure,))
    assert found(RULE, files) == [
        "coordinators/people.yaml:2:12 error: acting-coordinator cannot be departed from: it checks the conditions "
        "of what is allowed (Charter 5, may, in force from 2023-07-01)",
    ]
    assert report(files).departures == 0


@pytest.mark.parametrize("text", [None, "", "a: b\n"])
def test_without_settings_nothing_is_said_of_departures(text: str | None) -> None:
    files = short(f"rule: minimum-tenure, {LAST}, reason: So decided.") | {"registry.yaml": text}
    assert found(RULE, files) == []


def test_the_law_is_asked_once_however_many_depart(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counting(registry: Registry, reference: str) -> Citation | None:
        asked.append(reference)
        return citation(registry, reference)

    monkeypatch.setattr(engine, "citation", counting)
    report(short(*[f"rule: minimum-tenure, {LAST}, reason: So decided."] * 50))
    assert asked
    assert len(asked) <= len(engine.all_rules())
    assert not hasattr(departure_matches_module, "citation")


def test_a_departure_until_the_last_day_covers_all() -> None:
    files = short(f"rule: minimum-tenure, {LAST}, reason: So decided., until: 2024-12-31")
    assert found("minimum-tenure", files)[-1].endswith("(departure)")


def test_each_basis_needs_its_own() -> None:
    later = meeting("com-2024-05-01", "number: 1, appoints: [ice]")
    files = later | ice(
        "state: XAA, role: coordinator, term: 2024-2026, decision: com-2023-06-01/1",
        "state: XBB, role: coordinator, term: 2024-2026, decision: com-2023-06-01/1",
        "state: XCC, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1",
        departures=("rule: one-coordinator, decision: com-2023-06-01/1, reason: Two were decided.",),
    )
    assert found(RULE, files) == []
    assert found("one-coordinator", files) == [
        "coordinators/ice.yaml:3:5 note: Ice has 2 coordinators at once (Alderia, Borland) 2024-01-01 to "
        "2026-12-31; at most 1 (departure)",
        "coordinators/ice.yaml:4:5 error: Ice has 3 coordinators at once (Alderia, Borland, Corvania) "
        "2025-01-01 to 2026-12-31; at most 1",
    ]


def test_a_rule_that_does_not_exist() -> None:
    assert found(RULE, short(f"rule: minimum-tenures, {LAST}, reason: So decided.")) == [
        "coordinators/ice.yaml:4:12 error: no rule minimum-tenures; did you mean minimum-tenure?",
    ]


def test_rules_of_good_order() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2025-2024, {LAST}",
        departures=(f"rule: term-order, {LAST}, reason: So decided.",),
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:12 error: term-order cannot be departed from: it is a rule of good order",
    ]
    assert found("term-order", files) == [
        "coordinators/ice.yaml:2:43 error: the tenure of Alderia ends on 2024-12-31, before it starts on 2025-01-01",
    ]


def test_a_rule_that_binds_stays_an_error() -> None:
    decision = "decision: com-2023-06-01/2"
    files = short(
        f"rule: appointing-decision, {decision}, reason: So decided.",
        tenure=f"state: XAA, role: coordinator, term: 2024-2025, {decision}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:12 error: appointing-decision cannot be departed from: it binds (Charter 1, "
        "shall, in force from 2023-07-01)",
    ]
    assert found("appointing-decision", files) == [
        "coordinators/ice.yaml:2:64 error: com-2023-06-01/2 does not appoint to Ice: it recommends charter",
    ]


def test_a_rule_whose_paragraph_is_not_on_record() -> None:
    assert found(RULE, short(f"rule: minimum-tenure, {LAST}, reason: So decided.") | {"law/charter.yaml": None}) == [
        "coordinators/ice.yaml:4:12 error: minimum-tenure cannot be departed from: it is a rule of good order",
    ]


def test_itself_even_where_settings_would_let_it() -> None:
    setting = "\n  departure-matches: {rests-on: charter/3/two-years}\n"
    settings = sample()["registry/registry.yaml"].decode().rstrip("\n") + setting
    files = short(f"rule: departure-matches, {LAST}, reason: So decided.") | {"registry.yaml": settings}
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:12 error: departure-matches cannot be departed from: it is a rule of good order",
    ]


def test_departures_are_counted() -> None:
    assert report(short(f"rule: minimum-tenure, {LAST}, reason: So decided.")).departures == 1


def test_the_finding_of_a_departure_recorded_twice_leads_to_the_other() -> None:
    departure = f"rule: minimum-tenure, {LAST}, reason: So decided."
    [finding] = [f for f in report(short(departure, departure)).findings if f.rule == RULE]
    assert [(related.place.line, related.message) for related in finding.related] == [
        (4, "the departure that covers these days")
    ]


def test_a_departure_that_adds_days_to_one_breach_of_several_is_needed() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-01/2024-06, {LAST}",
        f"state: XBB, role: co-coordinator, term: 2024-01/2024-12, {LAST}",
        departures=(
            f"rule: minimum-tenure, {LAST}, reason: Half a year., until: 2024-06-30",
            f"rule: minimum-tenure, {LAST}, reason: A year., until: 2024-12-31",
        ),
    )
    assert found(RULE, files) == []
    assert [text for text in found("minimum-tenure", files) if text.startswith("coordinators/ice.yaml")] == [
        "coordinators/ice.yaml:2:43 note: the tenure of Alderia, 2024-01-01 to 2024-06-30, is shorter than 2 years "
        "(departure)",
        "coordinators/ice.yaml:3:46 note: the tenure of Borland, 2024-01-01 to 2024-12-31, is shorter than 2 years "
        "(departure)",
    ]


def test_of_several_the_one_that_covers_is_named() -> None:
    part, whole = (f"rule: minimum-tenure, {LAST}, reason: So decided.{until}" for until in (", until: 2024-03-31", ""))
    files = short(part, whole, whole)
    assert found(RULE, files) == [
        "coordinators/ice.yaml:6:5 error: this departure adds no day to that of line 5, which has the same rule and "
        "basis"
    ]
    [finding] = [f for f in report(files).findings if f.rule == RULE]
    assert [related.place.line for related in finding.related] == [5]


@pytest.mark.parametrize(("first", "second"), [("2024-06-30", "2024-06-30"), ("2024-12-31", "2025-06-30")])
def test_one_that_ends_on_the_same_day_or_after_all_is_covered_adds_nothing(first: str, second: str) -> None:
    departures = (f"rule: minimum-tenure, {LAST}, reason: So decided., until: {day}" for day in (first, second))
    assert found(RULE, short(*departures)) == [
        "coordinators/ice.yaml:5:5 error: this departure adds no day to that of line 4, which has the same rule and "
        "basis"
    ]
