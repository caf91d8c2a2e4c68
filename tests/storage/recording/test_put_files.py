"""Without a commit, the files of an act are written all or none."""

from pathlib import Path

import pytest

from cicareg.errors import CicaregError, Exit
from cicareg.storage.recording import Base, Plan, acting, disk, put_files, putting
from cicareg.storage.recording.lock import locked
from tests.gitting import git
from tests.storage.recording.acts import FILES, FISH, MESSAGE, NEW, nothing, recorded

PLAN = Plan(FILES, MESSAGE)


def planned(_: Base) -> Plan:
    return PLAN


def held(root: Path) -> dict[str, bytes | None]:
    return {path: (root / path).read_bytes() if (root / path).exists() else None for path in FILES}


def left(root: Path) -> list[str]:
    return sorted(path.name for path in (root / ".git/cicareg").iterdir())


def test_the_files_are_written_and_nothing_is_staged(root: Path) -> None:
    put_files(root, planned)
    assert held(root) == FILES
    assert git(root, "status", "--porcelain") == f" M {FISH}\n?? {NEW}\n"
    assert left(root) == ["left", "lock"]


def test_none_is_written_where_one_cannot(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, write = held(root), disk.write_new

    def full(path: Path, raw: bytes) -> None:
        if "ice-two" in path.name:
            raise OSError(28, "No space left on device", str(path))
        write(path, raw)

    monkeypatch.setattr(putting, "write_new", full)
    with pytest.raises(CicaregError, match="No space left on device; nothing was recorded") as caught:
        put_files(root, planned)
    assert caught.value.code == Exit.UNREADABLE
    assert held(root) == before
    assert git(root, "status", "--porcelain", "--untracked-files=all") == ""
    assert left(root) == ["lock"]


def test_what_was_decided_is_done_by_the_next_act(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        pass

    def stop(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(acting, "finish", stop)
        patched.setattr(acting, "_stopped", stop)
        with pytest.raises(Killed):
            put_files(root, planned)
    assert held(root) != FILES
    done = acting.record(root, nothing)
    assert done is not None
    assert done.said == "an act that was interrupted is written"
    assert held(root) == FILES
    assert left(root) == ["lock"]


def test_a_link_is_not_written_through(root: Path, tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine\n", encoding="utf-8")
    (root / FISH).unlink()
    (root / FISH).symlink_to(tmp_path / "victim")
    with pytest.raises(CicaregError, match=f"{FISH} is not as it was last committed"):
        put_files(root, planned)
    assert (tmp_path / "victim").read_text(encoding="utf-8") == "mine\n"


def test_an_act_after_it_is_refused(root: Path) -> None:
    put_files(root, planned)
    with pytest.raises(CicaregError, match="is not as it was last committed"):
        recorded(root, {FISH: b"another\n"})


def test_the_act_is_planned_under_the_lock_and_on_the_last_commit(root: Path) -> None:
    def make(base: Base) -> Plan:
        assert base.commit == git(root, "rev-parse", "HEAD").strip()
        with pytest.raises(CicaregError, match="another act is being recorded"), locked(root / ".git/cicareg/lock", 0):
            pass
        return PLAN

    done = put_files(root, make)
    assert (done.plan, done.said, done.message.read_text(encoding="utf-8")) == (PLAN, "", PLAN.message)
    assert held(root) == FILES


def test_what_is_changed_or_staged_is_not_written_over(root: Path) -> None:
    (root / FISH).write_bytes(b"mine\n")
    for _ in ("changed", "staged"):
        with pytest.raises(CicaregError, match=f"{FISH} is not as it was last committed") as caught:
            put_files(root, planned)
        assert caught.value.code == Exit.REFUSED
        assert (root / FISH).read_bytes() == b"mine\n"
        assert not (root / NEW).exists()
        git(root, "add", FISH)


def test_where_nothing_is_planned_nothing_is_written(root: Path) -> None:
    assert put_files(root, nothing)[:2] == (None, "")
    assert git(root, "status", "--porcelain") == ""
