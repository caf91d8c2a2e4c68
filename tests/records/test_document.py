"""documents/*.yaml: what a document is, never its status."""

import pytest

from cicareg.records.document import Document
from tests.records.cases import findings
from tests.support import loaded

KINDS = (
    "decision, statement, road-map, concept-paper, action-plan, annual-plan, list, report, contribution, note-verbale"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("kind: list\ntitle: A list\n", [], id="shortest"),
        pytest.param("title: x\n", ["1:1 error: the key kind is missing"], id="no-kind"),
        pytest.param("kind: list\n", ["1:1 error: the key title is missing"], id="no-title"),
        pytest.param(
            "kind: concept paper\ntitle: x\n",
            [f"1:7 error: concept paper is not one of {KINDS}; did you mean concept-paper?"],
            id="kind-with-a-space",
        ),
        pytest.param("kind: treaty\ntitle: x\n", [f"1:7 error: treaty is not one of {KINDS}"], id="no-such-kind"),
        pytest.param("kind: 3\ntitle: x\n", [f"1:7 error: 3 is not one of {KINDS}"], id="kind-is-a-number"),
        pytest.param("kind:\ntitle: x\n", [f"1:6 error: nothing is not one of {KINDS}"], id="kind-not-filled-in"),
        pytest.param(
            "kind: list\ntitle: x\nstatus: adopted\n", ["3:1 error: unknown key status"], id="status-is-derived"
        ),
        pytest.param(
            "kind: list\ntitle: x\ndate: 20230208\n",
            ["3:7 error: a day is written like 2024-03-15, not 20230208"],
            id="day-without-hyphens",
        ),
        pytest.param(
            "kind: list\ntitle: x\ndate: 2023-02-30\n",
            ["3:7 error: there is no such day as 2023-02-30"],
            id="30-february",
        ),
        pytest.param(
            "kind: list\ntitle: x\ndate: 2023-02-08T10:00:00Z\n",
            ["3:7 error: a day is written like 2024-03-15, not '2023-02-08T10:00:00Z'"],
            id="moment",
        ),
        pytest.param(
            "kind: list\ntitle: x\ndate: 2023\n", ["3:7 error: a day is written like 2024-03-15, not 2023"], id="year"
        ),
        pytest.param(
            "kind: list\ntitle: x\ndate: true\n", ["3:7 error: a day is written like 2024-03-15, not true"], id="true"
        ),
        pytest.param(
            "kind: list\ntitle: x\ndate: {on: x}\n",
            ["3:7 error: a day is written like 2024-03-15, not a mapping"],
            id="mapping",
        ),
        pytest.param(
            f"kind: list\ntitle: x\ndate: {'2' * 5000}-\n",
            [f"3:7 error: a day is written like 2024-03-15, not {'2' * 57}…"],
            id="endless-day",
        ),
        pytest.param(
            "kind: list\ntitle: x\ndate:\n",
            ["3:1 error: the key date has no value: fill it in or take it away"],
            id="day-not-filled-in",
        ),
        pytest.param(
            "kind: list\ntitle: x\nnumber: 1016\n",
            ['3:9 error: a text is wanted, not 1016: put it in quotes, "1016"'],
            id="registration-number-without-quotes",
        ),
        pytest.param(
            'kind: list\ntitle: x\npages: "4"\n',
            ["3:8 error: a whole number is wanted, not 4: take its quotes away"],
            id="pages-in-quotes",
        ),
        pytest.param(
            'kind: list\ntitle: x\npages: "1_000"\n',
            ["3:8 error: a whole number is wanted, not 1_000"],
            id="pages-with-underscore",
        ),
        pytest.param("kind: list\ntitle: x\npages: 0\n", ["3:8 error: 0 is less than 1"], id="no-pages"),
        pytest.param(
            "kind: list\ntitle: x\npages: four\n", ["3:8 error: a whole number is wanted, not four"], id="words"
        ),
        pytest.param(
            "kind: list\ntitle: x\nrestricted: yes\n",
            ["3:13 error: true or false is wanted, not yes"],
            id="yes-is-text",
        ),
        pytest.param(
            'kind: list\ntitle: x\nrestricted: "true"\n',
            ["3:13 error: true or false is wanted, not true: take its quotes away"],
            id="true-in-quotes",
        ),
        pytest.param(
            "kind: list\ntitle: x\nrestricted: 1\n",
            ["3:13 error: true or false is wanted, not 1"],
            id="one-is-not-true",
        ),
        pytest.param("kind: list\ntitle: x\nbody: |\n  1. Fish\n\n  2. Ice\n", [], id="body"),
        pytest.param(
            "kind: list\ntitle: x\nbody: {en: ' '}\n",
            ["3:12 error: ' ' is not a text with a word in it"],
            id="body-of-nothing",
        ),
        pytest.param(
            "kind: list\ntitle: x\napplies: 2024\n",
            ["3:10 error: a term is written like 2024-2025, not 2024"],
            id="period-of-a-year",
        ),
        pytest.param("kind: list\ntitle: x\nareas: ice\n", ["3:8 error: a list is wanted, not ice"], id="one-area"),
        pytest.param(
            "kind: list\ntitle: x\nareas: [[ice]]\n", ["3:9 error: a text is wanted, not a list"], id="list-in-list"
        ),
    ],
)
def test_document(text: str, found: list[str]) -> None:
    assert findings({"documents/new.yaml": text}) == [f"documents/new.yaml:{line}" for line in found]


def test_what_never_came_in_takes_no_place_and_answers_nothing() -> None:
    text = "kind: report\ntitle: X\nsupersedes: ice-paper\nanswers: [com-2023-06-01/1]\n"
    for more, found in (("", ["x"]), ("received: true\n", ["x"]), ("received: false\n", [])):
        registry = loaded({"documents/x.yaml": text + more}).registry
        assert [entry.id for entry in registry.stating(Document, "supersedes", "ice-paper")] == found
        assert [entry.id for entry in registry.stating(Document, "answers", "com-2023-06-01/1")] == found
