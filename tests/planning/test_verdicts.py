"""What the rules say of an act: which are named, in which order, and how to go on."""

from typing import Any

import pytest

from cicareg.planning.state import State
from cicareg.planning.verdicts import elsewhere, verdicts
from tests.acts import Files, judged, laid, planned
from tests.rules.overlays import holders, meeting
from tests.support import check, loaded, sample

ASKED: dict[str, Any] = {
    "area": "ice", "term": "2026-2027", "decision": "com-2025-06-03/1", "coordinators": ("XCC",)
}  # fmt: skip
SHORT = {**ASKED, "term": "2026-01/2026-12"}
FISH = "state: XBB, role: coordinator, term: 2024-2025, listed: com-2023-06-01"


def state(files: Files | None = None) -> State:
    found = loaded(files)
    return State(found.registry, check(found))


def softer(rule: str, was: str, strength: str) -> Files:
    """Let a demand of the charter have another strength."""
    text = sample()["registry/law/charter.yaml"].decode()
    assert f"{{id: {rule}, strength: {was}," in text
    return {"law/charter.yaml": text.replace(f"{{id: {rule}, strength: {was},", f"{{id: {rule}, strength: {strength},")}


def test_rules_on_a_paragraph_are_all_named_in_the_order_of_the_law() -> None:
    shown = planned("appoint", **ASKED).preview
    assert [(v.cites.paragraph if v.cites else "", v.rule) for v in shown.verdicts] == [
        ("1", "appointing-decision"), ("1", "decided-before-start"), ("1", "one-coordinator"),
        ("2", "notified-before-approval"), ("3", "minimum-tenure"), ("4", "extension-request"),
        ("4", "termination-notice"), ("5", "acting-coordinator"), ("6", "concept-paper-approval"),
    ]  # fmt: skip
    assert set(judged(planned("appoint", **ASKED, notified="2025-05-01")).values()) == {"in order"}
    assert shown.order > 5  # rules of good order, counted only


def test_a_notice_that_is_not_on_record_is_never_in_order() -> None:
    new = {v.rule: v for v in planned("appoint", **ASKED).preview.verdicts}
    assert new["notified-before-approval"][1:4:2] == (
        "note", ("the day on which Corvania gave notice is not on record",)
    )  # fmt: skip
    assert new["extension-request"].judged == "in order"
    asked = {"area": "ice", "state": "XAA", "term": "2026-2027", "decision": "com-2025-06-03/1"}
    later = {v.rule: v for v in planned("extend", **asked).preview.verdicts}
    assert later["extension-request"][1:4:2] == (
        "note", ("the day on which Alderia asked for its extension is not on record",)
    )  # fmt: skip
    told = judged(planned("extend", **asked, notified="2025-05-01"))
    assert (told["extension-request"], told["notified-before-approval"]) == ("in order", "in order")


def test_paragraphs_are_in_the_order_of_numbers_not_of_letters() -> None:
    text = sample()["registry/law/charter.yaml"].decode().replace('"2":', '"10":')
    top = sample()["registry/registry.yaml"].decode().replace("charter/2/notice", "charter/10/notice")
    shown = planned("appoint", {"law/charter.yaml": text, "registry.yaml": top}, **ASKED).preview
    numbers = [v.cites.paragraph for v in shown.verdicts if v.cites]
    assert numbers == ["1", "1", "1", "3", "4", "4", "5", "6", "10"]


def test_rules_of_good_order_are_named_where_they_find_something_and_last() -> None:
    shown = planned("appoint", **{**ASKED, "replaces": ("XDD",)}).preview
    assert (shown.verdicts[-1].rule, shown.verdicts[-1].cites) == ("replaces-match", None)
    assert shown.order == planned("appoint", **ASKED).preview.order - 1


def test_only_rules_on_what_the_act_touches_are_asked() -> None:
    rules = judged(planned("decide", decision="com-2025-06-03/1", verb="considers", what="charter"))
    assert "concept-paper-approval" in rules
    assert "minimum-tenure" not in rules


