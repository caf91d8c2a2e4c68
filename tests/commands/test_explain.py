"""Explain needs no register, but a register that was named must be one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.support import write

Cicareg = Callable[..., Ran]


def test_a_register_that_was_named_must_be_there(
    cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cicareg("explain").code == 0
    assert cicareg("-C", tmp_path, "explain").code == 3
    monkeypatch.setenv("CICAREG_REGISTRY", str(tmp_path / "none"))
    ran = cicareg("explain")
    assert (ran.code, ran.out) == (3, "")
    assert "no register in " in ran.err


def test_a_register_here_must_be_readable(cicareg: Cicareg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, here = write(tmp_path / "real"), tmp_path / "here"
    here.mkdir()
    (here / "registry").symlink_to(real / "registry", target_is_directory=True)
    monkeypatch.chdir(here)
    ran = cicareg("explain")
    assert (ran.code, ran.out) == (3, "")
    assert "is a symbolic link" in ran.err
