"""What each act recorded is taken back: the data are as before, with a correction."""

from collections.abc import Mapping
from typing import Any

import pytest

from cicareg.changes.taking_out import made_of
from cicareg.changes.undo import written
from cicareg.changes.undoing import Deed, deeds
from cicareg.errors import Exit
from cicareg.planning import Planned
from cicareg.yaml_text import compose, decode
from tests import acts
from tests.acts import Files, breaches, laid, lines, nothing, planned
from tests.changes.test_propose import PROPOSAL, proposals
from tests.rules.overlays import holders, meeting
from tests.support import sample

WHY = {"operation": "abc123", "subject": "An act", "why": "An error."}
JUNE = "com-2025-06-03/1"
VACANT = holders("fish", *(f"state: {code}, role: co-coordinator, listed: com-2023-06-01" for code in ("XBB", "XCC")))


def data(files: Files | None) -> dict[str, Mapping[str, Any]]:
    """Give what all files say."""
    return {path: compose(decode(raw)).data for path, raw in sample(files).items()}


def less(found: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Leave out corrections."""
    return {path: {k: v for k, v in said.items() if k != "corrections"} for path, said in found.items()}


def made_by(done: Planned, files: Files | None) -> tuple[str, ...]:
    """Give the files that an act made, with what it wrote there."""
    before, after = data(files), data(laid(done, files))
    return tuple(made_of(path, after[path]) for path in done.files if path not in before)


def done_by(done: Planned, files: Files | None) -> tuple[str, ...]:
    """Give the deeds of an act."""
    before, after = data(files), data(laid(done, files))
    return tuple(written(deed) for path in done.files for deed in deeds(path, before.get(path), after[path]))


def undone(done: Planned, files: Files | None) -> Planned:
    return planned("undo", laid(done, files), **WHY, deeds=done_by(done, files), made=made_by(done, files))


WORKS: dict[str, tuple[str, Files | None, dict[str, Any]]] = {
    "appoint": ("appoint", meeting("com-2025-06-03", "number: 2, considers: charter"), {
        "area": "ice", "term": "2026-2027", "decision": JUNE, "coordinators": ("XCC",), "co_coordinators": ("XBB",)}),
    "appoint by a decision on another area": ("appoint", meeting("com-2025-06-03", "number: 1, appoints: [fish]"), {
        "area": "ice", "term": "2026-2027", "decision": JUNE, "coordinators": ("XCC",)}),
    "appoint with a departure": ("appoint", meeting("com-2025-06-03", "number: 2, considers: charter"), {
        "area": "ice", "term": "2026-01/2026-12", "decision": JUNE, "coordinators": ("XCC",),
        "departures": ("minimum-tenure=A trial.",)}),
    "evidence": ("appoint", None, {"area": "ice", "term": "2024-2025", "decision": "com-2023-06-01/1",
                                   "coordinators": ("XAA",), "notified": "2023-05-01"}),
    "terminate": ("terminate", None, {"area": "ice", "state": "XAA", "on": "2025-03-31", "notified": "2025-03-01",
                                      "reason": "R."}),
    "act": ("act", VACANT, {"area": "fish", "state": "XBB", "from_": "2024-03-01", "consent": ("XCC",)}),
    "propose, of two": ("propose", None, {"area": "ice", "notified": "2025-03-01", "co_coordinators": ("XCC", "XDD")}),
    "withdraw": ("withdraw", proposals(PROPOSAL), {"area": "people", "state": "XCC", "on": "2025-04-01"}),
    "decide": ("decide", None, {"decision": "com-2023-06-01/4", "verb": "considers", "what": "charter",
                                "form": "online"}),
    "correct": ("correct", None, {"record": "ice", "fact": "tenures/1/term", "value": "2024-2026", "why": "M.",
                                  "source": "L."}),
    "correct a number": ("correct", None, {"record": "ice", "fact": "number", "value": "3", "why": "M.",
                                     "source": "L."}),
    "correct by adding": ("correct", None, {"record": "charter", "fact": "number", "value": "X/1", "why": "M.",
                                            "source": "L."}),
    "take away the first": ("correct", None, {"record": "fish", "fact": "tenures/1", "value": None, "why": "M.",
                                              "source": "L."}),
    "take away the last": ("correct", None, {"record": "fish", "fact": "tenures/3", "value": None, "why": "M.",
                                             "source": "L."}),
    "take away a key": ("correct", None, {"record": "ice-paper", "fact": "areas", "value": None, "why": "M.",
                                          "source": "L."}),
}  # fmt: skip


@pytest.mark.parametrize("name", WORKS)
def test_the_data_are_as_before(name: str) -> None:
    act, files, asked = WORKS[name]
    done = planned(act, files, **asked)
    back = undone(done, files)
    assert not breaches(back)
    assert back.change.subject == "Undo: An act"
    assert less(data(laid(back, laid(done, files)))) == less(data(files))


@pytest.mark.parametrize("name", WORKS)
def test_undone_twice_is_undone_once(name: str) -> None:
    act, files, asked = WORKS[name]
    done = planned(act, files, **asked)
    back = undone(done, files)
    assert nothing(planned("undo", laid(back, laid(done, files)), **WHY, deeds=done_by(done, files)))


NEW: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "appoint": (
        "appoint",
        {"area": "people", "term": "2026-2027", "decision": JUNE, "coordinators": ("XCC",)},
        ["coordinators/people.yaml", "meetings/com-2025-06-03.yaml"],
    ),
    "propose": ("propose", {"area": "people", "notified": "2025-03-01", "coordinators": ("XCC",)},
                ["coordinators/people.yaml"]),
    "decide": (
        "decide",
        {"decision": JUNE, "verb": "approves", "what": "plan-2026", "kind": "annual-plan", "title": ("Plan",)},
        ["documents/plan-2026.yaml", "meetings/com-2025-06-03.yaml"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NEW)
def test_a_file_that_the_act_made_stays_without_what_it_recorded(name: str) -> None:
    act, asked, made = NEW[name]
    done = planned(act, None, **asked)
    back = undone(done, None)
    assert not breaches(back)
    after = less(data(laid(back, laid(done))))
    assert sorted(path.removeprefix("registry/") for path in after.keys() - data(None).keys()) == made
    for path in made:
        kept = after[f"registry/{path}"]
        assert not any(isinstance(value, list) for value in kept.values())
    assert breaches(planned(act, laid(back, laid(done)), **asked)) == []  # and it can be recorded anew


def test_each_thing_that_is_taken_back_leaves_a_correction() -> None:
    done = planned("propose", area="people", notified="2025-03-01", coordinators=("XCC",), term="2026-2027")
    back = undone(done, None)
    assert lines(back, laid(done)) == [
        "coordinators/people.yaml - proposals:",
        "coordinators/people.yaml + corrections:",
        "coordinators/people.yaml +   - what: proposals",
        f"coordinators/people.yaml -   - {{{PROPOSAL}}}",
        f"coordinators/people.yaml +     was: {{{PROPOSAL}}}",
        "coordinators/people.yaml +     why: An error.",
        "coordinators/people.yaml +     source: operation abc123",
    ]
    assert back.change.posts == ("people",)


def test_what_returns_stands_where_it_stood() -> None:
    _, files, asked = WORKS["take away the first"]
    done = planned("correct", files, **asked)
    back = undone(done, files)
    assert [t["state"] for t in data(laid(back, laid(done)))["registry/coordinators/fish.yaml"]["tenures"]] == [
        "XBB", "XCC", "XAA"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("act", "asked", "then", "after"),
    [
        ("appoint", {"area": "ice", "term": "2026-2027", "decision": JUNE, "coordinators": ("XCC",)},
         "terminate", {"area": "ice", "state": "XCC", "on": "2026-03-31", "notified": "2026-03-01", "reason": "R."}),
    ],
    ids=["the tenure ended"],
)  # fmt: skip
def test_what_was_changed_since_cannot_be_taken_back(
    act: str, asked: dict[str, Any], then: str, after: dict[str, Any]
) -> None:
    done = planned(act, None, **asked)
    files = laid(planned(then, laid(done), **after), laid(done))
    code, message, hint = acts.refusal("undo", files, **WHY, deeds=done_by(done, None))
    assert code == Exit.REFUSED
    assert "is no longer as that act left it: what it recorded in " in message
    assert hint == "cicareg correct changes one fact; a later act may have to be undone first"


def test_a_value_that_was_changed_since_cannot_be_taken_back() -> None:
    asked = {"record": "ice", "fact": "number", "why": "M.", "source": "L."}
    done = planned("correct", None, **asked, value="3")
    files = laid(planned("correct", laid(done), **asked, value="4"), laid(done))
    assert acts.refusal("undo", files, **WHY, deeds=done_by(done, None))[:2] == (
        Exit.REFUSED, "registry/areas/ice.yaml is no longer as that act left it: number was changed since"
    )  # fmt: skip


def test_what_others_rest_on_cannot_be_taken_back() -> None:
    decided = planned("decide", None, decision="com-2023-06-01/4", verb="considers", what="charter")
    files = laid(decided) | holders(
        "people", "state: XCC, role: coordinator, term: 2026-2027, decision: com-2023-06-01/4"
    )
    back = planned("undo", files, **WHY, deeds=done_by(decided, None))
    assert back.preview.broken == ("reference",)


def test_an_act_that_added_nothing_cannot_be_taken_back() -> None:
    assert acts.refusal("undo", None, **WHY, deeds=()) == (
        Exit.REFUSED, "this act added nothing that could be taken back", ""
    )  # fmt: skip


def test_a_file_with_errors_is_mended_first() -> None:
    done = planned("correct", None, record="ice", fact="number", value="3", why="M.", source="L.")
    files = laid(done) | {"areas/ice.yaml": "number: [\n"}
    assert acts.refusal("undo", files, **WHY, deeds=done_by(done, None)) == (
        Exit.REFUSED, "registry/areas/ice.yaml has errors", "cicareg validate shows them: mend them first"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        ({"before": "  # Above.\n"}, ()),
        ({"after": "  # by telephone"}, ("1 comment beside what is taken out goes too",)),
        ({"before": "  # Above.\n", "after": "  # by telephone"}, ("1 comment beside what is taken out goes too",)),
    ],
)
def test_comments_that_go_with_an_entry_are_told(beside: dict[str, str], said: tuple[str, ...]) -> None:
    done = planned("appoint", None, **APPOINTED)
    path = "registry/coordinators/ice.yaml"
    text = done.files[path].decode()
    (line,) = (line for line in text.splitlines() if "2026-2027" in line)
    noted = text.replace(line, f"{beside.get('before', '')}{line}{beside.get('after', '')}")
    files = laid(done) | {"coordinators/ice.yaml": noted}
    back = planned("undo", files, **WHY, deeds=done_by(done, None))
    assert back.preview.remarks == said
    after = laid(back, files)["coordinators/ice.yaml"] or ""
    assert ("# Above." in after) == ("before" in beside)


def test_all_comments_that_go_are_counted() -> None:
    done = planned("appoint", None, **APPOINTED)
    files = {path: f"{text}" for path, text in laid(done).items()}
    for path, text in files.items():
        line = next(line for line in text.splitlines() if "2026-2027" in line or "number: 1" in line)
        files[path] = text.replace(line, f"{line}  # as told by telephone")
    back = planned("undo", files, **WHY, deeds=done_by(done, None))
    assert back.preview.remarks == ("2 comments beside what is taken out go too",)


MEETING = "registry/meetings/com-2025-06-03.yaml"
APPOINTED: dict[str, Any] = {"area": "ice", "term": "2026-2027", "decision": JUNE, "coordinators": ("XCC",)}


def test_a_meeting_that_the_act_put_on_record_is_marked_as_not_held() -> None:
    done = planned("appoint", None, **APPOINTED)
    back = undone(done, None)
    assert back.change.remarks == (
        "the meeting com-2025-06-03 was put on record by that act: it is marked as not held",
    )
    assert not breaches(back)
    kept = data(laid(back, laid(done)))[MEETING]
    assert less({MEETING: kept})[MEETING] == {"organ": "com", "date": "2025-06-03", "held": False}


def test_a_meeting_with_another_decision_stays_and_is_told_why() -> None:
    done = planned("appoint", None, **APPOINTED)
    files = laid(planned("decide", laid(done), decision="com-2025-06-03/2", text=("Thanks.",)), laid(done))
    asked = {**WHY, "deeds": done_by(done, None), "made": made_by(done, None)}
    back = planned("undo", files, **asked)
    assert back.change.remarks == (
        "the meeting com-2025-06-03, which that act put on record, stays there: decision 2 is in it",
    )
    assert "held" not in data(laid(back, files))[MEETING]


def test_a_meeting_of_which_more_was_recorded_stays_and_is_told_why() -> None:
    done = planned("appoint", None, **APPOINTED)
    asked = {"record": "com-2025-06-03", "fact": "chair", "value": "XAA", "why": "M.", "source": "L."}
    files = laid(planned("correct", laid(done), **asked), laid(done))
    back = planned("undo", files, **WHY, deeds=done_by(done, None), made=made_by(done, None))
    assert back.change.remarks == (
        "the meeting com-2025-06-03, which that act put on record, stays there: its chair was recorded since",
    )
    assert "held" not in data(laid(back, files))[MEETING]


def test_a_meeting_that_was_on_record_before_stays_as_it_was() -> None:
    files = meeting("com-2025-06-03", "number: 2, considers: charter")
    back = undone(planned("appoint", files, **APPOINTED), files)
    assert back.change.remarks == ()


def taken_up() -> tuple[dict[str, str | None], Planned]:
    """Give a register in which a meeting is marked as not held, and an act by a decision of it."""
    first = planned("appoint", None, **APPOINTED)
    files = laid(undone(first, None), laid(first))
    return files, planned("appoint", files, **APPOINTED)


def test_a_meeting_that_was_held_after_all_is_taken_up() -> None:
    files, again = taken_up()
    assert again.change.remarks == (
        "the meeting com-2025-06-03 was marked as not held; with this act it is on record as held again",
        "decision 1 of com-2025-06-03 is not on record yet: it is added",
    )
    assert not breaches(again)
    kept = data(laid(again, files))[MEETING]
    assert "held" not in kept
    assert kept["corrections"][-1] == {
        "what": "held", "was": False, "why": "A decision of it is on record.", "source": "decision com-2025-06-03/1"
    }  # fmt: skip


def test_a_paragraph_on_which_another_tenure_rests_stays_with_its_meeting() -> None:
    done = planned("appoint", None, **APPOINTED)
    helped = {**APPOINTED, "coordinators": (), "co_coordinators": ("XBB",)}
    files = laid(planned("appoint", laid(done), **helped), laid(done))
    asked = {**WHY, "deeds": done_by(done, None), "made": made_by(done, None)}
    back = planned("undo", files, **asked)
    assert not breaches(back)
    assert back.change.remarks == (
        "decision 1 of com-2025-06-03 stays on record: more rests on it than that act",
        "the meeting com-2025-06-03, which that act put on record, stays there: decision 1 is in it",
    )
    after = laid(back, files)
    assert data(after)[MEETING] == data(files)[MEETING]
    tenures = data(after)["registry/coordinators/ice.yaml"]["tenures"]
    assert [(t["state"], t["role"]) for t in tenures if t.get("decision") == JUNE] == [("XBB", "co-coordinator")]
    assert nothing(planned("undo", after, **asked))


@pytest.mark.parametrize("first", [True, False])
def test_a_post_goes_out_of_a_paragraph_that_stays_for_another(first: bool) -> None:
    done = planned("appoint", None, **APPOINTED)
    fish = {**APPOINTED, "area": "fish", "coordinators": ("XCC",), "replaces": ("XCC",)}
    later = planned("appoint", laid(done), **fish)
    files = laid(later, laid(done))
    taken, before = (done, None) if first else (later, laid(done))
    back = planned("undo", files, **WHY, deeds=done_by(taken, before), made=made_by(taken, before))
    assert not breaches(back)
    kept = data(laid(back, files))[MEETING]
    assert [d["appoints"] for d in kept["decisions"]] == [["fish"] if first else ["ice"]]
    assert [c["what"] for c in kept["corrections"]] == ["decisions"]


def test_a_post_stays_in_a_paragraph_where_a_later_act_rests_on_it() -> None:
    start = laid(planned("appoint", None, **APPOINTED))
    fish = {**APPOINTED, "area": "fish", "coordinators": ("XCC",), "replaces": ("XCC",)}
    done = planned("appoint", start, **fish)
    helped = {**APPOINTED, "area": "fish", "coordinators": (), "co_coordinators": ("XDD",)}
    files = laid(planned("appoint", laid(done, start), **helped), laid(done, start))
    back = planned("undo", files, **WHY, deeds=done_by(done, start))
    assert not breaches(back)
    assert data(laid(back, files))[MEETING] == data(files)[MEETING]


def test_an_act_that_took_a_meeting_up_is_undone() -> None:
    files, again = taken_up()
    after = laid(again, files)
    back = planned("undo", after, **{**WHY, "operation": "def456"}, deeds=done_by(again, files))
    assert not breaches(back)
    assert data(laid(back, after))[MEETING]["held"] is False


def test_a_meeting_that_was_taken_up_stays_with_a_decision_that_came_since() -> None:
    files, again = taken_up()
    after = laid(again, files)
    after = laid(planned("decide", after, decision="com-2025-06-03/2", text=("Thanks.",)), after)
    back = planned("undo", after, **{**WHY, "operation": "def456"}, deeds=done_by(again, files))
    assert not breaches(back)
    assert "held" not in data(laid(back, after))[MEETING]
    assert "stays there: decision 2 is in it" in back.change.remarks[0]


def test_what_stands_again_is_undone_again() -> None:
    done = planned("propose", None, area="people", notified="2025-03-01", coordinators=("XCC",))
    back = undone(done, None)
    undid = laid(back, laid(done))
    deeds_ = tuple(
        written(deed) for path in back.files for deed in deeds(path, data(laid(done))[path], data(undid)[path])
    )
    third = planned("undo", undid, operation="fed321", subject="Undo", deeds=deeds_, why="It was right.")
    files = laid(third, undid)
    again = planned("undo", files, **WHY, deeds=done_by(done, None), again="aaa111")
    assert "proposals" not in data(laid(again, files))["registry/coordinators/people.yaml"]
    assert data(laid(again, files))["registry/coordinators/people.yaml"]["corrections"][-1]["source"] == (
        "operation abc123, again after aaa111"
    )
    assert nothing(planned("undo", laid(again, files), **WHY, deeds=done_by(done, None), again="aaa111"))


@pytest.mark.parametrize("deed", [("number", None, "x"), ("number", "x", None), ("number", "x", "y")])
def test_a_deed_on_a_list_that_is_none_is_refused(deed: tuple[str, Any, Any]) -> None:
    key, was, now = deed
    text = written(Deed("registry/areas/ice.yaml", key, True, was, now))
    code, message, _ = acts.refusal("undo", None, **WHY, deeds=(text,))
    assert (code, message.partition(":")[0]) == (
        Exit.REFUSED, "registry/areas/ice.yaml is no longer as that act left it"
    )  # fmt: skip


def test_what_is_more_than_the_history_keeps_is_refused() -> None:
    done = planned("correct", None, record="ice", fact="number", value="3", why="M.", source="L.")
    files = laid(done)
    code, message, hint = acts.refusal("undo", files, **{**WHY, "why": "x" * 1_100_000}, deeds=done_by(done, None))
    assert (code, message.partition(": ")[0], hint) == (
        Exit.REFUSED, "this is too much for one act", "cicareg correct changes one fact at a time"
    )  # fmt: skip
