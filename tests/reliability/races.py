"""Several processes record in one clone while other files are committed there: each act is recorded once, alone.

`python -m tests.reliability.races --processes 6 --acts 20` takes a while; the tests run it short.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from cicareg.errors import CicaregError, Exit
from cicareg.storage.recording import Plan, record
from tests.gitting import PERSON, git, ran, with_register

_PROJECT = Path(__file__).parents[2]
_WAIT = 120.0  # seconds that one waits for another


def raced(folder: Path, processes: int, acts: int) -> Counter[str]:
    """Let processes record at once, while somebody commits other files; count what was wrong in the end."""
    root = with_register(folder / "clone")
    for key, value in (("user.name", "Nobody"), ("user.email", "nobody@example.org")):
        git(root, "config", key, value)
    (root / "staged.txt").write_text("mine\n", encoding="utf-8")
    git(root, "add", "staged.txt")
    began = time.perf_counter()
    running = [_begun(root, name, acts) for name in range(processes)]
    others = 0
    try:
        while any(process.poll() is None for process in running):
            others += _other(root, others)
            time.sleep(0.1)
    finally:
        said = [process.communicate()[0] for process in running]
    counts = Counter(acts=processes * acts, others=others, seconds=round(time.perf_counter() - began))
    counts["failed"] = sum(process.returncode != 0 for process in running)
    _judge(root, {f"{name}-{number}" for name in range(processes) for number in range(acts)}, others, counts)
    counts["refused and made again"] = sum(text.count(b"refused") for text in said)
    return counts


def _begun(root: Path, name: int, acts: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.reliability.races", "--record", str(root), str(name), str(acts)]
    environment = {**os.environ, **PERSON, "PYTHONPATH": f"{_PROJECT}/src{os.pathsep}{_PROJECT}"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)


def _other(root: Path, number: int) -> bool:
    """Commit another file as somebody does by hand; git may be told to wait, and then it is not done."""
    (root / "other.txt").write_text(f"{number}\n", encoding="utf-8")
    staged = ran(root, "git", "add", "other.txt").returncode == 0
    before = _subjects(root).count("Other")
    done = staged and ran(root, "git", "commit", "--quiet", "--message", "Other", "other.txt").returncode == 0
    return done or _subjects(root).count("Other") > before


def _subjects(root: Path) -> list[str]:
    return git(root, "log", "--format=%s").splitlines()


def _judge(root: Path, wanted: set[str], others: int, counts: Counter[str]) -> None:
    log = git(root, "log", "--first-parent", "--format=%x01%s%x02", "--name-only").split("\1")[1:]
    entries = [(subject, files.split()) for subject, _, files in (entry.partition("\2") for entry in log)]
    recorded = Counter(subject for subject, _ in entries if subject in wanted)
    counts["lost"] = len(wanted - set(recorded)) + others - sum(subject == "Other" for subject, _ in entries)
    counts["twice"] = sum(number > 1 for number in recorded.values())
    counts["swept"] = sum(
        files != ([f"registry/areas/{subject}.yaml"] if subject in wanted else ["other.txt"])
        for subject, files in entries
        if subject != "All"
    )
    counts["half"] += git(root, "status", "--porcelain", "--", "registry") != ""
    counts["unstaged"] += git(root, "diff", "--cached", "--name-only").split()[-1:] != ["staged.txt"]
    counts["broken"] += git(root, "fsck", "--no-dangling", "--no-progress") != ""


def _record(root: Path, name: str, acts: int) -> None:
    """Record acts, one after the other; where the clone is being changed by hand, again."""
    for number in range(acts):
        id_ = f"{name}-{number}"
        plan = Plan({f"registry/areas/{id_}.yaml": b"dimension: people\n"}, f"{id_}\n")
        for _ in range(100):
            try:
                done = record(root, lambda _, plan=plan: plan, wait=_WAIT)  # type: ignore[misc]
            except CicaregError as error:
                if error.code != Exit.REFUSED or "nothing was recorded" not in error.message:
                    raise
                sys.stdout.write("refused\n")
                time.sleep(0.05)
            else:
                assert done is not None
                break
        else:
            raise AssertionError(f"{id_} was refused a hundred times")


def wrong(counts: Counter[str]) -> dict[str, int]:
    """Give what should not have been counted."""
    return {
        what: counts[what]
        for what in ("failed", "lost", "twice", "swept", "half", "unstaged", "broken")
        if counts[what]
    }


def main() -> None:
    """Run as told on the command line, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=6)
    parser.add_argument("--acts", type=int, default=20, help="how many each of them records")
    parser.add_argument("--record", nargs=3, metavar=("FOLDER", "NAME", "ACTS"), help="be one of the processes")
    told = parser.parse_args()
    if told.record:
        _record(Path(told.record[0]), told.record[1], int(told.record[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        counts = raced(Path(folder), told.processes, told.acts)
    sys.stdout.write(", ".join(f"{what} {count}" for what, count in counts.items()) + "\n")
    sys.exit(bool(wrong(counts)))


if __name__ == "__main__":
    main()
