"""Whatever stops an act, the branch tells what has come of it, and the next act makes up for the rest."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.errors import CicaregError, Exit
from cicareg.storage import git as program
from cicareg.storage.recording import InterruptedRecordingError, committing, indexing, making, putting, record
from tests.gitting import git
from tests.storage.recording.acts import FILES, FISH, NEW, changed_by, hook, recorded
from tests.support import PROJECT

_NOT = "an act that was interrupted is not recorded; what it left is gone"
_ACT = """
import pathlib, signal, sys
from tests.storage.recording.acts import recorded
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell may have taken from what runs behind it
recorded(pathlib.Path(sys.argv[1]))
"""


class Killed(BaseException):
    """Stands for the end of a process: nothing of ours runs after it."""


@pytest.fixture
def killed_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let an act end at a function as if the process were killed there."""

    def killed(module: object, name: str) -> None:
        def stop(*_: object, **__: object) -> None:
            raise Killed

        with monkeypatch.context() as patched:
            patched.setattr(module, name, stop)
            patched.setattr("cicareg.storage.recording.acting._stopped", stop)
            patched.setattr(Path, "unlink", lambda *_, **__: None)  # the index stays locked
            with pytest.raises(Killed):
                recorded(root)

    return killed


def in_order(root: Path) -> bool:
    status = git(root, "status", "--porcelain", "--untracked-files=all")
    left = sorted(path.name for path in (root / ".git/cicareg").iterdir())
    return (status, left, git(root, "fsck", "--no-dangling")) == ("", ["lock"], "")


@pytest.mark.parametrize(
    ("module", "name"),
    [(program, "fill"), (making, "_stage"), (program, "commit_staged"), (committing, "agreed"),
     (putting, "write_new"), (program, "set_staged"), (program, "move_branch")],
)  # fmt: skip
def test_X02_before_the_branch_moves_nothing_is_recorded(
    root: Path, killed_at: Callable[..., None], module: object, name: str
) -> None:
    killed_at(module, name)
    assert recorded(root).said == _NOT
    assert git(root, "rev-list", "--count", "HEAD") == "2\n"
    assert in_order(root)


@pytest.mark.parametrize(
    ("module", "name"), [(committing, "finish"), (putting, "_replaced"), (committing, "put_index")]
)
def test_X10_after_the_branch_moved_the_files_follow(
    root: Path, killed_at: Callable[..., None], module: object, name: str
) -> None:
    killed_at(module, name)
    commit = git(root, "rev-parse", "HEAD").strip()
    done = recorded(root)
    assert (done.commit, done.base, done.said) == (None, commit, f"an act that was interrupted is recorded as {commit}")
    assert {path: (root / path).read_bytes() for path in FILES} == FILES
    assert changed_by(root) == [FISH, NEW]
    assert in_order(root)


def test_X09_half_a_working_tree_is_in_nobodys_way(root: Path) -> None:
    for half in (".git/worktrees/cicareg-recording", ".git/cicareg/cicareg-recording"):
        (root / half).mkdir(parents=True)
    (root / ".git/worktrees/cicareg-recording/HEAD").touch()
    assert recorded(root).said == _NOT
    assert in_order(root)


def test_what_somebody_wrote_after_a_kill_is_not_lost(root: Path, killed_at: Callable[..., None]) -> None:
    killed_at(committing, "finish")
    (root / FISH).write_text("mine\n", encoding="utf-8")
    with pytest.raises(CicaregError, match=f"{FISH} is not as it was last committed"):
        recorded(root, {FISH: b"another\n"})
    assert (root / FISH).read_text(encoding="utf-8") == "mine\n"
    assert (root / NEW).read_bytes() == FILES[NEW]
    assert git(root, "status", "--porcelain") == f" M {FISH}\n"


def refusing() -> CicaregError:
    return CicaregError("no; nothing was recorded", hint="ask", code=Exit.REFUSED)


