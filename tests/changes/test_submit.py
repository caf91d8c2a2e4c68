"""Papers that came in."""

from typing import Any

import pytest

from cicareg.errors import Exit
from tests import acts
from tests.acts import Files, breaches, laid, lines, nothing, planned
from tests.changes.test_undo import WHY, done_by, undone
from tests.rules.overlays import meeting

PAPER: dict[str, Any] = {
    "document": "fish-paper",
    "kind": "concept-paper",
    "title": ("Fish", "fr=Poissons"),
    "by": ("XBB",),
    "on": "2024-02-01",
}
MORE: dict[str, Any] = {
    "areas": ("fish",),
    "dimensions": ("nature",),
    "organ": "com",
    "meeting": "com-2023-06-01",
    "applies": "2024-2025",
    "version": "1",
    "first_draft": "2024-01-10",
    "supersedes": "ice-paper",
    "number": "P/7",
    "restricted": True,
}
CALL: Files = meeting("com-2024-01-15", "number: 1, calls-on: members, by: 2024-02-15, text: To count fish.")
GIFT: dict[str, Any] = {
    "document": "count-xbb",
    "kind": "contribution",
    "title": ("Count",),
    "by": ("XBB",),
    "on": "2024-02-15",
    "answers": ("com-2024-01-15/1",),
}


def refusal(files: Files | None = None, /, **asked: Any) -> tuple[int, str, str]:
    return acts.refusal("submit", files, **asked)


def test_a_paper_is_a_file_of_its_own() -> None:
    done = planned("submit", **PAPER, **MORE)
    path = "documents/fish-paper.yaml"
    assert lines(done) == [
        f"{path} + kind: concept-paper",
        f"{path} + organ: com",
        f"{path} + prepared-by: [XBB]",
        f"{path} + title: {{en: Fish, fr: Poissons}}",
        f"{path} + number: P/7",
        f'{path} + version: "1"',
        f"{path} + date: 2024-02-01",
        f"{path} + first-draft: 2024-01-10",
        f"{path} + applies: 2024-2025",
        f"{path} + areas: [fish]",
        f"{path} + dimensions: [nature]",
        f"{path} + supersedes: ice-paper",
        f"{path} + meeting: com-2023-06-01",
        f"{path} + restricted: true",
    ]
    assert done.change.subject == (
        "Record the concept paper fish-paper of Borland on Nature dimension and Fisheries: Fish"
    )
    assert done.change.remarks == ("it takes the place of ice-paper, once it is decided on",)
    assert done.change.concerns == ("fish", "ice")
    assert not breaches(done)
    assert nothing(planned("submit", laid(done), **PAPER, **MORE))


@pytest.mark.parametrize(("on", "when"), [("2024-02-15", ""), ("2024-02-16", ", after its day")])
def test_an_answer_says_to_what_and_whether_it_is_late(on: str, when: str) -> None:
    done = planned("submit", CALL, **{**GIFT, "on": on})
    assert lines(done, CALL)[-1] == "documents/count-xbb.yaml + answers: [com-2024-01-15/1]"
    assert done.change.remarks == (
        f"it answers com-2024-01-15/1{when}: that calls on members by 2024-02-15: To count fish.",
    )
    assert not breaches(done)


@pytest.mark.parametrize(("on", "when"), [("2024-02-14", ""), ("2024-02-15", ", after its day")])
def test_before_a_day_is_not_on_it(on: str, when: str) -> None:
    files = meeting("com-2024-01-15", "number: 1, calls-on: members, before: 2024-02-15, text: To count fish.")
    (said,) = planned("submit", files, **{**GIFT, "on": on}).change.remarks
    assert said == f"it answers com-2024-01-15/1{when}: that calls on members before 2024-02-15: To count fish."


def test_to_a_paper_on_record_is_added_what_it_does_not_say() -> None:
    done = planned("submit", document="ice-paper", on="2023-05-01", by=("XAA",), applies="2024-2025")
    assert lines(done) == [
        "documents/ice-paper.yaml + prepared-by: [XAA]",
        "documents/ice-paper.yaml + date: 2023-05-01",
        "documents/ice-paper.yaml + applies: 2024-2025",
    ]
    assert done.change.subject == "Record the concept paper ice-paper of Alderia: Concept paper on ice"
    assert done.change.concerns == ("ice",)
    assert nothing(
        planned("submit", laid(done), document="ice-paper", on="2023-05-01", title=("Concept paper on ice",))
    )


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ({"kind": "report"}, "kind: concept-paper"),
        ({"title": ("Ice",)}, "title: Concept paper on ice"),
        ({"areas": ("fish", "ice")}, "areas: ice"),
    ],
    ids=["kind", "title", "areas"],
)
def test_what_is_on_record_otherwise_is_refused(asked: dict[str, Any], held: str) -> None:
    assert refusal(document="ice-paper", **asked) == (
        Exit.REFUSED,
        f"ice-paper is on record with another {held}",
        "a new version has an id of its own: --supersedes ice-paper; cicareg correct mends an error",
    )


@pytest.mark.parametrize("key", ["kind", "title", "on", "by"])
def test_what_a_new_paper_needs_is_asked_for_by_name(key: str) -> None:
    assert refusal(**{name: value for name, value in PAPER.items() if name != key})[:2] == (
        Exit.USAGE, f"fish-paper is not on record yet, and --{key} is missing"
    )  # fmt: skip


