"""Time whole processes in turn, A B A B …, and give the median of the ratios of their CPU time."""

import os
import resource
import statistics
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """A command, what is done before each run of it, what its environment has besides, and words for each run."""

    command: Sequence[str]
    before: Callable[[], object] = lambda: None
    environment: Mapping[str, str] | None = None
    more: Callable[[], Sequence[str]] = tuple

    def cpu(self) -> float:
        """Run the command and give the seconds of CPU that it and its children took."""
        self.before()
        command = (*self.command, *self.more())
        start = _spent()
        done = subprocess.run(command, env={**os.environ, **(self.environment or {})}, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)} exited {done.returncode}: {done.stderr.decode()}")
        return _spent() - start


@dataclass(frozen=True, slots=True)
class Ratio:
    """The median of the ratios of each pair of runs, with the least and the greatest, and the median seconds of A."""

    median: float
    least: float
    greatest: float
    seconds: float

    def __str__(self) -> str:
        """Give `2.31 (2.20-2.52)`."""
        return f"{self.median:.2f} ({self.least:.2f}-{self.greatest:.2f})"


def paired(one: Job, other: Job, runs: int) -> Ratio:
    """Run both in turn, after a run of each that is not counted."""
    one.cpu(), other.cpu()
    pairs = [(one.cpu(), other.cpu()) for _ in range(runs)]
    ratios = [a / b for a, b in pairs]
    return Ratio(statistics.median(ratios), min(ratios), max(ratios), statistics.median(a for a, _ in pairs))


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
