"""The lists of documents and of meetings, in every format."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.commands.list import _STATUSES
from cicareg.questions.status import STATUSES
from tests.conftest import Ran
from tests.support import PROJECT, SAMPLE, write

Cicareg = Callable[..., Ran]
PAPERS = PROJECT / "tests" / "papers"


def test_documents_as_a_table(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "list", "documents").out == (
        "ID         Kind           Number  Version  Date  Title                 Organ      Status    Since\n"
        "charter    decision                              Charter               Assembly   adopted   2023-07-01\n"
        "ice-paper  concept paper                         Concept paper on ice  Committee  approved  2023-06-01\n"
    )


def test_meetings_as_a_table(cicareg: Cicareg) -> None:
    assert cicareg("-C", PAPERS, "list", "meetings").out == (
        "ID              Organ      Date                      Place     Form               Decisions\n"
        "com-2023-11-05  Committee  2023-11-05                          written procedure  1\n"
        "com-2025-06-02  Committee  2025-06-01 to 2025-06-02  Lakeside  regular            5\n"
        "asm-2025-07-01  Assembly   2025-07-01                Lakeside  regular            1\n"
    )


@pytest.mark.parametrize(
    ("status", "ids"),
    [
        ("adopted", ["statement-fish"]),
        ("under-consideration", ["accounts", "rules-of-ice"]),
        ("under consideration", ["accounts", "rules-of-ice"]),
        ("approved", ["paper-2"]),
        ("superseded", ["paper-1"]),
        ("draft", []),
    ],
)
def test_documents_of_a_status(status: str, ids: list[str], cicareg: Cicareg) -> None:
    ran = cicareg("-C", PAPERS, "list", "documents", "--status", status, "--format", "json")
    assert [row["id"] for row in json.loads(ran.out)["documents"]] == ids


def test_documents_as_json(cicareg: Cicareg) -> None:
    ran = cicareg("-C", PAPERS, "list", "documents", "--status", "approved", "--format", "json")
    assert json.loads(ran.out) == {
        "version": 1,
        "documents": [
            {
                "id": "paper-2",
                "kind": "concept-paper",
                "number": None,
                "version": "2",
                "date": None,
                "title": "Concept paper on fisheries",
                "unofficial": False,
                "organ": "Committee",
                "status": "approved, unless the silence of com-2025-06-02/3 until 2025-06-30 is broken",
                "since": "2025-06-02",
                "restricted": False,
            }
        ],
    }


def test_every_status_can_be_asked_for() -> None:
    assert tuple(status.replace(" ", "-") for status in STATUSES) == _STATUSES


def test_what_is_restricted_is_marked(cicareg: Cicareg) -> None:
    assert "Accounts of the lakes (restricted)" in cicareg("-C", PAPERS, "list", "documents").out
    for form in ("markdown", "html", "json", "csv"):
        assert "Accounts" not in cicareg("-C", PAPERS, "list", "documents", "--format", form).out
    rows = cicareg("-C", PAPERS, "list", "documents", "--format", "csv").out.splitlines()
    assert rows[:2] == [
        "id,kind,number,version,date,title,unofficial,organ,status,since,restricted",
        "accounts,report,,,,[restricted],,Committee,under consideration,2025-06-02,yes",
    ]


def test_meetings_as_csv(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "list", "meetings", "--format", "csv").out == (
        "id,organ,began,date,place,form,decisions\n"
        "com-2023-06-01,Committee,,2023-06-01,Lakeside,regular,3\n"
        "asm-2023-07-01,Assembly,,2023-07-01,Lakeside,informal,1\n"
    )


def test_names_are_those_of_the_language_and_what_is_unofficial_is_marked(cicareg: Cicareg) -> None:
    shown = cicareg("-C", PROJECT, "list", "documents", "--lang", "ru").out
    assert "Дорожная карта трансформации СВМДА *" in shown
    assert shown.endswith("\n* Неофициальный перевод.\n")


def test_a_title_that_a_language_lacks_is_refused_by_name(cicareg: Cicareg, tmp_path: Path) -> None:
    files = {"documents/charter.yaml": "kind: decision\norgan: asm\ntitle: {fr: Charte}\n"}
    ran = cicareg("-C", write(tmp_path, files), "list", "documents")
    assert (ran.code, "the title of charter has no text in 'en'" in ran.err) == (3, True)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("docs",), "no list 'docs'"),
        (("documents", "--status", "adoptd"), "no status 'adoptd'; did you mean adopted?"),
        (("--status", "draft"), "--status belongs to the lists of documents and of events"),
        (("meetings", "--on", "2024-01-01"), "--decided, --on, --pending and --by belong to the list of posts"),
        (("documents", "--by", "state"), "--decided, --on, --pending and --by belong to the list of posts"),
        (("documents", "--format", "xml"), "no format 'xml'"),
    ],
)
def test_wrong_usage(words: tuple[str, ...], message: str, cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, "list", *words)
    assert (ran.code, message in ran.err) == (2, True), ran.err


def test_an_answer_is_not_taken_for_that_to_another_question(cicareg: Cicareg) -> None:
    lists = [("posts",), ("documents",), ("meetings",), ("documents", "--status", "draft")]
    first = [cicareg("-C", SAMPLE, "list", *words).out for words in lists]
    assert len(set(first)) == 4
    assert [cicareg("-C", SAMPLE, "list", *words).out for words in lists] == first