def test_a_plan_of_the_body_is_nobodys_own() -> None:
    done = planned("submit", document="plan-2026", kind="annual-plan", title=("Plan",), on="2025-10-01")
    assert done.change.subject == "Record the annual plan plan-2026: Plan"
    assert not breaches(done)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "id": ({"document": "Fish paper"}, "'Fish paper' cannot be the id of a document"),
    "kind": ({"kind": "concept"}, "no kind of document 'concept'"),
    "area": ({"areas": ("fog",)}, "no area 'fog' on record"),
    "dimension": ({"dimensions": ("naturr",)}, "no dimension 'naturr' on record; did you mean nature?"),
    "organ": ({"organ": "con"}, "no organ 'con' on record; did you mean com?"),
    "day": ({"on": "2024-02-30"}, "there is no such day as 2024-02-30"),
    "first draft": ({"first_draft": "2024"}, "a day is written like 2024-03-15, not '2024'"),
    "period": ({"applies": "2025-2024"}, "the term 2025-2024 ends before it begins"),
    "version": ({"supersedes": "fish"}, "no document 'fish' on record"),
    "its own version": ({"supersedes": "fish-paper"}, "--supersedes: a paper does not take its own place"),
    "meeting": (
        {"meeting": "com-2023-06-02"}, "no meeting 'com-2023-06-02' on record; did you mean com-2023-06-01?"
    ),
    "request": ({"answers": ("com-2023-06-01/9",)}, "no decision com-2023-06-01/9 on record"),
    "no request": (
        {"answers": ("com-2023-06-01/3",)},
        "--answers: com-2023-06-01/3 calls on nobody: it approves Concept paper on ice (ice-paper)",
    ),
    "language": ({"title": ("de=Fisch",)}, "the register has no language 'de'"),
    "character": ({"number": "7\x07"}, "--number: the text '7\\x07' holds the invisible character U+0007 (a control"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_said_of_a_paper_is_wrong_usage(name: str) -> None:
    asked, message = WRONG[name]
    code, said, _ = refusal(**{**PAPER, **asked})
    assert (code, said[: len(message)]) == (Exit.USAGE, message)


def test_a_paper_with_errors_is_not_added_to() -> None:
    files: Files = {"documents/fish-paper.yaml": "kind: concept-paper\n"}
    assert refusal(files, **PAPER)[:2] == (Exit.REFUSED, "the record of fish-paper has errors")


def test_a_paper_taken_back_is_marked_as_never_received() -> None:
    done = planned("submit", CALL, **GIFT)
    back = undone(done, CALL)
    path = "documents/count-xbb.yaml"
    assert lines(back, laid(done, CALL)) == [
        f"{path} + received: false",
        f"{path} + corrections:",
        f"{path} +   - {{what: received, was: true, why: An error., source: operation abc123}}",
    ]
    assert back.change.remarks == (
        "the document count-xbb was put on record by that act: it is marked as never received",
    )
    assert not breaches(back)
    after = laid(back, laid(done, CALL))
    again = {**WHY, "deeds": done_by(done, CALL), "made": ("registry/documents/count-xbb.yaml kind",)}
    assert nothing(planned("undo", after, **again))


def test_a_paper_that_came_in_after_all_is_taken_up_again() -> None:
    done = planned("submit", CALL, **GIFT)
    after = laid(undone(done, CALL), laid(done, CALL))
    again = planned("submit", after, **GIFT)
    assert [line for line in lines(again, after) if "received" in line] == [
        "documents/count-xbb.yaml - received: false",
        "documents/count-xbb.yaml +   - {what: received, was: false, why: It came in after all., source: submitted "
        "2024-02-15}",
    ]
    assert again.change.remarks[0] == "it was marked as never received; with this act it is on record as received again"
    assert not breaches(again)
    assert nothing(planned("submit", laid(again, after), **GIFT))


def test_a_paper_that_a_decision_names_stays() -> None:
    done = planned("submit", **PAPER, organ="com")
    files = laid(planned("decide", laid(done), decision="com-2024-03-01/1", verb="approves", what="fish-paper"))
    files = {**laid(done), **files}
    made = ("registry/documents/fish-paper.yaml kind",)
    assert acts.refusal("undo", files, **WHY, deeds=done_by(done, None), made=made) == (
        Exit.REFUSED,
        "the document fish-paper, which that act put on record, stays there: decision com-2024-03-01/1 names it",
        "what names it has to be taken back first",
    )


def test_a_document_taken_back_with_its_decision_is_decided_on_anew() -> None:
    words = {"decision": "com-2025-06-03/1", "verb": "approves", "what": "plan-2026", "kind": "annual-plan"}
    asked: dict[str, Any] = {**words, "title": ("Plan",), "areas": ("ice",)}
    done = planned("decide", **asked)
    after = laid(undone(done, None), laid(done))
    path = next(path for path in after if path.endswith("documents/plan-2026.yaml"))
    assert "received: false" in str(after[path]).splitlines()
    again = planned("decide", after, **asked)
    assert not breaches(again)
    assert "received: false" not in str(laid(again, after)[path]).splitlines()
