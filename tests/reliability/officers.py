"""Many officers, one bare repository: nothing is lost, and no commit of the whole history breaks a rule.

`python -m tests.reliability.officers --officers 16 --acts 25` takes a while; the tests run it short. Each officer has a
clone and makes act after act, sharing each one. Now and then a sync is killed at a random moment, with all that it
started, and simply asked for again. In the end every operation must have landed, once, or have been refused in words.
The history is judged twice: by the program's own rules, and by `judging.py`, which knows nothing of the program.
"""

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from cicareg.changes.messages import read
from cicareg.finding import Severity
from cicareg.revisiting import held_at
from cicareg.storage import git as program
from tests.gitting import git, with_register
from tests.reliability.judging import crowded, unshared
from tests.support import PROJECT

_AREAS = tuple(f"lake-{number}" for number in range(1, 9))
_STATES = ("XBB", "XCC", "XDD")
WRONG = ("lost", "twice", "told and not there once", "two coordinators", "bad states", "merges")  # all must be 0
_HELD = "tenures:\n  - {state: XAA, role: coordinator, listed: com-2023-06-01}\n"
_TOLD = re.compile(r"\(operation ([0-9a-f]+)\)")
_PERSON = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PYTHONPATH": f"{PROJECT}/src",
}  # fmt: skip


