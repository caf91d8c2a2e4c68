"""Meetings to come."""

from typing import Any

import pytest

from cicareg.errors import Exit
from tests import acts
from tests.acts import Files, breaches, laid, lines, nothing, planned
from tests.changes.test_undo import WHY, done_by, made_by, undone

MAY = "com-2031-05-02"
ASKED: dict[str, Any] = {
    "meeting": MAY,
    "place": "Lakeside",
    "form": "online",
    "began": "2031-05-01",
    "chair": "XAA",
    "agenda": ("Opening", "fr=Divers"),
    "reviews": ("ice,nature=Review of the year",),
}
PATH = f"meetings/{MAY}.yaml"
VIEWS: Files = {"documents/views.yaml": f"kind: contribution\ntitle: Views\nprepared-by: [XAA]\nmeeting: {MAY}\n"}


def refusal(files: Files | None = None, /, **asked: Any) -> tuple[int, str]:
    return acts.refusal("convene", files, **{"meeting": MAY, **asked})[:2]


def convened(**more: Any) -> dict[str, str | None]:
    return laid(planned("convene", **{**ASKED, **more}))


def test_a_meeting_to_come_is_on_record_with_its_agenda() -> None:
    done = planned("convene", **ASKED)
    assert lines(done) == [
        f"{PATH} + organ: com",
        f"{PATH} + date: 2031-05-02",
        f"{PATH} + began: 2031-05-01",
        f"{PATH} + place: {{en: Lakeside}}",
        f"{PATH} + form: online",
        f"{PATH} + chair: XAA",
        f"{PATH} + agenda:",
        f"{PATH} +   - {{title: {{en: Opening}}}}",
        f"{PATH} +   - {{title: {{fr: Divers}}}}",
        f"{PATH} +   - {{title: {{en: Review of the year}}, areas: [ice], dimensions: [nature], review: true}}",
    ]
    assert done.change.subject == "Convene the meeting of Committee on 2031-05-02"
    assert done.change.concerns == ("ice", "fish")
    assert not breaches(done)
    assert nothing(planned("convene", laid(done), **ASKED))


def test_a_meeting_on_record_takes_further_items_and_what_it_does_not_say() -> None:
    files = convened(place=None, agenda=("Opening",), reviews=())
    done = planned("convene", files, meeting=MAY, place="Lakeside", agenda=("Ice",))
    assert lines(done, files) == [f"{PATH} + place: {{en: Lakeside}}", f"{PATH} +   - {{title: {{en: Ice}}}}"]


def test_once_it_is_held_it_takes_its_decisions() -> None:
    files = convened()
    done = planned("decide", files, decision=f"{MAY}/1", verb="reviews", reviews=("nature",), place="Lakeside")
    assert lines(done, files) == [
        f"{PATH} + decisions:",
        f"{PATH} +   - number: 1",
        f"{PATH} +     reviews: {{dimensions: [nature]}}",
    ]
    assert not breaches(done)
    assert done.change.concerns == ("fish", "ice")


def test_a_meeting_that_is_moved_takes_agenda_and_papers_with_it() -> None:
    files = {**convened(), **VIEWS}
    done = planned("convene", files, meeting="com-2031-06-10", instead_of=MAY)
    new = "meetings/com-2031-06-10.yaml"
    assert [line for line in lines(done, files) if not line.startswith("documents")] == [
        f"{PATH} + held: false",
        f"{PATH} + corrections:",
        f"{PATH} +   - {{what: held, was: true, why: It was moved to 2031-06-10 (com-2031-06-10)., "
        "source: meeting com-2031-06-10}",
        f"{new} + organ: com",
        f"{new} + date: 2031-06-10",
        f"{new} + place: {{en: Lakeside}}",
        f"{new} + form: online",
        f"{new} + chair: XAA",
        f"{new} + agenda:",
        f"{new} +   - {{title: {{en: Opening}}}}",
        f"{new} +   - {{title: {{fr: Divers}}}}",
        f"{new} +   - {{title: {{en: Review of the year}}, areas: [ice], dimensions: [nature], review: true}}",
    ]
    after = laid(done, files)
    assert "meeting: com-2031-06-10" in text(after, "views").splitlines()
    assert done.change.remarks == (
        f"the meeting {MAY} is marked as not held",
        "1 document that is for it is for com-2031-06-10 from now on",
    )
    assert not breaches(done)
    assert nothing(planned("convene", after, meeting="com-2031-06-10", instead_of=MAY))
    back = undone(done, files)
    assert not breaches(back)
    restored = laid(back, after)
    assert "held: false" not in text(restored, MAY).splitlines()
    assert f"meeting: {MAY}" in text(restored, "views").splitlines()


