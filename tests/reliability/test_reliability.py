"""A short run of each promise; docs/reliability.md has the commands for long ones."""

import importlib
import random
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.reliability.acts import PERSON
from tests.reliability.faults import injected, traced
from tests.reliability.kills import attacked
from tests.support import PROJECT

_GOOD = {"torn": 0}


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)


def wrong(counts: dict[str, int]) -> dict[str, int]:
    """Give what should not have been counted."""
    good = ("runs", "killed", "healed", "healed forward")
    return {what: count for what, count in counts.items() if count and what not in good}


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_X01_X02_a_run_that_is_killed_leaves_nothing_torn_half_or_swept(tmp_path: Path, stop: signal.Signals) -> None:
    counts = attacked(tmp_path, 6, random.SystemRandom().randrange(1000), stop)
    assert counts["runs"] == 6
    assert wrong(counts) == {}


def test_a_writing_call_that_fails_leaves_all_in_order(tmp_path: Path) -> None:
    counts = injected(tmp_path, step=5)
    assert counts["runs"] > 5
    assert wrong(counts) == {}


def test_a_system_call_that_fails_leaves_all_in_order(tmp_path: Path) -> None:
    if (
        shutil.which("strace") is None
        or subprocess.run(["strace", "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("strace cannot run here")
    assert wrong(traced(tmp_path, "error=ENOSPC", 3)) == {}


_PAGE = (PROJECT / "docs/reliability.md").read_text(encoding="utf-8")
_NAMED = sorted(set(re.findall(r"`python -m tests\.reliability\.(\w+)", _PAGE)))


@pytest.mark.parametrize("name", _NAMED)
def test_a_harness_that_the_page_names_is_there_and_tells_its_options(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", [name, "--help"])
    with pytest.raises(SystemExit) as ended:
        importlib.import_module(f"tests.reliability.{name}").main()
    assert ended.value.code == 0
    told = capsys.readouterr().out
    for option in re.findall(rf"tests\.reliability\.{name}`?([^|]*)\|$", _PAGE, re.MULTILINE)[0].split():
        assert not option.startswith("--") or option in told


def test_the_page_names_every_harness() -> None:
    modules = {path.stem for path in Path(__file__).parent.glob("*.py") if "argparse" in path.read_text("utf-8")}
    assert set(_NAMED) == modules - {Path(__file__).stem}
