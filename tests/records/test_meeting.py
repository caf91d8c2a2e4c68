"""meetings/*.yaml: a decision has one verb, what belongs to it, and a number or key."""

import pytest

from cicareg.records.conditions import VERBS
from cicareg.records.meeting import Decision
from tests.records.cases import findings

VERB_KEYS = ", ".join(VERBS)


@pytest.mark.parametrize(
    ("decision", "found"),
    [
        pytest.param("{number: 1, approves: charter}", [], id="number"),
        pytest.param("{key: a, approves: charter}", [], id="key"),
        pytest.param("{number: 1, text: Thanks.}", [], id="text-only"),
        pytest.param(
            "{number: 1, approves: charter, text: 'Two\n\n      lines.'}", ["5:5 error: SEVERAL"], id="text-of-lines"
        ),
        pytest.param(
            "{approves: charter}",
            ["5:5 error: a decision has a number, or a key where no number is known"],
            id="neither-number-nor-key",
        ),
        pytest.param(
            "{number: 1, key: a, approves: charter}",
            ["5:5 error: a decision has a number, or a key where no number is known"],
            id="number-and-key",
        ),
        pytest.param(
            "{number: 1}", [f"5:5 error: a decision needs a verb ({VERB_KEYS}) or a text"], id="neither-verb-nor-text"
        ),
        pytest.param(
            "{number: 1, adopts: charter, approves: charter}",
            ["5:17 error: a decision has one verb, here are approves and adopts"],
            id="two-verbs",
        ),
        pytest.param(
            "{number: 1, endorses: charter, adopts: charter, considers: charter}",
            ["5:36 error: a decision has one verb, here are considers and adopts and endorses"],
            id="three-verbs",
        ),
        pytest.param(
            "{number: 1, appoints: [], approves: charter}", ["5:27 error: nothing is listed here"], id="appoints-nobody"
        ),
        pytest.param(
            "{number: 1, approves: charter, outcome: noted}",
            ["5:36 error: outcome does not belong to approves"],
            id="outcome-of-another-verb",
        ),
        pytest.param(
            "{number: 1, text: x, by: 2023-10-01}",
            ["5:26 error: by does not belong to a text"],
            id="deadline-of-a-text",
        ),
        pytest.param(
            "{number: 1, appoints: [ice], to: asm}", ["5:34 error: to does not belong to appoints"], id="to-whom"
        ),
        pytest.param(
            "{number: 1, approves: charter, amends-list: false}",
            ["5:36 error: amends-list does not belong to approves"],
            id="false-is-said-too",
        ),
        pytest.param(
            "{number: 1, approves: charter, that-it: adopts}",
            ["5:45 error: adopts is not one of adopt, endorse, approve; did you mean adopt?"],
            id="that-it-misspelt",
        ),
        pytest.param(
            "{number: 1, considers: charter, outcome: consultations continue}",
            [
                "5:46 error: consultations continue is not one of consultations-continue, agreed, noted; "
                "did you mean consultations-continue?"
            ],
            id="outcome-with-a-space",
        ),
        pytest.param(
            "{number: 1, calls-on: member, before: 2023-10-01}",
            [
                "5:27 error: member is not one of members, coordinators, secretariat, chairmanship; "
                "did you mean members?"
            ],
            id="member",
        ),
        pytest.param(
            "{number: 1, calls-on: members, before: 2023-10-01, by: 2023-09-30}",
            ["5:56 error: a request has one day: before it, or by it at the latest"],
            id="two-deadlines",
        ),
        pytest.param(
            "{number: 1, calls-on: members, before: 2023-09-31}",
            ["5:44 error: there is no such day as 2023-09-31"],
            id="31-september",
        ),
        pytest.param(
            "{number: one, approves: charter}", ["5:14 error: a whole number is wanted, not one"], id="number-in-words"
        ),
        pytest.param(
            '{number: "4", approves: charter}',
            ["5:14 error: a whole number is wanted, not 4: take its quotes away"],
            id="number-in-quotes",
        ),
        pytest.param(
            "{number: 4.1, approves: charter}",
            [
                "5:14 error: a whole number is wanted, not 4.1",
            ],
            id="number-with-a-point",
        ),
        pytest.param(
            "{key: Road Map, approves: charter}",
            ["5:11 error: Road Map is not made of lower-case letters, digits and single hyphens"],
            id="key-is-no-id",
        ),
        pytest.param(
            "{number: 1, recomends: charter}",
            ["5:17 error: unknown key recomends; did you mean recommends?"],
            id="verb-misspelt",
        ),
        pytest.param(
            "{number: 1, appoints: ice}", ["5:27 error: a list is wanted, not ice"], id="one-area-is-a-list-too"
        ),
        pytest.param(
            "{number: 1, appoints-person: {name: Ada, ofice: secretary}}",
            ["5:34 error: the key office is missing", "5:46 error: unknown key ofice; did you mean office?"],
            id="person",
        ),
        pytest.param("{number: 1, approves: charter, silence: {until: 2023-06-02}}", [], id="silence-of-a-day"),
        pytest.param(
            "{number: 1, approves: charter, silence: {until: 2023-06-20, broken: 2023-06-21}}",
            ["5:65 error: the silence ended on 2023-06-20: nobody can break it on 2023-06-21"],
            id="silence-broken-too-late",
        ),
        pytest.param(
            "{number: 1, approves: charter, silence: {until: 2023-06-01}}",
            ["5:46 error: the silence cannot end before the decision of 2023-06-02"],
            id="silence-that-is-over",
        ),
        pytest.param(
            "{number: 1, approves: charter, silence: {until: 2023-06-20, broken: 2023-06-01}}",
            ["5:65 error: the silence cannot end before the decision of 2023-06-02"],
            id="silence-broken-too-early",
        ),
        pytest.param(
            "{number: 1, considers: charter, silence: {until: 2023-06-20}}",
            ["5:37 error: silence does not belong to considers"],
            id="silence-of-another-verb",
        ),
        pytest.param(
            "{number: 1, adopts: charter, preliminary: true}",
            ["5:34 error: preliminary does not belong to adopts"],
            id="adopted-is-adopted",
        ),
        pytest.param("{number: 1, reviews: {dimensions: [people]}, outcome: agreed}", [], id="review"),
        pytest.param(
            "{number: 1, reviews: {}}", ["5:26 error: a review names areas, dimensions or both"], id="review-of-nothing"
        ),
        pytest.param("{number: 1, text: {en: x, fr: y}, unofficial: [fr]}", [], id="our-wording"),
        pytest.param(
            "{number: 1, approves: charter, unofficial: [en]}",
            ["5:36 error: unofficial tells of languages of the text, and there is none"],
            id="our-wording-of-nothing",
        ),
        pytest.param("[number, 1]", ["5:5 error: a mapping (key: value) is wanted, not a list"], id="list"),
        pytest.param("approves", ["5:5 error: a mapping (key: value) is wanted, not approves"], id="word"),
    ],
)
def test_decision(decision: str, found: list[str]) -> None:
    text = f"organ: com\ndate: 2023-06-02\nplace: Lakeside\ndecisions:\n  - {decision}\n"
    several = "a {…} or […] runs over several lines: put it on one line or one field a line"
    expected = [f"meetings/com-2023-06-02.yaml:{line.replace('SEVERAL', several)}" for line in found]
    assert findings({"meetings/com-2023-06-02.yaml": text}) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("organ: com\ndate: 2023-06-02\n", [], id="shortest"),
        pytest.param("organ: com\n", ["1:1 error: the key date is missing"], id="no-day"),
        pytest.param("date: 2023-06-02\n", ["1:1 error: the key organ is missing"], id="no-organ"),
        pytest.param(
            "organ: com\ndate: 2023-06-02\nform: on-line\n",
            ["3:7 error: on-line is not one of regular, informal, online, written-procedure; did you mean online?"],
            id="form",
        ),
        pytest.param("organ: com\ndate: 2023-06-02\nform: written-procedure\n", [], id="written-procedure"),
        pytest.param("organ: com\ndate: 2023-06-02\nbegan: 2023-06-01\n", [], id="two-days"),
        pytest.param(
            "organ: com\ndate: 2023-06-02\nbegan: 2023-06-02\n",
            ["3:1 error: the meeting cannot have begun on 2023-06-02: it ended on 2023-06-02"],
            id="began-when-it-ended",
        ),
        pytest.param(
            "organ: com\ndate: 2023-06-02\nlist: true\n", ["3:7 error: true is not one of annexed"], id="list-is-a-word"
        ),
        pytest.param("organ: com\ndate: 2023-06-02\nheld: false\nform: online\n", [], id="not-held"),
        pytest.param(
            "organ: com\ndate: 2023-06-02\nheld: false\nlist: annexed\n",
            ["4:1 error: a meeting that was not held has no decisions and no list"],
            id="list-of-no-meeting",
        ),
        pytest.param(
            "organ: com\ndate: 2023-06-02\nheld: false\ndecisions:\n  - {number: 1, approves: charter}\n",
            ["4:1 error: a meeting that was not held has no decisions and no list"],
            id="decisions-of-no-meeting",
        ),
        pytest.param(
            "organ: com\ndate: 2023-06-02\nlist:\n",
            ["3:1 error: the key list has no value: fill it in or take it away"],
            id="list-not-filled-in",
        ),
        pytest.param(
            "organ: com\ndate: 2023-06-02\nplace: {en: 5}\n",
            ['3:13 error: a text is wanted, not 5: put it in quotes, "5"'],
            id="place-is-a-number",
        ),
        pytest.param(
            "organ: com\ndate: 2023-06-02\nagenda:\n  - {title: Ice, areas: [ice], review: true}\n", [], id="to-come"
        ),
        pytest.param(
            "organ: com\ndate: 2023-06-02\nagenda:\n  - {title: Ice, review: true}\n",
            ["4:18 error: a review is one of areas or dimensions: name them"],
            id="review-of-nothing-named",
        ),
        pytest.param(
            "organ: com\ndate: 2023-06-02\ndecisions: {number: 1, text: x}\n",
            ["3:12 error: a list is wanted, not a mapping"],
            id="one-decision",
        ),
    ],
)
def test_meeting(text: str, found: list[str]) -> None:
    lines = findings({"meetings/com-2023-06-02.yaml": text})
    assert lines == [f"meetings/com-2023-06-02.yaml:{line}" for line in found]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_takes_its_own_companions_and_refuses_the_others(verb: str) -> None:
    values = {
        **dict.fromkeys(VERBS, "x"),
        **dict.fromkeys(("to", "at", "through", "for"), "x"),
        "appoints": ["x"],
        "reviews": {"areas": ["x"]},
        "calls-on": "members",
        "that-it": "adopt",
        "outcome": "noted",
        "amends-list": True,
        "considers-person": {"name": "Ada", "office": "secretary"},
        "appoints-person": {"name": "Ada", "office": "secretary"},
        **dict.fromkeys(("before", "by"), "2023-10-01"),
        "silence": {"until": "2023-10-01"},
        "preliminary": True,
    }
    keys = [key for key in VERBS[verb] if key != "by"]  # a request has one day only
    own = Decision.model_validate({"number": 1, verb: values[verb], **{key: values[key] for key in keys}})
    assert own.verb == verb
    for companion in {key for keys in VERBS.values() for key in keys} - set(VERBS[verb]):
        data = {"number": 1, verb: values[verb], companion: values[companion]}
        with pytest.raises(ValueError, match=f"{companion} does not belong to {verb}"):
            Decision.model_validate(data)


def test_a_decision_is_cited_by_its_number_else_its_key() -> None:
    assert Decision.model_validate({"number": 4, "text": "x"}).label == "4"
    assert Decision.model_validate({"key": "road-map", "text": "x"}).label == "road-map"


@pytest.mark.parametrize(
    ("data", "document"),
    [
        *(({verb: "charter"}, "charter") for verb in ("recommends", "considers", "approves", "adopts", "endorses")),
        ({"appoints": ["ice"]}, None),
        ({"text": "x"}, None),
        ({"calls-on": "members", "for": "charter"}, None),
    ],
)
def test_the_document_of_a_decision_is_that_of_its_verb(data: dict[str, object], document: str | None) -> None:
    assert Decision.model_validate({"number": 1, **data}).document == document


def test_the_verb_of_a_decision_is_its_key_in_the_file() -> None:
    assert Decision.model_validate({"number": 1, "calls-on": "members", "for": "charter"}).verb == "calls-on"
    assert Decision.model_validate({"number": 1, "text": "x"}).verb == ""
