"""One coordinator for a post at a time."""

from datetime import date, timedelta
from itertools import product
from string import ascii_uppercase
from time import process_time

import pytest

from cicareg.questions.holdings import Holding
from cicareg.reading import Entry, Reading
from cicareg.records.coordinators import Coordinators, Tenure
from cicareg.registry import Registry
from cicareg.rules.engine import Run, all_rules
from cicareg.terms import Span
from tests.rules.overlays import LAST, Files, holders, ice, meeting
from tests.support import found, kind_of, report, sample

RULE = "one-coordinator"
LISTED = "listed: com-2023-06-01"


def people(*states: str, basis: str = LISTED, departures: tuple[str, ...] = ()) -> Files:
    """Have coordinators of the dimension that is a post, all on one basis."""
    return holders("people", *(f"state: {s}, role: coordinator, {basis}" for s in states), departures=departures)


def test_sample_has_one_each() -> None:
    assert found(RULE) == []


def test_two_in_succession_adjoin_and_do_not_meet() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-2025, {LAST}",
        f"state: XBB, role: coordinator, term: 2026-2027, {LAST}",
    )
    assert found(RULE, files) == []


def test_two_on_one_day_stand_at_the_second() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2024-01-01/2026-01-01, {LAST}",
        f"state: XBB, role: coordinator, term: 2026-01-01/2027-12-31, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Ice has 2 coordinators at once (Alderia, Borland) 2026-01-01 to "
        "2026-01-01; at most 1",
    ]


def test_co_coordinators_do_not_count() -> None:
    files = ice(*(f"state: {state}, role: co-coordinator, term: 2024-2025, {LAST}" for state in ("XAA", "XBB")))
    assert found(RULE, files) == []


def test_four_on_one_list_are_one_finding() -> None:
    files = holders("fish", *(f"state: {s}, role: coordinator, {LISTED}" for s in ("XAA", "XBB", "XCC", "XDD")))
    assert found(RULE, files) == [
        "coordinators/fish.yaml:3:5 error: Fisheries has 4 coordinators at once (Alderia, Borland, Corvania, "
        "Dunmere) from 2023-06-01; at most 1",
    ]
    related = [r for f in report(files).findings if f.rule == RULE for r in f.related]
    assert [(r.place.line, r.message) for r in related] == [(line, "also a coordinator then") for line in (2, 4, 5)]


def test_a_dimension_is_bound_by_analogy() -> None:
    assert found(RULE, people("XAA", "XBB")) == [
        "coordinators/people.yaml:3:5 error: People dimension has 2 coordinators at once (Alderia, Borland) "
        "from 2023-06-01; at most 1 (a dimension as post: by analogy)",
    ]


def test_a_departure_covers_those_of_its_basis() -> None:
    departure = f"rule: one-coordinator, {LISTED}, reason: The list shows three."
    assert found(RULE, people("XAA", "XBB", "XCC", departures=(departure,))) == [
        "coordinators/people.yaml:3:5 note: People dimension has 3 coordinators at once (Alderia, Borland, "
        "Corvania) from 2023-06-01; at most 1 (a dimension as post: by analogy) "
        "(departure)",
    ]


def test_a_departure_covers_until_its_last_day() -> None:
    tenures = [f"state: {state}, role: coordinator, term: 2024-2025, {LAST}" for state in ("XAA", "XBB")]
    for until, severities in (("2025-12-31", ["note"]), ("2025-12-30", ["note", "error"]), ("2023-12-31", ["error"])):
        departure = f"rule: one-coordinator, {LAST}, reason: Two were decided., until: {until}"
        findings = report(ice(*tenures, departures=(departure,))).findings
        assert [f.severity.value for f in findings if f.rule == RULE] == severities


def test_one_more_by_a_later_decision_is_not_covered() -> None:
    files = meeting("com-2024-05-01", "number: 1, appoints: [ice]") | ice(
        f"state: XAA, role: coordinator, term: 2024-2026, {LAST}",
        f"state: XBB, role: coordinator, term: 2024-2026, {LAST}",
        "state: XCC, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1",
        departures=(f"rule: one-coordinator, {LAST}, reason: Two were decided.",),
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 note: Ice has 2 coordinators at once (Alderia, Borland) 2024-01-01 to "
        "2026-12-31; at most 1 (departure)",
        "coordinators/ice.yaml:4:5 error: Ice has 3 coordinators at once (Alderia, Borland, Corvania) "
        "2025-01-01 to 2026-12-31; at most 1",
    ]


def test_an_undated_coordinator_is_succeeded_by_the_next() -> None:
    files = meeting("com-2024-05-01", "number: 1, appoints: [ice]") | ice(
        f"state: XAA, role: coordinator, {LISTED}",
        "state: XBB, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1",
    )
    assert found(RULE, files) == []


