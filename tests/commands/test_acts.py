"""Acts through the command line, on repositories that hold the sample register."""

import json
import shlex
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest

from cicareg.changes.messages import read
from cicareg.commands import _desk
from cicareg.storage.recording import acting
from cicareg.storage.recording.lock import Lock, locked
from tests.conftest import Ran
from tests.gitting import IDENTITY, PERSON, git, repository, with_register
from tests.support import write

Cicareg = Callable[..., Ran]
APPOINT = ("appoint", "ice", "--coordinator", "Corvania", "--term", "2026-2027", "--decision", "com-2025-06-03/1")
TERMINATE = ("terminate", "1.1", "xaa", "--on", "2025-03-31", "--notified", "2025-03-01", "--reason", "It closed.")
ICE = "registry/coordinators/ice.yaml"
MEETING = "registry/meetings/com-2025-06-03.yaml"


@pytest.fixture(autouse=True)
def someone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git know who records, and nothing of whoever runs the tests."""
    for name, value in {**PERSON, **IDENTITY, "COLUMNS": "80"}.items():
        monkeypatch.setenv(name, value)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_register(tmp_path / "register")


def state(folder: Path) -> Mapping[str, bytes]:
    """Give every file of a folder, but what git keeps for itself only."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    kept = {name: path for name, path in found.items() if not name.startswith(".git/")}
    return {name: path.read_bytes() for name, path in kept.items()}


def refs(folder: Path) -> str:
    return git(folder, "for-each-ref") + git(folder, "rev-parse", "HEAD") + git(folder, "ls-files", "--stage")


def log(folder: Path) -> list[str]:
    return git(folder, "log", "--format=%s").splitlines()


def test_an_act_is_one_commit_with_a_sentence_and_trailers(root: Path, cicareg: Cicareg) -> None:
    ran = cicareg("-C", root, *APPOINT, "--yes", "--message", "As agreed.")
    assert (ran.code, ran.err) == (0, "")
    commit, operation = git(root, "rev-parse", "HEAD")[:10], ran.out.rpartition("(operation ")[2][:12]
    assert ran.out.endswith(f"\nrecorded as {commit} (operation {operation})\n")
    message = git(root, "log", "-1", "--format=%B")
    assert message.splitlines() == [
        "Appoint Corvania as coordinator of Ice for 2026-2027",
        "",
        "As agreed.",
        "",
        "Decision: com-2025-06-03/1",
        "Act: appoint",
        'Arguments: {"area": "ice", "coordinators": ["XCC"], "decision": "com-2025-06-03/1", "term": "2026-2027"}',
        f"Operation: {operation}",
        "",
    ]
    told = read(message)
    assert told is not None
    assert (told.id, told.act.name) == (operation, "appoint")
    assert git(root, "show", "--name-only", "--format=").splitlines() == [ICE, MEETING]
    assert git(root, "status", "--porcelain") == ""
    assert cicareg("-C", root, "validate").code == 0


@pytest.mark.parametrize("none", ["none", "-"])
def test_an_appointment_may_state_no_term(none: str, root: Path, cicareg: Cicareg) -> None:
    ran = cicareg("-C", root, "appoint", "people", *APPOINT[2:5], none, *APPOINT[6:], "--yes")
    assert (ran.code, ran.err) == (0, "")
    tenures = (root / "registry/coordinators/people.yaml").read_text("utf-8")
    assert tenures == "tenures:\n  - {state: XCC, role: coordinator, decision: com-2025-06-03/1}\n"
    assert cicareg("-C", root, *APPOINT[:4], *APPOINT[6:], "--yes").err.startswith("cicareg: --term is missing")


