"""A disk that does not take what is written: nothing is recorded, nothing is left, and it is said."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cicareg.errors import Exit
from cicareg.storage.recording import committing, healing, putting
from tests.gitting import git
from tests.storage.recording.acts import FISH, NEW, changed_by, recorded, refused, with_identity, with_register


def failing(number: int, name: str) -> OSError:
    return OSError(number, os.strerror(number), name)


def ballast(small: Path, free: int) -> None:
    """Leave so many KiB free on a disk."""
    room = os.statvfs(small)
    (small.parent / "ballast").write_bytes(b"x" * (room.f_bavail * room.f_frsize - free * 1024))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A register on a disk of its own that has little room left."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield with_identity(with_register(disk / "register"))
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_F16_a_folder_that_cannot_be_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path, _: bytes) -> None:
        raise failing(13, str(path))

    monkeypatch.setattr(putting, "write_new", denied)
    place = root / "registry/coordinators/.fish.yaml.cicareg"
    expected = f"the disk did not take it: {place}: Permission denied; nothing was recorded"
    assert expected in refused(root, code=Exit.UNREADABLE)


def test_F16_a_git_directory_that_cannot_be_written(root: Path) -> None:
    (root / ".git/cicareg").write_text("a file", encoding="utf-8")
    assert "; nothing was recorded" in refused(root, code=Exit.UNREADABLE)


@pytest.mark.parametrize("free", [4, 16, 28, 40])
def test_F18_F19_a_disk_that_is_full(small: Path, free: int) -> None:
    ballast(small, free)
    said = refused(small, code=Exit.UNREADABLE)
    assert "No space left on device" in said
    (small.parent / "ballast").unlink()
    assert recorded(small).commit
    assert git(small, "status", "--porcelain", "--untracked-files=all") == ""


def test_F20_after_the_commit_point_no_room_is_needed(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish = healing.finish

    def filled(*words: object) -> object:
        ballast(small, 0)
        return finish(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(committing, "finish", filled)
    recorded(small)
    assert changed_by(small) == [FISH, NEW]
    assert git(small, "status", "--porcelain", "--untracked-files=all", GIT_OPTIONAL_LOCKS="0") == ""


def test_a_disk_that_fails_at_the_end_is_told_with_the_commit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise failing(5, "index")

    monkeypatch.setattr(committing, "put_index", broken)
    with pytest.raises(Exception, match=r"^recorded as [0-9a-f]{40}, but then: .*Input/output error") as caught:
        recorded(root)
    assert getattr(caught.value, "code", None) == Exit.UNREADABLE
    assert git(root, "status", "--porcelain", "--untracked-files=all") == ""
