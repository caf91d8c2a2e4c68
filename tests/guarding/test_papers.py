"""What may happen to papers that came in, and to what a meeting is to review."""

import pytest

from tests.guarding.states import since

PAPER = "documents/views.yaml"
MEETING = "meetings/com-2031-05-02.yaml"
VIEWS = "kind: contribution\ntitle: Views\nprepared-by: [XAA]\nanswers: [com-2023-06-01/1]\n"
HEAD = "organ: com\ndate: 2031-05-02\nagenda:\n  - {title: Ice, areas: [ice], review: true}\n"
MARKED = "received: false\ncorrections:\n  - {what: received, was: true, why: An error., source: operation 1}\n"

FREE = {
    "an answer more": (PAPER, VIEWS, VIEWS.replace("/1]", "/1, com-2023-06-01/2]")),
    "never received": (PAPER, VIEWS, VIEWS + MARKED),
    "an item more": (MEETING, HEAD, f"{HEAD}  - {{title: Fish}}\n"),
    "what it decided": (MEETING, HEAD, f"{HEAD}decisions:\n  - {{number: 1, reviews: {{areas: [ice]}}}}\n"),
}


@pytest.mark.parametrize("case", FREE)
def test_what_is_added_is_no_finding(case: str) -> None:
    path, old, new = FREE[case]
    assert since({path: old}, {path: new}) == []


DECIDED = f"{HEAD}decisions:\n  - {{number: 1, reviews: {{areas: [ice]}}}}\n"
ALTERED = {
    "an answer gone": (PAPER, VIEWS, VIEWS.replace("answers: [com-2023-06-01/1]\n", "")),
    "received after all": (PAPER, VIEWS + MARKED, VIEWS + MARKED.replace("received: false\n", "")),
    "what was reviewed": (MEETING, DECIDED, DECIDED.replace("reviews: {areas: [ice]}", "reviews: {areas: [fish]}")),
    "a review that was words": (
        MEETING,
        DECIDED.replace("reviews: {areas: [ice]}", "text: It reviewed."),
        DECIDED.replace("reviews: {areas: [ice]}", "text: It reviewed., reviews: {areas: [ice]}"),
    ),
}


@pytest.mark.parametrize("case", ALTERED)
def test_what_is_altered_is_found(case: str) -> None:
    path, old, new = ALTERED[case]
    (found,) = since({path: old}, {path: new})
    assert " error history: " in found