def test_a_dated_coordinator_leaves_by_name_or_by_notice() -> None:
    later = "state: XBB, role: coordinator, term: 2025-2026, decision: com-2024-05-01/1"
    decided = meeting("com-2024-05-01", "number: 1, appoints: [ice]")
    first = f"state: XAA, role: coordinator, term: 2024-2025, {LAST}"
    assert found(RULE, decided | ice(first, later)) == [
        "coordinators/ice.yaml:3:5 error: Ice has 2 coordinators at once (Alderia, Borland) 2025-01-01 to "
        "2025-12-31; at most 1",
    ]
    assert found(RULE, decided | ice(first, f"{later}, replaces: [XAA]")) == []
    assert found(RULE, decided | ice(f"{first}, ended: {{on: 2024-12-31}}", later)) == []


def test_two_crowds_at_different_times_are_two_findings() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2020-2025, {LAST}",
        f"state: XBB, role: coordinator, term: 2021-2022, {LAST}",
        f"state: XCC, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Ice has 2 coordinators at once (Alderia, Borland) 2021-01-01 to "
        "2022-12-31; at most 1",
        "coordinators/ice.yaml:4:5 error: Ice has 2 coordinators at once (Alderia, Corvania) 2024-01-01 to "
        "2025-12-31; at most 1",
    ]


def test_one_that_meets_two_in_turn_is_one_finding() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2020-2021, {LAST}",
        f"state: XBB, role: coordinator, term: 2022-2023, {LAST}",
        f"state: XCC, role: coordinator, term: 2021-2022, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:5 error: Ice has at times up to 2 coordinators at once (Alderia, Corvania) "
        "2021-01-01 to 2022-12-31; at most 1",
    ]


def test_one_that_meets_two_with_a_gap_spans_both() -> None:
    files = ice(
        "state: XAA, role: coordinator, term: 2020-2021, source: letters",
        "state: XBB, role: coordinator, term: 2024-2025, source: letters",
        "state: XCC, role: coordinator, term: 2020-2025, source: gazette",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:4:5 error: Ice has at times up to 2 coordinators at once (Alderia, Corvania) "
        "2020-01-01 to 2025-12-31; at most 1",
    ]


def test_a_crowd_that_grows_is_one_finding_over_all_its_days() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2020-2025, {LAST}",
        f"state: XBB, role: coordinator, term: 2023-2025, {LAST}",
        f"state: XCC, role: coordinator, term: 2022-2023, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Ice has at times up to 3 coordinators at once (Alderia, Borland, Corvania) "
        "2022-01-01 to 2025-12-31; at most 1",
    ]


def test_the_fullest_day_is_told() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2020-2023, {LAST}",
        "state: XCC, role: coordinator, term: 2022-2025, listed: com-2023-06-01",
        f"state: XBB, role: coordinator, term: 2020-2025, {LAST}",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Ice has 2 coordinators at once (Alderia, Corvania) "
        "2022-01-01 to 2023-12-31; at most 1",
        "coordinators/ice.yaml:4:5 error: Ice has at times up to 3 coordinators at once (Alderia, Corvania, Borland) "
        "2020-01-01 to 2025-12-31; at most 1",
    ]


def test_a_state_recorded_twice_is_one_coordinator() -> None:
    tenure = f"state: XAA, role: coordinator, term: 2024-2025, {LAST}"
    assert found(RULE, ice(tenure, tenure)) == []
    assert found(RULE, ice(tenure, tenure, f"state: XBB, role: coordinator, term: 2024-2025, {LAST}")) == [
        "coordinators/ice.yaml:4:5 error: Ice has 2 coordinators at once (Alderia, Borland) 2024-01-01 to "
        "2025-12-31; at most 1",
    ]


def test_open_and_dated_tenures_of_one_list_are_one_finding() -> None:
    undated, dated = f"role: coordinator, {LISTED}", f"role: coordinator, term: 2024-2025, {LISTED}"
    for second, third in ((undated, dated), (dated, undated)):
        files = holders("fish", f"state: XAA, {undated}", f"state: XBB, {second}", f"state: XCC, {third}")
        assert [text.partition("Corvania) ")[2] for text in found(RULE, files)] == ["from 2023-06-01; at most 1"]


def test_the_maximum_is_one_where_nothing_is_set() -> None:
    text = sample()["registry/registry.yaml"].decode().replace(", maximum: 1", "")
    assert len(found(RULE, people("XAA", "XBB") | {"registry.yaml": text})) == 1


