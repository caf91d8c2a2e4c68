"""The size of the address space, where the system tells it."""

from pathlib import Path

import pytest

from cicareg.storage.memory import address_space


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_the_size_is_that_of_a_process() -> None:
    size = address_space()
    assert size is not None
    assert size > 1024 * 1024


def test_without_proc_nothing_is_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("cicareg.storage.memory._STATM", tmp_path / "none")
    assert address_space() is None
