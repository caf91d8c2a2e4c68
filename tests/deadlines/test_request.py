"""Whoever an organ calls on does by the day what it asks."""

from tests.deadlines.asking import document, on
from tests.rules.overlays import Files, meeting

KIND = "request"


def asked(what: str, extra: str = "") -> Files:
    return meeting("com-2024-05-01", f"number: 2, calls-on: {what}, text: {{en: Count your fish.}}", extra=extra)


MEMBERS = asked("members, before: 2024-10-01")


def answer(text: str, id_: str = "a") -> dict[str, str | None]:
    return document(id_, "report", f"answers: [com-2024-05-01/2]\n{text}")


def test_the_day_before_which_is_no_longer_in_time() -> None:
    assert on("2024-04-30", KIND, MEMBERS) == []
    assert on("2024-09-30", KIND, MEMBERS) == [f"{state} open by 2024-09-30" for state in ("XAA", "XBB", "XCC", "XDD")]
    assert on("2024-10-01", KIND, MEMBERS)[0] == "XAA overdue by 2024-09-30"


def test_the_day_by_which_is_in_time() -> None:
    files = asked("members, by: 2024-10-01")
    assert on("2024-10-01", KIND, files)[0] == "XAA open by 2024-10-01"
    assert on("2024-10-02", KIND, files)[0] == "XAA overdue by 2024-10-01"


def test_without_a_day_nothing_falls_due() -> None:
    assert on("2024-10-01", KIND, asked("members")) == []


def test_a_document_that_answers_meets_it_for_those_who_prepared_it() -> None:
    files = MEMBERS | answer("prepared-by: [XAA, XDD]\ndate: 2024-06-01\n")
    assert on("2024-05-31", KIND, files)[0] == "XAA open by 2024-09-30"
    assert on("2024-06-01", KIND, files) == [
        "XAA met by 2024-09-30: a on 2024-06-01",
        "XBB open by 2024-09-30",
        "XCC open by 2024-09-30",
        "XDD met by 2024-09-30: a on 2024-06-01",
    ]


def test_an_undated_answer_meets_it_and_of_several_the_first() -> None:
    first, second = (
        answer("prepared-by: [XAA]\ndate: 2024-07-01\n", "b"),
        answer("prepared-by: [XAA]\ndate: 2024-06-01\n"),
    )
    assert on("2024-08-01", KIND, MEMBERS | first | second)[0] == "XAA met by 2024-09-30: a on 2024-06-01"
    undated = answer("prepared-by: [XAA]\n", "c")
    assert on("2024-05-01", KIND, MEMBERS | first | undated)[0] == "XAA met by 2024-09-30: c"


def test_coordinators_are_those_of_the_day() -> None:
    assert on("2024-06-01", KIND, asked("coordinators, by: 2024-10-01")) == [
        "XAA open by 2024-10-01", "XBB open by 2024-10-01"
    ]  # fmt: skip


def test_the_secretariat_and_the_chairmanship() -> None:
    files = asked("secretariat, by: 2024-10-01") | answer("date: 2024-06-01\n")
    assert on("2024-05-31", KIND, files) == ["secretariat open by 2024-10-01"]
    assert on("2024-06-01", KIND, files) == ["secretariat met by 2024-10-01: a on 2024-06-01"]
    assert on("2024-06-01", KIND, asked("chairmanship, by: 2024-10-01")) == ["chairmanship open by 2024-10-01"]
    chaired = asked("chairmanship, by: 2024-10-01", "chair: XCC\n")
    assert on("2024-06-01", KIND, chaired) == ["XCC open by 2024-10-01"]
    circulated = answer("chairmanship: XCC\ndate: 2024-06-01\n")
    assert on("2024-06-01", KIND, chaired | circulated) == ["XCC met by 2024-10-01: a on 2024-06-01"]
    assert on("2024-06-01", KIND, files | circulated) == ["secretariat open by 2024-10-01"]
    unknown = asked("chairmanship, by: 2024-10-01")
    assert on("2024-06-01", KIND, unknown | circulated) == ["chairmanship met by 2024-10-01: a on 2024-06-01"]


def test_it_lapses_when_what_it_serves_is_decided_or_over() -> None:
    files = asked("secretariat, by: 2024-10-01, for: plan")
    plan = document("plan", "annual-plan", "organ: com\napplies: 2025-01/2025-12\n")
    assert on("2025-12-31", KIND, files | plan) == ["secretariat overdue by 2024-10-01"]
    assert on("2026-01-01", KIND, files | plan) == ["secretariat lapsed by 2024-10-01: not met by 2025-12-31"]
    approved = files | plan | meeting("com-2024-12-10", "number: 1, approves: plan")
    assert on("2024-12-09", KIND, approved) == ["secretariat overdue by 2024-10-01"]
    assert on("2024-12-10", KIND, approved) == ["secretariat lapsed by 2024-10-01: not met by 2024-12-09"]


def test_a_state_that_leaves_before_the_last_day_owes_no_answer() -> None:
    states = "".join(
        f"{code}: {{name: {code}, member-since: {{year: 2000}}{until}}}\n"
        for code, until in (("XAA", ""), ("XBB", ", member-until: {year: 2024}"), ("XCC", ""))
    )
    files = asked("members, by: 2025-02-01") | {"states.yaml": states}
    assert on("2024-06-01", KIND, files) == [
        "XAA open by 2025-02-01",
        "XBB not-applicable by 2025-02-01: it is no Member State on the last day",
        "XCC open by 2025-02-01",
    ]


def test_an_event_that_answers_meets_it_for_those_who_proposed_it() -> None:
    event = "title: {en: Fish fair}\ndates: 2025\nproposed-by: [XAA]\nsubmitted: 2024-06-01\n"
    files = MEMBERS | {"events/2025/fair.yaml": f"{event}answers: [com-2024-05-01/2]\n"}
    assert on("2024-05-31", KIND, files)[0] == "XAA open by 2024-09-30"
    assert on("2024-06-01", KIND, files)[:2] == ["XAA met by 2024-09-30: fair on 2024-06-01", "XBB open by 2024-09-30"]
