"""A register in a repository of its own, away from this person's configuration."""

from pathlib import Path

import pytest

from tests.gitting import IDENTITY, PERSON
from tests.storage.recording.acts import with_identity, with_register


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    for name in IDENTITY:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_identity(with_register(tmp_path / "register"))
