"""Acts at a terminal: what is missing is asked for, and nothing is recorded that nobody agreed to."""

import os
import sys
from pathlib import Path

import pytest

from tests import terminals
from tests.gitting import IDENTITY, PERSON, git, with_register
from tests.support import PROJECT

pytest.importorskip("pty", reason="there are no pseudo-terminals here")

GIVEN = ("appoint", "ice", "--coordinator", "XCC", "--term", "2026-2027", "--decision", "com-2025-06-03/1")
ASK = "Record this? [y/N] "


class Terminal(terminals.Terminal):
    """A command of this program at a terminal of 80 columns."""

    def __init__(self, root: Path, *words: str) -> None:
        surroundings = {**os.environ, **PERSON, **IDENTITY, "COLUMNS": "80", "PYTHONPATH": str(PROJECT / "src")}
        surroundings |= {"NO_COLOR": "1", "TERM": "dumb"}
        super().__init__([sys.executable, "-P", "-m", "cicareg", "-C", str(root), *words], surroundings)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_register(tmp_path / "register")


def acts(root: Path) -> list[str]:
    return git(root, "log", "--format=%s").splitlines()[:-1]


def clean(root: Path) -> bool:
    return git(root, "status", "--porcelain") == ""


def test_yes_records_what_was_shown(root: Path) -> None:
    here = Terminal(root, *GIVEN)
    shown = here.until(ASK)
    assert "  + organ: com\n" in shown
    here.answer("y\n")
    code, said = here.end()
    assert (code, "recorded as " in said) == (0, True)
    assert acts(root) == ["Appoint Corvania as coordinator of Ice for 2026-2027"]


UP = ("appoint", "fish", "--coordinator", "XCC", "--term", "2026-2027", "--decision", "com-2025-06-03/1")
LEAVES = "Corvania is co-coordinator of Fisheries. Does it leave that role by this? [y/N] "


def test_a_co_coordinator_that_becomes_coordinator_leaves_its_role(root: Path) -> None:
    here = Terminal(root, *UP)
    here.until(LEAVES)
    here.answer("y\n")
    assert "Does it leave" not in here.until(ASK)
    here.answer("y\n")
    assert here.end()[0] == 0
    assert acts(root) == ["Appoint Corvania as coordinator of Fisheries for 2026-2027"]
    assert "replaces: [XCC]" in (root / "registry/coordinators/fish.yaml").read_text(encoding="utf-8")
    again = Terminal(root, *UP)
    assert "this is on record already" in again.end()[1]


def test_a_co_coordinator_that_keeps_its_role_is_no_coordinator(root: Path) -> None:
    here = Terminal(root, *UP)
    here.until(LEAVES)
    here.answer("n\n")
    code, said = here.end()
    assert (code, "this breaks a rule (one-role)" in said) == (4, True)


@pytest.mark.parametrize("more", [("--replaces", "XCC"), ("--co-coordinator", "XDD", "--replaces", "XCC")])
def test_who_is_said_to_leave_is_not_asked(more: tuple[str, ...], root: Path) -> None:
    here = Terminal(root, *UP, *more)
    assert "Does it leave" not in here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


@pytest.mark.parametrize("answer", ["n\n", "\n", "yess\n", "no\n"])
def test_anything_but_yes_records_nothing(answer: str, root: Path) -> None:
    here = Terminal(root, *GIVEN)
    here.until(ASK)
    here.answer(answer)
    code, said = here.end()
    assert (code, said.endswith("nothing was recorded\n")) == (0, True)
    assert (acts(root), clean(root)) == ([], True)


def test_what_is_missing_is_asked_for_with_numbered_choices(root: Path) -> None:
    here = Terminal(root, "appoint")
    asked = here.until("Which area (its number, or part of its name): ")
    assert asked.splitlines()[:3] == ["  1.1  Ice", "  1.2  Fisheries", "    2  People"]
    here.answer("1.1\n")
    here.until("Coordinator (code or name; - for none): ")
    here.answer("corvania\n")
    here.until("Co-coordinators (with commas between them; - for none): ")
    here.answer("XBB, Alderia\n")
    here.until("Tenure (such as 2026-2027; - where none is stated): ")
    here.answer("2026-2027\n")
    here.until("By which decision (MEETING/NUMBER, such as soc-2023-08-22/4): ")
    here.answer("com-2025-06-03/1\n")
    here.until("Day of the written intention (such as 2025-10-01; - where it is not on record): ")
    here.answer("2025-05-01\n")
    assert "notified: 2025-05-01" in here.until(ASK)
    here.answer("yes\n")
    assert here.end()[0] == 0
    assert acts(root) == [
        "Appoint Corvania as coordinator and Borland and Alderia as co-coordinators of Ice for 2026-2027"
    ]


