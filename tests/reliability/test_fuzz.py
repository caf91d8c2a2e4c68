"""Spoilt records, briefly; and those kept because they were, or are, interesting."""

import os
import random
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from cicareg.loading import read
from tests.reliability.fuzz import CORPUS, FailedError, kept, tried
from tests.reliability.spoiling import Example, example
from tests.support import PROJECT

_ENOUGH = 20_000


def fuzzed(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.reliability.fuzz", *words]
    environment = {**os.environ, "PYTHONPATH": f"{PROJECT}/src{os.pathsep}{PROJECT}"}
    return subprocess.run(command, env=environment, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_spoilt_records_are_read_or_refused_in_little_time_and_memory() -> None:
    start = random.SystemRandom().randrange(10**9)
    done = fuzzed("--examples", str(_ENOUGH), "--start", str(start), "--whole", "40", "--jobs", "2")
    assert done.returncode == 0, f"--start {start}: {done.stdout}{done.stderr[-2000:]}"
    figures = re.fullmatch(
        r"20000 examples and (\d+) kept: read (\d+), refused (\d+), failed 0; (\d+) MiB, \d+ s\n", done.stdout
    )
    assert figures, done.stdout
    count, right, wrong, mebibytes = map(int, figures.groups())
    assert count == len(kept()) > 20
    assert right + wrong == _ENOUGH
    assert min(right, wrong) > _ENOUGH // 10  # not so wild that nothing is left to read
    assert mebibytes <= 256


def test_what_is_said_of_the_examples_that_are_kept(golden: Callable[[str, str], None]) -> None:
    lines = []
    for one, path in zip(kept(), sorted(CORPUS.glob("*.yaml")), strict=True):
        tried(one, whole=True)
        first = next(iter(read(one.path, one.raw).findings), None)
        said = f"{first.place.line}:{first.place.column} {first.message}" if first else "read"
        lines.append(f"{path.name.split('--')[0]}: {said}\n")
    golden("corpus.txt", "".join(lines))


def test_an_example_is_the_same_in_every_run() -> None:
    assert [example(number) for number in range(50)] == [example(number) for number in range(50)]
    assert len({example(number).raw for number in range(1, 50)}) > 40


def test_a_crash_in_reading_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.reliability.fuzz.read", lambda path, _: {}[path])
    with pytest.raises(FailedError, match=r"^KeyError: "):
        tried(Example(0, "registry/areas/ice.yaml", b"a: b\n"), whole=False)
