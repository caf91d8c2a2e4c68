"""Record an event, and what became of it."""

from dataclasses import fields
from typing import Any

import pytest

from cicareg.changes.event import Event
from cicareg.changes.taking_out import made_of
from cicareg.changes.undo import written
from cicareg.changes.undoing import deeds
from cicareg.records.event import Event as Record
from cicareg.yaml_text import compose
from tests import acts
from tests.acts import Files, breaches, laid, lines, nothing, planned

AT = "events/2024/ice-course.yaml"
PLANNED: Files = {AT: "title: Course on ice\ndates: 2024-02\nplace: Lakeside\norganisers: [XAA]\n"}
COURSE: dict[str, Any] = {
    "title": ("Course on ice", "fr=Cours sur la glace"),
    "areas": ("ice",),
    "dates": "2024-02-06/2024-02-08",
    "organisers": ("XAA", "XBB"),
}


def status(status: str) -> Files:
    return {AT: f"{PLANNED[AT]}status: {status}\n"}


def test_a_new_event_is_a_file_in_its_year() -> None:
    done = planned("event", id="ice-course", **COURSE, partners=("School",), plan="charter", status="planned")
    assert done.change.subject == "Record event ice-course: Course on ice, 2024-02-06/2024-02-08"
    assert lines(done) == [
        f"{AT} + title: {{en: Course on ice, fr: Cours sur la glace}}",
        f"{AT} + areas: [ice]",
        f"{AT} + dates: 2024-02-06/2024-02-08",
        f"{AT} + organisers: [XAA, XBB]",
        f"{AT} + partners:",
        f"{AT} +   - {{en: School}}",
        f"{AT} + plan: charter",
    ]


def test_recorded_again_it_is_on_record_already() -> None:
    done = planned("event", id="ice-course", **COURSE)
    assert nothing(planned("event", laid(done), id="ice-course", **COURSE))


@pytest.mark.parametrize(
    ("asked", "subject", "added"),
    [
        ({"status": "held"}, "Record that the event ice-course was held: Course on ice", ["+ status: held"]),
        (
            {"status": "postponed", "moved_to": "2025-01"},
            "Record that the event ice-course was postponed to 2025-01: Course on ice",
            ["+ status: postponed", '+ moved-to: "2025-01"'],
        ),
        (
            {"status": "cancelled"},
            "Record that the event ice-course was cancelled: Course on ice",
            ["+ status: cancelled"],
        ),
        (
            {"status": "held", "place": ("Hilltop",), "dates": "2024-02-06"},
            "Record that the event ice-course was held: Course on ice",
            [
                "- dates: 2024-02",
                "+ dates: 2024-02-06",
                "- place: Lakeside",
                "+ place: {en: Hilltop}",
                "+ status: held",
            ],
        ),
        (
            {"title": ("fr=Cours",), "organisers": ("XAA", "XDD"), "format": "online"},
            "Record more of the event ice-course: title, format and organisers",
            [
                "- title: Course on ice",
                "+ title: {en: Course on ice, fr: Cours}",
                "- organisers: [XAA]",
                "+ format: online",
                "+ organisers: [XAA, XDD]",
            ],
        ),
    ],
)
def test_what_became_of_it(asked: dict[str, Any], subject: str, added: list[str]) -> None:
    done = planned("event", PLANNED, id="ice-course", **asked)
    assert done.change.subject == subject
    assert sorted(lines(done, PLANNED)) == sorted(f"{AT} {line}" for line in added)
    assert nothing(planned("event", laid(done, PLANNED), id="ice-course", **asked))


def test_from_planned_to_postponed_to_held() -> None:
    first = planned("event", PLANNED, id="ice-course", status="postponed", moved_to="2025-01")
    second = planned("event", laid(first, PLANNED), id="ice-course", status="postponed", moved_to="2025-03")
    third = planned("event", laid(second, PLANNED), id="ice-course", status="held", moved_to="2025-03-04")
    assert sorted(lines(third, laid(second, PLANNED))) == [
        f"{AT} + moved-to: 2025-03-04",
        f"{AT} + status: held",
        f'{AT} - moved-to: "2025-03"',
        f"{AT} - status: postponed",
    ]


