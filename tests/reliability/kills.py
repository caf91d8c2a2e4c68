"""Kill a run at a random moment; the next one, without help, must find and leave everything in order.

By hand, and for long: python -m tests.reliability.kills --runs 1000
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.reliability.acts import PERSON, faults, started, torn

_AFTER = 0.03  # seconds
_PROJECT = Path(__file__).parents[2]


def attacked(folder: Path, runs: int, seed: int, stop: signal.Signals = signal.SIGKILL) -> Counter[str]:
    """Kill so many runs at moments that a number settles; count what was wrong afterwards."""
    chance = random.Random(seed)  # noqa: S311  # moments, not secrets
    root = started(folder / "register")
    span = 1.4 * _span(root)  # later runs may take longer
    counts: Counter[str] = Counter(runs=runs)
    for number in range(2, runs + 2):
        late = number % 3 == 0  # the moments after the branch has moved are few: every third run is killed there
        killed = _killed(root, number, chance.uniform(0, _AFTER if late else span), stop, late=late)
        counts["killed"] += killed
        counts["torn"] += torn(root, number)
        done = subprocess.run(_command(root, number), env=_environment(), capture_output=True, text=True, check=False)
        counts["healed"] += "interrupted" in done.stdout
        counts["healed forward"] += "is recorded as" in done.stdout
        if done.returncode:
            counts["stuck"] += 1
            print(number, done.stdout, done.stderr, file=sys.stderr)  # noqa: T201
            break
        for fault in faults(root, number):
            counts[fault] += 1
    return counts


def _span(root: Path) -> float:
    """Record the first act undisturbed, and give how long it took."""
    with _begun(root, 1) as process:
        began = time.perf_counter()
        assert process.wait() == 0
    return time.perf_counter() - began


def _killed(root: Path, number: int, moment: float, stop: signal.Signals, *, late: bool) -> bool:
    branch = root / ".git/refs/heads/main"
    before = branch.read_bytes()
    with _begun(root, number) as process:
        while late and process.poll() is None and branch.read_bytes() == before:
            time.sleep(0.001)
        time.sleep(moment)
        running = process.poll() is None
        if running:
            os.killpg(process.pid, stop)
        process.wait()
    return running


def _begun(root: Path, number: int) -> subprocess.Popen[str]:
    """Start to record an act; all modules are loaded when it is given."""
    process = subprocess.Popen(
        _command(root, number),
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def _command(root: Path, number: int) -> list[str]:
    return [sys.executable, "-m", "tests.reliability.acts", str(root), str(number)]


def _environment() -> dict[str, str]:
    return {**os.environ, **PERSON, "PYTHONPATH": f"{_PROJECT}/src{os.pathsep}{_PROJECT}"}


def main() -> None:
    """Run as told on the command line, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--signal", default="SIGKILL", choices=["SIGKILL", "SIGTERM", "SIGINT"])
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = attacked(Path(folder), told.runs, told.seed, signal.Signals[told.signal])
    print(", ".join(f"{name} {count}" for name, count in counts.items()))  # noqa: T201
    sys.exit(any(counts[name] for name in counts.keys() - {"runs", "killed", "healed", "healed forward"}))


if __name__ == "__main__":
    main()