def test_what_reading_reports_is_a_verdict_too() -> None:
    done = planned("appoint", **{**ASKED, "coordinators": ("XZZ",)})
    (verdict,) = done.preview.breaches
    assert (verdict.rule, verdict.messages) == ("reference", ("no state XZZ on record",))
    assert verdict.way_out == "it cannot be departed from; cicareg explain reference says how to mend it"


def test_a_departure_covers_a_breach_and_gives_its_reason() -> None:
    done = planned("appoint", **SHORT, departures=("minimum-tenure=It was a trial.",))
    (verdict,) = [v for v in done.preview.verdicts if v.rule == "minimum-tenure"]
    assert verdict.judged == "departure"
    assert verdict.messages == (
        "the tenure of Corvania, 2026-01-01 to 2026-12-31, is shorter than 2 years — It was a trial.",
    )
    assert verdict.way_out == ""


def test_several_departures_at_once() -> None:
    asked = {**ASKED, "term": "2025-07/2025-12"}
    assert sorted(v.rule for v in planned("appoint", **asked).preview.breaches) == ["minimum-tenure", "one-coordinator"]
    one = planned("appoint", **asked, departures=("minimum-tenure=Short.",))
    assert [v.rule for v in one.preview.breaches] == ["one-coordinator"]
    both = planned("appoint", **asked, departures=("minimum-tenure=Short.", "one-coordinator=Two."))
    assert not both.preview.breaches
    assert both.change.departures == ("minimum-tenure: Short.", "one-coordinator: Two.")


def test_a_departure_from_nothing_is_a_breach() -> None:
    done = planned("appoint", **ASKED, departures=("minimum-tenure=It was a trial.",))
    assert [v.rule for v in done.preview.breaches] == ["departure-matches"]


WAYS: dict[str, tuple[str, Files, dict[str, Any], str]] = {
    "soft": ("appoint", {}, SHORT, 'if the organ knowingly departed from it: --departure minimum-tenure="the reason"'),
    "binding": ("appoint", softer("two-years", "recommended", "shall"), SHORT,
                "it cannot be departed from; cicareg explain minimum-tenure says how to mend it"),
    "another role": ("appoint", {}, {**ASKED, "area": "fish"},
                     "if the state leaves its other role by this: --replaces, with its code"),
    "soft, where none can be asked for": (
        "correct", {}, {"record": "ice", "fact": "tenures/1/term", "value": "2024-2024", "why": "M.", "source": "L."},
        "cicareg explain minimum-tenure says how to mend it"),
    "another role, where none can be asked for": (
        "correct", {}, {"record": "fish", "fact": "tenures/2/state", "value": "XBB", "why": "M.", "source": "L."},
        "it cannot be departed from; cicareg explain one-role says how to mend it"),
}  # fmt: skip


@pytest.mark.parametrize("name", WAYS)
def test_a_breach_says_how_to_go_on_as_far_as_the_act_can(name: str) -> None:
    act, files, asked, way = WAYS[name]
    (verdict,) = planned(act, files, **asked).preview.breaches
    assert verdict.way_out == way


def test_the_worst_that_a_rule_finds_is_its_verdict() -> None:
    asked = {**ASKED, "coordinators": ("XCC",), "co_coordinators": ("XBB",), "term": "2025-01/2025-06"}
    done = planned("appoint", **asked, departures=("one-coordinator=Two.", "minimum-tenure=Short."))
    assert judged(done)["decided-before-start"] == "warning"
    assert len(next(v.messages for v in done.preview.verdicts if v.rule == "decided-before-start")) == 2


def test_errors_of_before_are_counted_and_no_verdict() -> None:
    files = {
        **holders("ice", "state: XAA, role: coordinator, term: 2024-01/2024-06, decision: com-2023-06-01/1"),
        **holders("fish", "state: XZZ, role: coordinator, listed: com-2023-06-01"),
    }
    done = planned("appoint", files, **ASKED)
    assert judged(done)["minimum-tenure"] == "in order"
    assert (done.preview.standing, done.preview.breaches) == (2, ())


