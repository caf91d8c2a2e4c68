"""The registers that are measured on are such as officers write, and the measuring itself runs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import PROJECT, check, load, tree_of

BENCHMARKS = PROJECT / "benchmarks"


def generate(files: int, out: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, str(BENCHMARKS / "generate.py"), "--files", str(files), "--out", str(out))
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("generated") / "register"
    assert generate(60, root).returncode == 0
    return root


def test_there_are_as_many_files_as_asked_for_and_all_is_in_order(register: Path) -> None:
    tree = tree_of(register)
    assert len(tree) == 60
    assert check(load(tree)).findings == ()


def test_files_have_fifteen_to_forty_lines(register: Path) -> None:
    lengths = {path: raw.count(b"\n") for path, raw in tree_of(register).items() if path.count("/") == 2}
    assert {path: length for path, length in lengths.items() if not 15 <= length <= 40} == {}


def test_the_same_number_gives_the_same_bytes(register: Path, tmp_path: Path) -> None:
    assert generate(60, tmp_path / "again").returncode == 0
    assert tree_of(tmp_path / "again") == tree_of(register)


def test_nothing_is_written_over(register: Path) -> None:
    done = generate(60, register)
    assert done.returncode == 2
    assert "is not empty" in done.stderr


def test_a_case_is_measured(tmp_path: Path) -> None:
    command = (sys.executable, str(BENCHMARKS / "run.py"), "--files", "20", "--runs", "1", "--only", "real register")
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={"TMPDIR": str(tmp_path)})
    names = [line.split("  ")[0] for line in done.stdout.splitlines()]
    assert names == ["list, real register, warm", "show, real register, warm", "validate, real register, cold"]


def test_the_page_of_costs_has_a_row_for_each_case() -> None:
    page = (PROJECT / "docs/performance.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S.*?) \| [0-9.]+ \([0-9.]+-[0-9.]+\) (\w+) \| [0-9.]+ \2 \|$", page, re.MULTILINE)
    single, formats, sizes_of_papers, for_each_size, of_the_largest = 7, 1, 1, 6, 2
    cases = single + formats + sizes_of_papers + for_each_size + of_the_largest
    assert (BENCHMARKS / "run.py").read_text(encoding="utf-8").count(" Case(") == cases
    assert len(rows) == single + 3 * formats + 2 * sizes_of_papers + 3 * for_each_size + of_the_largest
