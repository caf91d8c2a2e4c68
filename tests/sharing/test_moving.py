"""The files follow the branch: other work stays, and a run that was stopped is brought to its end by the next."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.storage import git as program
from cicareg.storage.recording import moving
from tests.conftest import Ran
from tests.gitting import git
from tests.sharing.offices import Office

NEW = "registry/coordinators/people.yaml"
ICE = "registry/coordinators/ice.yaml"


class KilledError(BaseException):
    """Stands for a run that ends at once: nothing of ours cleans up."""


def send_much(ada: Office) -> None:
    """Send files of all sorts: new, changed, deleted, a program, a link, in new folders, with other line ends."""
    ada.commit({"notes.txt": "one\n", "old/gone.txt": "x\n", "windows.bat": "one\n"}, "Notes")
    (ada.folder / "old/gone.txt").unlink()
    (ada.folder / "link").symlink_to("notes.txt")
    ada.write("bin/tool", "#!/bin/sh\n").chmod(0o755)
    ada.commit({".gitattributes": "*.bat text eol=crlf\n", "notes.txt": "two\n", "big.txt": "x" * 2_000_000}, "More")
    ada.appoint("people", "XBB", "com-2025-06-03/1")
    ada.appoint("ice", "XCC", "com-2025-06-03/2")
    assert ada.sync().code == 0


def same(ada: Office, ben: Office) -> None:
    """See that a clone has what the other has, and that git finds nothing to say of it."""
    assert ben.tip == ada.tip
    assert (ben.folder / "link").readlink() == Path("notes.txt")
    assert (ben.folder / "bin/tool").stat().st_mode & 0o100
    assert not (ben.folder / "old").exists()
    assert ben.status() == ""


def test_files_of_all_sorts_follow(ada: Office, ben: Office) -> None:
    ada.commit({"old/gone.txt": "x\n"}, "Old")
    assert (ada.sync().code, ben.sync().code) == (0, 0)
    send_much(ada)
    assert ben.sync().code == 0
    same(ada, ben)


def test_other_work_stays_as_it_is(ada: Office, ben: Office) -> None:
    ada.commit({"mine.txt": "one\n", "staged.txt": "one\n"}, "Files")
    assert (ada.sync().code, ben.sync().code) == (0, 0)
    ben.write("mine.txt", "edited\n")
    ben.write("staged.txt", "staged\n")
    ben.git("add", "staged.txt")
    ben.write("new.txt", "new\n")
    send_much(ada)
    ben.appoint("fish", "XDD", "com-2025-06-04/1", role="co-coordinator")
    assert ben.sync().code == 0
    assert ben.status() == " M mine.txt\nM  staged.txt\n?? new.txt"
    assert (ben.folder / "mine.txt").read_text(encoding="utf-8") == "edited\n"


def touch_index(ben: Office) -> None:
    """Let a file be as it was, though its times say otherwise."""
    path = ben.folder / ICE
    path.write_bytes(path.read_bytes())


def test_a_file_whose_times_changed_only_is_no_work_of_anybody(ada: Office, ben: Office) -> None:
    send_much(ada)
    touch_index(ben)
    assert ben.sync().code == 0
    same(ada, ben)


@pytest.mark.parametrize("how", ["edited", "staged", "untracked", "ignored"])
def test_what_would_be_overwritten_stops_it_before_anything_is_sent(
    ada: Office, ben: Office, remote: Path, how: str
) -> None:
    if how in ("edited", "staged"):
        ada.commit({"notes.txt": "one\n"}, "Notes")
        assert (ada.sync().code, ben.sync().code) == (0, 0)
    ada.commit({"notes.txt": "two\n"}, "Notes again")
    assert ada.sync().code == 0
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    ben.write("notes.txt", "mine\n")
    if how == "staged":
        ben.git("add", "notes.txt")
    if how == "ignored":
        ben.write(".git/info/exclude", "notes.txt\n")
    before = ben.tip, ben.status(), git(remote, "rev-parse", "main")
    done = ben.sync()
    assert done.code == 4
    assert done.err.startswith(
        "cicareg: what others changed would overwrite work of yours that is not committed: notes.txt; "
        "nothing was shared\n"
    )
    assert (ben.tip, ben.status(), git(remote, "rev-parse", "main")) == before
    assert (ben.folder / "notes.txt").read_text(encoding="utf-8") == "mine\n"
    (ben.folder / "notes.txt").unlink()
    ben.git("checkout", "--quiet", "HEAD", "--", ".")
    assert ben.sync().code == 0


def killed_before(patch: pytest.MonkeyPatch, ben: Office) -> None:
    """Kill a run when the branch has moved and no file has."""

    def die(*words: object, **options: object) -> program.Done:
        if options.get("dry"):
            return REAL(*words, **options)  # type: ignore[arg-type]
        raise KilledError

    patch.setattr(program, "read_step", die)


def killed_midway(patch: pytest.MonkeyPatch, ben: Office) -> None:
    """Kill a run that has written some files, one of them in part, and taken one away to write it."""

    def die(*words: object, **options: object) -> program.Done:
        if options.get("dry"):
            return REAL(*words, **options)  # type: ignore[arg-type]
        new = git(ben.folder, "show", f"HEAD:{NEW}")
        (ben.folder / NEW).write_text(new, encoding="utf-8")
        (ben.folder / ICE).write_text(git(ben.folder, "show", f"HEAD:{ICE}")[:40], encoding="utf-8")
        ben.write("bin/tool", "")
        (ben.folder / "link").symlink_to("notes.txt")
        raise KilledError

    patch.setattr(program, "read_step", die)


def killed_after(patch: pytest.MonkeyPatch, ben: Office) -> None:
    """Kill a run that has written all files, and not its index."""
    patch.setattr(moving, "keep_files", killing)


def killed_at_the_end(patch: pytest.MonkeyPatch, ben: Office) -> None:
    """Kill a run that has done all, and not said so."""
    patch.setattr(moving, "remove_journal", killing)


def killing(*_: object) -> None:
    raise KilledError


REAL = program.read_step
KILLS: list[Callable[[pytest.MonkeyPatch, Office], None]] = [
    killed_before, killed_midway, killed_after, killed_at_the_end,
]  # fmt: skip


@pytest.mark.parametrize("kill", KILLS)
@pytest.mark.parametrize("next_", ["sync", "appoint"])
def test_whatever_comes_next_finishes_a_run_that_was_killed(
    ada: Office, ben: Office, kill: Callable[[pytest.MonkeyPatch, Office], None], next_: str
) -> None:
    ada.commit({"old/gone.txt": "x\n"}, "Old")
    assert (ada.sync().code, ben.sync().code) == (0, 0)
    send_much(ada)
    with pytest.MonkeyPatch.context() as patch:
        kill(patch, ben)
        with pytest.raises(KilledError):
            ben.sync()
    assert ben.tip == ada.tip
    if next_ == "sync":
        done = ben.sync()
        same_ = "nothing to share: origin has what this clone has\n"
        assert done == Ran(0, same_, "a sync that was interrupted is finished\n")
    else:
        ben.appoint("fish", "XDD", "com-2025-06-04/1", role="co-coordinator")
        assert ben.sync().code == ada.sync().code == 0
    same(ada, ben)


def test_a_run_that_was_killed_before_the_branch_moved_changed_nothing(ada: Office, ben: Office) -> None:
    send_much(ada)
    before = ben.tip
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program, "move_branch", killing)
        with pytest.raises(KilledError):
            ben.sync()
    assert (ben.tip, ben.status()) == (before, "")
    assert ben.sync().err == "a sync that was interrupted is not recorded; what it left is gone\n"
    same(ada, ben)


def test_what_the_person_wrote_after_a_run_was_killed_stays(ada: Office, ben: Office) -> None:
    ada.commit({"old/gone.txt": "x\n"}, "Old")
    assert (ada.sync().code, ben.sync().code) == (0, 0)
    send_much(ada)
    with pytest.MonkeyPatch.context() as patch:
        killed_before(patch, ben)
        with pytest.raises(KilledError):
            ben.sync()
    ben.write("old/gone.txt", "mine\n")
    ben.write("notes.txt", "mine\n")
    done = ben.sync()
    assert done.err == (
        "a sync that was interrupted is finished; changed meanwhile and left as it is: notes.txt, old/gone.txt\n"
    )
    assert ben.status() == " M notes.txt\n?? old/"


def test_somebody_who_commits_at_that_moment_is_not_overwritten(
    ada: Office, ben: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_much(ada)
    ben.appoint("fish", "XDD", "com-2025-06-04/1", role="co-coordinator")
    push = program.push

    def late(*words: object, **options: object) -> program.Asked:
        monkeypatch.setattr(program, "push", push)
        ben.git("commit", "--quiet", "--allow-empty", "--message", "In between")
        return push(*words, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(program, "push", late)
    done = ben.sync()
    assert done.code == 4
    assert "“In between” (Nobody, " in done.err
    assert "; your acts are on origin" in done.err
    assert ben.subjects()[-1] == "In between"
    assert ada.sync().code == 0
    assert "Dunmere" in ada.subjects()[-1]
