"""Spoilt records are read, or refused with a place; nothing else ever happens, and it takes little.

`python -m tests.reliability.fuzz --examples 1000000 --jobs 2` tries as many; example N is the same in every run. Each
is read; every tenth (`--whole`) is laid over its register, which is then checked with all rules. What fails is kept in
tests/reliability/corpus/, whose files every run tries first.
"""

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from cicareg.checking.again import Readings
from cicareg.checking.whole import check_all
from cicareg.finding import Finding
from cicareg.loading import read
from cicareg.registry import Registry
from tests.reliability.spoiling import ROOTS, Example, example
from tests.support import tree_of

CORPUS = Path(__file__).parent / "corpus"
MOST_SECONDS, MOST_MEBIBYTES = 1.0, 256
_LONGEST = 1000  # of a message
_BLOCK = 2000


class FailedError(Exception):
    """What came of an example that should not have."""


def kept() -> list[Example]:
    """Give the examples of the corpus: `WHY--FOLDER--NAME.yaml`, of the sample register."""
    paths = sorted(CORPUS.glob("*.yaml"))
    return [Example(0, "registry/" + "/".join(path.name.split("--")[1:]), path.read_bytes()) for path in paths]


def tried(one: Example, *, whole: bool) -> str:
    """Read one example, and check its register with it; say what came of it, or raise FailedError."""
    began = time.process_time()
    try:
        result = _read(one)
        if whole:
            _checked(one)
    except Exception as error:
        raise FailedError(f"{type(error).__name__}: {error}") from error
    if (took := time.process_time() - began) > MOST_SECONDS:
        raise FailedError(f"took {took:.1f} s")
    return result


def _read(one: Example) -> str:
    reading = read(one.path, one.raw)
    _judge(one, reading.findings)
    if reading.broken or not reading.kind:
        assert reading.findings, "what cannot be read is refused in words"
        return "refused"
    return "read"


def _checked(one: Example) -> None:
    found = check_all(Registry(dict(_register(one.register).laid_over({one.path: one.raw})))).report.findings
    _judge(one, (finding for finding in found if finding.place.path == one.path))


@cache
def _register(number: int) -> Readings:
    readings = Readings(tree_of(ROOTS[number]))
    check_all(Registry(dict(readings)))
    return readings


def _judge(one: Example, findings: Iterable[Finding]) -> None:
    """See that each finding stands within the file, and is a sentence that can be printed."""
    lines = one.raw.decode("utf-8", "replace").split("\n")
    for found in findings:
        place = found.place
        assert place.path == one.path, place
        assert 1 <= place.line <= place.end_line <= len(lines), place
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, place
        assert found.message.isprintable(), found.message
        assert 0 < len(found.message) < _LONGEST, found.message


def run(numbers: Sequence[int], whole: int) -> tuple[Counter[str], list[tuple[int, str]], float]:
    """Try examples by number; give what came of them, those that failed, and the mebibytes that it took at most."""
    counts: Counter[str] = Counter()
    failed: list[tuple[int, str]] = []
    for number in numbers:
        try:
            counts[tried(example(number), whole=number % whole == 0)] += 1
        except FailedError as error:
            failed.append((number, str(error)))
    counts["failed"] = len(failed)
    return counts, failed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _keep(number: int) -> Path:
    one = example(number)
    path = CORPUS / f"{number}--{one.path.removeprefix('registry/').replace('/', '--')}"
    path.write_bytes(one.raw)
    return path


def main() -> None:
    """Try the corpus and so many examples, print what came of them, and keep what failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=20_000)
    parser.add_argument("--start", type=int, default=0, help="the number of the first")
    parser.add_argument("--whole", type=int, default=10, help="check the whole register with every so-manieth")
    parser.add_argument("--jobs", type=int, default=1)
    told = parser.parse_args()
    began = time.perf_counter()
    for one in kept():
        tried(one, whole=True)
    end = told.start + told.examples
    blocks = [range(at, min(at + _BLOCK, end)) for at in range(told.start, end, _BLOCK)]
    counts, most, failed = Counter[str](), 0.0, list[tuple[int, str]]()
    with ProcessPoolExecutor(told.jobs) as pool:
        for counted, wrong, mebibytes in pool.map(run, blocks, [told.whole] * len(blocks)):
            counts += counted
            failed += wrong
            most = max(most, mebibytes)
    for number, why in failed:
        sys.stdout.write(f"example {number}, kept as {_keep(number).name}: {why}\n")
    figures = ", ".join(f"{name} {counts[name]}" for name in ("read", "refused", "failed"))
    took = time.perf_counter() - began
    sys.stdout.write(f"{told.examples} examples and {len(kept())} kept: {figures}; {most:.0f} MiB, {took:.0f} s\n")
    sys.exit(bool(failed) or most > MOST_MEBIBYTES)


if __name__ == "__main__":
    main()
