"""Fixtures for all tests: goldens, the command line in this process, and a place for what it remembers."""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cicareg.cli import run
from tests.gitting import with_program

GOLDENS = Path(__file__).parent / "goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is produced as the new goldens")


def pytest_configure(config: pytest.Config) -> None:
    """Let nothing be remembered with a user's caches or in this repository, by any process that a test starts."""
    folder = tempfile.mkdtemp(prefix="cicareg-tests-")
    os.environ["CICAREG_CACHE"] = folder
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with tests/goldens/NAME; `bin/test --accept` writes the golden anew."""

    def compare(name: str, text: str) -> None:
        path = GOLDENS / name
        if request.config.getoption("--accept"):
            path.write_bytes(text.encode("utf-8"))
        assert text == path.read_bytes().decode("utf-8"), f"{name} differs; if it should: bin/test --accept"

    return compare


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository of the program, as a pipeline gets it."""
    return with_program(tmp_path_factory.mktemp("program"))


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: its exit code and its two outputs."""

    code: int
    out: str
    err: str


@pytest.fixture
def cicareg(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run the command line in this process, in a plain environment."""
    for name in ("CICAREG_REGISTRY", "CICAREG_DEBUG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str | Path) -> Ran:
        code = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call