@pytest.mark.parametrize("cause", [refusing(), OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_was_healed_is_told_where_the_act_is_then_stopped(
    root: Path, killed_at: Callable[..., None], cause: BaseException
) -> None:
    killed_at(committing, "finish")
    commit = git(root, "rev-parse", "HEAD").strip()

    def stop(_: object) -> None:
        raise cause

    with pytest.raises(CicaregError) as caught:
        record(root, stop)
    assert caught.value.message.endswith(
        f"nothing was recorded (before that: an act that was interrupted is recorded as {commit})"
    )
    assert str(caught.value) == caught.value.message
    assert in_order(root)


def test_what_was_healed_goes_with_an_error_that_is_not_ours(root: Path, killed_at: Callable[..., None]) -> None:
    killed_at(program, "move_branch")

    def stop(_: object) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError) as caught:
        record(root, stop)
    assert caught.value.__notes__ == [_NOT]


def test_a_branch_that_was_renamed_after_a_kill_still_holds_the_act(root: Path, killed_at: Callable[..., None]) -> None:
    killed_at(committing, "finish")
    commit = git(root, "rev-parse", "HEAD").strip()
    git(root, "branch", "--move", "main", "other")
    assert recorded(root).said == f"an act that was interrupted is recorded as {commit}"
    assert {path: (root / path).read_bytes() for path in FILES} == FILES
    assert in_order(root)


@pytest.mark.parametrize("moved", [True, False])
def test_what_git_cannot_tell_is_refused_and_all_is_kept(
    root: Path, killed_at: Callable[..., None], monkeypatch: pytest.MonkeyPatch, moved: bool
) -> None:
    killed_at(*((committing, "finish") if moved else (program, "move_branch")))
    commit = json.loads((root / ".git/cicareg/journal.json").read_bytes())["commit"]
    waits = sorted(path.name for path in root.rglob(".*.cicareg"))
    with monkeypatch.context() as patched:
        patched.setattr(program, "holds", broken)
        patched.setattr(program, "is_held", broken)
        with pytest.raises(
            CicaregError, match=f"^whether {commit} is recorded, .* cannot be told: it broke; "
        ) as caught:
            recorded(root)
    assert (caught.value.code, waits) == (Exit.REFUSED, [".fish.yaml.cicareg", ".ice-two.yaml.cicareg"])
    assert (root / ".git/cicareg/journal.json").exists()
    assert sorted(path.name for path in root.rglob(".*.cicareg")) == waits
    assert recorded(root).said == (f"an act that was interrupted is recorded as {commit}" if moved else _NOT)
    assert in_order(root)


@pytest.mark.parametrize("cause", [KeyboardInterrupt(), RuntimeError("a cause")])
def test_an_act_that_is_stopped_in_doubt_does_not_say_that_nothing_was_recorded(
    root: Path, monkeypatch: pytest.MonkeyPatch, cause: BaseException
) -> None:
    def stop(*_: object) -> None:
        raise cause

    with monkeypatch.context() as patched:
        patched.setattr(committing, "finish", stop)
        patched.setattr(program, "holds", broken)
        patched.setattr(program, "is_held", broken)
        with pytest.raises(CicaregError, match=r"whether [0-9a-f]{40} is recorded, .* cannot be told") as caught:
            recorded(root)
    assert "; nothing was recorded" not in caught.value.message
    assert caught.value.code == (Exit.INTERRUPTED if isinstance(cause, KeyboardInterrupt) else Exit.REFUSED)
    commit = git(root, "rev-parse", "HEAD").strip()
    assert recorded(root).said == f"an act that was interrupted is recorded as {commit}"


def broken(*_: object) -> bool:
    raise CicaregError("it broke")


def test_what_somebody_committed_after_a_kill_is_not_undone(root: Path, killed_at: Callable[..., None]) -> None:
    killed_at(committing, "finish")
    (root / ".git/index.lock").unlink()
    git(root, "reset", "--quiet", "--hard")
    (root / FISH).write_text("later\n", encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "Later")
    recorded(root, {"registry/areas/other.yaml": b"a: 1\n"})
    assert (root / FISH).read_text(encoding="utf-8") == "later\n"
    assert in_order(root)


def test_G21_our_own_lock_is_taken_away(root: Path) -> None:
    (root / ".git/index.lock").write_bytes(indexing._OURS)
    recorded(root)
    assert in_order(root)


@pytest.mark.parametrize("holds", ["commit", "nothing"])
def test_a_lock_of_the_branch_that_our_git_left_is_taken_away(
    root: Path, killed_at: Callable[..., None], holds: str
) -> None:
    killed_at(program, "move_branch")
    commit = json.loads((root / ".git/cicareg/journal.json").read_bytes())["commit"]
    (root / ".git/refs/heads/main.lock").write_text(f"{commit}\n" if holds == "commit" else "", encoding="utf-8")
    (root / ".git/HEAD.lock").touch()
    recorded(root)
    assert in_order(root)


def test_a_lock_of_the_branch_by_somebody_else_is_left(root: Path) -> None:
    (root / ".git/refs/heads/main.lock").touch()
    with pytest.raises(CicaregError, match="git does not put the commit on the branch; nothing was recorded"):
        recorded(root)
    assert (root / ".git/refs/heads/main.lock").exists()
    assert git(root, "rev-list", "--count", "HEAD") == "1\n"


def interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("name", ["make_commit", "prepare", "agreed"])
def test_X06_an_interruption_before(root: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(committing, name, interrupt)
    with pytest.raises(InterruptedRecordingError, match=r"^interrupted; nothing was recorded$") as caught:
        recorded(root)
    assert (caught.value.code, caught.value.commit) == (Exit.INTERRUPTED, None)
    assert git(root, "rev-list", "--count", "HEAD") == "1\n"
    assert in_order(root)


@pytest.mark.parametrize("name", ["finish", "put_index", "remove_journal"])
def test_X07_an_interruption_after(root: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(committing, name, interrupt)
    with pytest.raises(InterruptedRecordingError, match=r"^interrupted; recorded as [0-9a-f]{40}$") as caught:
        recorded(root)
    assert caught.value.commit == git(root, "rev-parse", "HEAD").strip()
    assert changed_by(root) == [FISH, NEW]
    assert in_order(root)


def test_G24_what_git_returns_is_not_believed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = program.move_branch

    def moved(top: Path, branch: str, step: tuple[str, str], why: str, held: int) -> program.Done:
        return move(top, branch, step, why, held)._replace(well=False)

    monkeypatch.setattr(program, "move_branch", moved)
    assert recorded(root).commit == git(root, "rev-parse", "HEAD").strip()
    assert in_order(root)


@pytest.mark.parametrize("signal", ["INT", "TERM", "KILL"])
def test_X06_a_signal_during_a_slow_hook_stops_git_too(root: Path, tmp_path: Path, signal: str) -> None:
    begun = tmp_path / "begun"
    hook(root, "pre-commit", f'touch "{begun}"; sleep 20')
    environment = {**os.environ, "PYTHONPATH": f"{PROJECT}/src:{PROJECT}"}
    command = [sys.executable, "-c", _ACT, str(root)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, start_new_session=True) as process:
        while not begun.exists():
            assert process.poll() is None
            time.sleep(0.02)
        subprocess.run(["kill", f"-{signal}", "--", f"-{process.pid}"], check=True)
        _, said = process.communicate(timeout=5)
    assert process.returncode != 0
    assert ("interrupted; nothing was recorded" in said.decode()) == (signal == "INT")
    (root / ".git/hooks/pre-commit").unlink()
    assert recorded(root).said == ("" if signal == "INT" else _NOT)
    assert git(root, "rev-list", "--count", "HEAD") == "2\n"
    assert in_order(root)
