"""K15: several acts at once in one clone, while other files are committed there: each is recorded once."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.gitting import git, ran
from tests.support import PROJECT

_ACTS = """
import pathlib, sys
from cicareg.storage.recording import Plan, record
root, name = pathlib.Path(sys.argv[1]), sys.argv[2]
for number in range(3):
    plan = Plan({f"registry/areas/{name}-{number}.yaml": b"a: 1\\n"}, f"{name} {number}\\n")
    assert record(root, lambda base: plan, wait=60).commit
"""


def _until_moved(root: Path, running: list[subprocess.Popen[bytes]]) -> None:
    """Wait until an act has been recorded, or all have ended."""
    before = git(root, "rev-parse", "HEAD")
    while git(root, "rev-parse", "HEAD") == before and any(process.poll() is None for process in running):
        time.sleep(0.05)


def test_K15_acts_at_once_are_all_recorded_and_nothing_with_them(root: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": f"{PROJECT}/src"}
    names = ["first", "second", "third"]
    running = [subprocess.Popen([sys.executable, "-c", _ACTS, str(root), name], env=environment) for name in names]
    others = 0
    while any(process.poll() is None for process in running):
        _until_moved(root, running)  # who commits without a pause keeps everybody else from ever recording
        (root / "other.txt").write_text(f"{others}\n", encoding="utf-8")
        staged = ran(root, "git", "add", "other.txt").returncode == 0
        others += staged and ran(root, "git", "commit", "--quiet", "--message", "Other", "other.txt").returncode == 0
    assert [process.returncode for process in running] == [0, 0, 0]
    log = git(root, "log", "--format=%x01%s", "--name-only").split("\1")[1:]
    acts = sorted(" ".join(entry.split()) for entry in log if not entry.startswith(("Other", "All")))
    assert acts == sorted(
        f"{name} {number} registry/areas/{name}-{number}.yaml" for name in names for number in range(3)
    )
    assert len(log) - len(acts) - 1 >= others > 0
    assert git(root, "status", "--porcelain", "--", "registry") == ""
    assert git(root, "fsck", "--no-dangling") == ""
