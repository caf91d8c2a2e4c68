"""The bounds of templates respect those that are set already; stderr may be gone."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from cicareg.commands._limits import bounded
from tests.support import SAMPLE

MIB = 1024 * 1024
INFINITE = resource.RLIM_INFINITY
BOUNDS = {
    "none": ((INFINITE, INFINITE), (260 * MIB, INFINITE)),
    "large": ((900 * MIB, 900 * MIB), (260 * MIB, 900 * MIB)),
    "soft": ((200 * MIB, INFINITE), (200 * MIB, INFINITE)),
    "hard": ((INFINITE, 200 * MIB), (200 * MIB, 200 * MIB)),
}


@pytest.mark.parametrize("name", BOUNDS)
def test_no_limit_is_raised(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, during = BOUNDS[name]
    said: list[tuple[int, int]] = []
    monkeypatch.setattr("cicareg.commands._limits.address_space", lambda: 100 * MIB)
    monkeypatch.setattr(resource, "getrlimit", lambda _: before)
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: said.append(limits))
    with bounded("x"):
        assert said == [during]
    assert said == [during, before]


@pytest.mark.parametrize("error", [ValueError, OSError])
def test_where_the_system_refuses_there_is_no_bound(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(resource, "setrlimit", refuse)
    done = []
    with bounded("x"):
        done.append(1)
    assert done == [1]


@pytest.mark.parametrize("words", ["list --lang de", "list"], ids=["refusal", "result"])
def test_nobody_reads_stderr(words: str, tmp_path: Path) -> None:
    line = f"{{ sleep 0.1; {sys.executable} -P -m cicareg -C {SAMPLE} {words} >/dev/null; echo $? >&3; }} 2>&1 | true"
    command = ["bash", "-c", f"{{ {line}; }} 3>&1"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == ("2\n" if "--lang" in words else "0\n")