def test_the_day_of_the_request_is_asked_for(root: Path) -> None:
    here = Terminal(root, "extend", "ice", "XBB", "--term", "2026-2027")
    here.until("By which decision (MEETING/NUMBER, such as soc-2023-08-22/4): ")
    here.answer("com-2025-06-03/1\n")
    here.until("Day on which it asked for that (such as 2025-10-01; - where it is not on record): ")
    here.answer("-\n")
    assert "the day on which Borland asked for its extension is not on record" in here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


def test_the_note_that_carried_a_notice_is_asked_for_among_the_notes_verbales(tmp_path: Path) -> None:
    files = {
        "documents/note-1.yaml": "kind: note-verbale\ntitle: {en: A note, fr: Une note}\n",
        "documents/note-0.yaml": "kind: note-verbale\ntitle: {en: Old, fr: Vieille}\ndate: 2025-02-28\n",
    }
    here = Terminal(with_register(tmp_path / "register", files), "propose", "people", "--coordinator", "XCC")
    here.until("Day of the written intention (such as 2025-10-01): ")
    here.answer("2025-03-01\n")
    here.until("where it proposes none): ")
    here.answer("-\n")
    shown = here.until("The note verbale that carried that (- where it is not on record): ")
    assert [line for line in shown.splitlines() if line.startswith("  ")] == ["  1  note-1  A note"]
    here.answer("ice-paper\n")
    assert "  a notice is carried by a note-verbale; ice-paper is of the kind concept-paper\n" in here.until(
        "record): "
    )
    here.answer("note-0\n")
    assert "  note-0 is of 2025-02-28: it cannot carry a notice of 2025-03-01\n" in here.until("not on record): ")
    here.answer("1\n")
    assert "note: note-1" in here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


