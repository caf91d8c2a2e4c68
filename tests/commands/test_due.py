"""`due` and `coverage`: what they show, in every format, and what they refuse."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.deadlines.laws import MODALITIES
from tests.rules.overlays import meeting
from tests.support import SAMPLE, write

Cicareg = Callable[..., Ran]
ASKED = meeting("com-2023-09-04", "number: 1, calls-on: members, before: 2024-02-01")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    answer = "kind: report\ntitle: {en: A}\nprepared-by: [XBB]\ndate: 2023-10-02\nanswers: [com-2023-09-04/1]\n"
    states = "".join(f"XA{letter}: {{name: State {letter}, member-since: {{year: 2000}}}}\n" for letter in "EF")
    known = (SAMPLE / "registry" / "states.yaml").read_text(encoding="utf-8")
    files = {**MODALITIES, **ASKED, "documents/a.yaml": answer, "states.yaml": known + states}
    return write(tmp_path, files)


def test_the_table_has_open_and_overdue_duties_and_the_day(cicareg: Cicareg, here: Path) -> None:
    ran = cicareg("-C", here, "due", "--today", "2023-10-02")
    assert (ran.code, ran.out) == (
        0,
        "Due         Area  Who                             What\n"
        "Overdue\n"
        "2023-09-01  1.1   Alderia                         concept-paper [2.7*]\n"
        "Open\n"
        "2023-12-31  1     Committee                       review [3.2*]\n"
        "2024-01-31        5 Member States: 4 open, 1 met  request com-2023-09-04/1\n"
        "            2     Committee                       vacancy [1.11*]\n"
        "\n"
        "On 2023-10-02: 1 overdue, 6 open.\n"
        "* The text that this rests on is a draft, not in force.\n",
    )


def test_the_text_has_a_sentence_for_each(cicareg: Cicareg, here: Path) -> None:
    ran = cicareg("-C", here, "due", "--today", "2023-10-02", "--state", "XAA,Borland", "--all", "--format", "text")
    assert ran.out.splitlines() == [
        "2023-09-01: overdue concept-paper: Alderia proposes a new or updated concept paper (1.1 Ice)"
        " [Modalities 2.7, shall, draft]",
        "2024-01-31: open request: Alderia answers com-2023-09-04/1 [com-2023-09-04/1]",
        "2024-01-31: met request: Borland answers com-2023-09-04/1 [com-2023-09-04/1] \N{EM DASH} a, 2023-10-02",
        "On 2023-10-02: 1 overdue, 1 open, 1 met.",
    ]


def test_the_day_is_always_named_and_today_is_the_clock(cicareg: Cicareg, here: Path) -> None:
    ran = cicareg("-C", here, "due", "--today", "2020-01-01")
    assert ran.out == "Due  Area  Who  What\n\nOn 2020-01-01: nothing is due.\n"
    empty = cicareg("-C", here, "due", "--today", "2020-01-01", "--format", "json")
    assert json.loads(empty.out) == {"version": 1, "today": "2020-01-01", "duties": []}
    assert re.search(r"^On \d{4}-\d\d-\d\d: ", cicareg("-C", here, "due").out, re.MULTILINE)


def test_json_for_programs(cicareg: Cicareg, here: Path) -> None:
    ran = cicareg("-C", here, "due", "--today", "2023-10-02", "--kind", "concept-paper", "--format", "json")
    assert json.loads(ran.out) == {
        "version": 1,
        "today": "2023-10-02",
        "duties": [
            {
                "id": "concept-paper/ice/xaa/com-2023-06-01-1",
                "duty": "concept-paper",
                "area": "ice",
                "dimension": None,
                "who": "XAA",
                "what": "proposes a new or updated concept paper",
                "since": "2023-06-01",
                "by": "2023-09-01",
                "after": None,
                "law": "Modalities",
                "paragraph": "2.7",
                "strength": "shall",
                "status": "draft",
                "decision": "com-2023-06-01/1",
                "state": "overdue",
                "met-by": None,
                "met-on": None,
                "because": None,
            }
        ],
    }


def test_csv_names_the_day_in_every_row(cicareg: Cicareg, here: Path) -> None:
    ran = cicareg("-C", here, "due", "--today", "2023-10-02", "--all", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [(row["today"], row["duty"], row["who"], row["state"], row["met-by"]) for row in rows] == [
        ("2023-10-02", "concept-paper", "XAA", "overdue", ""),
        ("2023-10-02", "review", "com", "open", ""),
        ("2023-10-02", "request", "XAA", "open", ""),
        ("2023-10-02", "request", "XAE", "open", ""),
        ("2023-10-02", "request", "XAF", "open", ""),
        ("2023-10-02", "request", "XBB", "met", "a"),
        ("2023-10-02", "request", "XCC", "open", ""),
        ("2023-10-02", "vacancy", "com", "open", ""),
    ]


def test_within_shows_what_is_near_or_overdue(cicareg: Cicareg, here: Path) -> None:
    def kinds(days: int) -> list[str]:
        ran = cicareg("-C", here, "due", "--today", "2023-12-21", "--within", str(days), "--format", "json")
        return sorted({one["duty"] for one in json.loads(ran.out)["duties"]})

    assert kinds(9) == ["concept-paper", "vacancy"]  # what has no day is due as long as it stands
    assert kinds(10) == ["concept-paper", "review", "vacancy"]
    assert kinds(41) == ["concept-paper", "request", "review", "vacancy"]


def test_of_an_area_also_what_is_of_its_dimension(cicareg: Cicareg, here: Path) -> None:
    ran = cicareg("-C", here, "due", "--today", "2023-10-02", "--area", "1.2", "--format", "json")
    assert [one["duty"] for one in json.loads(ran.out)["duties"]] == ["review"]
    ran = cicareg("-C", here, "due", "--today", "2023-10-02", "--area", "ice", "--format", "json")
    assert [one["duty"] for one in json.loads(ran.out)["duties"]] == ["concept-paper", "review"]


def test_markdown_and_a_file(cicareg: Cicareg, here: Path, tmp_path: Path) -> None:
    file = tmp_path / "due.md"
    words = ("--today", "2023-09-02", "--kind", "concept-paper", "--format", "markdown")
    ran = cicareg("-C", here, "due", *words, "-o", file)
    assert (ran.code, ran.out) == (0, "")
    assert file.read_text(encoding="utf-8") == (
        "| Due | Area | Who | What |\n"
        "| --- | --- | --- | --- |\n"
        "| **Overdue** |\n"
        "| 2023-09-01 | 1.1 | Alderia | concept-paper \\[2.7\\*\\] |\n"
        "\n"
        "On 2023-09-02: 1 overdue. \\* The text that this rests on is a draft, not in force.\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--today", "2023-02-30"), "there is no such day as 2023-02-30"),
        (("--today", ""), "--today needs a value"),
        (("--kind", "concept-papers"), "no kind of duty 'concept-papers'; did you mean concept-paper?"),
        (("--format", "xlsx"), "no format 'xlsx'"),
        (("--state", "XAB"), "XAB"),
        (("--within", "-1"), "--within is a number of days from 0 to 36525"),
    ],
    ids=str,
)
def test_what_is_wrongly_typed(words: tuple[str, ...], said: str, cicareg: Cicareg, here: Path) -> None:
    ran = cicareg("-C", here, "due", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_register_with_errors_shows_what_can_be_read(cicareg: Cicareg, tmp_path: Path) -> None:
    write(tmp_path, {**MODALITIES, "coordinators/ice.yaml": "tenures: [{}]\n"})
    ran = cicareg("-C", tmp_path, "due", "--today", "2023-10-02")
    assert ran.code == 0
    assert "review [3.2*]" in ran.out
    assert "the register has" in ran.err


def test_coverage_by_area(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "coverage").out == (
        "No.  Priority area  Coordinator  Co-coordinator\n"
        "1    Nature: 2 areas\n"
        "1.1  Ice            XAA          XBB\n"
        "1.2  Fisheries      XBB          XCC XAA\n"
        "2    People         vacant\n"
        "\n"
        "Decided: 3 posts; without a coordinator: 2; without a co-coordinator: 2.\n"
        "Without a post: 2 of 5 states (Dunmere, Estavia).\n"
    )


def test_coverage_by_state_on_a_day(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "coverage", "--by", "state", "--on", "2026-03-01").out == (
        "State     1.1-2  2  C  c\n"
        "Alderia   -c     .  -  1\n"
        "Borland   -C     .  1  -\n"
        "Corvania  .c     .  -  1\n"
        "Dunmere   ..     .  -  -\n"
        "Estavia   ..     .  -  -\n"
        "\n"
        "On 2026-03-01: 3 posts; C coordinator; c co-coordinator; - ended, no successor recorded; . none.\n"
        "In the last columns: of how many posts it is coordinator, and of how many co-coordinator.\n"
        "Without a post: 2 of 5 states (Dunmere, Estavia).\n"
    )


def test_who_acts_and_who_is_to_come(cicareg: Cicareg, tmp_path: Path) -> None:
    ice = (
        "tenures:\n"
        "  - {state: XBB, role: co-coordinator, listed: com-2023-06-01}\n"
        "  - {state: XAA, role: coordinator, term: 2024-2025, decision: com-2023-06-01/1}\n"
        "acting:\n  - {state: XBB, from: 2023-07-01}\n"
    )
    write(tmp_path, {"coordinators/ice.yaml": ice})
    ran = cicareg("-C", tmp_path, "coverage", "--by", "state", "--on", "2023-08-01")
    assert ran.out.splitlines()[1:3] == ["Alderia   +c     .  -  1", "Borland   AC     .  2  -"]
    ran = cicareg("-C", tmp_path, "coverage", "--on", "2023-08-01")
    assert ran.out.splitlines()[2] == "1.1  Ice            XBB (acting)  XBB"


def test_coverage_for_programs(cicareg: Cicareg) -> None:
    areas = json.loads(cicareg("-C", SAMPLE, "coverage", "--format", "json").out)
    assert (areas["version"], areas["basis"]) == (1, "decided")
    people = {"number": "2", "dimension": "people", "area": "people", "name": "People", "status": "vacant"}
    assert areas["areas"][2] == {**people, "vacant": True, "coordinators": [], "acting": [], "co-coordinators": []}
    ran = cicareg("-C", SAMPLE, "coverage", "--by", "state", "--decided", "com-2023-06-01", "--format", "csv")
    assert ran.out.splitlines()[:2] == [
        "basis,state,name,coordinator,acting,co-coordinator,coordinates,acts-in,co-coordinates",
        "decided com-2023-06-01,XAA,Alderia,1,0,1,ice,,fish",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--on", "2024-01-01", "--decided", "com-2023-06-01"), "--decided and --on exclude each other"),
        (("--on", ""), "--decided and --on need a value"),
        (("--by", "dimension"), "no grouping 'dimension'"),
        (("--decided", "com-2023-06-02"), "no meeting com-2023-06-02 on record; did you mean com-2023-06-01?"),
    ],
    ids=str,
)
def test_coverage_that_is_wrongly_typed(words: tuple[str, ...], said: str, cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, "coverage", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
