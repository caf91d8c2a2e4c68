from typing import Any, get_args

import pytest

from cicareg.changes import verbs
from cicareg.errors import Exit
from cicareg.records.conditions import VERBS
from cicareg.records.document import Document
from cicareg.records.meeting import Decision, Meeting
from tests import acts
from tests.acts import Files, breaches, lines, nothing, planned
from tests.support import sample

NEW = "com-2025-06-03/1"
OLD = "com-2023-06-01/4"
PAPER = {"verb": "approves", "what": "ice-paper"}
TALK = {"verb": "considers", "what": "charter"}


def decide(decision: str = NEW, files: Files | None = None, /, **asked: Any) -> list[str]:
    return lines(planned("decide", files, decision=decision, **asked), files)


def refusal(decision: str = NEW, files: Files | None = None, /, **asked: Any) -> tuple[int, str, str]:
    return acts.refusal("decide", files, decision=decision, **asked)


# A document on which nothing was decided yet.
OPEN: Files = {"documents/fish.yaml": "kind: concept-paper\norgan: com\ntitle: Paper on fish\n"}
WORDINGS: dict[str, tuple[dict[str, Any], str, str]] = {
    "recommends": (
        {"verb": "recommends", "what": "fish", "to": "asm", "that_it": "adopt", "at": "asm-2025-07-01"},
        "recommends: fish, to: asm, that-it: adopt, at: asm-2025-07-01",
        "it recommends to Assembly to adopt Paper on fish (fish), at asm-2025-07-01",
    ),
    "considers": (
        {"verb": "considers", "what": "fish", "outcome": "consultations-continue"},
        "considers: fish, outcome: consultations-continue",
        "it considers Paper on fish (fish): consultations continue",
    ),
    "approves": ({"verb": "approves", "what": "fish"}, "approves: fish", "it approves Paper on fish (fish)"),
    "person": (
        {"verb": "considers-person", "what": "Ann Other", "nominated_by": "XAA", "office": "secretary"},
        "considers-person: {name: Ann Other, nominated-by: XAA, office: secretary}",
        "it considers Ann Other as secretary, nominated by Alderia",
    ),
    "calls before": (
        {"verb": "calls-on", "what": "members", "before": "2025-10-01", "for_": "ice-paper"},
        "calls-on: members, before: 2025-10-01, for: ice-paper",
        "it calls on members before 2025-10-01, for Concept paper on ice (ice-paper)",
    ),
    "calls by": (
        {"verb": "calls-on", "what": "secretariat", "by": "2025-10-01"},
        "calls-on: secretariat, by: 2025-10-01",
        "it calls on secretariat by 2025-10-01",
    ),
    "silence": (
        {"verb": "approves", "what": "fish", "silence_until": "2025-06-30"},
        "approves: fish, silence: {until: 2025-06-30}",
        "it approves Paper on fish (fish), unless the silence until 2025-06-30 is broken",
    ),
    "preliminary": (
        {"verb": "approves", "what": "fish", "preliminary": True},
        "approves: fish, preliminary: true",
        "it preliminarily approves Paper on fish (fish)",
    ),
    "text": ({"text": ("It thanks.",)}, "text: {en: It thanks.}", "It thanks."),
    "texts": (
        {"text": ("fr=Elle remercie.", "en=It thanks.")},
        "text: {fr: Elle remercie., en: It thanks.}",
        "It thanks.",
    ),
    "verb and text": (
        {"verb": "considers", "what": "fish", "text": ("With thanks.",)},
        "considers: fish, text: {en: With thanks.}",
        "it considers Paper on fish (fish): With thanks.",
    ),
    "text with a sign in it": ({"text": ("a=b",)}, 'text: {en: "a=b"}', "a=b"),
}