DID = "What did the meeting decide: "
PARAGRAPH = "By which decision (MEETING/NUMBER, such as soc-2023-08-22/4): "
# A document on which nothing was decided yet.
OPEN = {"documents/fish.yaml": "kind: concept-paper\norgan: com\ntitle: Paper on fish\n"}
DECIDED: dict[str, tuple[list[tuple[str, str]], str]] = {
    "a call": (
        [(DID, "calls-on"), ("On whom: ", "1"), ("Before which day (such as 2025-10-01) (- for none): ", "-"),
         ("On which day at the latest (- for none): ", "2025-01-01"),
         ("On which day at the latest (- for none): ", "2025-10-01"),
         ("For which document (its id) (- for none): ", "-"),
         ("Its words: ", "-"), ("  this is needed\nIts words: ", "To count fish.")],
        "text: {en: To count fish.}}\n",
    ),
    "a document": (
        [(DID, "2"), ("Which document (its id; a new one is put on record): ", "fish"),
         ("What came of it (- for none): ", "1")],
        "- {number: 1, considers: fish, outcome: consultations-continue}\n",
    ),
    "a new document": (
        [(DID, "approves"), ("Which document (its id; a new one is put on record): ", "fish-paper"),
         ("Its title: ", "Fish paper"), ("Of which kind it is: ", "4"),
         ("Which areas it concerns (with commas between them) (- for none): ", "fish, 1.1"),
         ("Which organ is to decide on it (- for none): ", "com")],
        "  + areas: [fish, ice]\n",
    ),
    "a person": (
        [(DID, "6"), ("Who (the name of the person): ", "Ann Other"),
         ("For which office (such as deputy-secretary-general): ", "secretary"),
         ("Nominated by which state (- for none): ", "Alderia"), ("What came of it (- for none): ", "-")],
        "considers-person: {name: Ann Other, nominated-by: XAA, office: secretary}}\n",
    ),
    "a review": (
        [(DID, "9"), ("Which areas and dimensions (with commas between them): ", "nothing"),
         ("Which areas and dimensions (with commas between them): ", "1.1, People"),
         ("What came of it (- for none): ", "3")],
        "  +     reviews: {areas: [ice], dimensions: [people]}\n  +     outcome: noted\n",
    ),
    "words": ([(DID, "verbs"), (DID, "text"), ("Its words: ", "It thanks.")], "text: {en: It thanks.}}\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", DECIDED)
def test_what_a_meeting_decided_is_asked_for(name: str, tmp_path: Path) -> None:
    answers, written = DECIDED[name]
    here = Terminal(with_register(tmp_path / "register", OPEN), "decide")
    for question, answer in [(PARAGRAPH, "com-2025-06-03/1"), *answers]:
        here.until(question)
        here.answer(f"{answer}\n")
    assert written in here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


def test_of_a_verb_that_is_given_only_what_it_needs_is_asked(root: Path) -> None:
    here = Terminal(root, "decide", "com-2025-06-03/1", "--considers-person", "Ann Other")
    here.until("For which office (such as deputy-secretary-general): ")
    here.answer("secretary\n")
    assert "considers-person: {name: Ann Other, office: secretary}" in here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


PAPERS: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "a concept paper": (
        [("Of which kind it is: ", "4"), ("Its title: ", "Ice again"),
         ("Who prepared it (states, with commas between them): ", "-"),
         ("  this is needed\nWho prepared it (states, with commas between them): ", "Alderia, XBB"),
         ("The day that it bears (such as 2025-10-01): ", "2025-13-01"),
         ("The day that it bears (such as 2025-10-01): ", "2025-12-01"),
         ("Which areas or dimensions it concerns (with commas between them; - for none): ", "1.1"),
         ("For which period it is made (such as 2026-2028; - for none): ", "2027-2026"),
         ("For which period it is made (such as 2026-2028; - for none): ", "2026-2027"),
         ("Which version it is, as printed (- for none): ", "2"),
         ("  1  ice-paper  Concept paper on ice\nThe version whose place it takes (- for none): ", "1")],
        ["prepared-by: [XAA, XBB]", 'version: "2"', "applies: 2026-2027", "areas: [ice]", "supersedes: ice-paper"],
    ),
    "a contribution": (
        [("Of which kind it is: ", "contribution"), ("Its title: ", "Count"),
         ("Who prepared it (states, with commas between them): ", "XBB"),
         ("The day that it bears (such as 2025-10-01): ", "2024-02-01"),
         ("Which areas or dimensions it concerns (with commas between them; - for none): ", "Nature"),
         ("For which meeting, on record or to come (- for none): ", "com-2024-02-30"),
         ("For which meeting, on record or to come (- for none): ", "com-2023-06-01"),
         ("  1  com-2024-01-15/1  calls on members by 2024-02-15: To count.\n"
          "Which requests it answers (with commas between them; - for none): ", "1")],
        ["dimensions: [nature]", "meeting: com-2023-06-01", "answers: [com-2024-01-15/1]"],
    ),
    "a report": (
        [("Of which kind it is: ", "8"), ("Its title: ", "Report"),
         ("Who prepared it (states, with commas between them): ", "XBB"),
         ("The day that it bears (such as 2025-10-01): ", "2024-02-01"),
         ("Which areas or dimensions it concerns (with commas between them; - for none): ", "-")],
        ["kind: report", "date: 2024-02-01"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAPERS)
def test_what_belongs_to_a_paper_is_asked_for(name: str, tmp_path: Path) -> None:
    answers, written = PAPERS[name]
    call = "organ: com\ndate: 2024-01-15\ndecisions:\n"
    call += "  - {number: 1, calls-on: members, by: 2024-02-15, text: To count.}\n"
    here = Terminal(with_register(tmp_path / "register", {"meetings/com-2024-01-15.yaml": call}), "submit")
    here.until("What to call it (an id, such as ict-paper-2): ")
    here.answer("A paper\n")
    here.until("What to call it (an id, such as ict-paper-2): ")
    here.answer("paper-2\n")
    for question, answer in answers:
        here.until(question)
        here.answer(f"{answer}\n")
    shown = here.until(ASK)
    assert [line for line in written if f"  + {line}\n" not in shown] == []
    here.answer("n\n")
    assert here.end()[0] == 0


def test_of_a_paper_on_record_nothing_is_asked(root: Path) -> None:
    here = Terminal(root, "submit", "ice-paper", "--on", "2023-05-01")
    assert "  + date: 2023-05-01\n" in here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


WORDS = ("--why", "Misread.", "--source", "letters p. 2")


def test_a_fact_that_is_corrected_is_checked_as_it_is_answered(root: Path) -> None:
    here = Terminal(root, "correct", *WORDS)
    here.until("Which area, meeting, document or event: ")
    here.answer("ice-paper\n")
    here.until("Which fact (a key; of a list counted from 1: tenures/3/term): ")
    here.answer("dat\n")
    assert "  ice-paper has no fact 'dat'; did you mean date?\n" in here.until("tenures/3/term): ")
    here.answer("areas/4\n")
    assert "  ice-paper has no areas/4\n" in here.until("tenures/3/term): ")
    here.answer("date\n")
    here.until("What it shall say: ")
    here.answer("2025-02-30\n")
    assert "  date: there is no such day as 2025-02-30\n" in here.until("What it shall say: ")
    here.answer("2025-02-28\n")
    assert "date: 2025-02-28" in here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("ice", "numbr"), "ice has no fact 'numbr'; did you mean number?"),
        (("ice", "tenures/9/term"), "ice has no tenures/9/term"),
        (("ice", "number", "one"), "number: a whole number is wanted, not one"),
        (("ice", "number", "3", "--why", " "), "--why says nothing"),
        (("--source", " "), "--source says nothing"),
    ],
)
def test_what_is_given_wrongly_to_correct_is_refused_before_any_question(
    words: tuple[str, ...], message: str, root: Path
) -> None:
    code, said = Terminal(root, "correct", *words).end()
    assert (code, said.partition("\n")[0]) == (2, f"cicareg: {message}")


