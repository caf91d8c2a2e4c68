"""Change the code of the rules in small ways; the tests of the rules must notice each: the mutation score.

`python -m tests.reliability.mutants` tries all mutants; `--sample 20` tries some. A mutant is one change within
`src/cicareg/rules/`: a comparison, a boolean, a condition, a constant, an arithmetic sign, or what is returned.

The tests are collected once. Each mutant is then tried in a fork of that process, in which the code of the changed
function is put in the place of the real one. What the tests do not notice there is tried again in a new process that
imports the changed module, as what happens at import is not seen in a fork; there their pages are tested, too.
"""

import argparse
import gc
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest

from tests.reliability.mutating import Mutant, mutants_of

PROJECT = Path(__file__).parents[2]
RULES = PROJECT / "src/cicareg/rules"
_TESTS = "tests/rules"
_PAGES = "tests/test_pages.py::test_the_pages_are_what_the_command_makes"  # what is said of the rules
_SECONDS = 60  # a mutant that runs longer is noticed: it does not end
_Functions = dict[tuple[str, int], FunctionType]
_QUIET = ("-qq", "-x", "--capture=no", "--no-summary", "-p", "no:cacheprovider", "-p", "no:xdist")


def all_mutants() -> list[Mutant]:
    """Give every mutant of the rules, in order."""
    return [mutant for path in sorted(RULES.rglob("*.py")) for mutant in mutants_of(path, _name(path))]


def _name(path: Path) -> str:
    return ".".join(path.relative_to(RULES.parents[1]).with_suffix("").parts).removesuffix(".__init__")


def survivors(mutants: Sequence[Mutant], jobs: int = 1) -> list[Mutant]:
    """Give the mutants that no test notices."""
    fast = [mutant for mutant in mutants if mutant.inner]
    told = _Forks(fast, jobs)
    code = pytest.main([*_QUIET, _TESTS], plugins=[told])
    assert code == pytest.ExitCode.OK, f"pytest ended with {code}"
    unnoticed = {mutant.id for mutant in told.unnoticed}
    return [mutant for mutant in mutants if (not mutant.inner or mutant.id in unnoticed) and _survives_alone(mutant)]


class _Forks:
    """Stands in for the loop of pytest: tries each mutant in a fork, where all tests are collected already."""

    def __init__(self, mutants: Sequence[Mutant], jobs: int) -> None:
        self._mutants, self._jobs = mutants, jobs
        self._functions: dict[str, _Functions] = {}
        self.unnoticed: list[Mutant] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        assert session.items, "no tests were collected"
        running: dict[int, Mutant] = {}
        for mutant in self._mutants:
            self._functions.setdefault(mutant.module, _functions(mutant.module))
        gc.freeze()  # else each fork copies all of it
        for mutant in self._mutants:
            running[self._begun(mutant, session.items)] = mutant
            if len(running) >= self._jobs:
                self._ended(running)
        while running:
            self._ended(running)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os._exit(1)

    def _begun(self, mutant: Mutant, items: Sequence[pytest.Item]) -> int:
        child = os.fork()
        if child:
            return child
        signal.alarm(_SECONDS)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.dup2(2, 1)
        try:
            _replace(mutant, self._functions[mutant.module])
            for item in sorted(items, key=lambda item: item.path.stem != f"test_{mutant.path.stem}"):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        except BaseException:  # noqa: BLE001  # whatever happens here was not to happen
            os._exit(1)
        os._exit(0)

    def _ended(self, running: dict[int, Mutant]) -> None:
        child, status = os.wait()
        mutant = running.pop(child)
        if status == 0:
            self.unnoticed.append(mutant)


def _functions(module: str) -> _Functions:
    """Give the functions of a module that is imported, by what their code is called and where it begins."""
    found = gc.get_referrers(sys.modules[module].__dict__)
    return {_key(each.__code__): each for each in found if isinstance(each, FunctionType)}


def _replace(mutant: Mutant, functions: _Functions) -> None:
    """Give the functions of a module the code that they have in the mutant."""
    for code in _codes(mutant.code()):
        function = functions.get(_key(code))
        if function is not None and len(function.__code__.co_freevars) == len(code.co_freevars):
            function.__code__ = code


def _key(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _codes(code: CodeType) -> Iterator[CodeType]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield part
            yield from _codes(part)


def _survives_alone(mutant: Mutant) -> bool:
    command = [sys.executable, "-m", "tests.reliability.mutants", "--alone", mutant.id]
    environment = {**os.environ, "PYTHONPATH": f"{PROJECT}/src{os.pathsep}{PROJECT}"}
    try:
        done = subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, check=False, timeout=2 * _SECONDS
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


class _Finder:
    """Finds one module as the mutant has it, and leaves all others to Python."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != self._mutant.module:
            return None
        spec = PathFinder.find_spec(name, path, target)
        assert spec is not None
        spec.loader = _Loader(self._mutant)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(mutant.path))
        self._mutant = mutant

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  # the name that Python asks by
        return self._mutant.code()


def _alone(id_: str) -> int:
    mutant = next(mutant for mutant in all_mutants() if mutant.id == id_)
    sys.meta_path.insert(0, _Finder(mutant))
    first = PROJECT / _TESTS / f"test_{mutant.path.stem}.py"
    files = [str(first)] if first.exists() else []
    return int(any(pytest.main([*_QUIET, *words]) for words in (files, [_TESTS, _PAGES]) if words))


def main() -> None:
    """Try mutants as told on the command line; print those that nobody notices, and the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, help="try so many, chosen by the seed, instead of all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", default="", help="try those with this in their id")
    parser.add_argument("--alone", metavar="ID", help="run the tests with one mutant; 0 means nobody notices")
    told = parser.parse_args()
    if told.alone:
        sys.exit(_alone(told.alone))
    began = time.perf_counter()
    mutants = [mutant for mutant in all_mutants() if told.only in mutant.id]
    if told.sample:
        mutants = sample(mutants, told.sample, told.seed)
    left = survivors(mutants, told.jobs)
    score = 100 * (1 - len(left) / len(mutants)) if mutants else 100
    for mutant in left:
        sys.stdout.write(f"survives: {mutant.id}\n")
    took = time.perf_counter() - began
    sys.stdout.write(f"{len(mutants)} mutants, {len(left)} survive, score {score:.1f} %, {took:.0f} s\n")
    sys.exit(1 if score < 95 else 0)


def sample(mutants: Sequence[Mutant], number: int, seed: int) -> list[Mutant]:
    """Choose some mutants, the same for the same seed."""
    return random.Random(seed).sample(mutants, min(number, len(mutants)))  # noqa: S311  # chance, no secret


if __name__ == "__main__":
    main()