CORRECT = "cicareg correct changes what was recorded wrongly"


@pytest.mark.parametrize(
    ("files", "asked", "refusal"),
    [
        (
            status("held"),
            {"status": "cancelled"},
            (4, "ice-course is on record as held: what was done is not planned anew", CORRECT),
        ),
        (status("held"), {"place": ("Hilltop",)}, (4, "ice-course is on record with another place: Lakeside", CORRECT)),
        (PLANNED, {"title": ("A dance",)}, (4, "ice-course is on record with another title: Course on ice", CORRECT)),
        (
            PLANNED,
            {"dates": "2024-03"},
            (
                4,
                "ice-course is on record with other dates: 2024-02",
                "--status postponed --moved-to DATES for an event that slipped; cicareg correct for a mistake",
            ),
        ),
        (
            None,
            {"dates": "2024"},
            (
                2,
                "no event 'ice-course' on record",
                "a new one is recorded with --title; cicareg list events shows those on record",
            ),
        ),
        (
            None,
            {"title": ("x",), "dates": "2024", "format": "onlin"},
            (2, "--format: onlin is not one of online, offline, hybrid; did you mean online?", "cicareg event --help"),
        ),
        (
            None,
            {"title": ("x",), "dates": "2024", "moved_to": "2025"},
            (
                2,
                "--moved-to: moved-to belongs to an event that was postponed, whatever became of it then: give its "
                "status",
                "cicareg event --help",
            ),
        ),
        (
            {AT: "title: [\n"},
            {"status": "held"},
            (4, f"registry/{AT} has errors", "cicareg validate shows them: mend them first"),
        ),
    ],
    ids=["held", "held-there", "title", "dates", "new", "format", "moved", "broken"],
)
def test_what_is_refused(files: Files | None, asked: dict[str, Any], refusal: tuple[int, str, str]) -> None:
    assert acts.refusal("event", files, id="ice-course", **asked) == refusal


def test_an_id_that_is_none() -> None:
    assert acts.refusal("event", None, id="Ice course", title=("x",), dates="2024")[:2] == (
        2,
        "'Ice course' cannot be the id of an event",
    )


def test_a_character_that_no_file_holds_is_refused() -> None:
    code, message, _ = acts.refusal("event", None, id="x", title=("a\u0000b",), dates="2024")
    assert (code, message[:8]) == (2, "--title:")


def test_the_rules_are_asked() -> None:
    assert breaches(planned("event", None, id="x", title=("x",), dates="2023", organisers=("XDD",))) == [
        "event-organisers: Dunmere organises an event of 2023, but is a member since 2024 only"
    ]
    assert breaches(planned("event", None, id="x", title=("x",), dates="2023", plan="nothing")) == [
        "reference: no document nothing on record"
    ]


WHY = {"operation": "abc123", "subject": "An act", "why": "An error."}


def undo(done: Any, files: Files | None) -> Any:
    after = laid(done, files)
    before = {f"registry/{name}": text for name, text in (files or {}).items()}
    asked = [
        written(deed)
        for path, raw in done.files.items()
        if path in before
        for deed in deeds(path, compose(before[path] or "").data, compose(raw.decode()).data)
    ]
    made = tuple(made_of(path, compose(raw.decode()).data) for path, raw in done.files.items() if path not in before)
    return planned("undo", after, **WHY, deeds=tuple(asked), made=made)


def test_an_event_recorded_by_mistake_is_cancelled_and_in_no_plan() -> None:
    done = planned("event", id="ice-course", **COURSE, plan="charter")
    back = undo(done, None)
    assert lines(back, laid(done)) == [
        f"{AT} - plan: charter",
        f"{AT} + status: cancelled",
        f"{AT} + corrections:",
        f"{AT} +   - {{what: status, was: planned, why: An error., source: operation abc123}}",
        f"{AT} +   - {{what: plan, was: charter, why: An error., source: operation abc123}}",
    ]
    assert back.change.remarks == ("the event ice-course was put on record by that act: it stays there as cancelled",)
    again = planned("undo", laid(back, laid(done)), **WHY, deeds=(), made=(f"registry/{AT} title dates",))
    assert nothing(again)


