"""Events at the command line: listed, shown, recorded, taken over from tables."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.gitting import IDENTITY, PERSON, git, with_register
from tests.support import CHANCERY, SAMPLE, write

Cicareg = Callable[..., Ran]
EVENTS = {
    "events/2024/ice-course.yaml": (
        "title: {en: Course on ice, fr: Cours sur la glace}\nunofficial: [fr]\nareas: [ice]\n"
        "dates: 2024-02-06/2024-02-08\nplace: Lakeside\nformat: offline\norganisers: [XAA, XBB]\npartners: [School]\n"
        "plan: charter\n"
    ),
    "events/2023/ice-day.yaml": "title: Ice day\nareas: [ice, fish]\ndates: 2023-11\nstatus: held\n"
    "moved-to: 2024-01-05\n",
    "events/2024/talks.yaml": "title: Talks\ndimensions: [people]\ndates: 2024\nproposed-by: [XCC]\n"
    "status: cancelled\n",
    "events/2024/secret.yaml": "title: =Secret\ndates: 2024-05\norganisers: [XAA]\nplace: Hideout\nrestricted: true\n",
    "events/2025/fair.yaml": "title: Fair\ndates: 2025\nstatus: postponed\n",
}


@pytest.fixture(autouse=True)
def someone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git know who records, and nothing of whoever runs the tests."""
    for name, value in {**PERSON, **IDENTITY, "COLUMNS": "200"}.items():
        monkeypatch.setenv(name, value)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, dict(EVENTS))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return with_register(tmp_path / "register")


def listed(cicareg: Cicareg, root: Path, *words: str) -> list[str]:
    ran = cicareg("-C", root, "list", "events", "--format", "json", *words)
    assert (ran.code, ran.err) == (0, "")
    return [event["id"] for event in json.loads(ran.out)["events"]]


def test_events_as_a_table_by_their_days(cicareg: Cicareg, root: Path) -> None:
    assert cicareg("-C", root, "list", "events").out == (
        "ID          No.       Title                 Dates                     Place     Format   Organisers"
        "                Status\n"
        "talks       2         Talks                 2024                                                   "
        "                cancelled\n"
        "ice-day     1.1, 1.2  Ice day               2023-11                                                "
        "                held 2024-01-05\n"
        "ice-course  1.1       Course on ice         2024-02-06 to 2024-02-08  Lakeside  offline  Alderia; "
        "Borland; School  planned\n"
        "secret                =Secret (restricted)  2024-05                   Hideout            Alderia   "
        "                planned\n"
        "fair                  Fair                  2025                                                   "
        "                postponed\n"
    )


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--year", "2023"), ["ice-day"]),
        (("--year", "2024"), ["talks", "ice-day", "ice-course", "secret"]),
        (("--area", "fish"), ["ice-day"]),
        (("--area", "1.1"), ["ice-day", "ice-course"]),
        (("--dimension", "nature"), ["ice-day", "ice-course"]),
        (("--dimension", "2"), ["talks"]),
        (("--dimension", "Habitants"), ["talks"]),
        (("--state", "alderia"), ["ice-course", "secret"]),
        (("--state", "XCC"), ["talks"]),
        (("--status", "held"), ["ice-day"]),
        (("--status", "planned", "--year", "2025"), []),
    ],
    ids=" ".join,
)
def test_those_that_are_asked_for(words: tuple[str, ...], ids: list[str], cicareg: Cicareg, root: Path) -> None:
    assert listed(cicareg, root, *words) == ids


def test_as_csv_formulas_are_text_and_what_is_restricted_is_withheld(cicareg: Cicareg, root: Path) -> None:
    assert cicareg("-C", root, "list", "events", "--format", "csv", "--state", "XAA").out.splitlines() == [
        "id,title,unofficial,areas,dimensions,dates,moved-to,place,format,organisers,names,plan,status,restricted",
        "ice-course,Course on ice,,ice,,2024-02-06/2024-02-08,,Lakeside,offline,XAA; XBB,Alderia; Borland; "
        "School,charter,planned,",
        "secret,[restricted],,,,2024-05,,,,,,,planned,yes",
    ]


