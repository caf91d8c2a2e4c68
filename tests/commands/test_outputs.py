"""Where results go: never among the records, and nowhere in silence when nobody reads."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.support import SAMPLE, write

Cicareg = Callable[..., Ran]

COMMANDS = [
    ("validate",),
    ("validate", "--format", "json"),
    ("explain", "one-role"),
    ("render", "list"),
    ("schema", "area"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("where", ["registry/states.yaml", "registry/areas/new.yaml", "registry/report"])
def test_nothing_is_written_among_the_records(
    words: tuple[str, ...], where: str, cicareg: Cicareg, tmp_path: Path
) -> None:
    root = write(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    ran = cicareg("-C", root, *words, "-o", root / where)
    assert ran.code == 2
    assert f"{where} lies among the records of a register" in ran.err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("words", [("explain",), ("schema",)], ids=" ".join)
def test_no_folder_of_pages_is_written_among_the_records(
    words: tuple[str, ...], cicareg: Cicareg, tmp_path: Path
) -> None:
    root = write(tmp_path)
    ran = cicareg("-C", root, *words, "--all", "--format", "markdown", "-o", root / "registry")
    assert ran.code == 2
    assert not (root / "registry/README.md").exists()


def test_a_folder_named_registry_that_holds_no_register_is_a_folder_like_any(cicareg: Cicareg, tmp_path: Path) -> None:
    (tmp_path / "registry").mkdir()
    assert cicareg("-C", SAMPLE, "validate", "-o", tmp_path / "registry/found.txt").code == 0
    assert (tmp_path / "registry/found.txt").exists()


def test_a_hyphen_is_the_output_itself(cicareg: Cicareg) -> None:
    assert cicareg("-C", SAMPLE, "explain", "one-role", "-o", "-").out.startswith("one-role: ")


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), ("list", "--help"), ("list",), ("explain",)], ids=" ".join
)
def test_an_output_that_nobody_reads_any_more_is_no_finding(words: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = (sys.executable, "-m", "cicareg", *words)
    environment = {**os.environ, "CICAREG_REGISTRY": str(SAMPLE)}
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