def test_consents_are_asked_for_among_the_other_co_coordinators(tmp_path: Path) -> None:
    fish = "".join(f"  - {{state: {code}, role: co-coordinator, listed: com-2023-06-01}}\n" for code in
                   ("XBB", "XCC", "XAA"))  # fmt: skip
    root = with_register(tmp_path / "register", {"coordinators/fish.yaml": f"tenures:\n{fish}"})
    here = Terminal(root, "act", "fish", "--from", "2024-03-01")
    assert here.until("Which co-coordinator acts (code or name): ").count(", co-coordinator") == 3
    here.answer("XBB\n")
    shown = here.until("Which of them consented (with commas between them; - for none): ")
    assert [line.split() for line in shown.splitlines() if line.startswith("  ")] == [
        ["1", "XCC", "Corvania"], ["2", "XAA", "Alderia"]
    ]  # fmt: skip
    here.answer("1, 2\n")
    assert "consented: [XCC, XAA]" in here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


def test_pending_proposals_are_offered_to_be_withdrawn(tmp_path: Path) -> None:
    items = (f"  - {{state: XCC, role: {role}, notified: 2025-03-01}}\n" for role in ("coordinator", "co-coordinator"))
    files = {"coordinators/people.yaml": f"proposals:\n{''.join(items)}"}
    here = Terminal(with_register(tmp_path / "register", files), "withdraw", "people")
    shown = here.until("Which state (code or name): ")
    assert "  1  XCC/coordinator  Corvania, of 2025-03-01\n" in shown
    here.answer("2\n")
    here.until("The day on which it took it back: ")
    here.answer("2025-04-01\n")
    assert "Withdraw the proposal of Corvania as co-coordinator for People dimension" in here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