def test_a_meeting_is_moved_once_and_then_the_one_in_its_place() -> None:
    files = convened()
    after = laid(planned("convene", files, meeting="com-2031-06-10", instead_of=MAY), files)
    code, said = refusal(after, meeting="com-2031-06-12", instead_of=MAY)
    assert code == Exit.REFUSED
    assert said == f"{MAY} was not held: It was moved to 2031-06-10 (com-2031-06-10)."
    again = planned("convene", after, meeting="com-2031-06-12", instead_of="com-2031-06-10")
    assert again.change.subject == "Move com-2031-06-10 to 2031-06-12: the meeting of Committee on 2031-06-12"
    assert not breaches(again)


def test_a_meeting_on_record_by_mistake_is_not_moved() -> None:
    done = planned("convene", **ASKED)
    after = laid(undone(done, None), laid(done))
    assert refusal(after, meeting="com-2031-06-12", instead_of=MAY) == (
        Exit.REFUSED,
        f"{MAY} was not held: it is on record by mistake",
    )


def text(files: Files, stem: str) -> str:
    return str(next(files[path] for path in files if path.endswith(f"/{stem}.yaml")))


@pytest.mark.parametrize("more", [{}, {"agenda": (), "reviews": ()}], ids=["agenda", "no agenda"])
def test_a_meeting_taken_back_is_marked_as_not_held(more: dict[str, Any]) -> None:
    done = planned("convene", **{**ASKED, **more})
    back = undone(done, None)
    after = laid(back, laid(done))
    assert "held: false" in text(after, MAY).splitlines()
    assert not breaches(back)
    asked = {**WHY, "deeds": done_by(done, None), "made": made_by(done, None)}
    assert nothing(planned("undo", after, **asked))
    assert refusal(after) == (Exit.REFUSED, f"{MAY} is on record as not held")


WRONG: dict[str, tuple[dict[str, Any], int, str]] = {
    "name": ({"meeting": "spring"}, Exit.USAGE, "'spring' names no meeting"),
    "organ": ({"meeting": "con-2031-05-02"}, Exit.USAGE, "no organ 'con' on record; did you mean com?"),
    "day": ({"meeting": "com-2031-02-30"}, Exit.USAGE, "'com-2031-02-30' names no meeting: there is no such day"),
    "form": ({"form": "on-line"}, Exit.USAGE, "--form: on-line is not one of regular, informal, online"),
    "review of nothing": ({"reviews": ("=Review",)}, Exit.USAGE, "'=Review' names no review"),
    "review without title": ({"reviews": ("ice=",)}, Exit.USAGE, "'ice=' names no review"),
    "review of nowhere": ({"reviews": ("fog=Review",)}, Exit.USAGE, "no area 'fog' on record"),
    "character": ({"place": "a\x07"}, Exit.USAGE, "--place: the text 'a\\x07'"),
    "moved from nowhere": (
        {"instead_of": "com-2023-06-02"}, Exit.USAGE,
        "no meeting 'com-2023-06-02' on record; did you mean com-2023-06-01?",
    ),
    "moved from another organ": (
        {"instead_of": "asm-2023-07-01"}, Exit.USAGE, "--instead-of: asm-2023-07-01 is no other meeting of com",
    ),
    "moved though held": (
        {"instead_of": "com-2023-06-01"}, Exit.REFUSED, "com-2023-06-01 was held: it has decisions on record",
    ),
    "another place": (
        {"meeting": "com-2023-06-01", "place": "Port"}, Exit.REFUSED,
        "com-2023-06-01 is on record with another place: Lakeside",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_convened_is_refused(name: str) -> None:
    asked, code, message = WRONG[name]
    found, said = refusal(**asked)
    assert (found, said[: len(message)]) == (code, message)


def test_a_meeting_with_errors_is_not_added_to() -> None:
    assert refusal({PATH: "organ: com\n"}) == (Exit.REFUSED, f"the record of {MAY} has errors")
