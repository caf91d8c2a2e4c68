"""Acts of two officers come together through a bare repository; what is said is what landed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.storage import git as program
from tests.conftest import Ran
from tests.gitting import git
from tests.sharing.offices import Office, bare, office, operation
from tests.support import write

ICE = "Appoint Corvania as coordinator of Ice for 2026-2027"
FAULTY = "registry/coordinators/people.yaml"
PEOPLE = "Appoint Borland as coordinator of People dimension for 2026-2027"


def test_where_both_have_the_same_there_is_nothing_to_share(ada: Office) -> None:
    assert ada.sync() == Ran(0, "nothing to share: origin has what this clone has\n", "")


def test_an_act_is_sent(ada: Office, remote: Path) -> None:
    told = ada.appoint("ice", "XCC", "com-2025-06-03/1")
    assert ada.sync() == Ran(0, f"sent to origin:\n  {ICE} (operation {told})\n", "")
    assert git(remote, "rev-parse", "main").strip() == ada.tip


def test_what_others_recorded_comes_in(ada: Office, ben: Office) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    assert ben.sync() == Ran(0, f"new from origin:\n  {ICE} (Ada)\n", "")
    assert (ben.tip, ben.status()) == (ada.tip, "")
    assert "XCC" in (ben.folder / "registry/coordinators/ice.yaml").read_text(encoding="utf-8")


def by_hand(office_: Office) -> None:
    """Send something that breaks a rule as somebody without this program does."""
    office_.commit({FAULTY: "tenures:\n  - {state: XZZ, role: coordinator, listed: com-2023-06-01}\n"}, "By hand")
    office_.git("push", "--quiet", "origin", "HEAD:main")


@pytest.mark.parametrize("own", [False, True])
def test_what_comes_in_and_breaks_a_rule_is_told_with_commit_and_person(ada: Office, ben: Office, own: bool) -> None:
    by_hand(ada)
    if own:
        ben.appoint("ice", "XCC", "com-2025-06-03/1")
    done = ben.sync()
    assert (done.code, "new from origin:\n  By hand (Nobody)\n" in done.out) == (0, True)
    assert done.err.startswith(
        f"warning: what came in is not in order: “By hand” (Nobody, {ada.tip[:10]}) breaks a rule: {FAULTY}:2:13: "
    )
    assert ben.sync().err == ""


def test_what_comes_in_and_takes_away_what_was_on_record_is_told(ada: Office, ben: Office) -> None:
    (ada.folder / "registry/coordinators/ice.yaml").unlink()
    ada.commit({}, "By hand")
    ada.git("push", "--quiet", "origin", "HEAD:main")
    done = ben.sync()
    assert done.code == 0
    assert f"“By hand” (Nobody, {ada.tip[:10]}) breaks a rule: registry/registry.yaml:1:1: history: " in done.err


def test_of_what_others_have_mended_nothing_is_said(ada: Office, ben: Office) -> None:
    by_hand(ada)
    ada.git("revert", "--no-edit", "HEAD")
    ada.git("push", "--quiet", "origin", "HEAD:main")
    assert ben.sync().err == ""


def test_K06_both_add_the_same_meeting_and_both_decisions_are_in_it(ada: Office, ben: Office) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    told = ben.appoint("people", "XBB", "com-2025-06-03/2")
    done = ben.sync()
    assert done == Ran(0, f"sent to origin:\n  {PEOPLE} (operation {told})\nnew from origin:\n  {ICE} (Ada)\n", "")
    meeting = (ben.folder / "registry/meetings/com-2025-06-03.yaml").read_text(encoding="utf-8")
    assert meeting.count("appoints") == 2
    assert ben.status() == ""
    assert ben.call("-C", ben.folder, "validate").code == 0


def test_K03_both_add_to_the_end_of_one_list(ada: Office, ben: Office) -> None:
    ada.appoint("ice", "XDD", "com-2025-06-03/1", role="co-coordinator")
    ben.appoint("ice", "XCC", "com-2025-06-03/2", role="co-coordinator")
    assert (ada.sync().code, ben.sync().code, ada.sync().code) == (0, 0, 0)
    lines = (ada.folder / "registry/coordinators/ice.yaml").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines[-2:]] == ["  - {state: XDD", "  - {state: XCC"]
    assert ada.tip == ben.tip


def test_an_act_made_again_keeps_author_day_message_and_operation(ada: Office, ben: Office) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    told = ben.appoint("people", "XBB", "com-2025-06-03/2")
    old = "2025-06-04T10:00:00+0600"
    ben.git("commit", "--quiet", "--amend", "--no-edit", "--author", "Ben <ben@example.org>", "--date", old)
    shape = "--format=%an <%ae> %ad%n%B"
    before = ben.git("log", "-1", shape)
    assert ben.sync().code == 0
    assert ben.git("log", "-1", shape) == before
    assert before.splitlines()[0] == "Ben <ben@example.org> Wed Jun 4 10:00:00 2025 +0600"
    assert before.splitlines()[-1] == f"Operation: {told}"
    assert ben.git("log", "-1", "--format=%P") == ada.tip


def test_K07_the_same_act_of_two_officers_is_recorded_once_and_said_so(ada: Office, ben: Office) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    told = ben.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    assert ben.sync() == Ran(
        0,
        f"not sent, another act has recorded the same:\n  {ICE} (operation {told})\nnew from origin:\n  {ICE} (Ada)\n",
        "",
    )
    assert (ben.tip, ben.status()) == (ada.tip, "")


def test_several_acts_are_made_again_in_their_order(ada: Office, ben: Office) -> None:
    start = ada.tip
    ada.appoint("fish", "XDD", "com-2025-06-03/1", role="co-coordinator")
    ada.sync()
    ben.appoint("ice", "XCC", "com-2025-06-03/2")
    ben.appoint("people", "XBB", "com-2025-06-03/3")
    assert ben.sync().code == 0
    assert ben.subjects(start)[1:] == [ICE, PEOPLE]


def test_an_act_that_no_longer_fits_is_refused_and_names_the_act_in_the_way(
    ada: Office, ben: Office, remote: Path
) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1", "2026-2027")
    ada.sync()
    told = ben.appoint("ice", "XCC", "com-2025-06-03/2", "2027-2028")
    before = ben.tip
    done = ben.sync()
    assert (done.code, done.out) == (4, "")
    assert done.err.startswith(
        f"cicareg: Appoint Corvania as coordinator of Ice for 2027-2028 (operation {told}) does not fit what others "
        "have recorded meanwhile: tenure-overlap: "
    )
    assert f"In the way: “{ICE}” (Ada, {ada.tip[:10]}). Nothing was shared, nothing was changed here" in done.err
    assert f'cicareg undo {told} --why "…", then cicareg sync' in done.err
    assert (ben.tip, ben.status()) == (before, "")
    assert git(remote, "rev-parse", "main").strip() == ada.tip


def test_acts_on_the_same_files_that_are_not_in_the_way_are_not_named(ada: Office, ben: Office) -> None:
    ada.appoint("fish", "XDD", "com-2025-06-03/3", role="co-coordinator")
    ada.appoint("ice", "XCC", "com-2025-06-03/1", "2026-2027")
    guilty = ada.tip
    ada.appoint("people", "XBB", "com-2025-06-03/4")
    ada.sync()
    ben.appoint("ice", "XCC", "com-2025-06-03/2", "2027-2028")
    said = ben.sync().err
    assert f"In the way: “{ICE}” (Ada, {guilty[:10]}). Nothing was shared" in said


def test_of_an_act_that_rests_on_another_of_its_clone_those_where_the_rules_find_fault_are_named(
    ada: Office, ben: Office
) -> None:
    ada.appoint("people", "XBB", "com-2026-06-03/4", "2027-2028")
    ada.appoint("ice", "XCC", "com-2026-06-03/1", "2028-2029")
    guilty = ada.tip
    ada.appoint("fish", "XDD", "com-2026-06-03/3", "2027-2028", role="co-coordinator")
    ada.sync()
    ben.appoint("ice", "XCC", "com-2025-06-05/3", "2026-2027", role="co-coordinator")
    asked = ("--term", "2028-2029", "--decision", "com-2026-06-03/5", "--notified", "2026-03-01", "--yes")
    told = operation(ben.call("-C", ben.folder, "extend", "ice", "XCC", *asked).out)
    said = ben.sync().err
    assert f"(operation {told}) does not fit" in said
    assert f"In the way: “Appoint Corvania as coordinator of Ice for 2028-2029” (Ada, {guilty[:10]}). Nothing" in said


def test_what_was_taken_back_before_anybody_saw_it_is_left_out(ada: Office, ben: Office) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1", "2026-2027")
    ada.sync()
    told = ben.appoint("ice", "XCC", "com-2025-06-03/2", "2027-2028")
    other = ben.appoint("people", "XBB", "com-2025-06-03/3")
    undone = ben.undo(told)
    assert undone.code == 0
    assert ben.sync().out == (
        f"sent to origin:\n  {PEOPLE} (operation {other})\n"
        "taken back before anybody saw it, so not sent, and no longer in the history here:\n"
        f"  Appoint Corvania as coordinator of Ice for 2027-2028 (operation {told})\n"
        f"  Undo: Appoint Corvania as coordinator of Ice for 2027-2028 (operation {operation_of(undone)})\n"
        f"new from origin:\n  {ICE} (Ada)\n"
    )
    assert ben.call("-C", ben.folder, "validate").code == 0


def operation_of(done: Ran) -> str:
    return done.out.rpartition("(operation ")[2].partition(")")[0]


def test_what_was_taken_back_and_still_fits_is_shared_with_its_history(ada: Office, ben: Office) -> None:
    ada.appoint("fish", "XDD", "com-2025-06-03/1", role="co-coordinator")
    ada.sync()
    told = ben.appoint("ice", "XCC", "com-2025-06-03/2")
    ben.undo(told)
    assert ben.sync().code == 0
    assert ben.subjects(ada.tip) == [ICE, f"Undo: {ICE}"]


def test_a_meeting_that_an_act_made_again_puts_on_record_as_held_is_told(ada: Office, ben: Office) -> None:
    first = ada.appoint("ice", "XCC", "com-2025-06-03/1")
    assert (ada.sync().code, ben.sync().code) == (0, 0)
    told = ben.appoint("people", "XBB", "com-2025-06-03/2")
    assert ada.undo(first).code == 0
    assert ada.sync().code == 0
    done = ben.sync()
    assert done.code == 0
    assert done.err == (
        f"the meeting com-2025-06-03 was marked as not held; with “{PEOPLE}” (operation {told}) it is on record as "
        "held again\n"
    )
    meeting = (ben.folder / "registry/meetings/com-2025-06-03.yaml").read_text(encoding="utf-8")
    assert "\nheld:" not in meeting


def test_the_first_officer_sends_to_an_empty_repository(tmp_path: Path, cicareg: Callable[..., Ran]) -> None:
    empty = bare(tmp_path / "shared.git")
    first = office(empty, tmp_path / "ada", cicareg)
    write(first.folder)
    first.git("add", "--all")
    first.git("commit", "--quiet", "--message", "All")
    told = first.appoint("ice", "XCC", "com-2025-06-03/1")
    said = "origin was empty: the register was checked as it stands; 1 older commit was not judged\n"
    assert first.sync() == Ran(0, f"sent to origin:\n  All\n  {ICE} (operation {told})\n", said)
    assert git(empty, "rev-parse", "main").strip() == first.tip


def test_the_history_before_the_first_sharing_is_sent_and_not_judged(
    tmp_path: Path, cicareg: Callable[..., Ran]
) -> None:
    empty = bare(tmp_path / "shared.git")
    first = office(empty, tmp_path / "ada", cicareg)
    write(first.folder)
    first.commit({FAULTY: "tenures:\n  - {state: XZZ, role: coordinator, listed: com-2023-06-01}\n"}, "By hand")
    (first.folder / FAULTY).unlink()
    first.commit({}, "Mended")
    first.appoint("ice", "XCC", "com-2025-06-03/1")
    done = first.sync()
    assert done.code == 0
    assert done.err == "origin was empty: the register was checked as it stands; 2 older commits were not judged\n"
    assert git(empty, "rev-parse", "main").strip() == first.tip


@pytest.mark.parametrize("looked", [True, False])
def test_of_a_new_branch_only_what_no_other_branch_there_has_is_judged(ada: Office, remote: Path, looked: bool) -> None:
    by_hand(ada)
    ada.git("revert", "--no-edit", "HEAD")
    ada.git("push", "--quiet", "origin", "HEAD:main")
    ada.git("switch", "--quiet", "--create", "draft")
    told = ada.appoint("ice", "XCC", "com-2025-06-03/1")
    if not looked:
        ada.git("update-ref", "-d", "refs/remotes/origin/main")
    assert ada.sync() == Ran(0, f"sent to origin:\n  {ICE} (operation {told})\n", "")
    assert git(remote, "rev-parse", "draft").strip() == ada.tip


def test_of_a_new_branch_what_others_there_have_since_is_found_all_the_same(ada: Office, ben: Office) -> None:
    ada.git("switch", "--quiet", "--create", "draft")
    told = ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    ben.sync()
    assert ada.sync() == Ran(0, f"sent to origin:\n  {ICE} (operation {told})\n", "")


def test_of_many_only_the_last_are_named(ada: Office, ben: Office) -> None:
    for number in range(25):
        ada.commit({"notes.txt": str(number)}, f"Note {number}")
    lines = ada.sync().out.splitlines()
    assert lines[:3] == ["sent to origin:", "  … 5 earlier", "  Note 5"]
    assert len(lines) == 22
    assert len(ben.sync().out.splitlines()) == 22


def test_K12_others_that_were_faster_are_waited_for(ada: Office, ben: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    told = ben.appoint("people", "XBB", "com-2025-06-03/2")
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    overtake(monkeypatch, ada, times=1)
    done = ben.sync()
    sent, came = f"sent to origin:\n  {PEOPLE} (operation {told})\n", f"new from origin:\n  {ICE} (Ada)\n"
    assert done.out == f"{sent}{came}  Note 1 (Nobody)\n"
    assert ben.git("rev-parse", "HEAD^") == ada.tip


def overtake(monkeypatch: pytest.MonkeyPatch, other: Office, times: int) -> list[int]:
    """Let another officer send something right before each of the first pushes."""
    push, made = program.push, list[int]()

    def slow(*words: object, **options: object) -> program.Asked:
        if len(made) < times:
            made.append(1)
            other.commit({"notes.txt": str(len(made))}, f"Note {len(made)}")
            other.git("push", "--quiet", "origin", "HEAD:main")
        return push(*words, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(program, "push", slow)
    return made


def test_K12_after_ten_tries_it_is_left_as_it_was(ada: Office, ben: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    before = ben.tip
    made = overtake(monkeypatch, ada, times=100)
    assert ben.sync() == Ran(
        5,
        "",
        "cicareg: others were faster 10 times; nothing was shared; your acts are on record here, and nothing is lost\n"
        "  try again: cicareg sync\n",
    )
    assert (len(made), ben.tip, ben.status()) == (10, before, "")


def test_K13_what_somebody_overwrote_by_force_is_neither_overwritten_nor_brought_back(
    ada: Office, ben: Office, remote: Path
) -> None:
    start = ada.tip
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    ben.sync()
    git(remote, "update-ref", "refs/heads/main", start)
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    before = ben.tip
    done = ben.sync()
    assert done.code == 4
    assert done.err.startswith(
        "cicareg: what was shared before is no longer on origin: somebody has overwritten its history; "
        "nothing was shared\n"
    )
    assert (git(remote, "rev-parse", "main").strip(), ben.tip) == (start, before)


def test_K12_a_remote_that_allows_nothing_else_takes_it(ada: Office, ben: Office, remote: Path) -> None:
    git(remote, "config", "receive.denyNonFastForwards", "true")
    git(remote, "config", "receive.denyDeletes", "true")
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    assert (ada.sync().code, ben.sync().code) == (0, 0)