def test_a_wrong_answer_is_explained_and_asked_again(tmp_path: Path) -> None:
    files = {"coordinators/people.yaml": "proposals:\n  - {state: XCC, role: coordinator, notified: 2025-03-01}\n"}
    here = Terminal(with_register(tmp_path / "register", files), "withdraw")
    here.until("Which area (its number, or part of its name): ")
    here.answer("snow\n")
    said = here.until("Which area (its number, or part of its name): ")
    assert "  nothing on record is called 'snow'\n" in said
    here.answer("\n")
    here.until("Which area (its number, or part of its name): ")
    here.answer("people\n")
    here.until("Which state (code or name): ")
    here.answer("Corvonia\n")
    assert "did you mean Corvania?" in here.until("Which state (code or name): ")
    here.answer("Corvania\n")
    here.until("The day on which it took it back: ")
    here.answer("2025-02-30\n")
    assert "there is no such day as 2025-02-30" in here.until("The day on which it took it back: ")
    here.answer("2025-04-01\n")
    here.until(ASK)
    here.answer("n\n")
    assert here.end()[0] == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("withdraw", "ice"), "no proposal for Ice is pending"),
        (("withdraw", "ice", "XCC"), "no proposal of Corvania for Ice is pending"),
        (("act", "ice", "--from", "2024-03-01"), "Alderia is coordinator of Ice on 2024-03-01: nobody acts while"),
        (("decide", "com-2023-06-01/3"), "com-2023-06-01/3 is on record already: it approves Concept paper on ice"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_asked(words: tuple[str, ...], message: str, root: Path) -> None:
    code, said = Terminal(root, *words).end()
    assert (code, " ".join(said.split()).startswith(f"cicareg: {message}")) == (4, True), said


def test_wrong_answers_without_end_are_wrong_usage(root: Path) -> None:
    here = Terminal(root, "withdraw")
    for _ in range(5):
        here.until("Which area (its number, or part of its name): ")
        here.answer("snow\n")
    code, said = here.end()
    assert code == 2
    assert said.endswith("cicareg: AREA is missing\n  --help shows an example\n")


@pytest.mark.parametrize("words", [GIVEN, ("appoint",)], ids=["at the last question", "at the first"])
@pytest.mark.parametrize("how", ["interrupt", "end of input"])
def test_whoever_goes_away_records_nothing(how: str, words: tuple[str, ...], root: Path) -> None:
    here = Terminal(root, *words)
    here.until(ASK if words == GIVEN else "Which area (its number, or part of its name): ")
    if how == "interrupt":
        here.interrupt()
    else:
        here.answer("\x04")
    code, said = here.end()
    assert (code, said.endswith("cicareg: interrupted; nothing was changed\n")) == (130, True)
    assert (acts(root), clean(root)) == ([], True)


def test_what_breaks_a_rule_is_refused_without_a_question(root: Path) -> None:
    here = Terminal(root, *GIVEN[:5], "2026-01/2026-06", *GIVEN[6:])
    code, said = here.end()
    assert (code, ASK in said) == (4, False)
    assert 'if the organ knowingly departed from it: --departure minimum-tenure="the reason"' in said


def test_what_is_on_record_is_said_without_a_question(root: Path) -> None:
    here = Terminal(
        root, "appoint", "ice", "--coordinator", "XAA", "--term", "2024-2025", "--decision", "com-2023-06-01/1"
    )
    code, said = here.end()
    assert (code, ASK in said) == (0, False)
    assert said.endswith("this is on record already, nothing was changed\n")


@pytest.mark.parametrize("words", [GIVEN, ("appoint",)], ids=["at the last question", "at the first"])
def test_a_register_that_is_not_committed_is_refused_before_any_question(words: tuple[str, ...], root: Path) -> None:
    (root / "registry/areas/fish.yaml").write_text("dimension: nature\nnumber: 3\nname: Fish\n", encoding="utf-8")
    code, said = Terminal(root, *words).end()
    told = " ".join(said.split())
    assert told.startswith("cicareg: the register is not as it was last committed: registry/areas/fish.yaml (changed)")
    assert code == 4
    assert acts(root) == []


def test_no_line_but_those_of_files_is_longer_than_the_terminal(root: Path) -> None:
    here = Terminal(root, *GIVEN)
    shown = here.until(ASK).partition("In the files")[0]
    here.answer("n\n")
    here.end()
    assert [line for line in shown.splitlines() if len(line) > 80] == []


def test_where_there_is_nothing_to_undo_nobody_is_asked_why(root: Path) -> None:
    code, said = Terminal(root, "undo").end()
    assert code == 4
    assert said.startswith("cicareg: no act of yours is on record on this branch")