def test_an_event_that_was_held_since_is_not_taken_back() -> None:
    done = planned("event", id="ice-course", **COURSE)
    held = planned("event", laid(done), id="ice-course", status="held")
    asked = {**WHY, "deeds": (), "made": (f"registry/{AT} title dates",)}
    assert acts.refusal("undo", laid(held, laid(done)), **asked) == (
        4,
        f"registry/{AT} is no longer as that act left it: the event is on record as held",
        "a later act may have to be undone first",
    )


@pytest.mark.parametrize("status", ["held", "cancelled"])
def test_an_event_that_was_recorded_as_held_at_once_is_taken_back(status: str) -> None:
    back = undo(planned("event", id="ice-course", **COURSE, status=status), None)
    assert back.change.edits
    assert not breaches(back)
    after = compose(back.files[f"registry/{AT}"].decode()).data
    assert after["status"] == "cancelled"
    assert [(c["what"], c["was"]) for c in after["corrections"]] == [("status", status)]


def test_of_an_event_recorded_as_postponed_the_new_dates_go_as_well() -> None:
    done = planned("event", id="ice-course", **COURSE, status="postponed", moved_to="2025-01")
    back = undo(done, None)
    assert not breaches(back)
    assert lines(back, laid(done)) == [
        f"{AT} - status: postponed",
        f'{AT} - moved-to: "2025-01"',
        f"{AT} + status: cancelled",
        f"{AT} + corrections:",
        f"{AT} +   - {{what: status, was: postponed, why: An error., source: operation abc123}}",
        f'{AT} +   - {{what: moved-to, was: "2025-01", why: An error., source: operation abc123}}',
    ]


def test_an_event_that_was_altered_since_is_not_taken_back() -> None:
    done = planned("event", id="ice-course", **{**COURSE, "dates": "2024"})
    nearer = planned("event", laid(done), id="ice-course", dates="2024-05")
    told = (
        4,
        f"registry/{AT} is no longer as that act left it: the event was changed since",
        "a later act may have to be undone first",
    )
    made = (made_of(f"registry/{AT}", compose(done.files[f"registry/{AT}"].decode()).data),)
    assert acts.refusal("undo", laid(nearer, laid(done)), **WHY, deeds=(), made=made) == told
    more = planned("event", laid(done), id="ice-course", place=("Lakeside",))
    assert not nothing(planned("undo", laid(more, laid(done)), **WHY, deeds=(), made=made))


def test_what_became_of_an_event_is_taken_back_with_a_correction() -> None:
    done = planned("event", PLANNED, id="ice-course", status="postponed", moved_to="2025-01")
    back = undo(done, PLANNED)
    assert lines(back, laid(done, PLANNED)) == [
        f"{AT} - status: postponed",
        f'{AT} - moved-to: "2025-01"',
        f"{AT} + corrections:",
        f'{AT} +   - {{what: moved-to, was: "2025-01", why: An error., source: operation abc123}}',
        f"{AT} +   - {{what: status, was: postponed, why: An error., source: operation abc123}}",
    ]


def test_a_fact_of_an_event_is_corrected_but_not_its_year() -> None:
    why = {"why": "Misread.", "source": "letters p. 2"}
    done = planned("correct", PLANNED, record="ice-course", fact="dates", value="2024-03", **why)
    assert lines(done, PLANNED) == [
        f"{AT} - dates: 2024-02",
        f'{AT} + dates: "2024-03"',
        f"{AT} + corrections:",
        f'{AT} +   - {{what: dates, was: "2024-02", why: Misread., source: letters p. 2}}',
    ]
    assert acts.refusal("correct", PLANNED, record="ice-course", fact="dates", value="2025-03", **why) == (
        4,
        "dates of another year make it another file: 2025-03",
        f"git mv registry/{AT} registry/events/2025/ice-course.yaml, then change the dates there and add the "
        "correction",
    )


def test_every_key_of_the_record_can_be_asked_for() -> None:
    assert {field.name for field in fields(Event)} - {"id"} == set(Record.model_fields) - {"corrections"}
