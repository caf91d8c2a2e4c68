"""A produced file is replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from cicareg.errors import CicaregError
from cicareg.storage.output import read_published, write_output


def test_a_file_is_written_and_replaced_with_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    write_output(path, b"one")
    assert path.read_bytes() == b"one"
    path.chmod(0o640)
    write_output(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_F03_a_link_is_replaced_and_its_target_is_left_alone(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    link = tmp_path / "list.md"
    link.symlink_to(victim)
    write_output(link, b"new")
    assert victim.read_bytes() == b"precious"
    assert link.read_bytes() == b"new"


def test_F19_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CicaregError, match="No space left on device") as failed:
        write_output(path, b"new")
    assert failed.value.code == 3
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CicaregError, match="cannot be written: No such file"):
        write_output(tmp_path / "none" / "list.md", b"x")


def test_only_files_and_links_are_replaced(tmp_path: Path) -> None:
    pipe, folder, link = tmp_path / "pipe", tmp_path / "folder", tmp_path / "link"
    os.mkfifo(pipe)
    folder.mkdir()
    link.symlink_to(pipe)
    for path in (pipe, folder, link):
        with pytest.raises(CicaregError, match="is not replaced") as refused:
            write_output(path, b"x")
        assert refused.value.code == 3
    assert pipe.is_fifo()
    assert folder.is_dir()
    assert link.is_symlink()
    assert len(list(tmp_path.iterdir())) == 3


def test_a_published_file_may_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "list.md").write_bytes(b"x")
    (tmp_path / "link.md").symlink_to("list.md")
    assert read_published(tmp_path / "link.md") == b"x"


def test_what_is_no_file_or_too_large_is_not_compared(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(16 * 1024 * 1024 + 1)
    for name in ("pipe", "zero", "large"):
        with pytest.raises(CicaregError, match="cannot be compared"):
            read_published(tmp_path / name)