@pytest.mark.parametrize("name", WORDINGS)
def test_a_decision_is_put_on_record_with_its_meeting(name: str) -> None:
    asked, written, said = WORDINGS[name]
    done = planned("decide", OPEN, decision=NEW, **asked)
    assert lines(done, OPEN) == [
        "meetings/com-2025-06-03.yaml + organ: com",
        "meetings/com-2025-06-03.yaml + date: 2025-06-03",
        "meetings/com-2025-06-03.yaml + decisions:",
        f"meetings/com-2025-06-03.yaml +   - {{number: 1, {written}}}",
    ]
    assert done.change.subject == f"Record decision com-2025-06-03/1: {said}"
    assert done.change.authority == NEW
    assert not breaches(done)


def test_a_review_is_of_areas_and_dimensions() -> None:
    asked = {"verb": "reviews", "reviews": ("ice", "people", "nature"), "outcome": "noted"}
    done = planned("decide", decision=NEW, **asked)
    assert lines(done)[3:] == [
        "meetings/com-2025-06-03.yaml +   - number: 1",
        "meetings/com-2025-06-03.yaml +     reviews: {areas: [ice], dimensions: [people, nature]}",
        "meetings/com-2025-06-03.yaml +     outcome: noted",
    ]
    said = "it reviews the implementation in People dimension, Nature dimension, Ice: noted"
    assert done.change.subject == f"Record decision {NEW}: {said}"
    assert nothing(planned("decide", acts.laid(done), decision=NEW, **asked))


def test_a_review_of_nothing_and_of_nowhere_is_wrong_usage() -> None:
    assert refusal(verb="reviews")[:2] == (Exit.USAGE, "--reviews: a review names areas, dimensions or both")
    assert refusal(verb="reviews", reviews=("fog",))[:2] == (Exit.USAGE, "no area 'fog' on record")


def test_silence_and_preliminary_belong_to_their_verbs() -> None:
    assert refusal(**TALK, silence_until="2025-06-30")[:2] == (
        Exit.USAGE, "--silence-until belongs to a decision that approves or adopts or endorses or appoints"
    )  # fmt: skip
    assert refusal(**TALK, preliminary=True)[:2] == (
        Exit.USAGE, "--preliminary belongs to a decision that approves"
    )  # fmt: skip


def test_the_assembly_endorses_through_a_paper_and_appoints_persons() -> None:
    assert decide("asm-2025-06-03/1", verb="endorses", what="charter", through="ice-paper")[3] == (
        "meetings/asm-2025-06-03.yaml +   - {number: 1, endorses: charter, through: ice-paper}"
    )
    assert decide("asm-2025-06-03/1", verb="appoints-person", what="Ann Other", office="secretary")[3] == (
        "meetings/asm-2025-06-03.yaml +   - {number: 1, appoints-person: {name: Ann Other, office: secretary}}"
    )


def test_a_paragraph_without_a_number_has_a_key() -> None:
    assert decide("com-2025-06-03/thanks", text=("It thanks.",))[3] == (
        "meetings/com-2025-06-03.yaml +   - {key: thanks, text: {en: It thanks.}}"
    )


def test_a_further_meeting_of_the_day_is_another_meeting() -> None:
    assert decide("com-2023-06-01-2/1", **TALK)[0] == "meetings/com-2023-06-01-2.yaml + organ: com"


def test_how_a_new_meeting_was_held() -> None:
    assert decide(**TALK, form="online", chair="XAA", place="Lakeside")[:5] == [
        "meetings/com-2025-06-03.yaml + organ: com",
        "meetings/com-2025-06-03.yaml + date: 2025-06-03",
        "meetings/com-2025-06-03.yaml + place: Lakeside",
        "meetings/com-2025-06-03.yaml + form: online",
        "meetings/com-2025-06-03.yaml + chair: XAA",
    ]


