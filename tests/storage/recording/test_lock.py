"""One act at a time; who waits in vain is told who is at it."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cicareg.errors import CicaregError, Exit
from cicareg.storage.recording import Base, Plan, lock, record
from cicareg.storage.recording.lock import Lock, locked
from tests.gitting import git
from tests.storage.recording.acts import FILES, MESSAGE, recorded, refused


def test_a_second_act_is_told_who_records_the_first(root: Path) -> None:
    (root / ".git/cicareg").mkdir()
    with locked(root / ".git/cicareg/lock", 0) as held:
        held.tell("Extend\nit")
        said = refused(root)
    who = rf"Extend\\nit, process {os.getpid()}"
    since = r"since 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d"
    assert re.search(rf"^another act is being recorded \({since}: {who}\); nothing was recorded\n", said)


def test_an_act_in_another_working_tree_waits_as_well(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "linked"))
    said = []

    def make(_: Base) -> Plan:
        with pytest.raises(CicaregError) as caught:
            recorded(tmp_path / "linked")
        said.append((caught.value.code, caught.value.message))
        return Plan(FILES, MESSAGE)

    assert record(root, make)
    assert said[0][0] == Exit.REFUSED
    assert "another act is being recorded (since " in said[0][1]


def test_the_lock_says_what_was_recorded(root: Path) -> None:
    recorded(root)
    assert (root / ".git/cicareg/lock").read_text(encoding="utf-8") == f"Appoint, process {os.getpid()}"


def test_a_lock_is_free_again_and_no_link_is_followed(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path / "lock", 0):
            assert (tmp_path / "lock").exists()
    (tmp_path / "link").symlink_to(tmp_path / "victim")
    with pytest.raises(OSError, match="symbolic link"), locked(tmp_path / "link", 0):
        pass
    assert not (tmp_path / "victim").exists()


class Holder:
    """Holds a lock on a clock of its own, where somebody waits: what it does at each look is given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, path: Path, told: Callable[[Lock, float], object]) -> None:
        self.now, self.pauses, self._told = 0.0, list[float](), told
        self._holding = locked(path, 0)
        self._lock = self._holding.__enter__()
        monkeypatch.setattr(lock, "time", self)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, pause: float) -> None:
        self.now += pause
        self.pauses.append(pause)
        if self._told(self._lock, self.now) is None:
            self._holding.__exit__(None, None, None)


def test_who_waits_waits_on_while_others_get_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(held: Lock, now: float) -> object:
        held.tell(f"Act {now // 4}")
        return True if now < 30 else None

    holder = Holder(monkeypatch, tmp_path / "lock", told)
    with locked(tmp_path / "lock", 5):
        assert 30 <= holder.now < 30.1


@pytest.mark.parametrize(("every", "end"), [(1, 60), (1000, 5)])
def test_nobody_waits_forever(every: int, end: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = {0}

    def told(held: Lock, now: float) -> object:
        if now // every not in said:
            said.add(int(now // every))
            held.tell(f"Act {now // every}")
        return True

    holder = Holder(monkeypatch, tmp_path / "lock", told)
    with pytest.raises(CicaregError, match="another act is being recorded"), locked(tmp_path / "lock", 5):
        pass
    assert end <= holder.now < end + 0.1


def test_who_has_waited_longer_looks_more_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = Holder(monkeypatch, tmp_path / "lock", lambda _, now: True if now < 4 else None)
    with locked(tmp_path / "lock", 5):
        assert holder.pauses == sorted(holder.pauses, reverse=True)
    assert (holder.pauses[0], round(holder.pauses[-1], 3)) == (0.05, 0.003)
