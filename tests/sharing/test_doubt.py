"""K14: a push that is killed or cut off may have landed; sync looks, and then says which."""

import shutil
from pathlib import Path

import pytest

from cicareg.storage import git as program
from cicareg.storage.sharing.sending import Outcome, judged
from tests.conftest import Ran
from tests.gitting import git
from tests.sharing.offices import Office, hook

ICE = "Appoint Corvania as coordinator of Ice for 2026-2027"
LOST = "fatal: the remote end hung up unexpectedly"


CUT = "kill -9 $PPID"  # whoever takes the push on the other side: nobody says any more what came of it


def test_K14_a_push_that_landed_and_says_it_failed_is_told_as_sent(ada: Office, remote: Path) -> None:
    told = ada.appoint("ice", "XCC", "com-2025-06-03/1")
    hook(remote, "post-receive", CUT)
    assert ada.sync() == Ran(0, f"sent to origin:\n  {ICE} (operation {told})\n", "")
    assert git(remote, "rev-parse", "main").strip() == ada.tip


def test_K14_a_push_that_is_cut_off_each_time_is_not_confirmed(ada: Office, remote: Path) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    before, there = ada.tip, git(remote, "rev-parse", "main")
    hook(remote, "pre-receive", f"echo once >> '{remote}/tries'; {CUT}")
    done = ada.sync()
    assert (done.code, done.out) == (6, "")
    assert done.err.startswith(
        "cicareg: sending to origin breaks off, and your acts are not there so far; your acts are on record here, "
        "and nothing is lost. It said:\n"
    )
    assert (ada.tip, git(remote, "rev-parse", "main")) == (before, there)
    assert (remote / "tries").read_text(encoding="utf-8").splitlines() == ["once"] * 10


@pytest.mark.parametrize("lands", [True, False])
def test_K14_where_nobody_can_look_it_is_said_that_it_is_not_known(ada: Office, remote: Path, lands: bool) -> None:
    told = ada.appoint("ice", "XCC", "com-2025-06-03/1")
    hook(remote, "post-receive" if lands else "pre-receive", f"mv '{remote}' '{remote}.away'; {CUT}")
    done = ada.sync()
    assert (done.code, done.out) == (6, "")
    assert done.err.startswith("cicareg: whether origin has your acts is not known: they were being sent when ")
    assert done.err.endswith("\n  they are on record here; cicareg sync finds out, as soon as it can be reached\n")
    shutil.move(f"{remote}.away", remote)
    shutil.rmtree(remote / "hooks")
    same = "nothing to share: origin has what this clone has\n"
    assert ada.sync().out == (same if lands else f"sent to origin:\n  {ICE} (operation {told})\n")


def test_K14_acts_that_landed_anew_before_a_run_was_killed_are_found_by_their_operation(
    ada: Office, ben: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    told = ben.appoint("people", "XBB", "com-2025-06-03/2")
    push = program.push

    def killed(*words: object, **options: object) -> program.Asked:
        push(*words, **options)  # type: ignore[arg-type]
        raise SystemExit(137)

    before = ben.tip
    with monkeypatch.context() as patch:
        patch.setattr(program, "push", killed)
        ben.sync()
    assert (ben.tip, ben.status()) == (before, "")
    assert ben.sync().out == (
        f"already on origin:\n  Appoint Borland as coordinator of People dimension for 2026-2027 (operation {told})\n"
        "new from origin:\n"
        f"  {ICE} (Ada)\n  Appoint Borland as coordinator of People dimension for 2026-2027 (Ada)\n"
    )
    assert ben.status() == ""


@pytest.mark.parametrize("when", ["fetch", "push", "read_step"])
def test_interrupted_it_says_how_far_it_came(
    ada: Office, ben: Office, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    real = program.read_step

    def stop(*words: object, **options: object) -> program.Done:
        if options.get("dry"):
            return real(*words, **options)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(program, when, stop)
        done = ben.sync()
    said = {
        "fetch": "nothing was shared",
        "push": "whether origin has your acts is not known: cicareg sync finds out",
        "read_step": "your acts are on origin",
    }
    assert done == Ran(130, "", f"cicareg: interrupted; {said[when]}\n")
    assert ben.status() == ""
    assert ben.sync().code == 0
    assert ada.sync().code == 0
    assert ada.tip == ben.tip


@pytest.mark.parametrize(
    "asked,outcome",
    [
        ((1, "!\tx:refs/heads/main\t[rejected] (fetch first)", ""), Outcome.OVERTAKEN),
        ((1, "!\tx:refs/heads/main\t[rejected] (non-fast-forward)", ""), Outcome.OVERTAKEN),
        ((1, "!\tx:refs/heads/main\t[remote rejected] (failed to update ref)", ""), Outcome.OVERTAKEN),
        ((1, "!\tx:refs/heads/main\t[remote rejected] (cannot lock ref 'refs/heads/main')", ""), Outcome.OVERTAKEN),
        ((1, "!\tx:refs/heads/main\t[remote rejected] (pre-receive hook declined)", "remote: no"), Outcome.REFUSED),
        ((1, "!\tx:refs/heads/main\t[remote failure] (remote failed to report status)", ""), Outcome.IN_DOUBT),
        ((128, "", LOST), Outcome.IN_DOUBT),
        ((-9, "", ""), Outcome.IN_DOUBT),
        ((128, "", "remote: Permission to x denied."), Outcome.REFUSED),
        ((1, "", "error: failed to push some refs to 'x'"), Outcome.REFUSED),
    ],
)
def test_what_git_says_is_told_apart(asked: tuple[int, str, str], outcome: Outcome) -> None:
    assert judged(program.Asked(*asked)) is outcome
