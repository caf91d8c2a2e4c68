"""Find a register and read it; links and whatever is no file are not followed."""

import os
from pathlib import Path

import pytest

from cicareg.errors import CicaregError
from cicareg.storage.worktree import Worktree, look
from tests.support import sample, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path)


def found(root: Path) -> list[str]:
    return [f"{finding.place}: {finding.message}" for finding in look(root).findings()]


def tree(root: Path) -> dict[str, bytes]:
    return dict(Worktree(root, look(root)))


def test_the_whole_register_is_read(root: Path) -> None:
    assert tree(root) == sample()
    assert found(root) == []


def test_hidden_files_and_other_files_are_not_ours(root: Path) -> None:
    (root / "registry/.swp.yaml").write_text("x", encoding="utf-8")
    (root / "registry/README.md").write_text("x", encoding="utf-8")
    (root / "registry/areas/README").write_text("x", encoding="utf-8")
    (root / "registry/areas/ice.yaml~").write_text("x", encoding="utf-8")
    assert tree(root) == sample()
    assert found(root) == []


def test_a_record_that_lost_its_ending_is_not_passed_over(root: Path) -> None:
    (root / "registry/areas/ice.yaml").rename(root / "registry/areas/ice.yaml.txt")
    message = "no record: the name of a record's file ends in .yaml; keep other files elsewhere"
    assert found(root) == [f"registry/areas/ice.yaml.txt:1:1: {message}"]


def test_F01_symbolic_link_to_a_file(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret: word\n", encoding="utf-8")
    (root / "registry/areas/link.yaml").symlink_to(secret)
    message = "a symbolic link in the register: put the file itself here"
    assert found(root) == [f"registry/areas/link.yaml:1:1: {message}"]
    assert all(b"secret" not in raw for raw in tree(root).values())


@pytest.mark.parametrize("target", ["nowhere", "loop.yaml", "/dev/zero"], ids=["dangling", "self", "endless"])
def test_F04_F07_links_that_lead_nowhere_or_without_end(root: Path, target: str) -> None:
    (root / "registry/areas/loop.yaml").symlink_to(target)
    assert len(found(root)) == 1


def test_F05_folder_with_the_name_of_a_record(root: Path) -> None:
    (root / "registry/areas/folder.yaml").mkdir()
    assert found(root) == ["registry/areas/folder.yaml:1:1: a folder with the name of a record"]


def test_F06_pipe_does_not_hang(root: Path) -> None:
    os.mkfifo(root / "registry/areas/pipe.yaml")
    assert found(root) == ["registry/areas/pipe.yaml:1:1: not a regular file"]


def test_F08_linked_folders_are_not_entered(root: Path) -> None:
    (root / "registry/areas/again").symlink_to(root / "registry", target_is_directory=True)
    assert len(found(root)) == 1
    assert tree(root) == sample()


def test_linked_registry_is_refused(tmp_path: Path) -> None:
    real = write(tmp_path / "real")
    other = tmp_path / "other"
    other.mkdir()
    (other / "registry").symlink_to(real / "registry", target_is_directory=True)
    with pytest.raises(CicaregError, match="is a symbolic link"):
        look(other)


def test_F14_file_names_that_cannot_be_printed(root: Path) -> None:
    for name in (b"bad\xff.yaml", b"a\nb.yaml", b"c\x1b[31m.yaml"):
        Path(os.fsdecode(os.fsencode(root / "registry/areas") + b"/" + name)).write_bytes(b"dimension: people\n")
    lines = found(root)
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)
    assert any(r"bad\udcff.yaml" in line for line in lines)
    assert tree(root) == sample()


def test_a_file_larger_than_a_record_is_not_read(root: Path) -> None:
    (root / "registry/areas/big.yaml").write_bytes(b"#" * (1024 * 1024 + 1))
    assert found(root) == ["registry/areas/big.yaml:1:1: the file has 1,048,577 bytes; a record has at most 1,048,576"]


def test_folders_without_end_are_a_finding(root: Path) -> None:
    here = os.getcwd()  # noqa: PTH109  # the path is too long for Path
    try:
        os.chdir(root / "registry")
        for _ in range(1200):
            os.mkdir("d")  # noqa: PTH102  # see above
            os.chdir("d")
    finally:
        os.chdir(here)
    deep = "/".join(["registry", *"d" * 9])
    assert found(root) == [f"{deep}:1:1: more than 8 folders deep: neither this nor what is below is read"]
    assert tree(root) == sample()
    _remove(root / "registry")


def _remove(folder: Path) -> None:
    """Take away what is nested too deep for the fixture of pytest to do it."""
    here = os.getcwd()  # noqa: PTH109  # see above
    os.chdir(folder)
    depth = 0
    while os.path.isdir("d"):  # noqa: PTH112  # see above
        os.chdir("d")
        depth += 1
    for _ in range(depth):
        os.chdir("..")
        os.rmdir("d")  # noqa: PTH106  # see above
    os.chdir(here)


def test_a_register_larger_than_32_mib_is_refused(root: Path) -> None:
    for number in range(33):
        with (root / f"registry/areas/a{number}.yaml").open("wb") as file:
            file.truncate(1024 * 1024)
    with pytest.raises(CicaregError, match="larger than 33,554,432 bytes"):
        look(root)