def test_a_dry_run_shows_and_writes_nothing(root: Path, cicareg: Cicareg) -> None:
    before = state(root), refs(root), state(root / ".git")
    ran = cicareg("-C", root, *APPOINT, "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    assert "\n  + " not in ran.out.partition("In the files")[0]
    assert f"  {MEETING} (new)\n" in ran.out
    assert ran.out.endswith("\nnothing was written (--dry-run)\n")
    assert (state(root), refs(root), state(root / ".git")) == before


def test_a_dry_run_needs_no_repository_and_nobody_at_the_terminal(tmp_path: Path, cicareg: Cicareg) -> None:
    ran = cicareg("-C", write(tmp_path), *APPOINT, "--dry-run")
    assert (ran.code, ran.err) == (0, "")


def test_without_a_commit_the_files_are_written_and_the_way_to_finish_is_told(root: Path, cicareg: Cicareg) -> None:
    head = git(root, "rev-parse", "HEAD")
    ran = cicareg("-C", root, *APPOINT, "--no-commit", "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert f"  git -C {root} add {ICE} {MEETING}\n" in ran.out
    assert git(root, "rev-parse", "HEAD") == head
    assert git(root, "status", "--porcelain").splitlines() == [f" M {ICE}", f"?? {MEETING}"]
    assert cicareg("-C", root, "validate").code == 0
    again = cicareg("-C", root, *TERMINATE, "--yes")
    assert again.code == 4
    assert f"the register is not as it was last committed: {ICE} (changed), {MEETING} (new, not committed)" in again.err
    way = ran.out.rpartition("To finish:\n")[2]
    assert again.err.endswith(f"waits for its commit; nothing was recorded\n{way}")
    for line in way.splitlines():
        assert line.startswith(f"  git -C {root} ")
        git(root, *shlex.split(line)[1:])
    assert read(git(root, "log", "-1", "--format=%B")) is not None
    assert cicareg("-C", root, *TERMINATE, "--yes").code == 0


def test_what_was_changed_after_it_was_written_is_the_officers_own(root: Path, cicareg: Cicareg) -> None:
    assert cicareg("-C", root, *APPOINT, "--no-commit", "--yes").code == 0
    with (root / ICE).open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    refused = cicareg("-C", root, *TERMINATE, "--yes")
    assert (refused.code, "  commit your own changes first" in refused.err) == (4, True)
    assert "CICAREG_MSG" not in refused.err


def test_without_a_commit_nothing_is_lost_of_an_act_that_was_waited_for(
    root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    free, first = locked, iter([True])

    def taken(path: Path, wait: float) -> AbstractContextManager[Lock]:
        if next(first, False):
            assert cicareg("-C", root, *AGAIN["correct"], "--yes").code == 0
        return free(path, wait)

    monkeypatch.setattr(acting, "locked", taken)
    ran = cicareg("-C", root, *APPOINT, "--no-commit", "--yes")
    assert (ran.code, ran.err) == (0, "")
    changes = git(root, "diff", "--unified=0", "HEAD", "--", ICE).splitlines()[4:]
    assert [line for line in changes if line.startswith("-") and "via" in line] == []
    assert "via: Ministry" in (root / ICE).read_text(encoding="utf-8")


AGAIN = {
    "appoint": APPOINT,
    "extend": ("extend", "ice", "XBB", "--term", "2026-2027", "--decision", "com-2025-06-03/1"),
    "terminate": TERMINATE,
    "propose": ("propose", "people", "--coordinator", "XCC,XBB", "--notified", "2025-03-01"),
    "decide": ("decide", "com-2025-06-03/1", "--approves", "plan-2026", "--kind", "annual-plan", "--title", "Plan"),
    "decide with a review": ("decide", "com-2025-06-03/1", "--reviews", "1.1,people", "--outcome", "noted"),
    "decide for now": (
        "decide",
        "com-2025-06-03/1",
        "--approves",
        "fish-paper",
        "--preliminary",
        "--silence-until",
        "2025-06-30",
        "--kind",
        "concept-paper",
        "--title",
        "Fish",
    ),
    "convene": (
        *("convene", "com-2031-05-02", "--place", "Lakeside", "--chair", "Alderia", "--began", "2031-05-01"),
        *("--review", "1.1,nature=Ice", "--agenda", "Opening", "--form", "online"),
    ),
    "submit": (
        "submit",
        "fish-paper",
        "--kind",
        "concept-paper",
        "--title",
        "Fish",
        "--area",
        "1.2,nature",
        "--by",
        "Borland",
        "--on",
        "2024-02-01",
        "--restricted",
    ),
    "correct": ("correct", "ice", "tenures/1/via", "Ministry", "--why", "Forgotten.", "--source", "letters 3"),
}


@pytest.mark.parametrize("name", AGAIN)
@pytest.mark.parametrize("how", ["--yes", "--dry-run", "--no-commit"])
def test_the_same_again_changes_nothing_and_says_so(name: str, how: str, root: Path, cicareg: Cicareg) -> None:
    assert cicareg("-C", root, *AGAIN[name], "--yes").code == 0
    before = state(root), refs(root)
    ran = cicareg("-C", root, *AGAIN[name], *dict.fromkeys((how, "--yes")))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(": this is on record already, nothing was changed\n")
    assert len(ran.out.splitlines()) == 1
    assert (state(root), refs(root)) == before


def test_what_breaks_a_rule_is_refused_with_the_way_out(root: Path, cicareg: Cicareg) -> None:
    before = state(root), refs(root)
    words = ("appoint", "ice", "--coordinator", "XCC", "--term", "2025-2026", "--decision", "com-2024-12-03/1")
    ran = cicareg("-C", root, *words, "--yes")
    assert ran.code == 4
    assert ran.err == (
        "cicareg: this breaks a rule (one-coordinator): nothing was recorded\n"
        '  if the organ knowingly departed from it: --departure one-coordinator="the reason"\n'
    )
    assert "breach     one-coordinator" in ran.out
    assert (state(root), refs(root)) == before
    done = cicareg("-C", root, *words, "--departure", "one-coordinator=Two were wanted.", "--yes")
    assert done.code == 0
    assert "Departure: one-coordinator: Two were wanted.\n" in git(root, "log", "-1", "--format=%B")


def test_a_dry_run_of_what_breaks_a_rule_exits_4_too(root: Path, cicareg: Cicareg) -> None:
    words = ("appoint", "ice", "--coordinator", "XCC", "--term", "2026-01/2026-06", "--decision", "com-2025-06-03/1")
    assert cicareg("-C", root, *words, "--dry-run").code == 4


def test_what_breaks_other_records_is_refused(root: Path, cicareg: Cicareg) -> None:
    before = state(root), refs(root)
    words = ("correct", "com-2023-06-01", "decisions/1", "--remove", "--why", "Misread.", "--source", "letters 3")
    ran = cicareg("-C", root, *words, "--yes")
    assert ran.code == 4
    assert "this breaks a rule (reference): nothing was recorded" in ran.err
    assert (state(root), refs(root)) == before


def test_nobody_at_the_terminal_is_asked(root: Path, cicareg: Cicareg) -> None:
    before = state(root), refs(root)
    ran = cicareg("-C", root, *APPOINT)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "cicareg: nobody is at the terminal to be asked\n"
        "  --yes records it without a question, --dry-run only shows it\n"
    )
    assert (state(root), refs(root)) == before


WRONG: dict[str, tuple[tuple[str, ...], str]] = {
    "no area": (("appoint", "--yes"), "AREA is missing"),
    "no term": (("appoint", "ice", "--coordinator", "XCC", "--yes"), "--term is missing"),
    "nobody": (("appoint", "ice", "--term", "2026-2027", "--decision", "com-2025-06-03/1", "--yes"), "nobody is named"),
    "area": (("appoint", "snow", *APPOINT[2:], "--yes"), "nothing on record is called 'snow'"),
    "state": ((*APPOINT[:3], "Corvonia", *APPOINT[4:], "--yes"), "did you mean Corvania?"),
    "term": ((*APPOINT[:5], "2026", *APPOINT[6:], "--yes"), "a term is written like 2024-2025"),
    "decision": ((*APPOINT[:7], "com-2025-06-03", "--yes"), "'com-2025-06-03' cites no decision"),
    "day": ((*APPOINT, "--notified", "yesterday", "--yes"), "a day is written like 2024-03-15, not 'yesterday'"),
    "departure": ((*APPOINT, "--departure", "minimum-tenure", "--yes"), "a departure is given as RULE=REASON"),
    "note": (
        (*APPOINT, "--note", "ice-paper", "--yes"),
        "a notice is carried by a note-verbale; ice-paper is of the kind concept-paper\n  none is on record",
    ),
    "two verbs": (
        ("decide", "com-2025-06-03/1", "--approves", "x", "--considers", "y", "--yes"),
        "a paragraph has one verb, not --considers and --approves",
    ),
    "no verb": (("decide", "com-2025-06-03/1", "--yes"), "what does the decision do?"),
    "word": (
        ("decide", "com-2025-06-03/1", "--considers", "charter", "--outcome", "nted", "--yes"),
        "--outcome: nted is not one of consultations-continue, agreed, noted; did you mean noted?",
    ),
    "no such paper": (("submit", "fish-paper", "--yes"), "fish-paper is not on record yet, and --kind is missing"),
    "no meeting": (("convene", "--yes"), "MEETING is missing"),
    "no review": (("convene", "com-2031-05-02", "--review", "ice", "--yes"), "'ice' names no review"),
    "no id": (("submit", "--kind", "report", "--yes"), "ID is missing"),
    "no subject": (("submit", "x", "--area", "fog", "--yes"), "nothing on record is called 'fog'"),
    "no reason": ((*TERMINATE[:-1], " ", "--yes"), "--reason says nothing"),
    "value and none": (
        ("correct", "ice", "number", "3", "--remove", "--yes"),
        "--remove and a value exclude each other",
    ),
    "a state": (("correct", "Corvania", "name", "x", "--why", "x", "--source", "y", "--yes"), "Corvania is a state: "),
    "no value": (("correct", "ice", "number", "--why", "x", "--source", "y", "--yes"), "VALUE is missing"),
    "no reason to undo": (("undo", "last", "--yes"), "--why is missing"),
    "nothing to undo": (("undo", "--why", "x", "--yes"), "OPERATION is missing"),
    "an empty operation": (("undo", "", "--why", "x", "--yes"), "'' is no operation"),
    "part of an operation": (("undo", "0123", "--why", "x", "--yes"), "'0123' is no operation"),
    "a pattern": (("undo", "a.*", "--why", "x", "--yes"), "'a.*' is no operation"),
    "two options": (("act", "fish", "XBB", "--yes"), "--from is missing"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_usage_exits_2_and_changes_nothing(name: str, root: Path, cicareg: Cicareg) -> None:
    words, message = WRONG[name]
    before = state(root), refs(root)
    ran = cicareg("-C", root, *words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert (state(root), refs(root)) == before


def test_errors_that_were_there_before_are_mentioned_and_forbid_nothing(tmp_path: Path, cicareg: Cicareg) -> None:
    short = "tenures:\n  - {state: XBB, role: coordinator, term: 2024-01/2024-06, decision: com-2023-06-01/1}\n"
    root = with_register(tmp_path / "register", {"coordinators/fish.yaml": short})
    ran = cicareg("-C", root, *APPOINT, "--yes")
    assert ran.code == 0
    assert "The register has 2 errors already, none of this act (see: cicareg validate)\n" in ran.out
    assert len(log(root)) == 2


def test_a_record_with_errors_is_not_added_to(tmp_path: Path, cicareg: Cicareg) -> None:
    root = with_register(tmp_path / "register", {"coordinators/ice.yaml": "tenures: 1\n"})
    ran = cicareg("-C", root, *APPOINT, "--yes")
    assert (ran.code, ran.err) == (
        4,
        "cicareg: the record of who holds ice has errors: nothing is added to it\n"
        "  cicareg validate shows them: mend them first\n",
    )


def test_a_register_that_cannot_be_read_at_all_exits_3(tmp_path: Path, cicareg: Cicareg) -> None:
    root = with_register(tmp_path / "register", {"registry.yaml": "format: 1\n"})
    ran = cicareg("-C", root, *APPOINT, "--yes")
    assert (ran.code, ran.out) == (3, "")
    assert "registry/registry.yaml cannot be read" in ran.err


def test_other_work_of_the_person_stays_as_it_is(root: Path, cicareg: Cicareg) -> None:
    (root / "notes.txt").write_text("staged\n", encoding="utf-8")
    git(root, "add", "notes.txt")
    (root / "notes.txt").write_text("changed\n", encoding="utf-8")
    (root / "draft.txt").write_text("new\n", encoding="utf-8")
    assert cicareg("-C", root, *APPOINT, "--yes").code == 0
    assert git(root, "show", "--name-only", "--format=").splitlines() == [ICE, MEETING]
    assert git(root, "status", "--porcelain").splitlines() == ["AM notes.txt", "?? draft.txt"]
    assert git(root, "show", ":notes.txt") == "staged\n"


@pytest.mark.parametrize("staged", [False, True])
def test_a_register_that_is_not_committed_is_refused_and_the_file_named(
    staged: bool, root: Path, cicareg: Cicareg
) -> None:
    path = root / "registry/areas/fish.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("number: 2", "number: 3"), encoding="utf-8")
    if staged:
        git(root, "add", "--all")
    before = state(root), refs(root)
    ran = cicareg("-C", root, *APPOINT, "--yes")
    assert ran.code == 4
    assert "the register is not as it was last committed: registry/areas/fish.yaml (changed)" in ran.err
    assert "  commit your own changes first" in ran.err
    assert (state(root), refs(root)) == before


def test_without_git_nothing_is_recorded(tmp_path: Path, cicareg: Cicareg) -> None:
    root = write(tmp_path)
    before = state(root)
    ran = cicareg("-C", root, *APPOINT, "--yes")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err == f"cicareg: {root} is not in a git repository\n"
    assert state(root) == before


def test_without_a_first_commit_nothing_is_recorded(tmp_path: Path, cicareg: Cicareg) -> None:
    root = write(repository(tmp_path / "register"))
    ran = cicareg("-C", root, *APPOINT, "--yes")
    assert (ran.code, ran.out) == (4, "")
    assert "Traceback" not in ran.err


def test_what_is_proposed_is_pending_until_it_is_taken_up(root: Path, cicareg: Cicareg) -> None:
    none = cicareg("-C", root, "list", "--pending")
    assert (none.code, none.err) == (0, "cicareg: no proposal is pending\n")
    propose = ("propose", "people", "--coordinator", "XCC", "--term", "2026-2027", "--notified", "2025-03-01")
    assert cicareg("-C", root, *propose, "--yes").code == 0
    assert "Corvania" in cicareg("-C", root, "list", "--pending").out
    assert "pending" in cicareg("-C", root, "show", "people").out
    assert "2 People: coordinator, 2026-2027 [pending, notified 2025-03-01]" in cicareg("-C", root, "show", "XCC").out
    appoint = ("appoint", "people", "--coordinator", "XCC", "--term", "2026-2027", "--decision", "com-2025-06-03/1")
    ran = cicareg("-C", root, *appoint, "--yes")
    assert "  takes up the proposal of Corvania of 2025-03-01\n" in ran.out
    listed = json.loads(cicareg("-C", root, "list", "--pending", "--format", "json").out)
    assert listed["posts"] == []
    assert "pending" not in cicareg("-C", root, "show", "XCC").out


def test_a_proposal_can_be_withdrawn(root: Path, cicareg: Cicareg) -> None:
    assert (
        cicareg("-C", root, "propose", "people", "--coordinator", "XCC", "--notified", "2025-03-01", "--yes").code == 0
    )
    ran = cicareg("-C", root, "withdraw", "people", "XCC", "--on", "2025-04-01", "--yes")
    assert ran.code == 0
    assert log(root)[0] == "Withdraw the proposal of Corvania for People dimension"
    assert cicareg("-C", root, "list", "--pending").err == "cicareg: no proposal is pending\n"


def test_a_whole_meeting_can_be_entered(root: Path, cicareg: Cicareg) -> None:
    meeting = "com-2025-06-03"
    steps = (
        (
            "decide",
            f"{meeting}/3",
            "--calls-on",
            "members",
            "--before",
            "2025-10-01",
            "--text",
            "To count before 1 October 2025.",
            "--place",
            "Lakeside",
        ),
        ("decide", f"{meeting}/1", "--recommends", "pact", "--to", "asm", "--kind", "statement", "--title", "Pact"),
        ("appoint", "ice", "--coordinator", "XCC", "--term", "2026-2027", "--decision", f"{meeting}/2"),
        ("extend", "ice", "XBB", "--term", "2026-2027", "--decision", f"{meeting}/2", "--notified", "2025-05-01"),
        ("decide", f"{meeting}/4", "--considers-person", "Ann Other", "--office", "secretary"),
        ("decide", f"{meeting}/5", "--text", "It thanks."),
    )
    for step in steps:
        ran = cicareg("-C", root, *step, "--yes")
        assert (ran.code, ran.err) == (0, ""), step
    assert (root / MEETING).read_text(encoding="utf-8").splitlines()[3:] == [
        "decisions:",
        "  - {number: 1, recommends: pact, to: asm}",
        "  - {number: 2, appoints: [ice], amends-list: true}",
        "  - {number: 3, calls-on: members, before: 2025-10-01, text: {en: To count before 1 October 2025.}}",
        "  - {number: 4, considers-person: {name: Ann Other, office: secretary}}",
        "  - {number: 5, text: {en: It thanks.}}",
    ]
    assert cicareg("-C", root, "validate").code == 0
    assert len(log(root)) == 1 + len(steps)


def test_undo_takes_back_the_last_act_as_a_new_commit(root: Path, cicareg: Cicareg) -> None:
    assert cicareg("-C", root, *APPOINT, "--yes").code == 0
    ran = cicareg("-C", root, "undo", "last", "--why", "The wrong state.", "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert log(root) == [
        "Undo: Appoint Corvania as coordinator of Ice for 2026-2027",
        "Appoint Corvania as coordinator of Ice for 2026-2027",
        "All",
    ]
    assert cicareg("-C", root, "validate").code == 0
    assert "Corvania" not in cicareg("-C", root, "list").out.partition("Fisheries")[0]


def test_undo_twice_changes_nothing_and_the_act_can_be_recorded_anew(root: Path, cicareg: Cicareg) -> None:
    first = cicareg("-C", root, *APPOINT, "--yes")
    cicareg("-C", root, "undo", "last", "--why", "The wrong state.", "--yes")
    ran = cicareg("-C", root, "undo", operation(first.out), "--why", "The wrong state.", "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("this is on record already, nothing was changed\n")
    assert cicareg("-C", root, *APPOINT, "--yes").code == 0
    assert log(root)[0] == "Appoint Corvania as coordinator of Ice for 2026-2027"


def test_an_undo_can_be_taken_back_by_its_operation(root: Path, cicareg: Cicareg) -> None:
    cicareg("-C", root, *APPOINT, "--yes")
    after = (root / ICE).read_bytes()
    ran = cicareg("-C", root, "undo", "last", "--why", "The wrong state.", "--yes")
    operation = ran.out.rpartition("(operation ")[2][:12]
    assert cicareg("-C", root, "undo", operation.upper(), "--why", "It was right.", "--yes").code == 0
    tenure = "{state: XCC, role: coordinator, term: 2026-2027, decision: com-2025-06-03/1}"
    assert f"  - {tenure}\n" in after.decode()
    assert f"  - {tenure}\n" in (root / ICE).read_text(encoding="utf-8")


def operation(said: str) -> str:
    return said.rpartition("(operation ")[2][:12]


def test_undo_last_again_takes_back_the_act_before_it(root: Path, cicareg: Cicareg) -> None:
    def undo() -> Ran:
        return cicareg("-C", root, "undo", "last", "--why", "x", "--yes")

    cicareg("-C", root, "propose", "people", "--coordinator", "XCC", "--notified", "2025-03-01", "--yes")
    cicareg("-C", root, *APPOINT, "--yes")
    assert undo().code == 0
    second = undo()
    assert second.code == 0
    assert log(root)[0] == "Undo: Note the proposal of Corvania as coordinator of People dimension"
    ran = undo()
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith("cicareg: no act of yours that stands is on record on this branch\n")
    assert cicareg("-C", root, "undo", operation(second.out), "--why", "x", "--yes").code == 0
    assert undo().code == 0  # what stands again is the last once more
    assert log(root)[0] == "Undo: Note the proposal of Corvania as coordinator of People dimension"
    assert undo().code == 4


def test_what_was_undone_and_stands_again_is_undone_again(root: Path, cicareg: Cicareg) -> None:
    def undo(which: str) -> str:
        ran = cicareg("-C", root, "undo", which, "--why", "x", "--yes")
        assert ran.code == 0, ran.err
        return operation(ran.out)

    first = operation(cicareg("-C", root, *APPOINT, "--yes").out)
    undid = undo(first)
    again = undo(undid)
    assert "Corvania (2026-2027)" in cicareg("-C", root, "list").out
    third = undo(first)
    assert f"source: operation {first}, again after {again}\n" in (root / ICE).read_text(encoding="utf-8")
    assert "Corvania (2026-2027)" not in cicareg("-C", root, "list").out
    ran = cicareg("-C", root, "undo", first, "--why", "x", "--yes")
    assert ran.out.endswith("this is on record already, nothing was changed\n")
    assert undo(third)
    assert "Corvania (2026-2027)" in cicareg("-C", root, "list").out
    assert cicareg("-C", root, "validate").code == 0


def test_a_mistyped_meeting_is_taken_back_with_its_act(root: Path, cicareg: Cicareg) -> None:
    cicareg("-C", root, *APPOINT, "--yes")
    assert cicareg("-C", root, "undo", "last", "--why", "It met in July.", "--yes").code == 0
    assert "  held       no: it is on record by mistake\n" in cicareg("-C", root, "show", "com-2025-06-03").out
    right = [word.replace("com-2025-06-03", "com-2025-07-03") for word in APPOINT]
    assert cicareg("-C", root, *right, "--yes").code == 0
    assert cicareg("-C", root, "validate").code == 0
    assert cicareg("-C", root, "validate", "--against", "HEAD~2").code == 0
    assert cicareg("-C", root, "validate", "--against", "HEAD~1").code == 0


def test_undo_of_an_earlier_act_by_its_operation(root: Path, cicareg: Cicareg) -> None:
    ran = cicareg("-C", root, "propose", "people", "--coordinator", "XCC", "--notified", "2025-03-01", "--yes")
    operation = ran.out.rpartition("(operation ")[2][:12]
    cicareg("-C", root, *APPOINT, "--yes")
    assert cicareg("-C", root, "undo", operation, "--why", "Not theirs.", "--yes").code == 0
    assert log(root)[0] == "Undo: Note the proposal of Corvania as coordinator of People dimension"


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ("last", "no act of yours is on record on this branch"),
        ("0123456789ab", "no operation '0123456789ab' on this branch"),
    ],
)
def test_what_was_no_act_cannot_be_undone(operation: str, message: str, root: Path, cicareg: Cicareg) -> None:
    ran = cicareg("-C", root, "undo", operation, "--why", "x", "--yes")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err == f"cicareg: {message}\n  all acts with their operations: git log --grep=Operation:\n"


def test_an_operation_that_a_message_only_mentions_is_not_the_act(root: Path, cicareg: Cicareg) -> None:
    ran = cicareg("-C", root, "propose", "people", "--coordinator", "XCC", "--notified", "2025-03-01", "--yes")
    operation = ran.out.rpartition("(operation ")[2][:12]
    cicareg("-C", root, *APPOINT, "--yes", "--message", f"Not what this was:\nAct: propose\nOperation: {operation}")
    git(root, "commit", "--quiet", "--allow-empty", "-m", f"As told\n\nAct: propose\nOperation: {operation}")
    assert cicareg("-C", root, "undo", operation, "--why", "Not theirs.", "--yes").code == 0
    assert log(root)[0] == "Undo: Note the proposal of Corvania as coordinator of People dimension"


def test_last_is_the_last_act_of_this_person(root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch) -> None:
    cicareg("-C", root, *APPOINT, "--yes")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ann")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "ann@example.org")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2025-03-02T12:00:00Z")
    theirs = cicareg("-C", root, "propose", "people", "--coordinator", "XCC", "--notified", "2025-03-01", "--yes")
    operation = theirs.out.rpartition("(operation ")[2][:12]
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", IDENTITY["GIT_AUTHOR_EMAIL"])
    assert cicareg("-C", root, "undo", "last", "--why", "x", "--yes").code == 0
    assert log(root)[0] == "Undo: Appoint Corvania as coordinator of Ice for 2026-2027"
    ran = cicareg("-C", root, "undo", operation, "--why", "x", "--yes")
    subject = "Undo: Note the proposal of Corvania as coordinator of People dimension (recorded by Ann on 2025-03-02)"
    assert (ran.code, log(root)[0]) == (0, subject)


def test_a_file_of_the_commit_that_is_no_yaml_is_refused(root: Path, cicareg: Cicareg) -> None:
    ran = cicareg("-C", root, *APPOINT, "--yes")
    operation = ran.out.rpartition("(operation ")[2][:12]
    (root / "registry/notes.yaml").write_text("a: [\n", encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--amend", "--no-edit")
    git(root, "rm", "--quiet", "registry/notes.yaml")
    git(root, "commit", "--quiet", "-m", "Away")
    ran = cicareg("-C", root, "undo", operation, "--why", "x", "--yes")
    assert (ran.code, ran.err.splitlines()[0]) == (
        4, "cicareg: registry/notes.yaml cannot be read as that commit left it"
    )  # fmt: skip


def test_the_day_today_is_read_at_the_door(root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_desk, "today", lambda: date(2025, 3, 1))
    assert cicareg("-C", root, "propose", "people", "--coordinator", "XCC", "--notified", "today", "--yes").code == 0
    assert "notified: 2025-03-01" in (root / "registry/coordinators/people.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_but_those_of_files_is_longer_than_the_screen(
    columns: int, root: Path, cicareg: Cicareg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for words in (*AGAIN.values(), (*APPOINT[:5], "2025-01/2025-06", *APPOINT[6:])):
        shown = cicareg("-C", root, *words, "--dry-run").out.partition("In the files")[0]
        assert [line for line in shown.splitlines() if len(line) > columns] == []


def test_a_note_that_is_older_than_the_notice_is_wrong_usage(tmp_path: Path, cicareg: Cicareg) -> None:
    note = {"documents/note-1.yaml": "kind: note-verbale\ntitle: {en: A note, fr: Une note}\ndate: 2025-02-28\n"}
    root = with_register(tmp_path / "register", note)
    asked = ("propose", "people", "--coordinator", "XCC", "--note", "note-1", "--dry-run", "--notified")
    assert cicareg("-C", root, *asked, "2025-02-28").code == 0
    ran = cicareg("-C", root, *asked, "2025-03-01")
    assert (ran.code, ran.err) == (
        2, "cicareg: note-1 is of 2025-02-28: it cannot carry a notice of 2025-03-01\n  leave --note out\n"
    )  # fmt: skip


def test_a_request_says_what_is_asked_for(root: Path, cicareg: Cicareg) -> None:
    asked = ("decide", "com-2025-06-03/1", "--calls-on", "members", "--before", "2025-10-01", "--dry-run")
    ran = cicareg("-C", root, *asked)
    assert (ran.code, ran.err) == (
        2, "cicareg: --calls-on: what is asked for is missing\n  --text TEXT, or --for DOCUMENT\n"
    )  # fmt: skip
    for more in (("--text", "To count fish."), ("--for", "ice-paper")):
        assert cicareg("-C", root, *asked, *more).code == 0


def test_areas_may_have_commas_between_them_and_count_once(root: Path, cicareg: Cicareg) -> None:
    asked = ("--approves", "fish-paper", "--kind", "concept-paper", "--title", "Fish paper", "--organ", "com")
    areas = ("--area", "fish, 1.1", "--area", "ice")
    ran = cicareg("-C", root, "decide", "com-2025-06-03/1", *asked, *areas, "--dry-run")
    assert (ran.code, "  + areas: [fish, ice]\n" in ran.out) == (0, True)


def test_a_reason_with_a_character_that_no_file_may_hold_is_to_be_typed_anew(root: Path, cicareg: Cicareg) -> None:
    assert cicareg("-C", root, *APPOINT, "--yes").code == 0
    ran = cicareg("-C", root, "undo", "last", "--why", "a\x07b", "--yes")
    assert (ran.code, ran.err.startswith("cicareg: --why: the text ")) == (2, True)
    assert ran.err.endswith("\n  type it anew, without that character\n")
