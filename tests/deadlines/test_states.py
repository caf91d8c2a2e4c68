"""The state of a duty on a day, and what holds of all duties on all days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cicareg.deadlines.all_duties import duties, kinds_of_duty
from cicareg.deadlines.duty import STATES, Duty, Met, State, state_on
from cicareg.questions.known import known_on
from cicareg.rules.explaining import explanations
from tests.deadlines.laws import MODALITIES
from tests.rules.overlays import Files, holders, meeting
from tests.support import PROJECT, SAMPLE, load, loaded, tree_of

DAY = date(2024, 6, 15)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
MAYBE = st.none() | DAYS
END = date(2031, 12, 31)


def duty(**of: object) -> Duty:
    return Duty("report/ice/xaa/com-1", "report", "XAA", "reports")._replace(**of)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("of", "state"),
    [
        ({}, "open"),
        ({"since": AFTER}, None),
        ({"since": DAY}, "open"),
        ({"since": AFTER, "met": Met("x", DAY)}, None),
        ({"by": DAY}, "open"),
        ({"by": BEFORE}, "overdue"),
        ({"by": BEFORE, "lapses": True}, "lapsed"),
        ({"after": BEFORE}, "open"),
        ({"met": Met("x")}, "met"),
        ({"met": Met("x", DAY), "by": BEFORE}, "met"),
        ({"met": Met("x", AFTER), "by": BEFORE}, "overdue"),
        ({"met": Met("x", AFTER), "by": BEFORE, "lapses": True}, "lapsed"),
        ({"met": Met("x", BEFORE, DAY)}, "met"),
        ({"met": Met("x", BEFORE, BEFORE)}, "open"),
        ({"met": Met("x", None, BEFORE), "by": BEFORE}, "overdue"),
        ({"void": "v"}, "not-applicable"),
        ({"void": "v", "met": Met("x", DAY)}, "met"),
        ({"void": "v", "ends": DAY}, "open"),
        ({"void": "v", "ends": BEFORE}, "not-applicable"),
        ({"ends": BEFORE}, "lapsed"),
        ({"ends": DAY, "by": BEFORE}, "overdue"),
    ],
    ids=str,
)
def test_the_state_on_a_day(of: dict[str, object], state: State | None) -> None:
    assert state_on(duty(**of), DAY) == state


@st.composite
def some_duty(draw: st.DrawFn) -> Duty:
    since, by, ends = draw(MAYBE), draw(MAYBE), draw(MAYBE)
    met = draw(st.none() | st.builds(Met, st.just("x"), MAYBE))
    void = draw(st.none() | st.just("v"))
    return duty(since=since, by=by, ends=ends, met=met, void=void, lapses=draw(st.booleans()))


@given(some_duty(), DAYS, DAYS)
def test_what_is_met_stays_met_unless_taken_back_and_what_arose_stays(one: Duty, first: date, second: date) -> None:
    earlier, later = sorted((first, second))
    before, after = state_on(one, earlier), state_on(one, later)
    if before == "met":
        taken_back = one.met is not None and one.met.until is not None and later > one.met.until
        assert (after == "met") is not taken_back
    assert before is None or after is not None


@given(some_duty(), DAYS)
def test_a_duty_has_one_of_the_states_from_the_day_on_which_it_arises(one: Duty, day: date) -> None:
    state = state_on(one, day)
    assert state is None or state in STATES
    assert (state is None) == (one.since is not None and one.since > day)


@given(some_duty(), DAYS)
def test_nothing_is_overdue_up_to_its_last_day(one: Duty, day: date) -> None:
    if state_on(one, day) == "overdue":
        assert one.by is not None
        assert day > one.by


def ice(term: str, notified: str = "2023-04-01") -> Files:
    tenure = f"state: XAA, role: coordinator, term: {term}, decision: com-2023-06-01/1, notified: {notified}"
    return {
        **MODALITIES,
        **holders("ice", tenure, "state: XBB, role: co-coordinator, listed: com-2023-06-01"),
        **meeting("com-2024-05-01", "number: 1, calls-on: members, by: 2024-09-01",
                  extra="agenda:\n  - {title: {en: R}, areas: [ice], review: true}\n"),
        "documents/p.yaml": "kind: concept-paper\ntitle: {en: P}\nareas: [ice]\nfirst-draft: 2024-01-01\n",
    }  # fmt: skip


def ids(files: Files) -> list[str]:
    return sorted(one.id for one in duties(loaded(files).registry, END))


def test_ids_say_of_what_a_duty_is_and_hold_no_day_of_its_own() -> None:
    assert ids(ice("2024-2025"))[:4] == [
        "concept-paper/ice/xaa/com-2023-06-01-1",
        "consideration/ice/xaa/p",
        "contribution/ice/xaa/com-2024-05-01",
        "contribution/ice/xbb/com-2024-05-01",
    ]


@pytest.mark.parametrize("term", ["2024-2026", "2024-01/2025-11", "2024-01-02/2026-01-01"])
def test_ids_stay_when_a_day_is_corrected(term: str) -> None:
    assert ids(ice(term, "2023-03-03")) == ids(ice("2024-2025"))


def test_the_id_of_a_report_stays_when_its_service_goes_on() -> None:
    first = "state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1"
    further = "state: XAA, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1"
    files = {**MODALITIES, **holders("ice", first, further), **meeting("com-2025-06-03", "number: 1, appoints: [ice]")}
    assert [id_ for id_ in ids(files) if id_.startswith("report/")] == ["report/ice/xaa/com-2023-06-01-1"]


def test_the_id_of_a_vacancy_stays_when_a_state_changes_its_name() -> None:
    helper = "state: XBB, role: co-coordinator, term: 2024-01/2026-03, decision: com-2023-06-01/1"
    files = {**MODALITIES, **holders("ice", helper, acting=("state: XBB, from: 2025-02-01",))}
    states = (SAMPLE / "registry" / "states.yaml").read_text(encoding="utf-8")
    assert "Borland" in states
    renamed = files | {"states.yaml": states.replace("Borland", "Newland")}
    mine = [[id_ for id_ in ids(one) if id_.startswith("vacancy/ice/")] for one in (files, renamed)]
    assert mine == [["vacancy/ice/com/com-2023-06-01-1", "vacancy/ice/com/xbb-acting"]] * 2


def test_ids_are_unique_in_this_register_and_where_two_services_rest_on_one_basis() -> None:
    twice = holders(
        "ice",
        "state: XAA, role: coordinator, term: 2015-2016, source: letters 3",
        "state: XAA, role: coordinator, term: 2018-2019, source: letters 3",
    )
    for registry in (loaded({**MODALITIES, **twice}).registry, load(tree_of(PROJECT)).registry):
        found = [one.id for one in duties(registry, END)]
        assert len(found) == len(set(found))
    assert [id_ for id_ in ids({**MODALITIES, **twice}) if id_.startswith("report/")] == [
        "report/ice/xaa/letters-3", "report/ice/xaa/letters-3-2"
    ]  # fmt: skip


def test_what_there_is_on_a_day_does_not_depend_on_how_far_one_looks() -> None:
    registry = load(tree_of(PROJECT)).registry
    for day in (date(2023, 8, 21), date(2023, 9, 1), date(2025, 12, 31), date(2026, 1, 1)):
        far = {one.id: one for one in duties(known_on(registry, day), END)}
        near = {one.id: one for one in duties(registry, day)}
        assert near == {id_: one for id_, one in far.items() if state_on(one, day) is not None}


def test_duties_come_in_the_order_of_their_days() -> None:
    days = [one.by or one.after or END for one in duties(load(tree_of(PROJECT)).registry, END)]
    assert days == sorted(days)


def test_no_kind_of_duty_has_the_name_of_a_rule() -> None:
    assert not kinds_of_duty().keys() & {page.name for page in explanations(None)}