def test_as_markdown_in_a_language_gaps_and_translations_are_marked(cicareg: Cicareg) -> None:
    ran = cicareg("-C", CHANCERY, "list", "events", "--lang", "kk", "--format", "markdown", "--status", "planned")
    assert ran.out.splitlines()[2:] == [
        "| common-archive |  | Ортақ мұрағаттың ашылуы \\* | 2031 |  | online |  | planned |",
        "| lamp-course | 1.1 | Шамшырақ қараушыларына арналған курс | 2031-03-15 to 2031-03-17 | Порт-Амбер | "
        "offline | Алдерия<br>Азат аралдар<br>Қараушылар гильдиясы | planned |",
        "",
        "\\* Бейресми аударма.",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("list", "documents", "--year", "2024"), "--year belongs to the list of events"),
        (("list", "--area", "ice"), "--area belongs to the list of events"),
        (("list", "events", "--status", "adopted"), "no status 'adopted'"),
        (("list", "events", "--dimension", "air"), "'air' is none of the dimensions"),
        (("list", "events", "--dimension", "e"), "'e' may be several of the dimensions"),
        (("list", "meetings", "--status", "held"), "--status belongs to the lists of documents and of events"),
        (("list", "events", "--format", "xlsx"), "xlsx"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_asked(words: tuple[str, ...], message: str, cicareg: Cicareg, root: Path) -> None:
    ran = cicareg("-C", root, *words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_the_card_of_an_event(cicareg: Cicareg, root: Path) -> None:
    assert cicareg("-C", root, "show", "Cours sur la glace").out == (
        "Course on ice\n"
        "  id          ice-course\n"
        "  title       en: Course on ice\n"
        "              fr: Cours sur la glace (unofficial)\n"
        "  areas       Ice\n"
        "  dates       2024-02-06/2024-02-08\n"
        "  status      planned\n"
        "  place       en: Lakeside\n"
        "  format      offline\n"
        "  organisers  Alderia\n"
        "              Borland\n"
        "  partners    School\n"
        "  plan        charter\n"
        "  record      registry/events/2024/ice-course.yaml:1:1\n"
    )


def test_the_card_of_an_area_has_its_events_and_find_finds_them(cicareg: Cicareg, root: Path) -> None:
    assert "events           2024-01-05 ice-day: Ice day (held)\n" in cicareg("-C", root, "show", "fish").out
    assert cicareg("-C", root, "find", "hideout").out == "registry/events/2024/secret.yaml:4:8: place: Hideout\n"


def test_an_event_is_recorded_changed_and_taken_back(cicareg: Cicareg, clone: Path) -> None:
    words = ("--title", "Course on ice", "--area", "1.1", "--dates", "06-08.02.2024", "--organiser", "Alderia, xbb")
    ran = cicareg("-C", clone, "event", "Ice-Course", *words, "--yes")
    assert (ran.code, ran.err) == (0, "")
    path = clone / "registry/events/2024/ice-course.yaml"
    recorded = "title: {en: Course on ice}\nareas: [ice]\ndates: 2024-02-06/2024-02-08\norganisers: [XAA, XBB]\n"
    assert path.read_text(encoding="utf-8") == recorded
    assert cicareg("-C", clone, "event", "ice-course", "--status", "held", "--yes").code == 0
    assert git(clone, "log", "-2", "--format=%s").splitlines() == [
        "Record that the event ice-course was held: Course on ice",
        "Record event ice-course: Course on ice, 2024-02-06/2024-02-08",
    ]
    assert cicareg("-C", clone, "undo", "last", "--why", "Not yet.", "--yes").code == 0
    assert cicareg("-C", clone, "undo", "last", "--why", "Not at all.", "--yes").code == 0
    assert path.read_text(encoding="utf-8").splitlines()[4] == "status: cancelled"
    assert cicareg("-C", clone, "validate", "--against", "HEAD~4").code == 0


def test_only_an_event_as_its_act_left_it_is_taken_back(cicareg: Cicareg, clone: Path) -> None:
    words = ("--title", "Course on ice", "--dates", "2024", "--status", "held", "--yes")
    assert cicareg("-C", clone, "event", "ice-course", *words).code == 0
    operation = git(clone, "log", "-1", "--format=%(trailers:key=Operation,valueonly)").strip()
    assert cicareg("-C", clone, "event", "ice-course", "--dates", "2024-05", "--yes").code == 0
    ran = cicareg("-C", clone, "undo", operation, "--why", "Twice.", "--yes")
    assert (ran.code, "no longer as that act left it: the event was changed since" in ran.err) == (4, True)
    assert cicareg("-C", clone, "undo", "last", "--why", "Misread.", "--yes").code == 0
    assert cicareg("-C", clone, "undo", operation, "--why", "Twice.", "--yes").code == 0
    said = (clone / "registry/events/2024/ice-course.yaml").read_text(encoding="utf-8")
    assert "status: cancelled\n" in said


def test_without_a_commit_and_only_shown(cicareg: Cicareg, clone: Path) -> None:
    ran = cicareg("-C", clone, "event", "x", "--title", "X", "--dates", "2024", "--dry-run")
    assert (ran.code, ran.out.endswith("nothing was written (--dry-run)\n")) == (0, True)
    assert cicareg("-C", clone, "event", "x", "--moved-to", "2024", "--dry-run").code == 2
    assert cicareg("-C", clone, "event", "x", "--title", "X", "--dates", "soon", "--dry-run").code == 2


TABLE = (
    "Title;Title (fr);Purpose;Organisers;Other organisers;Date(s);Venue;Format;Area;Dimension\r\n"
    "Course on ice;Cours;To learn;Alderia, xbb;School;06-08.02.2024;Lakeside;In person;1.1;\r\n"
    "=Fish day;;;;;2024-05;;;;2\r\n"
    "Course on ice;;;;;03.2024;;;;\r\n"
)


def table(folder: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    path = folder / "events.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_table_is_recorded_as_one_commit(cicareg: Cicareg, clone: Path, tmp_path: Path) -> None:
    about = ("--by", "Corvania", "--on", "2023-09-20", "--answers", "com-2023-06-01/1", "--plan", "charter")
    file = table(tmp_path, TABLE)
    ran = cicareg("-C", clone, "import", "events", file, *about, "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert git(clone, "log", "-1", "--format=%s") == "Record 3 events submitted by Corvania\n"
    common = "plan: charter\nproposed-by: [XCC]\nsubmitted: 2023-09-20\nanswers: [com-2023-06-01/1]\n"
    events = {path.name: path.read_text(encoding="utf-8") for path in (clone / "registry/events/2024").iterdir()}
    assert events == {
        "course-on-ice.yaml": "title: {en: Course on ice, fr: Cours}\npurpose: {en: To learn}\nareas: [ice]\n"
        "dates: 2024-02-06/2024-02-08\nplace: {en: Lakeside}\nformat: offline\norganisers: [XAA, XBB]\npartners:\n"
        f"  - {{en: School}}\n{common}",
        "fish-day.yaml": f'title: {{en: "=Fish day"}}\ndimensions: [people]\ndates: "2024-05"\n{common}',
        "course-on-ice-2.yaml": f'title: {{en: Course on ice}}\ndates: "2024-03"\n{common}',
    }
    again = cicareg("-C", clone, "import", "events", file, *about, "--yes")
    assert again.out == "Record 3 events submitted by Corvania: this is on record already, nothing was changed\n"
    more = table(tmp_path, TABLE + "A fourth;;;;;2024;;;;\r\n", "utf-16")
    shown = cicareg("-C", clone, "import", "events", more, *about, "--dry-run")
    assert "3 of them on record already: they stay" in shown.out


def test_everything_that_is_wrong_is_told_by_line_and_column_and_nothing_is_recorded(
    cicareg: Cicareg, clone: Path, tmp_path: Path
) -> None:
    file = table(
        tmp_path,
        "title,organisers,dates,format,areas\n"
        "One,Narnia,2024,onlin,1.9\n"
        "Two,XAA,15/03/2024,,\n"
        '"Three, and all",XAA,2024,,,more\n'
        ",XAA,2024,,\n"
        "Five,XAA,,,\n"
        "Six,XAA,2024,,\n"
        "Six,XAA,2024,,\n",
    )
    ran = cicareg("-C", clone, "import", "events", file, "--yes")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.replace(str(file), "F").splitlines() == [
        "F:2: organisers: nothing on record is called 'Narnia'; an organiser that is no state stands in the column "
        "partners",
        "F:2: format: onlin is not one of online, offline, hybrid; did you mean online?",
        "F:2: areas: nothing on record is called '1.9'",
        "F:3: dates: '15/03/2024' may be read in two ways: write the month as in 15.03.2024, 15-17.03.2024, "
        "28.02-01.03.2024 or 03.2024",
        "F:4: 6: 'more' stands below no head",
        "F:5: title: nothing stands here",
        "F:6: dates: nothing stands here",
        "cicareg: 7 problems: nothing was recorded",
        "  mend the file and import it again",
    ]
    assert git(clone, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("titel,dates\nOne,2024\n", ":1: titel: no such column is known; did you mean title?"),
        ("title,place\nOne,Lakeside\n", ":1: dates: this column is missing"),
        ("title,Title,dates\nOne,Two,2024\n", ":1: Title: there are two columns of this"),
        ("title (de),title,dates\nEins,One,2024\n", ":1: title (de): title has no language 'de' here"),
        ("title,dates\n", ":1: there is a head, and no event below it"),
        ("title,dates\nSix,2024\nSix,2024\n", ":3: this is the same event as 'six' above"),
        ("id,title,dates\na,Six,2024\na,Seven,2024\n", ":3: id: there are two events 'a' in this file"),
        ("title,dates,areas\nSix,2024,1.1; 1.7\n", ":2: areas: nothing on record is called '1.7'"),
        (
            "title,dates,dimension\nSix,2024,Natur\n",
            ":2: dimension: no dimension is called 'Natur'; did you mean Nature?",
        ),
        ("title,dates\nSi\u200bx,2024\n", ":2: title: "),
    ],
)
def test_what_is_wrong_with_a_table(text: str, problem: str, cicareg: Cicareg, clone: Path, tmp_path: Path) -> None:
    file = table(tmp_path, text)
    ran = cicareg("-C", clone, "import", "events", file, "--dry-run")
    assert ran.code == 1
    assert ran.err.startswith(f"{file}{problem}")
    assert "nothing was recorded" in ran.err


def test_the_example_can_be_imported(cicareg: Cicareg, clone: Path, tmp_path: Path) -> None:
    shown = cicareg("-C", clone, "import", "events", "--example")
    assert shown.out == (
        "title,purpose,concept,organisers,partners,dates,place,format,areas,dimensions\n"
        'Workshop on an example,To show what a table of events looks like.,"One day of talks, and one of practice.",'
        "Alderia; Borland,University of Examples,15-17.03.2030,Exampleton,hybrid,1.1,\n"
    )
    ran = cicareg("-C", clone, "import", "events", table(tmp_path, shown.out), "--dry-run")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("import", "events"), "cicareg: FILE is missing"),
        (("import", "meetings", "x.csv"), "cicareg: no table 'meetings'"),
        (("import", "events", "none.csv", "--dry-run"), "cicareg: none.csv cannot be read: No such file or directory"),
        (("import", "events", ".", "--dry-run"), "cicareg: .: a folder with the name of a table"),
        (("import", "events", "x.csv", "--lang", "de", "--dry-run"), "cicareg: the register has no language 'de'"),
    ],
)
def test_an_import_that_cannot_begin(words: tuple[str, ...], message: str, cicareg: Cicareg) -> None:
    ran = cicareg("-C", SAMPLE, *words)
    assert ran.err.startswith(message)
    assert ran.code in (2, 3)