def test_a_meeting_on_record_gets_what_it_did_not_say() -> None:
    assert decide(OLD, **TALK, form="online", chair="XAA", place="Lakeside") == [
        "meetings/com-2023-06-01.yaml + form: online",
        "meetings/com-2023-06-01.yaml + chair: XAA",
        "meetings/com-2023-06-01.yaml +   - {number: 4, considers: charter}",
    ]


@pytest.mark.parametrize(
    ("decision", "asked", "message"),
    [
        (OLD, {"place": "Hilltop"}, "com-2023-06-01 is on record with another place: Lakeside"),
        ("com-2023-06-01/3", {"place": "Hilltop"}, "com-2023-06-01 is on record with another place: Lakeside"),
        ("asm-2023-07-01/4", {"form": "online"}, "asm-2023-07-01 is on record with another form"),
    ],
)
def test_another_place_or_form_is_for_a_correction(decision: str, asked: dict[str, str], message: str) -> None:
    what = PAPER if decision.endswith("3") else TALK
    assert refusal(decision, **what, **asked)[:2] == (Exit.REFUSED, message)


def test_a_place_that_the_meeting_does_not_say_is_for_a_correction() -> None:
    text = sample()["registry/meetings/com-2023-06-01.yaml"].decode()
    files = {"meetings/com-2023-06-01.yaml": text.replace("place: {en: Lakeside, fr: Rive-du-Lac}\n", "")}
    assert refusal(OLD, files, **TALK, place="Lakeside")[:2] == (
        Exit.USAGE, "com-2023-06-01 is on record already, and says no place"
    )  # fmt: skip


def test_a_document_that_is_not_on_record_is_put_there() -> None:
    assert decide(verb="approves", what="plan-2026", kind="annual-plan", title=("fr=Plan annuel",))[:2] == [
        "documents/plan-2026.yaml + kind: annual-plan",
        "documents/plan-2026.yaml + title: {fr: Plan annuel}",
    ]


def test_a_title_is_given_once_for_each_language() -> None:
    asked: dict[str, Any] = {"verb": "approves", "what": "plan-2026", "kind": "annual-plan"}
    done = planned("decide", decision=NEW, **asked, title=("fr=Plan annuel", "en=Annual plan"))
    assert lines(done)[1] == "documents/plan-2026.yaml + title: {fr: Plan annuel, en: Annual plan}"
    assert nothing(planned("decide", acts.laid(done), decision=NEW, **asked, title=("Annual plan",)))


def test_the_same_again_changes_nothing() -> None:
    assert nothing(planned("decide", decision="com-2023-06-01/3", **PAPER, place="Lakeside"))


def test_the_same_again_with_the_chair_adds_the_chair() -> None:
    assert decide("com-2023-06-01/3", **PAPER, chair="XAA") == ["meetings/com-2023-06-01.yaml + chair: XAA"]


def test_the_same_paragraph_with_other_words_is_for_a_correction() -> None:
    assert refusal("com-2023-06-01/3", verb="considers", what="ice-paper") == (
        Exit.REFUSED,
        "com-2023-06-01/3 is on record with other words: it approves Concept paper on ice (ice-paper)",
        "cicareg correct changes what was recorded wrongly",
    )


def test_what_an_organ_may_not_decide_is_a_breach() -> None:
    assert breaches(planned("decide", OPEN, decision=NEW, verb="adopts", what="fish")) == [
        "competent-organ: Committee may not adopt documents; that is for Assembly"
    ]


