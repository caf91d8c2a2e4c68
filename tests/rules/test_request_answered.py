"""What answers requests."""

import pytest

from tests.rules.overlays import Files, meeting
from tests.support import found

RULE = "request-answered"
CALLS = meeting(
    "com-2024-05-01",
    "number: 1, calls-on: members, by: 2024-06-01",
    "number: 2, calls-on: coordinators, by: 2024-06-01",
    "number: 3, calls-on: secretariat",
    "number: 4, calls-on: chairmanship",
    "number: 5, text: It thanks.",
)


def answer(to: str, by: str = "XAA", more: str = "") -> Files:
    text = f"kind: contribution\ntitle: X\nprepared-by: [{by}]\nanswers: [{to}]\n{more}"
    return {**CALLS, "documents/x.yaml": text}


def test_sample_is_in_order() -> None:
    assert found(RULE) == []


@pytest.mark.parametrize(
    ("number", "by"), [(1, "XDD"), (2, "XAA"), (2, "XDD, XCC"), (3, ""), (4, "XDD"), (1, "")]
)  # fmt: skip
def test_an_answer_of_one_who_was_asked(number: int, by: str) -> None:
    assert found(RULE, answer(f"com-2024-05-01/{number}", by, "date: 2024-05-01\n")) == []


@pytest.mark.parametrize(
    ("number", "by", "message"),
    [
        (2, "XDD", "warning: coordinators were asked, and Dunmere has no post on record"),
        (2, "XDD, XEE", "warning: coordinators were asked, and Dunmere and Estavia has no post on record"),
        (3, "XAA", "warning: the secretariat was asked, and states answer"),
    ],
)
def test_an_answer_of_others(number: int, by: str, message: str) -> None:
    assert found(RULE, answer(f"com-2024-05-01/{number}", by)) == [
        f"documents/x.yaml:4:11 {message} (com-2024-05-01/{number})"
    ]


def test_an_answer_older_than_the_request() -> None:
    assert found(RULE, answer("com-2024-05-01/1", more="date: 2024-04-30\n")) == [
        "documents/x.yaml:4:11 warning: an answer of 2024-04-30 is older than the request of 2024-05-01 "
        "(com-2024-05-01/1)"
    ]


@pytest.mark.parametrize(
    ("reference", "does"),
    [("com-2024-05-01/5", "has a text only"), ("com-2023-06-01/3", "approves ice-paper")],
)
def test_what_asks_nothing(reference: str, does: str) -> None:
    assert found(RULE, answer(reference)) == [f"documents/x.yaml:4:11 error: {reference} asks nothing: it {does}"]


def test_what_never_came_in_answers_nothing() -> None:
    assert found(RULE, answer("com-2024-05-01/5", more="received: false\n")) == []