@dataclass
class Officer:
    """One officer: the clone, and what became of each operation as cicareg told it."""

    folder: Path
    chance: random.Random
    kills: float
    fates: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    told: list[str] = field(default_factory=list)  # the operations that a sync said were sent, or there

    def work(self, acts: int) -> None:
        """Make acts and share each."""
        for _ in range(acts):
            self._appoint()
            self.share()

    def share(self) -> None:
        """Ask for a sync until all is shared; what is refused is taken back."""
        while True:
            if self.chance.random() < self.kills:
                self._killed()
            began = time.monotonic()
            done = self._run("sync")
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.counts[f"sync ended with {done.returncode}"] += 1
            if done.returncode == 0:
                self._known(done.stdout)
                self.told += [*_below("sent to origin:\n", done.stdout), *_below("already on origin:\n", done.stdout)]
                return
            if done.returncode == 4:
                self._take_back(done.stderr)
            elif done.returncode not in (5, 6):
                raise AssertionError(f"{self.folder.name}: {done.returncode}: {done.stderr}")

    def _appoint(self) -> None:
        area, state = self.chance.choice(_AREAS), self.chance.choice(_STATES)
        year = self.chance.randrange(2026, 2050)
        decision = f"com-2025-06-03/{self.chance.randrange(1, 60)}"
        role = self.chance.choice(("coordinator", "co-coordinator"))
        asked = (f"--{role}", state, "--term", f"{year}-{year + 1}", "--decision", decision, "--yes")
        done = self._run("appoint", area, *asked)
        if done.returncode == 0 and (found := _TOLD.search(done.stdout)):
            self.fates[found[1]] = "recorded"
        elif done.returncode not in (0, 4):
            raise AssertionError(f"{self.folder.name}: {done.returncode}: {done.stderr}")
        else:
            self.counts["refused at once, or known"] += 1

    def _take_back(self, said: str) -> None:
        found = _TOLD.search(said)
        assert found, said
        self.fates[found[1]] = "refused"
        done = self._run("undo", found[1], "--why", "It no longer fits.", "--yes")
        assert done.returncode == 0, done.stderr

    def _known(self, said: str) -> None:
        for operation in _below("another act has recorded the same:\n", said):
            self.fates[operation] = "on record by another"

    def _killed(self) -> None:
        command = [sys.executable, "-P", "-m", "cicareg", "-C", str(self.folder), "sync"]
        with subprocess.Popen(
            command, env=self._surroundings(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as child:  # fmt: skip
            time.sleep(self.chance.uniform(0.2, 2.0))
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
                self.counts["sync killed"] += 1

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-m", "cicareg", "-C", str(self.folder), *words]
        return subprocess.run(command, env=self._surroundings(), capture_output=True, text=True, check=False)

    def _surroundings(self) -> dict[str, str]:
        name = self.folder.name
        person = {"NAME": name, "EMAIL": f"{name}@example.org"}
        told = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in person.items()}
        return {**os.environ, **_PERSON, **told}


def _below(title: str, said: str) -> list[str]:
    """Give the operations that stand below a title."""
    _, _, after = said.partition(title)
    return _TOLD.findall("\n".join(takewhile(lambda line: line.startswith("  "), after.splitlines())))


def tried(folder: Path, officers: int, acts: int, kills: float, seed: int) -> dict[str, int | float]:
    """Let the officers work at the same time; give the figures, or fail."""
    shared = _shared(folder)
    staff = []
    for number in range(officers):
        clone = folder / f"officer-{number + 1}"
        git(folder, "clone", "--quiet", str(shared), str(clone))
        staff.append(Officer(clone, random.Random(seed * 1000 + number), kills))  # noqa: S311  # chance, no secret
    began = time.monotonic()
    with ThreadPoolExecutor(officers) as pool:
        for job in [pool.submit(officer.work, acts) for officer in staff]:
            job.result()
    took = time.monotonic() - began
    for officer in staff:
        officer.share()
    return {**_judged(shared, staff), "seconds": round(took), "slowest sync": round(max(o.slowest for o in staff), 1)}


def _shared(folder: Path) -> Path:
    files = {}
    for number, area in enumerate(_AREAS, start=11):
        name = f"{{en: Lake {number}, fr: Lac {number}}}"
        files[f"areas/{area}.yaml"] = f"dimension: nature\nnumber: {number}\nname: {name}\n"
        if number % 2:  # the others wait for a coordinator
            files[f"coordinators/{area}.yaml"] = (
                "tenures:\n  - {state: XAA, role: coordinator, listed: com-2023-06-01}\n"
            )
    first = with_register(folder / "first", files)
    shared = folder / "shared.git"
    git(folder, "clone", "--quiet", "--bare", str(first), str(shared))
    return shared


def _judged(shared: Path, staff: Sequence[Officer]) -> dict[str, int]:
    """Walk the whole history, and account for every operation."""
    commits = program.commits_besides(shared, git(shared, "rev-parse", "main").strip(), ())
    landed = Counter(told.id for commit in commits if (told := read(commit.message)))
    fates = {id_: fate for officer in staff for id_, fate in officer.fates.items()}
    counts = sum((officer.counts for officer in staff), Counter[str]())
    for officer in staff:
        assert git(officer.folder, "status", "--porcelain") == "", officer.folder
        assert git(officer.folder, "fsck", "--no-dangling", "--no-progress") == "", officer.folder
        assert program.holds(shared, "main", git(officer.folder, "rev-parse", "HEAD").strip()), officer.folder
    fate = Counter("landed" if landed[id_] else fate for id_, fate in fates.items())
    return {
        "officers": len(staff),
        "recorded": len(fates),
        "landed": fate["landed"],
        "refused": fate["refused"],
        "on record by another": fate["on record by another"],
        "lost": fate["recorded"],
        "twice": sum(number > 1 for number in landed.values()),
        "commits": len(commits),
        "merges": sum(len(commit.parents) > 1 for commit in commits),
        "told and not there once": len(unshared(shared, (id_ for officer in staff for id_ in officer.told))),
        "two coordinators": len(crowded(shared)),
        "bad states": sum(not _in_order(shared, commit.id) for commit in commits),
        **dict(sorted(counts.items())),
    }


def _in_order(shared: Path, commit: str) -> bool:
    return held_at(shared, commit).report.count(Severity.ERROR) == 0


def main() -> None:
    """Run as told on the command line, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--officers", type=int, default=16)
    parser.add_argument("--acts", type=int, default=25)
    parser.add_argument("--kills", type=float, default=0.2, help="how often a sync is killed before it is asked for")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cicareg-officers-") as folder:
        figures = tried(Path(folder), given.officers, given.acts, given.kills, given.seed)
    sys.stdout.write("".join(f"{name}: {value}\n" for name, value in figures.items()))
    sys.exit(any(figures[name] for name in WRONG))


if __name__ == "__main__":
    main()