def test_the_maximum_is_data() -> None:
    text = sample()["registry/registry.yaml"].decode().replace("maximum: 1", "maximum: 2")
    assert found(RULE, people("XAA", "XBB") | {"registry.yaml": text}) == []
    assert found(RULE, people("XAA", "XBB", "XCC") | {"registry.yaml": text}) == [
        "coordinators/people.yaml:4:5 error: People dimension has 3 coordinators at once (Alderia, Borland, "
        "Corvania) from 2023-06-01; at most 2 (a dimension as post: by analogy)",
    ]


def test_a_maximum_of_two_counts_days_shared_by_three() -> None:
    text = sample()["registry/registry.yaml"].decode().replace("maximum: 1", "maximum: 2")
    files = ice(
        f"state: XAA, role: coordinator, term: 2020-2023, {LAST}",
        f"state: XBB, role: coordinator, term: 2022-2025, {LAST}",
        f"state: XCC, role: coordinator, term: 2020-2025, {LAST}",
    )
    assert found(RULE, files | {"registry.yaml": text}) == [
        "coordinators/ice.yaml:4:5 error: Ice has 3 coordinators at once (Alderia, Borland, Corvania) "
        "2022-01-01 to 2023-12-31; at most 2",
    ]


def test_reversed_terms_and_unknown_starts_do_not_serve() -> None:
    files = ice(
        f"state: XAA, role: coordinator, term: 2025-2024, {LAST}",
        "state: XBB, role: coordinator, source: gazette",
        f"state: XCC, role: coordinator, term: 2024-2025, {LAST}",
    )
    assert found(RULE, files) == []


def crowd(number: int, bases: int, *, length: int = 5000) -> tuple[Registry, tuple[Holding, ...]]:
    """Have coordinators whose tenures start day by day, each of another state, on so many papers."""
    days = [date(2020, 1, 1) + timedelta(days=n) for n in range(number)]
    states = ["".join(letters) for letters in product(ascii_uppercase, repeat=3)][:number]
    tenures = [
        Tenure.model_construct(
            state=state, role="coordinator", source=f"letters {n % bases}", decision=None, listed=None
        )
        for n, state in enumerate(states)
    ]
    items = "".join(f"  - {{state: {state}}}\n" for state in states)
    post = Entry(
        "coordinators", "ice", "registry/coordinators/ice.yaml", Coordinators.model_construct(tenures=tuple(tenures))
    )
    spans = [Span(day, day + timedelta(days=length)) for day in days]
    held = [Holding(n, t, None, post, s) for n, (t, s) in enumerate(zip(tenures, spans, strict=True))]
    reading = Reading(post.path, kind_of(Coordinators), {"ice": post}, text=f"tenures:\n{items}")
    return Registry({post.path: reading}), tuple(held)


@pytest.mark.parametrize("rule", [RULE, "tenure-overlap"])
@pytest.mark.parametrize(("bases", "length"), [(1, 5000), (300, 5000), (1, 0), (2400, 1)])
def test_a_crowd_is_counted_quickly(rule: str, bases: int, length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = all_rules()
    registry, held = crowd(2400, bases, length=length)
    monkeypatch.setitem(rules[rule].check.__globals__, "holdings", lambda *_: held)
    began = process_time()
    breaches = list(Run(registry, rules).breaches(rule, registry.of(Coordinators)[0]))
    assert process_time() - began < 1
    assert all(len(breach.related) <= 10 for breach in breaches)
    assert all(len(breach.message) < 400 for breach in breaches)
    if rule == RULE:
        assert len(breaches) == (0 if length == 0 else min(bases, 2399))


def test_a_long_list_of_names_and_places_is_cut() -> None:
    states = ["XAA", "XBB", "XCC", "XDD", *(f"XX{letter}" for letter in "ABCDEFGH")]
    (text,) = found(RULE, holders("fish", *(f"state: {s}, role: coordinator, {LISTED}" for s in states)))
    assert "has 12 coordinators at once (Alderia, Borland, Corvania, Dunmere, XXA, " in text
    assert "XXF and 2 more) from 2023-06-01; at most 1" in text


def test_days_on_which_fewer_serve_are_not_counted_as_full() -> None:
    files = ice(
        "state: XAA, role: coordinator, term: 2020-2029, source: letters p. 1",
        "state: XBB, role: coordinator, term: 2021-2022, source: letters p. 1",
        "state: XCC, role: coordinator, term: 2024-2025, source: letters p. 1",
        "state: XDD, role: coordinator, term: 2022-2025, source: letters p. 1",
    )
    assert found(RULE, files) == [
        "coordinators/ice.yaml:3:5 error: Ice has at times up to 3 coordinators at once (Alderia, Borland, Dunmere) "
        "2021-01-01 to 2025-12-31; at most 1"
    ]