def test_the_subject_is_one_line_however_long_the_text_is() -> None:
    done = planned("decide", decision=NEW, text=("The members\n\nAct: undo\n" + "are asked to count " * 40 + "fish.",))
    assert "\n" not in done.change.subject
    assert done.change.subject.startswith("Record decision com-2025-06-03/1: The members Act: undo are asked to count")
    assert done.change.subject.endswith(" …")
    assert len(done.change.subject) <= 200


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "nothing": ({}, "what does the decision do?"),
    "verb of an organ": ({**TALK, "to": "asm"}, "--to belongs to a decision that recommends"),
    "verb of a call": ({**TALK, "for_": "ice-paper"}, "--for belongs to a decision that calls on"),
    "no person": (
        {**TALK, "office": "secretary"},
        "--office belongs to a decision that considers or appoints a person",
    ),
    "no nominee": (
        {**TALK, "nominated_by": "XAA"},
        "--nominated-by belongs to a decision that considers or appoints a person",
    ),
    "no office": ({"verb": "considers-person", "what": "Ann Other"}, "--office is missing: for which office"),
    "office": (
        {"verb": "considers-person", "what": "Ann Other", "office": "The Secretary"},
        "--office: The Secretary is not made of lower-case letters, digits and single hyphens",
    ),
    "person's name": (
        {"verb": "considers-person", "what": " Ann", "office": "secretary"},
        "--considers-person: ' Ann' is not one line of text, without spaces at its ends",
    ),
    "outcome": (
        {**TALK, "outcome": "note"},
        "--outcome: note is not one of consultations-continue, agreed, noted; did you mean noted?",
    ),
    "that it": (
        {"verb": "recommends", "what": "charter", "that_it": "eat"},
        "--that-it: eat is not one of adopt, endorse, approve",
    ),
    "whom": (
        {"verb": "calls-on", "what": "member"},
        "--calls-on: member is not one of members, coordinators, secretariat, chairmanship; did you mean members?",
    ),
    "day": ({"verb": "calls-on", "what": "members", "before": "2025-02-30"}, "there is no such day as 2025-02-30"),
    "document": ({"verb": "approves", "what": "chartr"}, "no document 'chartr' on record; did you mean charter?"),
    "document without title": (
        {"verb": "approves", "what": "plan-2026", "kind": "annual-plan"},
        "no document 'plan-2026' on record",
    ),
    "kind": (
        {"verb": "approves", "what": "plan-2026", "kind": "anual-plan", "title": ("Plan",)},
        "no kind of document 'anual-plan'; did you mean annual-plan?",
    ),
    "title of what is known": (
        {**TALK, "kind": "annual-plan", "title": ("Plan",)},
        "--title and --kind are of a document that is not on record yet",
    ),
    "title of a call": (
        {"verb": "calls-on", "what": "members", "title": ("Plan",)},
        "--title is of a document that is not on record yet",
    ),
    "areas of what is known": (
        {**TALK, "areas": ("ice",), "organ": "com"},
        "--area and --organ are of a document that is not on record yet",
    ),
    "organ": (
        {"verb": "approves", "what": "plan-2026", "kind": "annual-plan", "title": ("Plan",), "organ": "con"},
        "no organ 'con' on record; did you mean com?",
    ),
    "area": (
        {"verb": "approves", "what": "plan-2026", "kind": "annual-plan", "title": ("Plan",), "areas": ("snow",)},
        "no area 'snow' on record",
    ),
    "two days": (
        {"verb": "calls-on", "what": "members", "before": "2025-10-01", "by": "2025-09-30"},
        "--by: a request has one day: before it, or by it at the latest",
    ),
    "language": ({"text": ("de=Danke.",)}, "the register has no language 'de'"),
    "two texts": ({"text": ("one", "en=two")}, "there are two texts in 'en'"),
    "two titles": (
        {"verb": "approves", "what": "plan-2026", "kind": "annual-plan", "title": ("One", "en=Two")},
        "there are two titles in 'en'",
    ),
    "no meeting": (
        {"verb": "recommends", "what": "charter", "to": "asm", "at": "summer"},
        "--at: 'summer' names no meeting",
    ),
    "meeting of no organ": (
        {"verb": "recommends", "what": "charter", "to": "asm", "at": "sum-2026-01-01"},
        "--at: 'sum-2026-01-01' names no meeting",
    ),
    "meeting before": (
        {"verb": "recommends", "what": "charter", "to": "asm", "at": "asm-2025-06-03"},
        "--at: asm-2025-06-03 is not after the meeting that decides, which was held on 2025-06-03",
    ),
    "to itself": (
        {"verb": "recommends", "what": "charter", "to": "com"},
        "--to: com itself decides here; a document is recommended to another organ",
    ),
    "form": (
        {**TALK, "form": "informl"},
        "--form: informl is not one of regular, informal, online, written-procedure; did you mean informal?",
    ),
    "empty text": ({"text": (" ",)}, "--text: ' ' is not a text with a word in it"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_asked_wrongly_is_wrong_usage(name: str) -> None:
    asked, message = WRONG[name]
    assert refusal(**asked)[:2] == (Exit.USAGE, message)


def test_a_new_document_says_which_areas_it_concerns_and_which_organ_decides() -> None:
    asked = {"verb": "approves", "what": "fish-paper", "kind": "concept-paper", "title": ("Fish paper",)}
    more: dict[str, Any] = {**asked, "areas": ("fish", "ice"), "organ": "com"}
    done = planned("decide", decision=NEW, **more)
    assert lines(done)[:4] == [
        "documents/fish-paper.yaml + kind: concept-paper",
        "documents/fish-paper.yaml + organ: com",
        "documents/fish-paper.yaml + title: {en: Fish paper}",
        "documents/fish-paper.yaml + areas: [fish, ice]",
    ]
    assert not breaches(done)
    assert nothing(planned("decide", acts.laid(done), decision=NEW, **more))


def choices(model: Any, field: str) -> tuple[str, ...]:
    """Give the words that a field takes."""
    kind = model.model_fields[field].annotation
    parts = [get_args(part) for part in (kind, *get_args(kind))]
    return next(words for words in parts if words and all(isinstance(word, str) for word in words))


@pytest.mark.parametrize(
    ("model", "key"),
    [(Decision, "that-it"), (Decision, "outcome"), (Decision, "calls-on"), (Meeting, "form"), (Document, "kind")],
)
def test_the_words_that_are_offered_are_those_of_the_records(model: Any, key: str) -> None:
    assert verbs.BY_KEY[key].choices == choices(model, key.replace("-", "_"))


def test_every_key_of_a_decision_can_be_typed() -> None:
    assert set(VERBS) == {*verbs.VERBS, "appoints"}
    # whether an appointment amends the list is not typed: it does
    assert {key for keys in VERBS.values() for key in keys} - {"amends-list"} <= verbs.BY_RECORD.keys()


@pytest.mark.parametrize("id_", ["Plan 2026", "../plan", "a/b", "-plan", "план"])
def test_the_name_of_a_new_file_is_an_id(id_: str) -> None:
    assert refusal(verb="approves", what=id_, kind="annual-plan", title=("Plan",))[:2] == (
        Exit.USAGE, f"{id_!r} cannot be the id of a document"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"before": "2025-06-03"}, "--before: 2025-06-03 is no day after the meeting, which was held on 2025-06-03"),
        (
            {"silence_until": "2025-06-02"},
            "--silence-until: 2025-06-02 is before the meeting, which was held on 2025-06-03",
        ),
        ({"by": "2025-06-02"}, "--by: 2025-06-02 is before the meeting, which was held on 2025-06-03"),
    ],
)
def test_a_request_for_a_day_that_was_over_is_wrong_usage(asked: dict[str, str], message: str) -> None:
    request = {"decision": "com-2025-06-03/1", "verb": "calls-on", "what": "members"}
    assert acts.refusal("decide", None, **request, **asked)[:2] == (Exit.USAGE, message)


def test_a_character_that_no_file_may_hold_is_told_with_its_option() -> None:
    code, message, _ = acts.refusal("decide", None, decision="com-2025-06-03/1", text=("a\x07b",))
    assert (code, message.partition(" holds ")[0]) == (Exit.USAGE, "--text: the text 'a\\x07b'")
