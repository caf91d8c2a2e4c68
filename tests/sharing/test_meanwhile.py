"""Nobody who records an act waits for the other machine: while a sync talks to it, the clone is free."""

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cicareg.storage import git as program
from cicareg.storage.recording.lock import locked
from tests.conftest import Ran
from tests.gitting import git
from tests.sharing.offices import Office, hook
from tests.support import PROJECT

ICE = "Appoint Corvania as coordinator of Ice for 2026-2027"
PEOPLE = "Appoint Borland as coordinator of People dimension for 2026-2027"
FISH = "Appoint Dunmere as co-coordinator of Fisheries for 2026-2027"
PATIENCE = 60.0
# Says that it has begun, and waits until it may go on: a minute, so that a test that fails leaves nothing behind.
HANGS = """
n=0
: >'{gate}.begun'
while [ ! -e '{gate}.open' ] && [ $n -lt 600 ]; do sleep 0.1; n=$((n+1)); done
"""


class Hanging:
    """A sync in a process of its own, whose other side waits to be let go on."""

    def __init__(self, at: Office, gate: Path) -> None:
        self._gate = gate
        command = [sys.executable, "-P", "-m", "cicareg", "-C", str(at.folder), "sync"]
        self._process = subprocess.Popen(
            command,
            env={**os.environ, "PYTHONPATH": f"{PROJECT}/src"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def begun(self) -> None:
        """Wait until the other side is waiting."""
        end = time.monotonic() + PATIENCE
        while not self._gate.with_name(f"{self._gate.name}.begun").exists():
            assert self._process.poll() is None, self._process.communicate()
            assert time.monotonic() < end
            select.select([], [], [], 0.05)  # no sleep: these tests wait for nothing in this process

    def ended(self) -> Ran:
        """Let it go on, and give what came of it."""
        self._gate.with_name(f"{self._gate.name}.open").touch()
        out, err = self._process.communicate(timeout=PATIENCE)
        return Ran(self._process.returncode, out, err)


@contextmanager
def hanging(at: Office, gate: Path) -> Iterator[Hanging]:
    sync = Hanging(at, gate)
    try:
        sync.begun()
        yield sync
    finally:
        gate.with_name(f"{gate.name}.open").touch()


def push_hangs(remote: Path) -> Path:
    """Let the first push to a repository wait."""
    gate = remote.parent / "gate"
    hook(remote, "pre-receive", HANGS.format(gate=gate))
    return gate


def operations(remote: Path) -> list[str]:
    """Give the operations of a repository, the oldest first."""
    said = git(remote, "log", "--reverse", "--format=%(trailers:key=Operation,valueonly,separator=)", "main")
    return said.split()


def test_an_act_is_recorded_while_a_push_hangs_and_is_not_told_as_sent(ada: Office, remote: Path) -> None:
    ice = ada.appoint("ice", "XCC", "com-2025-06-03/1")
    with hanging(ada, push_hangs(remote)) as sync:
        people = ada.appoint("people", "XBB", "com-2025-06-03/2")
        assert sync.ended() == Ran(0, f"sent to origin:\n  {ICE} (operation {ice})\n", "")
    assert operations(remote) == [ice]
    assert ada.sync() == Ran(0, f"sent to origin:\n  {PEOPLE} (operation {people})\n", "")
    assert operations(remote) == [ice, people]
    assert (git(remote, "rev-parse", "main").strip(), ada.status()) == (ada.tip, "")


def test_an_act_recorded_while_acts_made_again_are_sent_goes_with_them(ada: Office, ben: Office, remote: Path) -> None:
    ice = ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    people = ben.appoint("people", "XBB", "com-2025-06-03/2")
    with hanging(ben, push_hangs(remote)) as sync:
        fish = ben.appoint("fish", "XDD", "com-2025-06-03/3", role="co-coordinator")
        done = sync.ended()
    assert done == Ran(
        0,
        f"sent to origin:\n  {PEOPLE} (operation {people})\n  {FISH} (operation {fish})\n"
        f"new from origin:\n  {ICE} (Ada)\n",
        "",
    )
    assert operations(remote) == [ice, people, fish]
    assert (git(remote, "rev-parse", "main").strip(), ben.status()) == (ben.tip, "")
    assert ben.sync().out == "nothing to share: origin has what this clone has\n"


def test_of_what_another_act_had_recorded_it_is_said_once(ada: Office, ben: Office, remote: Path) -> None:
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    same = ben.appoint("ice", "XCC", "com-2025-06-03/1")
    people = ben.appoint("people", "XBB", "com-2025-06-03/2")
    with hanging(ben, push_hangs(remote)) as sync:
        fish = ben.appoint("fish", "XDD", "com-2025-06-03/3", role="co-coordinator")
        done = sync.ended()
    assert done.out == (
        f"sent to origin:\n  {PEOPLE} (operation {people})\n  {FISH} (operation {fish})\n"
        f"not sent, another act has recorded the same:\n  {ICE} (operation {same})\n"
        f"new from origin:\n  {ICE} (Ada)\n"
    )


def test_an_act_recorded_while_the_other_side_is_asked_goes_with_the_others(ada: Office, remote: Path) -> None:
    ice = ada.appoint("ice", "XCC", "com-2025-06-03/1")
    gate = remote.parent / "gate"
    slow = remote.parent / "slow"
    slow.write_text(f'#!/bin/sh\n{HANGS.format(gate=gate)}\nexec git-upload-pack "$@"\n', encoding="utf-8")
    slow.chmod(0o755)
    ada.git("config", "remote.origin.uploadpack", str(slow))
    with hanging(ada, gate) as sync:
        people = ada.appoint("people", "XBB", "com-2025-06-03/2")
        assert sync.ended().code == 0
    assert operations(remote) == [ice, people]


def test_a_branch_that_somebody_rewinds_while_it_is_sent_to_does_not_get_back_what_was_taken_away(
    ada: Office, ben: Office, remote: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = ada.tip
    ada.appoint("ice", "XCC", "com-2025-06-03/1")
    ada.sync()
    ben.sync()
    ben.appoint("people", "XBB", "com-2025-06-03/2")
    push = program.push

    def late(*words: object, **options: object) -> program.Asked:
        git(remote, "update-ref", "refs/heads/main", start)
        return push(*words, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(program, "push", late)
    done = ben.sync()
    assert done.code == 4
    assert "what was shared before is no longer on origin: somebody has overwritten its history" in done.err
    assert git(remote, "rev-parse", "main").strip() == start


def test_a_second_sync_of_one_clone_is_told_of_the_first(ada: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cicareg.sharing.syncing._WAIT", 0.0)
    with locked(ada.folder / ".git/cicareg/sharing", 0) as lock:
        lock.tell("sharing with others")
        done = ada.sync()
        assert ada.appoint("ice", "XCC", "com-2025-06-03/1")
    assert done.code == 4
    assert done.err.startswith("cicareg: another sync of this clone is under way (since ")
    assert f": sharing with others, process {os.getpid()}); nothing was shared\n" in done.err


@pytest.mark.parametrize("name", ["refs/cicareg/fetched/origin/main", "refs/remotes/origin/main"])
def test_what_a_killed_process_left_locked_stops_no_sync(name: str, ada: Office, remote: Path) -> None:
    assert ada.sync().code == 0
    left = ada.folder / ".git" / f"{name}.lock"
    left.parent.mkdir(parents=True, exist_ok=True)
    left.touch()
    assert ada.appoint("ice", "XCC", "com-2025-06-03/1")
    assert ada.sync().code == 0
    assert len(operations(remote)) == 1
