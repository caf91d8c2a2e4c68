"""Two officers, Ada and Ben, with a bare repository between them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.gitting import PERSON
from tests.sharing.offices import Office, office, shared

ADA = {"NAME": "Ada", "EMAIL": "ada@example.org"}


@pytest.fixture(autouse=True)
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set who commits, and wait for nothing."""
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    for role in ("AUTHOR", "COMMITTER"):
        for name, value in ADA.items():
            monkeypatch.setenv(f"GIT_{role}_{name}", value)
    monkeypatch.setattr("time.sleep", lambda _: None)


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """Give the bare repository."""
    return shared(tmp_path)


@pytest.fixture
def ada(remote: Path, cicareg: Callable[..., Ran]) -> Office:
    """Give the first officer."""
    return office(remote, remote.parent / "ada", cicareg)


@pytest.fixture
def ben(remote: Path, cicareg: Callable[..., Ran]) -> Office:
    """Give the second officer."""
    return office(remote, remote.parent / "ben", cicareg)