def test_an_error_that_the_act_mends_is_no_error_of_before() -> None:
    files = holders("ice", "state: XAA, role: coordinator, term: 2024-01/2024-06, decision: com-2023-06-01/1")
    done = planned("correct", files, record="ice", fact="tenures/1/term", value="2024-2025", why="M.", source="L.")
    assert done.preview.standing == 0
    assert done.preview.elsewhere == (
        "no longer: registry/coordinators/ice.yaml: breach minimum-tenure: "
        "the tenure of Alderia, 2024-01-01 to 2024-06-30, is shorter than 2 years",
    )


def test_an_equal_error_that_the_act_adds_is_its_own() -> None:
    """Two tenures of one state may err in the same words: the second error is new."""
    files = holders("ice", "state: XCC, role: co-coordinator, term: 2022-01/2022-06, source: letters 3")
    asked = {**ASKED, "coordinators": (), "co_coordinators": ("XCC",), "term": "2026-01/2026-06"}
    assert [v.rule for v in planned("appoint", files, **asked).preview.breaches] == ["minimum-tenure"]


def test_what_an_act_breaks_in_other_files_is_said_and_forbids_it() -> None:
    files = holders("people", "state: XBB, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1") | meeting(
        "com-2025-06-03", "number: 1, appoints: [people]"
    )
    done = planned(
        "correct", files, record="com-2025-06-03", fact="decisions/1/appoints", value="[ice]", why="M.", source="L."
    )
    assert not done.preview.breaches
    assert done.preview.broken == ("appointing-decision",)
    assert "registry/coordinators/people.yaml:2:64: breach appointing-decision: " in done.preview.elsewhere[0]


def test_notes_elsewhere_are_not_worth_a_line() -> None:
    done = planned("decide", decision="com-2025-06-03/7", verb="considers", what="charter")
    assert done.preview.elsewhere == ()


def test_what_is_found_elsewhere_leaves_out_the_files_of_the_act() -> None:
    before, after = (
        state(),
        state({"coordinators/ice.yaml": "tenures: 1\n", **holders("fish", FISH.replace("2025", "2024"))}),
    )
    rules = {finding.place.path for finding in elsewhere(before, after, ["registry/coordinators/ice.yaml"])}
    assert rules == {"registry/coordinators/fish.yaml"}


def test_of_no_file_no_rule_is_asked() -> None:
    assert verdicts(state(), state(), (), ()) == ((), 0)


def test_missing_consents_name_the_option() -> None:
    vacant = holders("fish", *(f"state: {c}, role: co-coordinator, listed: com-2023-06-01" for c in ("XBB", "XCC")))
    (verdict,) = planned("act", vacant, area="fish", state="XBB", from_="2024-03-01").preview.breaches
    assert verdict.way_out == "if they consented: --consent, with the code of each"
    (verdict,) = planned("act", area="fish", state="XCC", from_="2024-03-01", consent=("XAA",)).preview.breaches
    assert verdict.way_out.startswith("it cannot be departed from")


def test_a_rule_that_was_departed_from_before_is_not_in_order() -> None:
    departed = {**SHORT, "departures": ("minimum-tenure=A trial.",), "notified": "2025-05-01"}
    files = laid(planned("appoint", **departed))
    asked = {"area": "ice", "state": "XBB", "on": "2025-03-31", "notified": "2025-03-01", "reason": "R."}
    (found,) = [v for v in planned("terminate", files, **asked).preview.verdicts if v.rule == "minimum-tenure"]
    assert (found.judged, found.messages, found.way_out) == (
        "departure", ("departed from by decision com-2025-06-03/1: A trial.",), ""
    )  # fmt: skip


def test_a_departure_of_before_is_told_once_of_a_proposal() -> None:
    departed = {**SHORT, "departures": ("minimum-tenure=A trial.",), "notified": "2025-05-01"}
    files = laid(planned("appoint", **departed))
    asked = {"area": "ice", "notified": "2026-03-01", "co_coordinators": ("XBB",), "term": "2027-2028"}
    shown = planned("propose", files, **asked).preview
    assert "minimum-tenure" not in {v.rule for v in shown.verdicts}
    assert [v.judged for v in shown.supposed if v.rule == "minimum-tenure"] == ["departure"]
